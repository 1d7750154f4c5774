"""Stories: documents about one unfolding event.

What it finds: documents of about the same days that share enough rare names, words, figures and acts (a weighted cosine).
What it misses: stories that lie still for weeks; it says nothing of what the event is.
Source: TF-IDF over a window of days, as in the shared numbers for BASIL; the least likeness chosen there.
"""

from collections.abc import Iterable, Mapping
from math import log, sqrt

from sayso.link.units import ACT, NAME, NUMBER, WORD, Units
from sayso.model.links import End, Link, link

NAMED, VERSION = "stories", "1"
BY = f"{NAMED}/{VERSION}"

WEIGHT = {WORD: 1.0, NUMBER: 1.4, NAME: 1.5, ACT: 0.3}
SHARED = 12
"""Features that two documents of one story have in common at least: a few are soon alike in short texts."""

ALIKE, NEAR, DAYS = 0.08, 0.06, 14
"""Likeness from which on two documents are of one story; nearly so much, reckoned roughly, to be looked at; days between them."""


def weights(found: Mapping[int, int], documents: int) -> dict[int, float]:
    """The square of each feature's weight by how many of so many documents have it."""
    return {value: (WEIGHT[value & 3] * log((documents + 1) / max(1, many))) ** 2 for value, many in found.items()}


def of_one_time(a: Units, b: Units) -> bool:
    """Whether two documents are of about the same days; one without a date may be of any."""
    return not a.day or not b.day or abs(a.day - b.day) <= DAYS


def likeness(shared: Iterable[int], weight: Mapping[int, float], one: float, two: float) -> float:
    """The cosine of two documents of these norms (squared) that share these features.

    >>> round(likeness([1, 2], {1: 4.0, 2: 5.0}, 9.0, 36.0), 3)
    0.5
    """
    return sum(weight.get(value, 0.0) for value in shared) / sqrt(one * two) if one and two else 0.0


def story(docs: tuple[str, str], a: Units, b: Units, alike: float, many: int) -> Link:
    """The link of two documents of one story."""
    ends = [
        End(record=doc, doc=doc, spans=tuple(unit.span for unit in made.units[:1]))
        for doc, made in zip(docs, (a, b), strict=True)
    ]
    apart = abs(a.day - b.day) if a.day and b.day else None
    when = (
        "one of them undated" if apart is None else "on one day" if not apart else f"{apart} day{'s' if apart > 1 else ''} apart"
    )
    reason = f"{many} names, figures, acts and telling words in common, likeness {alike:.2f}, {when}"
    return link("story", *ends, reason=reason, score=min(0.95, 0.5 + 2 * (alike - ALIKE)), by=BY)
