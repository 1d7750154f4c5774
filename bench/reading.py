"""How fast it reads: the whole way and the engine alone, in one run so that the ratio holds on a busy machine.

python -m bench.reading [PATH…] [--limit N]     the sample articles where no path is given
"""

import argparse
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from time import perf_counter

from sayso import samples
from sayso.intake import Given, open_path
from sayso.model import Document
from sayso.run import Reader


def documents(paths: list[Path], limit: int) -> list[Document]:
    """At most `limit` documents of the files, without those in another language."""
    found = (document for path in paths for document in open_path(path, Given()) if isinstance(document, Document))
    return list(islice((document for document in found if document.language in (None, "en")), limit))


def seconds_of(work: Callable[[list[Document]], Iterable[object]], articles: list[Document]) -> float:
    """Seconds that a generator function takes to run dry over the articles."""
    started = perf_counter()
    for _ in work(articles):
        pass
    return perf_counter() - started


def main() -> None:
    """The command line described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--limit", type=int, default=60)
    asked = parser.parse_args()
    articles = documents(asked.paths or sorted(samples.path().glob("*.jsonl")), asked.limit)
    started = perf_counter()
    reader = Reader.load()
    loaded = perf_counter() - started
    for _ in reader.read_many(articles[:2]):  # what is made on first use is not counted
        pass
    engine = seconds_of(reader.engine.analyse, articles)
    whole = seconds_of(reader.read_many, articles)
    words = sum(len(article.text.split()) for article in articles)
    print(f"{len(articles)} articles, {words} words, one core; loaded in {loaded:.1f} s")
    print(f"engine alone  {len(articles) / engine:6.1f} articles/s  {words / engine:8.0f} words/s")
    print(
        f"all of it     {len(articles) / whole:6.1f} articles/s  {words / whole:8.0f} words/s  {whole / engine:.2f} times the engine's"
    )


if __name__ == "__main__":
    main()
