"""The same claim in wholly other words: clauses of two documents whose vectors are near and whose names, figures and negation agree.

What it finds: pairs of sentences that have an actor, a figure or the speaker in common (or a kind of act and a word) and a clause each that
says the same. Rough vectors, names, words and figures in common and the kind of act say which few are looked at closely (a linear model);
then the encoder's nearness takes the place of the rough one (another).
What it misses: what shares nothing of these; "nobody knew" against "it was known": it reads negation word by word. It needs the
package of vectors; without it claims are found by what words they share alone.
Source: vectors as in `text/vectors`; weights fitted to pairs of one episode judged by hand (`docs/readings.md`).
"""

from collections.abc import Iterator, Sequence
from math import exp

import msgspec

from sayso.link.claims import TOLD, sorted_as
from sayso.link.claims import Pair as Shared
from sayso.link.clauses import Told, apart
from sayso.link.units import ACT, NAME, NUMBER, WORD
from sayso.link.worded import Worded, nearest
from sayso.model import Span
from sayso.model.links import End, Link, link
from sayso.text.vectors import Matrix

VERSION = "3"
BY = f"claims/wordings.{VERSION}"

A_PAIR, A_DOCUMENT = 16, 60
"""Pairs of two documents looked at roughly: of those that have something in common the ones with a figure, then the nearest; pairs looked at closely for a new document."""


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
        reckoned = odds(weights, self.clauses, near, self.whole, self.acts, self.spoken)
        return msgspec.structs.replace(self, near=near, chance=1 / (1 + exp(-reckoned)))


def odds(weights: Weights, clauses: tuple[Told, Told], near: float, whole: float, acts: bool, spoken: bool) -> float:
    """The logarithm of the odds that two clauses say the same."""
    mine, theirs = clauses
    words, names = len(mine.plain & theirs.plain), len(mine.named & theirs.named)
    out = weights.bias + weights.clause * near + weights.sentence * whole + weights.act * acts
    out += weights.word * min(MANY, words) + weights.name * min(MANY, names) + weights.speaker * spoken
    return (
        out + weights.figure * (not mine.figures.isdisjoint(theirs.figures)) + weights.long * min(mine.words, theirs.words) / 10
    )


def candidates(a: Worded, others: Sequence[Worded]) -> Iterator[tuple[Match, Worded]]:
    """Pairs of units of a and of each of the others that may say the same in a clause each, the likeliest first, no unit of a pair of
    documents twice."""
    for b, near, pairs in nearest(a, others):
        held = sorted((pair for pair in pairs if tied(a, b, *pair)), key=lambda pair: not figured(a, b, *pair))
        found = [match for i, j in held[:A_PAIR] if (match := roughly(a, b, i, j, near))]
        yield from ((match, b) for match in once(sorted(found, key=lambda one: (-one.chance, one.i, one.j))))


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


def tied(a: Worded, b: Worded, i: int, j: int) -> bool:
    """Whether two units have a name, a figure or who speaks in common, or a kind of act and a word."""
    kinds = {value & 3 for value in a.held[i] & b.held[j]}
    spoken = a.made.units[i].speaker == b.made.units[j].speaker != 0
    return spoken or NAME in kinds or NUMBER in kinds or (ACT in kinds and WORD in kinds)


def figured(a: Worded, b: Worded, i: int, j: int) -> bool:
    """Whether two units have a figure in common, which tells more than any nearness of rough vectors."""
    return any(value & 3 == NUMBER for value in a.held[i] & b.held[j])


def roughly(a: Worded, b: Worded, i: int, j: int, near: Matrix) -> Match | None:
    """The likeliest pair of clauses of two units by rough nearness, None where all speak of other things."""
    acts = any(value & 3 == ACT for value in a.held[i] & b.held[j])
    spoken = a.made.units[i].speaker == b.made.units[j].speaker != 0
    rows, columns = a.rows(i), b.rows(j)
    measured = near[rows.start : rows.stop, columns.start : columns.stop].tolist()
    whole, best, most = measured[0][0], None, 0.0
    for row, line in zip(rows, measured, strict=True):
        for column, value in zip(columns, line, strict=True):
            if agreeing(mine := a.told[row], theirs := b.told[column]):
                reckoned = odds(ROUGH, (mine, theirs), value, whole, acts, spoken)
                if best is None or reckoned > most:
                    best, most = (row, column, value), reckoned
    if best is None:
        return None
    row, column, value = best
    spans = a.places[i][row - rows.start], b.places[j][column - columns.start]
    told = a.told[row], b.told[column]
    return Match(i=i, j=j, spans=spans, clauses=told, near=0.0, whole=whole, acts=acts, spoken=spoken).weighed(ROUGH, value)


def compared(a: Worded, b: Worded, match: Match) -> tuple[str, ...]:
    """The words of a match that the encoder has to look at; none where they are the same, which is a copy's or a quotation's matter."""
    mine, theirs = a.words(match.spans[0]), b.words(match.spans[1])
    return () if mine == theirs else (mine, theirs)


def closely(a: Worded, b: Worded, match: Match) -> Match | None:
    """The match by the encoder's nearness, None where it is not likely any more."""
    if not (words := compared(a, b, match)):
        return None
    mine, theirs = (a.vectors.exact(each) for each in words)
    found = match.weighed(CLOSE, float(mine @ theirs))
    return found if found.chance >= LEAST else None


def agreeing(mine: Told, theirs: Told) -> bool:
    """Whether nothing that two clauses tell speaks against their saying the same: negation, other figures, other names in its place."""
    if mine.denied != theirs.denied or apart(mine.figures, theirs.figures):
        return False
    many = max(len(mine.plain), len(theirs.plain))
    return not (apart(mine.named, theirs.named) and len(mine.plain & theirs.plain) >= SWAPPED * many)


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
