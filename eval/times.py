"""Reads the texts of a gold file of time expressions and prints what the scorer prints.

    python -m eval.times GOLD.jsonl [--narrative] [--half 0|1] [--out PRED.jsonl] [--scorer FOLDER]

`--half` keeps every other text: rules are tuned on half 0 and chosen on half 1.
"""

import argparse
import importlib.util
import json
import os
import pathlib
from collections.abc import Iterable
from typing import Any

from sayso.text import times

SHARED = pathlib.Path(os.environ.get("SAYSO_SHARED", pathlib.Path(__file__).resolve().parents[2] / "shared"))


def predictions(rows: Iterable[dict[str, Any]], narrative: bool) -> dict[str, list[dict[str, Any]]]:
    """By text id, the time expressions found, as the scorer reads them."""
    return {
        row["id"]: [
            {"start": time.span[0], "end": time.span[1], "type": time.timex, "value": time.value}
            for time in times.find(row["text"], row["dct"], narrative=narrative)
        ]
        for row in rows
    }


def scorer(folder: pathlib.Path) -> Any:
    """The scorer's module, loaded from its file."""
    spec = importlib.util.spec_from_file_location("timex_scorer", folder / "timex.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / "timex.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Prints the score of one gold file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("--narrative", action="store_true")
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--out", type=pathlib.Path)
    parser.add_argument("--scorer", type=pathlib.Path, default=SHARED / "score")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines() if line]
    if options.half is not None:
        rows = rows[options.half :: 2]
    found = predictions(rows, options.narrative)
    if options.out:
        options.out.write_text("".join(json.dumps({"id": name, "times": found[name]}) + "\n" for name in found), encoding="utf-8")
    print(json.dumps(scorer(options.scorer).score(rows, found)))


if __name__ == "__main__":
    main()
