"""Reads the texts of a gold file of time expressions and prints what the scorer prints.

    python -m eval.times GOLD.jsonl [--narrative] [--half 0|1] [--out PRED.jsonl]

`--half` keeps every other text: rules are tuned on half 0 and chosen on half 1.
"""

import argparse
import json
import pathlib
from collections.abc import Iterable
from typing import Any

from eval import shared
from sayso.text import times


def predictions(rows: Iterable[dict[str, Any]], narrative: bool) -> dict[str, list[dict[str, Any]]]:
    """By text id, the time expressions found, as the scorer reads them."""
    return {
        row["id"]: [
            {"start": time.span[0], "end": time.span[1], "type": time.timex, "value": time.value}
            for time in times.find(row["text"], row["dct"], narrative=narrative)
        ]
        for row in rows
    }


def gold_file(name: str) -> pathlib.Path:
    """The file itself, or the one of that name in the shared folder."""
    path = pathlib.Path(name)
    return path if path.exists() else shared.data(name)


def main() -> None:
    """Prints the score of one gold file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=gold_file)
    parser.add_argument("--narrative", action="store_true")
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--out", type=pathlib.Path)
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines() if line]
    if options.half is not None:
        rows = rows[options.half :: 2]
    found = predictions(rows, options.narrative)
    if options.out:
        options.out.write_text("".join(json.dumps({"id": name, "times": found[name]}) + "\n" for name in found), encoding="utf-8")
    print(json.dumps(shared.scorer("timex").score(rows, found)))


if __name__ == "__main__":
    main()
