"""Forecasts against our own gold: found, with their condition, and of those found how many have the right kind and the right voice.

    python -m eval.forecasts [--part dev] [--limit N]

Prints what `score/whole.py` of the shared folder counts for forecasts, and shares of those found in per cent: `kind` alike; `voice`:
the statement that a forecast stands in is the gold's, or neither has one; `condition_words`: of conditions that both have, how many
touch.
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec

from eval import shared
from eval.whole import documents, laid_out
from sayso.run import Reader


def tally(text: str, gold: dict[str, Any], read: list[dict[str, Any]], score: Any) -> Counter[str]:
    """Counts of one article: what there is, what was found, and what of that is right."""
    said = [r for r in read if r["type"] == "statement"]
    mine = [r for r in read if r["type"] == "forecast"]
    to = score.matched(text, gold["statements"], said)

    def touching(a: dict[str, Any], b: dict[str, Any]) -> bool:
        return any(score.over(q, s) for q in a["proposition"] for s in b["proposition"])

    def near(a: dict[str, Any], b: dict[str, Any]) -> int:
        return -sum(abs(x[0] - y[0]) + abs(x[1] - y[1]) for x, y in zip(a["proposition"], b["proposition"], strict=False))

    out: Counter[str] = Counter(gold=len(gold["forecasts"]), read=len(mine))
    for g, m in score.one_to_one(gold["forecasts"], mine, touching, near):
        out["found"] += 1
        out["kind"] += g["kind"] == m["kind"]
        out["voice"] += m.get("within") == (to.get(g["within"]) if g.get("within") else None)
        both = bool(g.get("condition")) and bool(m.get("condition"))
        out["condition"] += bool(g.get("condition")) == bool(m.get("condition"))
        out["conditions"] += both
        out["condition_words"] += both and any(score.over(a, b) for a in g["condition"] for b in m["condition"])
    return out


def report(counts: Counter[str]) -> dict[str, float]:
    """F1s and shares in per cent."""

    def f1(n: int) -> float:
        return round(200 * n / max(1, counts["gold"] + counts["read"]), 1)

    def share(name: str, of: str) -> float:
        return round(100 * counts[name] / max(1, counts[of]), 1)

    return {
        "forecasts": f1(counts["found"]), "forecasts_condition": f1(counts["condition"]), "kind": share("kind", "found"),
        "voice": share("voice", "found"), "condition_words": share("condition_words", "conditions"),
        "gold": counts["gold"], "read": counts["read"], "found": counts["found"],
    }  # fmt: skip


def main() -> None:
    """The command line described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=["train", "dev", "test"], default="dev")
    parser.add_argument("--limit", type=int, default=None)
    asked = parser.parse_args()
    score = shared.scorer("whole")
    folder: Path = laid_out(asked.part, asked.limit)
    reader, counts = Reader.load(), Counter[str]()
    files = sorted(folder.glob("*.txt"))
    for file, document in zip(files, documents(folder), strict=True):
        note = json.loads(file.with_suffix("").with_suffix(".G.spans.json").read_text(encoding="utf-8"))
        counts += tally(document.text, note, [json.loads(msgspec.json.encode(r)) for r in reader.read(document)], score)
    print(json.dumps(report(counts)))


if __name__ == "__main__":
    main()
