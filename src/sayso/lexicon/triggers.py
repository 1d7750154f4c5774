"""Triggers: words that name political acts, with the PLOVER types and modes they may stand for, and what a linear model makes of them.

Rows of `triggers.tsv`: lemma, part of speech (V or N), type, grade (strong: names such an act nearly always), modes, how often such
a word was seen in our gold's train part and how often it was such an event there, source. Rows of `eventing.tsv`: feature, weight for
being an event at all, weight for each type; "threshold" is a row of its own.
"""

import importlib.resources
import math
from collections.abc import Iterator, Mapping

import msgspec

from sayso.errors import ModelError

FILE, MODEL = "triggers.tsv", "eventing.tsv"
TYPES = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST",
    "RETREAT", "SANCTION", "SUPPORT", "THREATEN",
)  # fmt: skip
Features = Mapping[str, float]


class Sense(msgspec.Struct, frozen=True):
    """One type that a word may name, whether it nearly always does, and the modes that go with it."""

    type: str
    strong: bool
    modes: tuple[str, ...] = ()


class Eventing(msgspec.Struct, frozen=True):
    """A linear model: `weights` of features (log odds), `types` of features (scores), the least chance that is kept."""

    weights: dict[str, float]
    types: dict[str, tuple[float, ...]]
    threshold: float

    def chance(self, features: Features) -> float:
        """Chance, 0..1, that a word with these features names an event."""
        odds = self.weights.get("", 0.0) + sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))

    def kinds(self, features: Features) -> list[float]:
        """Chances of the types, in the order of `TYPES`, should the word name an event."""
        sums = list(self.types.get("", (0.0,) * len(TYPES)))
        for name, value in features.items():
            for k, weight in enumerate(self.types.get(name, ())):
                sums[k] += weight * value
        top = max(sums)
        raised = [math.exp(x - top) for x in sums]
        return [x / sum(raised) for x in raised]


class Triggers(msgspec.Struct, frozen=True):
    """Words that name acts, asked by part of speech and lemma, and the model that weighs them in their place."""

    words: dict[tuple[str, str], tuple[Sense, ...]]
    model: Eventing

    def senses(self, pos: str, lemma: str) -> tuple[Sense, ...]:
        """What a word may name, none where it names no act."""
        return self.words.get((pos, lemma), ())


def load() -> Triggers:
    """The triggers that ship with sayso. Raises ModelError for a row that does not hold."""
    return Triggers(words=words(_lines(FILE)), model=model(_lines(MODEL)))


def _lines(name: str) -> list[str]:
    return importlib.resources.files("sayso.lexicon").joinpath(name).read_text(encoding="utf-8").splitlines()


def words(lines: list[str]) -> dict[tuple[str, str], tuple[Sense, ...]]:
    """Senses by part of speech and lemma, from the lines of a TSV with a header. Raises ModelError for a row that does not hold."""
    out: dict[tuple[str, str], tuple[Sense, ...]] = {}
    for number, cells in _rows(lines, 8):
        lemma, pos, kind, grade, modes, seen, right, source = cells
        if pos not in ("V", "N") or kind not in TYPES or grade not in ("strong", "plain") or not source or int(right) > int(seen):
            raise ModelError(f"{FILE}, line {number}: part of speech, type, grade, counts or source do not hold")
        sense = Sense(kind, grade == "strong", tuple(filter(None, modes.split("|"))))
        out[pos, lemma] = (*out.get((pos, lemma), ()), sense)
    return out


def model(lines: list[str]) -> Eventing:
    """The model, from the lines of a TSV with a header: feature, weights. Raises ModelError for a row that does not hold."""
    weights: dict[str, float] = {}
    types: dict[str, tuple[float, ...]] = {}
    threshold = 0.5
    for number, (name, weight, *rest) in _rows(lines, 2 + len(TYPES)):
        try:
            value, values = float(weight or 0), tuple(float(cell or 0) for cell in rest)
        except ValueError as wrong:
            raise ModelError(f"{MODEL}, line {number}: {wrong}") from wrong
        if name == "threshold":
            threshold = value
            continue
        weights[name] = value
        if any(values):
            types[name] = values
    return Eventing(weights, types, threshold)


def _rows(lines: list[str], width: int) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(lines[1:], 2):
        if line.startswith("#") or not line:
            continue
        cells = line.split("\t")
        if len(cells) != width:
            raise ModelError(f"{FILE}, {MODEL}: line {number} has {len(cells)} cells, not {width}")
        yield number, cells
