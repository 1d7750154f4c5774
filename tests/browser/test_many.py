"""Fifty articles of the world as they are read, and one as long as a book's chapter: marks stay exact, the page stays quick."""

import os
from itertools import islice
from pathlib import Path

import pytest

from sayso.intake import Given, open_path
from sayso.model import Document, Record
from sayso.run import Reader
from sayso.show.page import self_contained
from tests.browser import articles
from tests.browser.test_marks import TEXT, UNDER
from tests.show import made

SHARED = Path(os.environ.get("SAYSO_SHARED") or Path(__file__).parents[3] / "shared")
NEWS = SHARED / "data" / "crossdoc" / "iran2020.jsonl"
DOCUMENTS = 50
PARAGRAPH = "\n\n“The locks stay shut, 🛶 whatever {0} says,” said Ilse Bramm on Friday, and {0} boatmen waited in the roads for the tide to turn."
LONG = 100_000
FRAMES = """async () => {
  const rows = [...document.querySelectorAll("#text [data-r]")];
  const slow = [];
  for (let n = 0; n < 20; n += 1) {
    const started = performance.now();
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true }));
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    slow.push(performance.now() - started);
  }
  return { marks: rows.length, nodes: document.getElementsByTagName("*").length, median: slow.sort((a, b) => a - b)[10] };
}"""


@pytest.mark.skipif(not NEWS.is_file(), reason="the news of January 2020 lies beside the project, not in it")
def test_in_fifty_articles_the_text_under_every_mark_is_its_records_quotation(desk, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    reader, page, checked = Reader.load(), None, 0
    found = (document for document in open_path(NEWS, Given()) if isinstance(document, Document))
    for document in islice(found, DOCUMENTS):
        records = reader.read(document)
        file = tmp_path / f"{document.id}.html"
        file.write_text(self_contained(document, records), encoding="utf-8", newline="")
        page = page or desk.page(file.as_uri())
        page.goto(file.as_uri())
        assert page.evaluate(TEXT) == document.text.replace("\0", "\ufffd")
        under = articles.expected(document, records)
        assert page.evaluate(UNDER) == under
        checked += len(under)
    assert checked > 40 * DOCUMENTS


def chapter() -> tuple[Document, tuple[Record, ...]]:
    """An article of 100,000 characters with a statement in each of its paragraphs."""
    text = "Locks stay shut" + "".join(PARAGRAPH.format(n) for n in range(LONG // len(PARAGRAPH) + 9))
    doc = made.document(text)
    found: list[Record] = []
    at = text.find("“")
    while at >= 0:
        end = text.index("”", at) + 1
        source = text.index("Ilse Bramm", end)
        found.append(made.statement(doc, [(source, source + 10)], [(end + 1, end + 5)], [(at, end)]))
        at = text.find("“", end)
    return doc, tuple(found)


def test_a_hundred_thousand_characters_stay_smooth(desk, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    doc, records = chapter()
    assert len(doc.text) >= LONG
    file = tmp_path / "long.html"
    file.write_text(self_contained(doc, records), encoding="utf-8", newline="")
    page = desk.page(file.as_uri())
    seen = page.evaluate(FRAMES)
    assert seen["marks"] >= 3 * len(records)
    assert seen["nodes"] < 50 * len(records)
    assert seen["median"] < 500  # milliseconds from a key to the second frame after it, also on a machine that is busy
