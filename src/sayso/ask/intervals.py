"""The arithmetic of error rates: Wilson's interval, a weighted proportion, agreement beyond chance.

Source: Wilson 1927; Kish 1965 (effective size of a weighted sample); Cohen 1960. Nothing here knows of records or ledgers.
"""

import math
from collections import Counter
from collections.abc import Sequence

from sayso.ask.scoring import Interval

Z = 1.959963984540054
"""The point of the normal distribution that leaves two and a half per cent above it."""


def wilson(right: float, n: float) -> Interval:
    """The 95 per cent interval of a proportion; from 0 to 1 where nothing was looked at.

    >>> wilson(8, 10)
    Interval(low=0.4902, high=0.9433)
    """
    if n <= 0:
        return Interval(low=0.0, high=1.0)
    p, z2 = right / n, Z * Z
    middle = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = Z * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    return Interval(low=round(max(0.0, middle - half), 4) + 0.0, high=round(min(1.0, middle + half), 4))


def weighted(groups: Sequence[tuple[float, float, float]]) -> tuple[float, float]:
    """(proportion, effective size) over strata of (right, looked at, how many there are): each counts by how many there are.

    >>> weighted([(9, 10, 900), (5, 10, 100)])
    (0.86, 12.1951)
    """
    known = [(right, n, size) for right, n, size in groups if n > 0]
    total = sum(size for _, _, size in known)
    if not total:
        return 0.0, 0.0
    p = sum(size * right / n for right, n, size in known) / total
    squares = sum((size / total) ** 2 / n for _, n, size in known)
    return round(p, 4), round(1 / squares, 4)


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa: agreement of two beyond what chance gives; None where both always say the same one thing.

    >>> kappa([("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15)
    0.4
    """
    n = len(pairs)
    first, second = (Counter(pair[side] for pair in pairs) for side in (0, 1))
    chance = sum(first[word] * second[word] for word in first) / (n * n) if n else 1.0
    observed = sum(a == b for a, b in pairs) / n if n else 0.0
    return None if chance >= 1 else round((observed - chance) / (1 - chance), 4) + 0.0
