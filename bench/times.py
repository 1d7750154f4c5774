"""How many articles a second the reader of time expressions gets through in a second of processor time on one core.

python -m bench.times ARTICLES.jsonl[.gz] [--limit N]
"""

import argparse
import gzip
import json
import pathlib
import time
from itertools import islice

from sayso.text import times


def articles(path: pathlib.Path, limit: int) -> list[tuple[str, str | None]]:
    """The first texts of a JSON Lines file with their dates, where they have one."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, limit)]
    return [(row["text"], row.get("dct") or row.get("date")) for row in rows]


def main() -> None:
    """Prints articles, characters and expressions a second."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=pathlib.Path)
    parser.add_argument("--limit", type=int, default=1000)
    options = parser.parse_args()
    rows = articles(options.articles, options.limit)
    began = time.process_time()
    found = sum(len(times.find(text, date)) for text, date in rows)
    seconds = time.process_time() - began
    size = sum(len(text) for text, _ in rows)
    print(
        json.dumps(
            {
                "articles": len(rows),
                "characters": size,
                "expressions": found,
                "seconds": round(seconds, 2),
                "articles_per_second": round(len(rows) / seconds, 1),
            }
        )
    )


if __name__ == "__main__":
    main()
