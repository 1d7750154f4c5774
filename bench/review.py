"""How long pages of review take: `python -m bench.review [ARTICLES] [VERDICTS]` (12,000 and 2,000), over made-up articles.

Prints the median and the worst of several askings for each page, without the network, and of writing a verdict; the bar is 300 ms on
an idle machine.
"""

import random
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from starlette.testclient import TestClient

from bench.forecasts import article
from sayso.http.app import application
from sayso.ledger import Ledger, View
from sayso.ledger.reviewed import queue
from sayso.ledger.verdicts import judge, judge_all

AGAIN = 7


def filled(path: Path, articles: int, verdicts: int) -> str:
    """The id of a document with verdicts in a ledger of made-up articles."""
    chance = random.Random(7)
    words = [f"word{n}" for n in range(2000)]
    with Ledger(path) as ledger:
        for number in range(articles):
            doc, records, _ = article(number, chance, words)
            ledger.write(doc, records, reader="bench/1")
        with View(path) as view:
            ids = [row.id for row in queue(view)]
        chosen = chance.sample(ids, min(verdicts, len(ids)))
        judge_all(ledger, [(id, "accept" if number % 3 else "reject") for number, id in enumerate(chosen)], who="bench")
    return chosen[0][:16]


def timed(what: str, done: Callable[[int], object]) -> None:
    """Nothing; prints how long it takes, the middle and the worst of several times."""
    took = []
    for number in range(AGAIN):
        start = perf_counter()
        done(number)
        took.append((perf_counter() - start) * 1000)
    print(f"{what:34} {statistics.median(took):7.1f} ms, worst {max(took):7.1f} ms")


def main(articles: int, verdicts: int) -> None:
    """Nothing; prints a line a page."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "bench.sayso"
        doc = filled(path, articles, verdicts)
        with TestClient(application(path), base_url="http://127.0.0.1:8765") as client:
            for page in (
                "/review",
                "/review?type=forecast",
                "/review?in=Post+7",
                "/review?offset=1000",
                "/review/decided",
                f"/d/{doc}",
            ):
                timed(page, lambda _, page=page: client.get(page).raise_for_status())  # type: ignore[misc]
        with View(path) as view:
            ids = [row.id for row in queue(view, limit=AGAIN)]

        def verdict(number: int) -> None:
            with Ledger(path) as ledger:
                judge(ledger, ids[number], "accept", who="bench")

        timed("a verdict, with opening the ledger", verdict)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 12_000, int(sys.argv[2]) if len(sys.argv) > 2 else 2_000)
