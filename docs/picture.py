"""The picture in the README: the sample interview as a page, its longest chain selected.

python -m docs.picture        writes docs/reading.png; needs playwright and chromium
"""

import shutil
import tempfile
from pathlib import Path

from sayso import samples
from sayso.intake import Given, open_path
from sayso.model import Document, Record, Statement
from sayso.run import Reader
from sayso.show.page import self_contained

PICTURE = Path(__file__).with_name("reading.png")
SIZE = {"width": 1280, "height": 820}


def depth(statement: Statement, by_id: dict[str, Record]) -> int:
    """How many statements stand around this one."""
    outer = by_id.get(statement.within or "")
    return 1 + depth(outer, by_id) if isinstance(outer, Statement) else 0


def photograph(page: str, selected: str) -> None:
    """Nothing; the top of the page with one record selected is written as a picture."""
    from playwright.sync_api import sync_playwright

    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        file = Path(folder) / "page.html"
        file.write_text(page, encoding="utf-8")
        window = play.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"]).new_page(viewport=SIZE)
        window.goto(f"{file.as_uri()}#r={selected}")
        window.wait_for_timeout(1500)
        window.screenshot(path=PICTURE)


def main() -> None:
    """Nothing; the picture is written."""
    found = open_path(samples.path() / "interview.jsonl", Given())
    document = next(each for each in found if isinstance(each, Document))
    records = Reader.load().read(document)
    by_id: dict[str, Record] = {record.id: record for record in records if isinstance(record, Statement)}
    longest = max(
        (each for each in records if isinstance(each, Statement)), key=lambda each: (depth(each, by_id), each.score, each.id)
    )
    photograph(self_contained(document, records), longest.id)
    print(f"wrote {PICTURE.name} ({PICTURE.stat().st_size / 1000:.0f} kB)")


if __name__ == "__main__":
    main()
