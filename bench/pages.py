"""How long pages take: `python -m bench.pages [DOCUMENTS] [LEDGER]`, over hand-made articles or over a ledger that is there.

Prints the median and the worst of several askings for each page, without the network. The ledger of hand-made articles has a
statement in every document and a new outlet and date for each few, so that lists and facets have something to count.
"""

import statistics
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from starlette.testclient import TestClient

from sayso.http.app import application
from sayso.ledger import Ledger, View
from sayso.model import Document, Statement, document_id, record_id

AGAIN = 9
PAGES = (
    "/",
    "/?containing=harbour",
    "/?outlet=Post+7&since=2030",
    "/said",
    "/said?by=Bramm+77",
    "/said?about=harbour",
    "/find?q=harbour",
)


def article(number: int) -> tuple[Document, tuple[Statement, ...]]:
    """An article with one statement."""
    text = (
        f"Tide {number}\n\n“The harbour opens at {number},” said Ilse Bramm {number % 500}. " + "Boats wait in the roads. " * 80
    )
    outlet, day = f"Post {number % 40}", f"20{20 + number % 11}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    doc = Document(
        id=document_id(text, None, outlet), text=text, origin=f"{number}.txt", sha256="0" * 64, outlet=outlet, published=day,
        published_from="given", title=f"Tide {number}", parts={"title": (0, text.index("\n"))},
    )  # fmt: skip
    start, said, end = text.index("“"), text.index("said"), text.index(". ")
    found = Statement(
        id=record_id(doc.id, "statement", (said, said + 4)), doc=doc.id, anchor=((start, end),), kernel=(said, said + 4), score=0.9,
        by="bench/1", source=((said + 5, end),), cue=((said, said + 4),), content=((start, said - 1),), form="direct",
    )  # fmt: skip
    return doc, (found,)


def filled(path: Path, documents: int) -> Path:
    """A ledger of that many articles."""
    with Ledger(path) as writer:
        for number in range(documents):
            writer.write(*article(number), reader="bench")
    return path


def measure(path: Path) -> None:
    """Nothing; a line is printed for each page."""
    with View(path) as view:
        one = max(view.documents(limit=200), key=lambda row: row.chars)
        print(f"{view.counts()['documents']} documents; the document page shows one of {one.chars} characters")
    with TestClient(application(path), base_url="http://127.0.0.1") as client:
        for page in (*PAGES, f"/d/{one.id}"):
            took = []
            for _ in range(AGAIN):
                started = perf_counter()
                client.get(page).raise_for_status()
                took.append((perf_counter() - started) * 1000)
            print(f"{page:32} median {statistics.median(took):7.1f} ms   worst {max(took):7.1f} ms")


if __name__ == "__main__":
    if len(sys.argv) > 2:
        measure(Path(sys.argv[2]))
    else:
        with TemporaryDirectory() as place:
            measure(filled(Path(place) / "bench.sayso", int(sys.argv[1]) if len(sys.argv) > 1 else 12_000))
