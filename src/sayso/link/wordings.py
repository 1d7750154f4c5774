"""The same claim in wholly other words: clauses of two documents whose vectors are near and whose names, figures and negation agree.

What it finds: pairs of sentences that have an actor, a figure or the speaker in common (or a kind of act and a word) and a clause each that
says the same. Rough vectors, names, words and figures in common and the kind of act say which few are looked at closely (a linear model);
then the encoder's nearness takes the place of the rough one (another).
What it misses: what shares nothing of these; "nobody knew" against "it was known": it reads negation word by word. It needs the
package of vectors; without it claims are found by what words they share alone.
Source: vectors as in `text/vectors`; weights fitted to pairs of one episode judged by hand (`docs/readings.md`).
"""

from collections.abc import Sequence
from functools import cached_property
from math import exp

import msgspec
import numpy

from sayso.link.claims import TOLD, sorted_as
from sayso.link.claims import Pair as Shared
from sayso.link.clauses import Told, apart, clauses, told
from sayso.link.units import ACT, NAME, NUMBER, WORD, Unit, Units
from sayso.model import Span
from sayso.model.links import End, Link, link
from sayso.text.vectors import Matrix, Vectors

VERSION = "1"
BY = f"claims/wordings.{VERSION}"

NEAR, A_PAIR, A_DOCUMENT = 0.55, 24, 60
"""Rough nearness from which on two sentences are looked at; so many pairs of two documents; so many closely for a new document."""


class Weights(msgspec.Struct, frozen=True, kw_only=True):
    """What speaks for two clauses saying the same: nearness of the clauses, of the sentences (rough), each plain word and each name in common
    up to three, a figure, acts of one kind, one speaker; `long` is for ten words."""

    clause: float
    sentence: float
    word: float
    name: float
    figure: float
    act: float
    speaker: float
    long: float
    bias: float


ROUGH = Weights(clause=1.1, sentence=3.3, word=0.95, name=0.45, figure=4.3, act=0.9, speaker=0.6, long=-0.8, bias=-4.55)
CLOSE = Weights(clause=8.9, sentence=2.0, word=0.95, name=0.25, figure=4.9, act=1.65, speaker=0.3, long=-0.4, bias=-10.1)
MANY = 3
LEAST = 0.5
"""Chance from which on two clauses are linked."""

SWAPPED = 0.8
"""Share of plain words in common from which on other names make it a sentence about somebody else."""

KEPT = 4
"""Links of two documents made so, the likeliest."""


class Worded(msgspec.Struct, dict=True, frozen=True):
    """A document's units with their words, prepared once for comparison with many."""

    doc: str
    outlet: str
    text: str
    made: Units
    vectors: Vectors

    @cached_property
    def places(self) -> tuple[tuple[Span, ...], ...]:
        """For each unit its clauses, the whole first."""
        return tuple(tuple(clauses(self.text, unit.span)) for unit in self.made.units)

    @cached_property
    def firsts(self) -> list[int]:
        """For each unit the row of its first clause."""
        out, at = [], 0
        for spans in self.places:
            out.append(at)
            at += len(spans)
        return out

    @cached_property
    def coded(self) -> Matrix:
        """The vectors of all clauses in order."""
        return self.vectors.of([self.text[start:end] for spans in self.places for start, end in spans])

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """What all clauses tell, in order."""
        return tuple(told(self.text[start:end]) for spans in self.places for start, end in spans)

    @cached_property
    def met(self) -> dict[Span, Matrix]:
        """The encoder's vectors made so far."""
        return {}

    def vector(self, span: Span) -> Matrix:
        """The encoder's vector of a clause."""
        if span not in self.met:
            self.met[span] = self.vectors.exact(self.text[span[0] : span[1]])
        return self.met[span]

    def rows(self, unit: int) -> range:
        """The numbers of a unit's clauses."""
        return range(self.firsts[unit], self.firsts[unit] + len(self.places[unit]))


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """Two units, by their places, and the clauses of them that may say the same; `chance` is how likely they do."""

    i: int
    j: int
    spans: tuple[Span, Span]
    clauses: tuple[Told, Told]
    near: float
    whole: float
    acts: bool
    spoken: bool
    chance: float = 0.0

    def weighed(self, weights: Weights, near: float) -> "Match":
        """The same with another nearness and the chance that follows from it."""
        mine, theirs = self.clauses
        words, names = len(mine.plain & theirs.plain), len(mine.named & theirs.named)
        odds = weights.bias + weights.clause * near + weights.sentence * self.whole + weights.act * self.acts
        odds += weights.word * min(MANY, words) + weights.name * min(MANY, names) + weights.speaker * self.spoken
        odds += weights.figure * (not mine.figures.isdisjoint(theirs.figures)) + weights.long * min(mine.words, theirs.words) / 10
        return msgspec.structs.replace(self, near=near, chance=1 / (1 + exp(-odds)))


