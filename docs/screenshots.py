"""Pictures of the main pages, as they are.

python -m docs.screenshots [NAME…]        writes docs/pictures/NAME.webp; needs playwright and chromium

They show the sample articles and, where places of the world are wanted, a few more of our own (`pictures/places.jsonl`), read and linked
as `sayso add` does it. Nothing in them is real but the places.
"""

import base64
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import Any

from sayso import samples
from sayso.http import serving
from sayso.intake import Given, open_path
from sayso.ledger import Ledger
from sayso.ledger.searches import keep
from sayso.linking import Linking
from sayso.linking_actors import ActorLinking
from sayso.linking_claims import ClaimLinking
from sayso.model import Document, Statement
from sayso.run import Reader

FOLDER = Path(__file__).with_name("pictures")
QUALITY = 82
WIDE, NARROW = (1280, 860), (390, 844)
INTERVIEW = "interview"
SHOTS = {
    "document-light": ("/d/{interview}#r={chain}", "light", WIDE),
    "document-dark": ("/d/{interview}#r={chain}", "dark", WIDE),
    "document-narrow": ("/d/{interview}#r={chain}", "light", NARROW),
    "documents-light": ("/", "light", WIDE),
    "said-light": ("/said", "light", WIDE),
    "events-light": ("/events", "light", WIDE),
    "forecasts-dark": ("/forecasts?on=2031-06-01", "dark", WIDE),
    "conflicts-light": ("/conflicts", "light", WIDE),
    "review-light": ("/review", "light", WIDE),
    "network-light": ("/network?top=25", "light", (1280, 1250)),
    "map-light": ("/map", "light", (1280, 1080)),
    "map-dark": ("/map", "dark", (1280, 1080)),
    "timeline-light": ("/timeline?within=2031-04", "light", (1280, 900)),
    "searches-narrow": ("/searches", "dark", NARROW),
    "api-light": ("/api", "light", WIDE),
}


def filled(path: Path) -> dict[str, str]:
    """What addresses need to know of a ledger that is filled here: the sample interview and its deepest chain."""
    reader = Reader.load()
    files = [samples.path() / f"{name}.jsonl" for name in samples.names()]
    known: dict[str, str] = {}
    with Ledger(path) as writer:
        for file in (*files, FOLDER / "places.jsonl"):
            for document in open_path(file, Given()):
                if not isinstance(document, Document):
                    continue
                records = reader.read(document)
                writer.write(document, records, reader="screenshots")
                if file.stem == INTERVIEW:
                    known = {"interview": document.id, "chain": deepest([r for r in records if isinstance(r, Statement)])}
        keep(writer, name="What pilots say", path="/said", asked={"by": "Oduya"}, who="Ada")
        keep(writer, name="Injured at sea", path="/events", asked={"type": "ASSAULT"}, who="Ada")
        for linker in (Linking, ClaimLinking, ActorLinking):
            linker(writer, reader.lexicon).run()
    return known


def deepest(statements: list[Statement]) -> str:
    """The id of the statement with most others around it."""
    around = {one.id: one.within for one in statements}

    def depth(id: str | None) -> int:
        return 0 if id is None else 1 + depth(around.get(id))

    return max(statements, key=lambda one: depth(one.id)).id


@contextmanager
def served(path: Path) -> Iterator[str]:
    """The address of the server over a ledger, as long as this process lives."""
    found: list[str] = []
    answering = Event()

    def ready(url: str) -> None:
        found.append(url.rstrip("/"))
        answering.set()

    Thread(target=serving.serve, args=(path,), kwargs={"port": 0, "ready": ready}, daemon=True).start()
    answering.wait(60)
    yield found[0]


def photograph(browser: Any, url: str, scheme: str, size: tuple[int, int]) -> bytes:
    """A page as WebP, as a window of that size shows it."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.goto(url)
    page.wait_for_timeout(400)
    taken = context.new_cdp_session(page).send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    context.close()
    return base64.b64decode(taken["data"])


def main(names: list[str]) -> None:
    """Nothing; the pictures of these names, or all, are written."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as place, sync_playwright() as play:
        path = Path(place) / "samples.sayso"
        known = filled(path)
        browser = play.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        with served(path) as home:
            for name in names or SHOTS:
                address, scheme, size = SHOTS[name]
                body = photograph(browser, home + address.format(**known), scheme, size)
                (FOLDER / f"{name}.webp").write_bytes(body)
                print(f"{name}.webp {len(body):,} bytes")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
