"""How long pages of events take: `python -m bench.events [DOCUMENTS]` (12,000), a dozen events in each made-up article.

Prints the median and the worst of several askings for each page, without the network; the bar is 300 ms on an idle machine.
"""

import random
import statistics
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from starlette.testclient import TestClient

from sayso.http.app import application
from sayso.ledger import Ledger
from sayso.lexicon.triggers import TYPES
from sayso.model import Document, Event, Mention, Plover, Record, Statement, document_id, record_id

AGAIN = 7
EACH = 12
"""Events an article."""
COUNTRIES = ("IRN", "IRQ", "USA", "SYR", "TUR", "RUS", "UKR", "ISR", "EGY", "FRA")
TOLD = (("CT+", "happened"), ("CT+", "claimed"), ("CT-", "denied"), ("PS+", "conditional"), ("PR+", "foretold"))
PAGES = (
    "/events", "/events?offset=50000", "/events?type=ASSAULT", "/events?who=IRN&status=claimed", "/events?to=force+77", "/events?own=true",
    "/events?since=2028&type=CONSULT", "/events?voice=speaker+77", "/events?in=Post+7", "/actors", "/actors?country=IRN",
    "/actors?name=force+77", "/actors?part=speaks&offset=200",
)  # fmt: skip


def article(number: int, chance: random.Random) -> tuple[Document, list[Record]]:
    """An article of a line for each event: "Force 12 struck force 40, speaker 3 said."; every second is the outlet's own."""
    sides = [
        (f"Force {chance.randrange(400)}", f"force {chance.randrange(400)}", f"speaker {chance.randrange(300)}")
        for _ in range(EACH)
    ]
    lines = [f"{one} struck {other}, {speaker} said." for one, other, speaker in sides]
    text, outlet = "\n".join(lines), f"Post {number % 40}"
    day = f"20{20 + number % 11}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    doc = Document(
        id=document_id(text, None, outlet), text=text, origin=f"{number}.txt", sha256="0" * 64, outlet=outlet, published=day,
        published_from="given",
    )  # fmt: skip
    records: list[Record] = []
    at = 0
    for nth, (line, names) in enumerate(zip(lines, sides, strict=True)):
        records += struck(doc, at, line, names, nth if (number + nth) % 2 else None, chance)
        at += len(line) + 1
    return doc, records


def struck(
    doc: Document, at: int, line: str, names: tuple[str, str, str], told: int | None, chance: random.Random
) -> list[Record]:
    """Two sides, the event and, where it is told by somebody, the statement it stands in."""
    places = [(at + line.index(name), at + line.index(name) + len(name)) for name in names]
    mentions = [
        Mention(
            id=record_id(doc.id, "mention", place), doc=doc.id, anchor=(place,), kernel=place, score=0.9, by="bench/1", span=place,
            head=place, kind="group", name=name.capitalize(), country=chance.choice(COUNTRIES), sector="MIL",
        )
        for name, place in zip(names, places, strict=True)
    ]  # fmt: skip
    cue = (at + len(line) - 5, at + len(line) - 1)
    content = (at, places[1][1])
    said = Statement(
        id=record_id(doc.id, "statement", cue), doc=doc.id, anchor=(content, cue), kernel=cue, score=0.9, by="bench/1", source=(places[2],),
        cue=(cue,), content=(content,), form="indirect", speaker=mentions[2].id,
    )  # fmt: skip
    trigger = (places[0][1] + 1, places[0][1] + 7)
    status, reality = chance.choice(TOLD)
    event = Event(
        id=record_id(doc.id, "event", trigger), doc=doc.id, anchor=(trigger,), kernel=trigger, score=0.9, by="bench/1", trigger=trigger,
        plover=Plover(chance.choice(TYPES)), actors=(mentions[0].id,), recipients=(mentions[1].id,), status=status, reality=reality,
        within=None if told is None else said.id,
    )  # fmt: skip
    return [*mentions, event] if told is None else [*mentions, said, event]


def filled(path: Path, documents: int) -> None:
    """Nothing; a ledger of so many articles stands at `path`."""
    chance = random.Random(5)
    with Ledger(path) as ledger:
        for number in range(documents):
            ledger.write(*article(number, chance), reader="bench")


def measure(path: Path) -> None:
    """Nothing; a line is printed for each page."""
    with TestClient(application(path), base_url="http://127.0.0.1") as client:
        for page in PAGES:
            took = []
            for _ in range(AGAIN):
                started = perf_counter()
                client.get(page).raise_for_status()
                took.append((perf_counter() - started) * 1000)
            print(f"{page:40} median {statistics.median(took):7.1f} ms   worst {max(took):7.1f} ms")


if __name__ == "__main__":
    with TemporaryDirectory() as place:
        ledger = Path(place) / "bench.sayso"
        filled(ledger, int(sys.argv[1]) if len(sys.argv) > 1 else 12_000)
        measure(ledger)
