"""Fit the linear model that says which places look ahead, and with which kind of forecast; write it into the lexicon.

    python -m train.forecasts_model [--l2 0.005] [--write]

Trained on the gold's train part; the threshold is the best of a cross-validation by article. A candidate is right if it meets a gold
forecast in its wording, or in most of its proposition; each forecast has one.
"""

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from eval import shared
from sayso.lexicon.foretelling import KINDS, Foretelling
from sayso.model import Spans
from sayso.text.forecasts import Scene, every, same
from sayso.text.parse import Parse
from sayso.text.tree import Tree
from train.events_model import parses

Floats = NDArray[np.float64]
OUT = shared.PROJECT / "src" / "sayso" / "lexicon" / "foretelling.tsv"
RARE, MOST = 2, 0.6


class Row(NamedTuple):
    """A candidate: its features and proposition, and the kind of the forecast it is (None: of none)."""

    features: tuple[str, ...]
    proposition: Spans
    kind: str | None


class Article(NamedTuple):
    """The candidates of one text and how many forecasts its gold has."""

    rows: list[Row]
    gold: list[dict[str, Any]]


def article(found: Parse, gold: list[dict[str, Any]]) -> Article:
    """The candidates of a text, each with what it should be."""
    tree = Tree(found.document.text, found.tokens, found.sentences)
    scene = Scene(found.document, tree, found.quotes, found.times, found.attributions)
    plain = [(features, tree.spans(c.tokens), tree.spans(c.words)) for c, features in every(scene)]
    partner = _partners([(p, w) for _, p, w in plain], gold)
    rows = [Row(tuple(f), p, gold[partner[i]]["kind"] if i in partner else None) for i, (f, p, _) in enumerate(plain)]
    return Article(rows, gold)


def _partners(found: Sequence[tuple[Spans, Spans]], gold: Sequence[dict[str, Any]]) -> dict[int, int]:
    """{candidate: forecast}, the most alike first, each once."""
    ranked = []
    for k, one in enumerate(gold):
        for i, (proposition, words) in enumerate(found):
            shared_words = _shared(words, one["wording"] or [])
            size = sum(e - s for s, e in (*proposition, *one["proposition"]))
            dice = 2 * _shared(proposition, one["proposition"]) / max(1, size)
            if dice > 0 and (shared_words or dice > MOST):
                ranked.append(((shared_words > 0) + dice, k, i))
    left: set[int] = set()
    out: dict[int, int] = {}
    for _, k, i in sorted(ranked, reverse=True):
        if k not in left and i not in out:
            left.add(k)
            out[i] = k
    return out


def _shared(a: Sequence[Sequence[int]], b: Sequence[Sequence[int]]) -> int:
    return sum(max(0, min(y, w) - max(x, v)) for x, y in a for v, w in b)


def fitted(rows: Sequence[Row], names: dict[str, int], wanted: Floats, l2: float, steps: int = 400) -> Floats:
    """Weights [features, K] of a softmax regression (logistic for K = 1) by Adam on all rows at once."""
    table = np.zeros((len(rows), len(names)), np.float32)
    for n, row in enumerate(rows):
        table[n, [names[f] for f in ("", *set(row.features)) if f in names]] = 1
    weights = np.zeros((len(names), wanted.shape[1]))
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, steps + 1):
        scores = table @ weights
        raised = np.exp(scores - scores.max(1, keepdims=True))
        chances = 1 / (1 + np.exp(-scores)) if wanted.shape[1] == 1 else raised / raised.sum(1, keepdims=True)
        slope = table.T @ (chances - wanted) / len(rows) + l2 * weights
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        weights -= 0.05 * (1 - step / (steps + 1)) * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights


def model_of(articles: Sequence[Article], l2: float, threshold: float = 0.4) -> Foretelling:
    """The model of some articles."""
    rows = [row for one in articles for row in one.rows]
    seen = Counter(f for row in rows for f in set(row.features))
    names = {"": 0} | {f: n for n, f in enumerate(sorted(f for f, k in seen.items() if k >= RARE), 1)}
    whether = fitted(rows, names, np.array([[float(row.kind is not None)] for row in rows]), l2)
    kept = [row for row in rows if row.kind is not None]
    which = fitted(kept, names, np.array([[float(row.kind == kind) for kind in KINDS] for row in kept]), l2)
    weights = {f: float(whether[n, 0]) for f, n in names.items()}
    return Foretelling(weights, {f: tuple(map(float, which[n])) for f, n in names.items()}, threshold)


def judged(model: Foretelling, articles: Sequence[Article], threshold: float) -> tuple[float, float]:
    """(F1 of forecasts by overlapping propositions, share of kinds right among those found), in per cent."""
    whole, hits, found, right, gold = shared.scorer("whole"), 0, 0, 0, 0
    for one in articles:
        taken: list[dict[str, Any]] = []
        for chance, _, row in sorted(
            ((model.score(list(r.features)), n, r) for n, r in enumerate(one.rows)), key=lambda x: -x[0]
        ):
            if chance >= threshold and row.proposition and not any(same(row.proposition, t["proposition"]) for t in taken):
                shares = model.shares(list(row.features))
                taken.append({"proposition": row.proposition, "kind": KINDS[shares.index(max(shares))]})
        pairs = whole.one_to_one(one.gold, taken, _touch, lambda g, p: _shared(g["proposition"], p["proposition"]))
        hits, found, gold = hits + len(pairs), found + len(taken), gold + len(one.gold)
        right += sum(g["kind"] == p["kind"] for g, p in pairs)
    return 200 * hits / max(1, found + gold), 100 * right / max(1, hits)


def _touch(a: dict[str, Any], b: dict[str, Any]) -> bool:
    return _shared(a["proposition"], b["proposition"]) > 0


def crossed(articles: Sequence[Article], l2: float, folds: int = 5) -> tuple[float, float, float]:
    """(threshold, F1, kinds right) at the best threshold, every article judged by a model that has not seen it."""
    order = list(range(len(articles)))
    random.Random(0).shuffle(order)
    parts = [(model_of([articles[i] for i in order if i not in order[k::folds]], l2), order[k::folds]) for k in range(folds)]
    best = (0.0, 0.0, 0.0)
    for threshold in (0.25, 0.3, 0.35, 0.4, 0.45, 0.5):
        scores = [(judged(model, [articles[i] for i in part], threshold), len(part)) for model, part in parts]
        f1, kinds = (sum(s[k] * n for s, n in scores) / len(articles) for k in (0, 1))
        best = max(best, (threshold, f1, kinds), key=lambda x: x[1])
    return best


def written(model: Foretelling) -> str:
    """The model as the lines of `foretelling.tsv`; weights that round to nothing are left out."""
    lines = ["\t".join(("feature", "forecast", *KINDS)), "\t".join(("threshold", f"{model.threshold:.2f}", *("" for _ in KINDS)))]
    for name, weight in sorted(model.weights.items()):
        values = (weight, *model.kinds[name])
        if any(round(v, 2) for v in values):
            lines.append("\t".join((name, *(f"{v:.2f}" if round(v, 2) else "" for v in values))))
    return "\n".join(lines) + "\n"


def main() -> None:
    """The command line described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--l2", type=float, default=0.005)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    train = [article(found, note["forecasts"]) for _, found, note in parses("train")]
    threshold, f1, kinds = crossed(train, asked.l2)
    print(f"cross-validated: threshold {threshold}, forecasts {f1:.1f}, kinds {kinds:.1f}")
    model = model_of(train, asked.l2, threshold)
    dev = [article(found, note["forecasts"]) for _, found, note in parses("dev")]
    print("dev:", [round(x, 1) for x in judged(model, dev, threshold)])
    if asked.write:
        OUT.write_text(written(model), encoding="utf-8")


if __name__ == "__main__":
    main()