def candidates(a: Worded, b: Worded) -> list[Match]:
    """Pairs of units that may say the same in a clause each, the likeliest first, no unit twice."""
    if not a.made.units or not b.made.units:
        return []
    near = a.coded @ b.coded.T
    best = numpy.maximum.reduceat(numpy.maximum.reduceat(near, a.firsts, axis=0), b.firsts, axis=1)
    nearest = sorted((-float(best[i, j]), int(i), int(j)) for i, j in numpy.argwhere(best >= NEAR))
    looked = [(i, j) for _, i, j in nearest[:A_PAIR] if tied(a.made.units[i], b.made.units[j])]
    found = [match for i, j in looked if (match := roughly(a, b, i, j, near))]
    return once(sorted(found, key=lambda one: (-one.chance, one.i, one.j)))


def once(found: Sequence[Match]) -> list[Match]:
    """The first of those that share a unit."""
    mine: set[int] = set()
    theirs: set[int] = set()
    out: list[Match] = []
    for match in found:
        if match.i not in mine and match.j not in theirs and len(out) < KEPT:
            mine.add(match.i)
            theirs.add(match.j)
            out.append(match)
    return out


def tied(a: Unit, b: Unit) -> bool:
    """Whether two units have a name, a figure or who speaks in common, or a kind of act and a word."""
    kinds = {value & 3 for value in a.features if value in b.features}
    return a.speaker == b.speaker != 0 or NAME in kinds or NUMBER in kinds or (ACT in kinds and WORD in kinds)


def roughly(a: Worded, b: Worded, i: int, j: int, near: Matrix) -> Match | None:
    """The likeliest pair of clauses of two units by rough nearness, None where all speak of other things."""
    one, two = a.made.units[i], b.made.units[j]
    acts = any(value & 3 == ACT and value in two.features for value in one.features)
    whole, spoken = float(near[a.firsts[i], b.firsts[j]]), one.speaker == two.speaker != 0
    found = [
        Match(
            i=i, j=j, spans=(x, y), clauses=(a.told[row], b.told[column]), near=0.0, whole=whole, acts=acts, spoken=spoken
        ).weighed(ROUGH, float(near[row, column]))
        for row, x in zip(a.rows(i), a.places[i], strict=True)
        for column, y in zip(b.rows(j), b.places[j], strict=True)
        if agreeing(a.told[row], b.told[column])
    ]  # fmt: skip
    return max(found, key=lambda match: match.chance, default=None)


def closely(a: Worded, b: Worded, match: Match) -> Match | None:
    """The match by the encoder's nearness, None where it is not likely any more."""
    (start, end), (first, last) = match.spans
    if a.text[start:end] == b.text[first:last]:
        return None  # the same words are a copy's or a quotation's matter
    near = float(a.vector(match.spans[0]) @ b.vector(match.spans[1]))
    found = match.weighed(CLOSE, near)
    return found if found.chance >= LEAST else None


def agreeing(mine: Told, theirs: Told) -> bool:
    """Whether nothing that two clauses tell speaks against their saying the same: negation, other figures, other names in its place."""
    swapped = apart(mine.named, theirs.named) and len(mine.plain & theirs.plain) >= SWAPPED * max(
        len(mine.plain), len(theirs.plain)
    )
    return mine.denied == theirs.denied and not apart(mine.figures, theirs.figures) and not swapped


def tie(a: Worded, b: Worded, match: Match) -> Link:
    """The link that a match is."""
    one, two = a.made.units[match.i], b.made.units[match.j]
    ends = [
        End(record=unit.record or side.doc, doc=side.doc, spans=(span,))
        for side, unit, span in zip((a, b), (one, two), match.spans, strict=True)
    ]
    sort = sorted_as(Shared(a=one, b=two, weight=0.0, share=0.0, many=0))
    mine, theirs = match.clauses
    figures = len(mine.figures & theirs.figures)
    common = f"{len(mine.plain & theirs.plain)} telling words" + (f", {figures} figures" if figures else "")
    reason = f"the same in other words (nearness {match.near:.2f}; {common} in common{', acts of one kind' if match.acts else ''}); {TOLD[sort]}"
    return link("claim", *ends, sort=sort, reason=f"{reason} ({a.outlet}, {b.outlet})", score=0.95 * match.chance, by=BY)
