"""Same claim, other words: sentences of two documents that tell of the same actors, acts, numbers and things.

What it finds: sentences that share so many rare features that they hardly tell of two things; said by one actor
(`same speaker`), by two (`other speaker`), attributed by one and told by the other in its own voice (`stated as fact`), or told by
both in theirs (`own voices`). Sentences made about somebody else (the same words, other names) are no claim, those with other figures
are `conflicts` (`figures`).
What it misses: the same told in wholly other words; common events without names or numbers; claims weeks apart.
Source: own weighing, by how rare a feature is among the documents at hand; chosen on the seed's episode, read by eye.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from math import log

import msgspec

from sayso.link.units import ACT, NAME, NUMBER, WORD, Unit, Units
from sayso.model.links import End, Link, link

LINKER, VERSION, SPACE = "claims", "2", "claims"
BY = f"{LINKER}/{VERSION}"

COMMON = 200
"""Documents counted that have a feature: what stands in so many weighs least."""

WEIGHT = {WORD: 1.0, NUMBER: 1.4, NAME: 1.0, ACT: 0.6}
LEAST, SHARE, MANY = 7.0, 0.3, 4
FORMULA = 0.9
"""Sentences of one outlet that share so much are its formulas ("sign up for…"), not a claim told twice."""

ALIKE, NEARLY = 0.6, 0.8
"""Share from which on other figures contradict; share of words from which on other names make another sentence."""

SPOKEN = 0.75
"""Of these, so much is enough where one actor says both."""

DAYS = 21
A_PAIR = 6
"""Links made between two documents at most, the best ones."""


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two units, what they share by weight, its share of the lesser one, and how many features."""

    a: Unit
    b: Unit
    weight: float
    share: float
    many: int


def near_in_time(a: Units, b: Units) -> bool:
    """Whether two documents are of one time, as far as is known."""
    return not a.day or not b.day or abs(a.day - b.day) <= DAYS


def weights(found: Mapping[int, int], documents: int) -> dict[int, float]:
    """The weight of each feature by how many of so many documents have it, both as far as counted."""
    return {value: WEIGHT[value & 3] * log((documents + 1) / max(1, many)) for value, many in found.items()}


def pairs(a: Units, b: Units, weight: Mapping[int, float]) -> list[Pair]:
    """Each unit of a with the one of b that it shares most with, where that is enough; the best first, none of b twice."""
    where: dict[int, list[int]] = defaultdict(list)
    for place, unit in enumerate(b.units):
        for value in unit.features:
            where[value].append(place)
    found = []
    for place, unit in enumerate(a.units):
        sums: dict[int, float] = defaultdict(float)
        counts: dict[int, int] = defaultdict(int)
        for value in unit.features:
            for other in where.get(value, ()):
                sums[other] += weight.get(value, 0.0)
                counts[other] += 1
        found += [(total, counts[other], place, other) for other, total in sums.items() if total >= LEAST * SPOKEN]
    out: list[Pair] = []
    mine: set[int] = set()
    theirs: set[int] = set()
    for total, many, place, other in sorted(found, key=lambda one: (-one[0], one[2], one[3])):
        if place in mine or other in theirs or len(out) >= A_PAIR:
            continue
        pair = paired(a.units[place], b.units[other], total, many, weight)
        if enough(pair):
            mine.add(place)
            theirs.add(other)
            out.append(pair)
    return out


def paired(a: Unit, b: Unit, total: float, many: int, weight: Mapping[int, float]) -> Pair:
    """The pair of two units with what they share."""
    rarest = max(weight.values(), default=1.0)
    whole = min(sum(weight.get(value, rarest) for value in unit.features) for unit in (a, b))
    return Pair(a=a, b=b, weight=total, share=total / whole if whole else 0.0, many=many)


def enough(pair: Pair) -> bool:
    """Whether two units share so much that they tell of one thing: names or numbers among it, and words or acts besides."""
    shared = set(pair.a.features) & set(pair.b.features)
    kinds = {value & 3 for value in shared}
    spoken = pair.a.speaker == pair.b.speaker != 0
    least = SPOKEN if spoken else 1.0
    named = NAME in kinds or NUMBER in kinds or spoken
    return named and WORD in kinds and pair.many >= MANY and pair.weight >= LEAST * least and pair.share >= SHARE * least


def links(docs: tuple[str, str], a: Units, b: Units, outlets: tuple[str, str], weight: Mapping[int, float]) -> Iterator[Link]:
    """The links between the units of two documents."""
    for pair in pairs(a, b, weight):
        formula = pair.share >= FORMULA and outlets[0] == outlets[1] and not pair.a.speaker
        if formula or swapped(pair):
            continue
        if otherwise(pair):
            if pair.share >= ALIKE:
                yield differing(docs, outlets, pair)
            continue
        ends = [
            End(record=unit.record or doc, doc=doc, spans=(unit.span,)) for doc, unit in zip(docs, (pair.a, pair.b), strict=True)
        ]
        sort = sorted_as(pair)
        reason = f"{pair.many} names, numbers, acts and telling words in common, {round(100 * pair.share)} % of the shorter; {TOLD[sort]}"
        score = min(0.95, 0.35 + 0.35 * min(1.0, pair.share) + 0.25 * min(1.0, pair.weight / (3 * LEAST)))
        yield link("claim", *ends, sort=sort, reason=reason + f" ({outlets[0]}, {outlets[1]})", score=score, by=BY)


TOLD = {
    "same speaker": "one actor says both",
    "other speaker": "two actors say it",
    "stated as fact": "one attributes it, the other says it itself",
    "own voices": "both say it themselves",
}


def swapped(pair: Pair) -> bool:
    """Whether the words are nearly the same and the names are not: a sentence made into one about somebody else."""
    (mine, theirs), (words, others) = parted(pair, NAME), parted(pair, WORD)
    common = len([value for value in pair.a.features if value & 3 == WORD and value in pair.b.features])
    return bool(mine and theirs) and common >= NEARLY * (common + max(len(words), len(others)))


def otherwise(pair: Pair) -> bool:
    """Whether both give figures, and none that the other gives."""
    mine, theirs = parted(pair, NUMBER)
    both = [value for value in pair.a.features if value & 3 == NUMBER and value in pair.b.features]
    return bool(mine and theirs) and not both


def parted(pair: Pair, kind: int) -> tuple[list[int], list[int]]:
    """The features of a kind that only a has, and those that only b has."""
    mine = [value for value in pair.a.features if value & 3 == kind and value not in pair.b.features]
    return mine, [value for value in pair.b.features if value & 3 == kind and value not in pair.a.features]


def differing(docs: tuple[str, str], outlets: tuple[str, str], pair: Pair) -> Link:
    """The conflict of two sentences that tell of one thing with other figures."""
    ends = [End(record=unit.record or doc, doc=doc, spans=(unit.span,)) for doc, unit in zip(docs, (pair.a, pair.b), strict=True)]
    reason = (
        f"{round(100 * pair.share)} % of what the shorter tells is in the other, with other figures ({outlets[0]}, {outlets[1]})"
    )
    return link("conflicts", *ends, sort="figures", reason=reason, score=min(0.8, 0.3 + 0.5 * pair.share), by=BY)


def sorted_as(pair: Pair) -> str:
    """Who says it on either side."""
    if pair.a.speaker and pair.b.speaker:
        return "same speaker" if pair.a.speaker == pair.b.speaker else "other speaker"
    return "stated as fact" if pair.a.speaker or pair.b.speaker else "own voices"
