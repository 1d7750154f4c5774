"""The reliability diagram: how often forecasts of each probability came true, drawn as SVG on the server."""

import math
from collections.abc import Sequence

import msgspec

from sayso.ask.records import Phrase, Score

SIDE = 300.0
"""Length of an axis in the drawing's units."""

LARGEST = 13.0
SMALLEST = 3.5
LABELLED = 12
"""Wordings named beside their bars; more would lie over each other."""


class Dot(msgspec.Struct, frozen=True):
    """Stated numbers of a bin: place, size by how many, and what they say."""

    x: float
    y: float
    r: float
    label: str


class Bar(msgspec.Struct, frozen=True):
    """A wording: from the least to the greatest probability that readers take it for, at the height it came true."""

    x: float
    width: float
    y: float
    label: str
    name: str


class Diagram(msgspec.Struct, frozen=True):
    """What is drawn: dots of stated numbers, bars of words, the base rate's height; `alt` says it in a sentence."""

    side: float
    dots: tuple[Dot, ...]
    bars: tuple[Bar, ...]
    base: float | None
    alt: str


def diagram(score: Score | None, phrases: Sequence[Phrase]) -> Diagram | None:
    """The drawing of a record, None where nothing with a probability has come out."""
    bins = score.stated.bins if score and score.stated else ()
    if score is None or not (bins or phrases):
        return None
    most = max([one.n for one in bins], default=1)
    dots = tuple(
        Dot(
            at(one.forecast), SIDE - at(one.observed), round(max(LARGEST * math.sqrt(one.n / most), SMALLEST), 1),
            f"said {one.forecast:.0%}, came true {one.observed:.0%} of {one.n}",
        )
        for one in bins
    )  # fmt: skip
    often = sorted(phrases, key=lambda one: (-one.n, one.phrase))[:LABELLED]
    bars = tuple(
        Bar(
            at(one.low), round(at(one.high) - at(one.low), 1), SIDE - at(one.observed),
            f"“{one.phrase}”, {one.low:.0%} to {one.high:.0%} to readers, came true {one.observed:.0%} of {one.n}", one.phrase,
        )
        for one in often
    )  # fmt: skip
    base = None if score.base_rate is None else SIDE - at(score.base_rate)
    told = "; ".join([*(dot.label for dot in dots), *(bar.label for bar in bars)])
    return Diagram(SIDE, dots, bars, base, f"Probability said against share that came true: {told}.")


def at(share: float) -> float:
    """A share as a distance along an axis."""
    return round(share * SIDE, 1)
