"""The arithmetic of scores: Brier, its decomposition, its interval where only words are known, and how sure all that is.

Source: Brier 1950; Murphy 1973 (reliability - resolution + uncertainty). Nothing here knows of claims or ledgers.
"""

from collections.abc import Sequence

import msgspec
import numpy

BINS = 10
RESAMPLES = 1000
SEED = 1
TAIL = 2.5
"""Per cent left out at each end of what resampling gives."""


class Bin(msgspec.Struct, frozen=True, kw_only=True):
    """Forecasts of about the same probability: how many, their mean, and how often it came true."""

    n: int
    forecast: float
    observed: float


class Murphy(msgspec.Struct, frozen=True, kw_only=True):
    """Brier score and its parts; `binned` is what the parts add up to: the score of forecasts moved to their bin's mean."""

    n: int
    brier: float
    binned: float
    reliability: float
    resolution: float
    uncertainty: float
    bins: tuple[Bin, ...]


class Interval(msgspec.Struct, frozen=True, kw_only=True):
    """The least and the greatest value."""

    low: float
    high: float


def brier(forecasts: Sequence[float], outcomes: Sequence[int]) -> float:
    """The mean squared difference between probability and outcome (1 came true, 0 did not): 0 best, 1 worst.

    >>> brier([0.8, 0.4], [1, 0])
    0.1
    """
    return rounded(sum((p - o) ** 2 for p, o in zip(forecasts, outcomes, strict=True)) / len(forecasts))


def murphy(forecasts: Sequence[float], outcomes: Sequence[int]) -> Murphy:
    """The score of one or more stated probabilities, taken apart over bins a tenth wide."""
    n = len(forecasts)
    base = sum(outcomes) / n
    groups: dict[int, list[tuple[float, int]]] = {}
    for p, o in zip(forecasts, outcomes, strict=True):
        groups.setdefault(min(int(p * BINS), BINS - 1), []).append((p, o))
    bins = [binned(groups[number]) for number in sorted(groups)]
    reliability = sum(one.n * (one.forecast - one.observed) ** 2 for one in bins) / n
    resolution = sum(one.n * (one.observed - base) ** 2 for one in bins) / n
    uncertainty = base * (1 - base)
    return Murphy(
        n=n,
        brier=brier(forecasts, outcomes),
        binned=rounded(reliability - resolution + uncertainty),
        reliability=rounded(reliability),
        resolution=rounded(resolution),
        uncertainty=rounded(uncertainty),
        bins=tuple(bins),
    )


def binned(pairs: Sequence[tuple[float, int]]) -> Bin:
    """The bin of these forecasts and outcomes."""
    n = len(pairs)
    return Bin(n=n, forecast=sum(p for p, _ in pairs) / n, observed=sum(o for _, o in pairs) / n)


def losses(ranges: Sequence[tuple[float, float]], outcomes: Sequence[int]) -> tuple[list[float], list[float]]:
    """For each range of probabilities the least and the greatest squared difference that a point in it would have."""
    ends = [((low - o) ** 2, (high - o) ** 2) for (low, high), o in zip(ranges, outcomes, strict=True)]
    return [min(pair) for pair in ends], [max(pair) for pair in ends]


def brier_interval(ranges: Sequence[tuple[float, float]], outcomes: Sequence[int]) -> Interval:
    """The Brier scores that words may stand for: whatever point of its range each reader took, the score lies between.

    >>> brier_interval([(0.6, 0.8)], [1])
    Interval(low=0.04, high=0.16)
    """
    least, greatest = losses(ranges, outcomes)
    return Interval(low=rounded(sum(least) / len(least)), high=rounded(sum(greatest) / len(greatest)))


def bootstrap(least: Sequence[float], greatest: Sequence[float]) -> Interval:
    """How far the mean might lie if other forecasts of the same kind had been drawn: 95 per cent, always with the same draws.

    `least` and `greatest` are the losses of each forecast at the ends of its range, the same list twice for stated numbers.
    """
    n = len(least)
    # The stream of RandomState is frozen for good, so the same ledger has the same score with every numpy.
    drawn = numpy.random.RandomState(SEED).randint(0, n, size=(RESAMPLES, n))
    low = numpy.percentile(numpy.asarray(least)[drawn].mean(axis=1), TAIL)
    high = numpy.percentile(numpy.asarray(greatest)[drawn].mean(axis=1), 100 - TAIL)
    return Interval(low=rounded(float(low)), high=rounded(float(high)))


def rounded(value: float) -> float:
    """The value to four decimals, never a negative nought."""
    return round(value, 4) + 0.0
