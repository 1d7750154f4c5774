"""How long pages take: `python -m bench.pages [DOCUMENTS] [LEDGER]`, over hand-made articles or over a ledger that is there.

Prints the median and the worst of several askings for each page, without the network, and the median of the time spent computing, which a
busy machine changes less; then how long 50 readers wait who ask the real
server at the same time, each for one page after the other; and how busy the machine was besides, as figures of a busy one say little.
The ledger of hand-made articles has a statement and an event in every document and a new outlet and date for each few, so that lists
and facets have something to count.
"""

import http.client
import os
import re
import statistics
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from starlette.testclient import TestClient

from sayso.http.app import application
from sayso.ledger import Ledger, View
from sayso.model import Document, Event, Mention, Plover, Record, Statement, document_id, record_id

AGAIN = 7
PAGES = (
    "/",
    "/?containing=harbour",
    "/?outlet=Post+7&since=2030",
    "/said",
    "/said?by=Bramm+77",
    "/said?about=harbour",
    "/find?q=harbour",
    "/events?type=CONSULT&where=Vellin",
    "/actors",
    "/network",
    "/network?by=Bramm+77",
    "/map",
    "/timeline",
)
READERS = 50
EACH = 8
"""Pages that each of the readers asks for."""


def article(number: int) -> tuple[Document, tuple[Record, ...]]:
    """An article with one statement and one event."""
    who, what = f"Ilse Bramm {number % 500}", f"Pilot {number % 90}"
    told = f"“The harbour opens at {number} for {what},” said {who}. Crews met in Vellin. "
    text = f"Tide {number}\n\n{told}" + "Boats wait in the roads. " * 80
    outlet, day = f"Post {number % 40}", f"20{20 + number % 11}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    doc = Document(
        id=document_id(text, None, outlet), text=text, origin=f"{number}.txt", sha256="0" * 64, outlet=outlet, published=day,
        published_from="given", title=f"Tide {number}", parts={"title": (0, text.index("\n"))},
    )  # fmt: skip
    start, said, end = text.index("“"), text.index("said"), text.index(". ")
    speaker, pilot = (named(doc, name, kind) for name, kind in ((who, "person"), (what, "person")))
    crews, place = named(doc, "Crews", "group"), named(doc, "Vellin", "place")
    found = Statement(
        id=record_id(doc.id, "statement", (said, said + 4)), doc=doc.id, anchor=((start, end),), kernel=(said, said + 4), score=0.9,
        by="bench/1", source=((said + 5, end),), cue=((said, said + 4),), content=((start, said - 1),), form="direct", speaker=speaker.id,
    )  # fmt: skip
    met = text.index("met in")
    event = Event(
        id=record_id(doc.id, "event", (met, met + 3)), doc=doc.id, anchor=((met, met + 3),), kernel=(met, met + 3), score=0.9,
        by="bench/1", trigger=(met, met + 3), plover=Plover("CONSULT"), actors=(crews.id,), where=place.id,
    )  # fmt: skip
    return doc, (speaker, pilot, crews, place, found, event)


def named(doc: Document, name: str, kind: str) -> Mention:
    """The mention of a name."""
    start = doc.text.index(name)
    span = (start, start + len(name))
    return Mention(
        id=record_id(doc.id, "mention", span), doc=doc.id, anchor=(span,), kernel=span, score=0.9, by="bench/1", span=span, head=span,
        kind=kind, name=name,
    )  # fmt: skip


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
            took, worked = [], []
            for _ in range(AGAIN):
                started, used = perf_counter(), process_time()
                client.get(page).raise_for_status()
                took.append((perf_counter() - started) * 1000)
                worked.append((process_time() - used) * 1000)
            told = f"median {statistics.median(took):7.1f} ms   worst {max(took):7.1f} ms"
            print(f"{page:34} {told}   computing {statistics.median(worked):7.1f} ms")


def crowd(path: Path) -> None:
    """Nothing; a line is printed for readers that ask the real server at the same time."""
    with View(path) as view:
        ids = [row.id for row in view.documents(limit=READERS)]
    command = [sys.executable, "-m", "sayso.cli.main", "serve", "--ledger", str(path), "--port", "0", "--no-browser"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as server:
        try:
            found = re.search(r"http://([^/\s]+)", server.stdout.readline() if server.stdout else "")
            for turn in ("nothing counted yet", "lists counted before") if found else ():
                with ThreadPoolExecutor(READERS) as readers:
                    waits = sorted(
                        wait for each in readers.map(lambda n: reading(found[1], ids, n), range(READERS)) for wait in each
                    )
                worst = waits[-max(1, len(waits) // 100)]
                told = f"{len(waits)} pages, median {statistics.median(waits):.0f} ms, p99 {worst:.0f} ms"
                print(f"{READERS} readers at once, {turn}: {told}")
        finally:
            server.terminate()


def reading(host: str, ids: list[str], number: int) -> list[float]:
    """Milliseconds that one reader waits for each of some documents and lists."""
    took = []
    connection = http.client.HTTPConnection(host, timeout=120)
    for nth in range(EACH):
        page = f"/d/{ids[(number + nth) % len(ids)]}" if nth % 2 else PAGES[(number + nth) % len(PAGES)]
        started = perf_counter()
        connection.request("GET", page)
        connection.getresponse().read()
        took.append((perf_counter() - started) * 1000)
    connection.close()
    return took


def run(path: Path) -> None:
    """Nothing; all figures of a ledger are printed."""
    measure(path)
    crowd(path)
    print(f"load of the machine (1, 5, 15 minutes, {os.cpu_count()} cores): " + " ".join(f"{one:.1f}" for one in os.getloadavg()))


if __name__ == "__main__":
    if len(sys.argv) > 2:
        run(Path(sys.argv[2]))
    else:
        with TemporaryDirectory() as place:
            run(filled(Path(place) / "bench.sayso", int(sys.argv[1]) if len(sys.argv) > 1 else 12_000))
