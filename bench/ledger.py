"""What the ledger costs: writing, asking, checking and forgetting, over made-up articles of news size.

python -m bench.ledger [--documents N]
"""

import argparse
import random
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

from sayso.ask import documents, find, said
from sayso.ledger import Ledger, View
from sayso.model import Document, Mention, Record, Statement, document_id, record_id

WORDS, MENTIONS, STATEMENTS = 900, 150, 30


def article(chance: random.Random, lexicon: list[str], n: int) -> tuple[Document, tuple[Record, ...]]:
    """A document of made-up words with as many records as a news article has."""
    words = [chance.choice(lexicon) for _ in range(WORDS)]
    text = " ".join(words)
    doc = Document(
        id=document_id(text), text=text, origin=f"{n}.txt", sha256=f"{n:064}", outlet=f"Outlet {n % 40}",
        published=f"2031-{n % 12 + 1:02}-{n % 28 + 1:02}",
    )  # fmt: skip
    starts, at = [], 0
    for word in words:
        starts.append((at, at + len(word)))
        at += len(word) + 1
    return doc, tuple(found(doc, starts, chance))


def found(doc: Document, spans: list[tuple[int, int]], chance: random.Random) -> Iterator[Record]:
    """Mentions spread over the text, statements of about twenty words each."""
    mentions = []
    for number in sorted(chance.sample(range(WORDS), MENTIONS)):
        span = spans[number]
        name = doc.text[slice(*span)]
        mentions.append(
            Mention(
                id=record_id(doc.id, "mention", span), doc=doc.id, anchor=(span,), kernel=span, score=0.9, by="bench/1",
                span=span, head=span, kind="person", name=name,
            )
        )  # fmt: skip
    yield from mentions
    for number in range(STATEMENTS):
        first = number * (WORDS // STATEMENTS)
        cue, content = spans[first], (spans[first + 1][0], spans[first + 20][1])
        speaker = chance.choice(mentions)
        yield Statement(
            id=record_id(doc.id, "statement", cue), doc=doc.id, anchor=(cue, content), kernel=cue, score=0.8, by="bench/1",
            source=(speaker.span,), cue=(cue,), content=(content,), form="indirect", speaker=speaker.id,
        )  # fmt: skip


def timed(work: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    started = perf_counter()
    work()
    return perf_counter() - started


def main() -> None:
    """The command line described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=1000)
    number = parser.parse_args().documents
    chance = random.Random(2)
    lexicon = ["".join(chance.choices("abcdefghijklmnoprstuvw", k=chance.randint(3, 9))) for _ in range(20_000)]
    articles = [article(chance, lexicon, n) for n in range(number)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.sayso"
        with Ledger(path) as ledger:
            writing = timed(lambda: [ledger.write(doc, records) for doc, records in articles])
            again = timed(lambda: [ledger.wanted(doc) for doc, _ in articles])
        size = path.stat().st_size
        print(
            f"{number} documents, {number * (MENTIONS + STATEMENTS)} records: {size / 1e6:.1f} MB, {size / number / 1e3:.0f} kB each"
        )
        print(f"write   {number / writing:8.0f} documents/s      known again {number / again:8.0f} documents/s")
        opened = timed(lambda: View(path).close())
        with View(path) as view:
            name, word = lexicon[7], lexicon[11]
            print(f"open    {opened * 1e3:8.1f} ms     counts {timed(view.counts) * 1e3:8.1f} ms")
            print(f"list    {timed(lambda: list(documents.ask(view, limit=50))) * 1e3:8.1f} ms for 50 documents")
            print(f"said    {timed(lambda: list(said.ask(view, by=name))) * 1e3:8.1f} ms by one speaker")
            print(f"find    {timed(lambda: list(find.ask(view, word))) * 1e3:8.1f} ms for one word")
            print(f"page    {timed(lambda: view.records(articles[3][0].id)) * 1e3:8.1f} ms for the records of a document")
        with Ledger(path) as ledger:
            print(f"check   {timed(ledger.check):8.2f} s      forget {timed(lambda: ledger.forget(articles[5][0].id)):8.2f} s")


if __name__ == "__main__":
    main()
