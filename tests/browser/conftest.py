import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from tests.browser import articles

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--headless",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
LISTEN = """
globalThis.refused = [];
addEventListener("securitypolicyviolation", (event) => refused.push(`${event.violatedDirective} ${event.blockedURI}`));
"""


@pytest.fixture(scope="session")
def chromium():  # type: ignore[no-untyped-def]
    """Debian's browser, driven by Playwright; tests that need it are skipped where either is absent."""
    driver = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("no chromium here")
    with driver.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real server over a ledger of hand-made articles."""
    path = tmp_path_factory.mktemp("browser") / "veld.sayso"
    with Ledger(path) as writer:
        for doc, records in articles.by_hand():
            writer.write(doc, records, reader="hand/1")
    with serving(path) as address:
        yield address


@contextmanager
def serving(path: Path) -> Iterator[str]:
    """The address of the real server over a ledger, while the block lasts."""
    command = [sys.executable, "-m", "sayso.cli.main", "serve", "--ledger", str(path), "--port", "0", "--no-browser"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"})
    assert server.stdout
    try:
        found = re.search(r"http://\S+", server.stdout.readline())
        assert found
        yield found[0].rstrip("/")
    finally:
        server.terminate()
        server.wait(10)
        server.stdout.close()


class Desk:
    """Opens pages and remembers what the browser complained of."""

    def __init__(self, chromium, served: str) -> None:  # type: ignore[no-untyped-def]
        self.chromium = chromium
        self.served = served
        self.complaints: list[str] = []
        self.contexts: list = []  # type: ignore[type-arg]

    def page(self, path: str, *, width: int = 1280, height: int = 900, scheme: str = "light"):  # type: ignore[no-untyped-def]
        """A page at a path of the server, or at a file's address."""
        context = self.chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
        )
        self.contexts.append(context)
        page = context.new_page()
        page.add_init_script(LISTEN)
        page.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda fault: self.complaints.append(f"error: {fault}"))
        page.on("dialog", lambda dialog: (self.complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", self.noticed)
        page.goto(path if path.startswith("file:") else self.served + path)
        return page

    def noticed(self, request) -> None:  # type: ignore[no-untyped-def]
        """A request to any other host is a complaint."""
        if not request.url.startswith((self.served, "file:", "data:")):
            self.complaints.append(f"asked for {request.url}")


@pytest.fixture
def desk(chromium, served: str) -> Iterator[Desk]:  # type: ignore[no-untyped-def]
    made = Desk(chromium, served)
    yield made
    for context in made.contexts:
        made.complaints += [f"policy: {what}" for page in context.pages for what in page.evaluate("refused")]
        context.close()
    assert made.complaints == []
