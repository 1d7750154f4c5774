"""Foretelling: what the features of a place that may look ahead are worth, as trained on our gold.

Rows of `foretelling.tsv`: feature, weight for being a forecast at all, weight for each of the six kinds.
"""

import importlib.resources
import math

import msgspec

from sayso.errors import ModelError

FILE = "foretelling.tsv"
KINDS = ("prediction", "warning", "threat", "promise", "plan", "demand")


class Foretelling(msgspec.Struct, frozen=True):
    """A linear model: `weights` of features (log odds), `kinds` of features (scores), and the least chance that is kept."""

    weights: dict[str, float]
    kinds: dict[str, tuple[float, ...]]
    threshold: float

    def score(self, features: list[str]) -> float:
        """Chance, 0..1, that a place with these features holds a forecast."""
        odds = self.weights.get("", 0.0) + sum(self.weights.get(f, 0.0) for f in features)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))

    def shares(self, features: list[str]) -> list[float]:
        """Chances of the kinds, in the order of `KINDS`, should it be a forecast."""
        rows = [self.kinds[f] for f in ("", *features) if f in self.kinds]
        sums = [sum(row[k] for row in rows) for k in range(len(KINDS))]
        raised = [math.exp(x - max(sums)) for x in sums]
        return [x / sum(raised) for x in raised]


def load() -> Foretelling:
    """The weights that ship with sayso. Raises ModelError for a row that does not hold."""
    return read(importlib.resources.files("sayso.lexicon").joinpath(FILE).read_text(encoding="utf-8").splitlines())


def read(lines: list[str]) -> Foretelling:
    """A model from the lines of a TSV with a header; `#` lines are comments, "threshold" is a row of its own.

    Raises ModelError for a row that does not hold.
    """
    weights: dict[str, float] = {}
    kinds: dict[str, tuple[float, ...]] = {}
    threshold = 0.5
    for number, line in enumerate(lines[1:], 2):
        if line.startswith("#") or not line:
            continue
        name, *values = line.split("\t")
        try:
            numbers = tuple(float(v) if v else 0.0 for v in values)
        except ValueError as wrong:
            raise ModelError(f"{FILE} line {number}: {wrong}") from wrong
        if name == "threshold":
            threshold = numbers[0]
            continue
        if len(numbers) != 1 + len(KINDS):
            raise ModelError(f"{FILE} line {number}: {len(numbers)} values where {1 + len(KINDS)} are wanted")
        weights[name] = numbers[0]
        if any(numbers[1:]):
            kinds[name] = numbers[1:]
    return Foretelling(weights, kinds, threshold)
