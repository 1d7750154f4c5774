"""Pictures of the main pages over the sample articles: `python -m tests.browser.pictures [FOLDER]` (docs/pictures)."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

from playwright.sync_api import sync_playwright

from sayso.http import serving
from sayso.ledger import Ledger
from tests.browser import articles
from tests.browser.conftest import CHROMIUM, FLAGS

SHOTS = (
    ("document-light", "light", 1280, 860),
    ("document-dark", "dark", 1280, 860),
    ("document-narrow", "light", 390, 844),
    ("said-light", "light", 1280, 860),
)


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
            for name, scheme, width, height in SHOTS:
                page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce")
                page.goto(found[0] + ("said?about=locks" if name.startswith("said") else f"d/{interview}"))
                if name.startswith("document"):
                    page.locator("#text .content.h1 .content").first.click()
                page.screenshot(path=folder / f"{name}.png")
                page.close()
            browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/pictures"))
