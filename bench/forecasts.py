"""How long pages of forecasts take: `python -m bench.forecasts [CLAIMS] [QUESTIONS]` (10,000 and 1,000), over made-up articles.

Prints the median and the worst of several askings for each page, without the network; the bar is 200 ms on an idle machine. The time
that the process itself had is printed too: on a crowded machine it says more. A tenth of the claims are printed by a second outlet. The first
page that is asked for also pays for what the server keeps: which claims are the same.
"""

import random
import statistics
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from starlette.testclient import TestClient

from sayso.http.app import application
from sayso.ledger import Ledger
from sayso.ledger.questions import open_question, resolve
from sayso.model import Document, Forecast, Likelihood, Mention, Record, Statement, document_id, record_id

AGAIN = 7
EACH = 4
"""Claims an article."""

WORDS = ("may", "will probably", "is likely to", "could")
RANGES = ((0.1, 0.7), (0.6, 0.85), (0.6, 0.9), (0.2, 0.6))
ON = "on=2031-06-01"


def article(number: int, words: list[str]) -> tuple[Document, list[Record], list[str]]:
    """An article with a paragraph for each of its claims, each by a named speaker, and the claims' ids; every tenth is the one before again."""
    of = number - (number % 10 == 9)
    chance = random.Random(of)
    day = f"20{20 + of % 11}-{of % 12 + 1:02}-{of % 28 + 1:02}"
    spoken = [
        (f"Speaker {chance.randrange(500)}", chance.randrange(4), " ".join(chance.choices(words, k=9))) for _ in range(EACH)
    ]
    lines = [
        f"{name} said the {first} {WORDS[kind]} {rest}."
        for name, kind, text in spoken
        for first, _, rest in [text.partition(" ")]
    ]
    filling = [" ".join(chance.choices(words, k=60)) + "." for _ in range(6)]
    text = "\n".join([*lines, *filling])
    outlet = f"Post {number % 40}"
    doc = Document(
        id=document_id(text, None, outlet), text=text, origin=f"{number}.txt", sha256="0" * 64, outlet=outlet, published=day,
        published_from="given", title=None,
    )  # fmt: skip
    records: list[Record] = []
    at = 0
    for line, (name, kind, _) in zip(lines, spoken, strict=True):
        records += claim(doc, at, line, name, kind, day if of % 2 else None)
        at += len(line) + 1
    return doc, records, [one.id for one in records if isinstance(one, Forecast)]


def claim(doc: Document, at: int, line: str, name: str, kind: int, latest: str | None) -> list[Record]:
    """A speaker, what is said, and the forecast in it."""
    who, cue = (at, at + len(name)), (at + len(name) + 1, at + len(name) + 5)
    content = (cue[1] + 1, at + len(line) - 1)
    start = at + line.index(WORDS[kind])
    kernel = (start, start + len(WORDS[kind]))
    low, high = RANGES[kind]
    stated = 0.3 + 0.1 * (at % 5)
    mention = Mention(
        id=record_id(doc.id, "mention", who), doc=doc.id, anchor=(who,), kernel=who, score=0.9, by="bench/1", span=who, head=who,
        kind="person", name=name,
    )  # fmt: skip
    said = Statement(
        id=record_id(doc.id, "statement", cue), doc=doc.id, anchor=((at, content[1]),), kernel=cue, score=0.9, by="bench/1",
        source=(who,), cue=(cue,), content=(content,), form="indirect", speaker=mention.id,
    )  # fmt: skip
    likely = (
        Likelihood(low=low, high=high, phrase=WORDS[kind], source="survey")
        if at % 3
        else Likelihood(stated, stated, "stated", "")
    )
    forecast = Forecast(
        id=record_id(doc.id, "forecast", kernel), doc=doc.id, anchor=(content,), kernel=kernel, score=0.9, by="bench/1",
        kind=("prediction", "warning", "promise", "threat")[kind], proposition=(content,), wording=(kernel,), likelihood=likely,
        latest=latest, within=said.id,
    )  # fmt: skip
    return [mention, said, forecast]


def filled(path: Path, claims: int, questions: int) -> str:
    """The id of a claim with a question, in a ledger of so many of both; nine of ten questions are resolved."""
    chance = random.Random(3)
    words = ["".join(chance.choices("abcdefghijklmnoprstuvw", k=chance.randint(3, 9))) for _ in range(4000)]
    ids: list[str] = []
    with Ledger(path) as ledger:
        for number in range(claims // EACH):
            doc, records, found = article(number, words)
            ledger.write(doc, records, reader="bench")
            ids += found
        with ledger.connection:
            for number, id in enumerate(ids[: questions * 3 : 3]):
                asked = open_question(ledger, id, text="Is it so?", criteria="somebody saw it", due="2031-05-01", who="bench")
                if number % 10:
                    resolve(ledger, asked.id, given=("yes", "no", "no", "void")[number % 4], who="bench", note="seen")
    return ids[0]


def measure(path: Path, id: str) -> None:
    """Nothing; a line is printed for each page."""
    pages = (
        f"/forecasts?{ON}", f"/forecasts?state=due&{ON}", f"/forecasts?state=settled&{ON}", f"/forecasts?kind=promise&by=Speaker+77&{ON}",
        f"/forecasts?in=Post+7&since=2028&{ON}", f"/forecasts?offset=5000&{ON}", f"/forecasts/c/{id}?{ON}", "/forecasts/by?name=Speaker+77",
        "/forecasts/score", "/forecasts.atom", "/",
    )  # fmt: skip
    with TestClient(application(path), base_url="http://127.0.0.1") as client:
        for page in pages:
            took, own = [], []
            for _ in range(AGAIN):
                started, worked = perf_counter(), process_time()
                client.get(page).raise_for_status()
                took.append((perf_counter() - started) * 1000)
                own.append((process_time() - worked) * 1000)
            line = f"median {statistics.median(took):7.1f} ms, worst {max(took):7.1f} ms"
            print(f"{page:56} {line}   of the process {statistics.median(own):6.1f}, {max(own):6.1f}")


if __name__ == "__main__":
    asked = [int(argument) for argument in sys.argv[1:]]
    with TemporaryDirectory() as place:
        ledger = Path(place) / "bench.sayso"
        measure(ledger, filled(ledger, *(*asked, *(10_000, 1_000)[len(asked) :])))
