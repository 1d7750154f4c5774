"""Pictures of the main pages over the sample articles: `python -m tests.browser.pictures [FOLDER]` (docs/pictures)."""

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

from playwright.sync_api import sync_playwright

from sayso.http import serving
from sayso.ledger import Ledger
from tests.browser import articles
from tests.browser.conftest import CHROMIUM, FLAGS

SIZES = {"": (1280, 860), "-narrow": (390, 844)}


def shots(home: str, interview: str) -> Iterator[tuple[str, str]]:
    """The name and the address of each picture."""
    yield "documents", home
    yield "said", f"{home}said?about=locks"
    yield "find", f"{home}find?q=locks"
    yield "document", f"{home}d/{interview}"


def main(folder: Path) -> None:
    """Nothing; the pictures are written."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as place:
        path = Path(place) / "samples.sayso"
        read = list(articles.samples())
        with Ledger(path) as writer:
            for doc, records in read:
                writer.write(doc, records, reader="pictures")
        interview = next(doc.id for doc, _ in read if "interview" in doc.origin)
        found: list[str] = []
        answering = Event()
        Thread(
            target=serving.serve,
            args=(path,),
            kwargs={"port": 0, "ready": lambda url: (found.append(url), answering.set())},
            daemon=True,
        ).start()
        answering.wait(20)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            for scheme in ("light", "dark"):
                for size, (width, height) in SIZES.items():
                    page = browser.new_page(
                        viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
                    )
                    for name, address in shots(found[0], interview):
                        page.goto(address)
                        if name == "document":
                            page.locator("#text .content.h1 .content").first.click()
                        page.screenshot(path=folder / f"{name}-{scheme}{size}.png")
                    page.close()
            browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/pictures"))
