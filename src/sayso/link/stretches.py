"""Stretches of words that two texts have in common, and where a range of words of one stands in the other."""

from itertools import pairwise

import msgspec
import numpy

from sayso.link.copies import RUN
from sayso.link.sides import Side

Block = tuple[int, int, int]
"""(word in a, word in b, how many)"""

MOST_PLACES = 4
"""A run that stands more often in one text is a formula and aligns nothing."""

GAP = 14
"""Words that may have been put in or left out between two stretches that go together."""


class Aligned(msgspec.Struct, frozen=True, kw_only=True):
    """A range of words of a and where it stands in b: the blocks that are the same, in order."""

    blocks: tuple[Block, ...]

    @property
    def words(self) -> int:
        """How many words are the same."""
        return sum(many for *_, many in self.blocks)

    def ranges(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """From the first to the last word that is the same, in a and in b."""
        (a, b, _), (x, y, many) = self.blocks[0], self.blocks[-1]
        return (a, x + many), (b, y + many)


def stretches(a: Side, b: Side) -> tuple[Block, ...]:
    """The longest stretches of five words and more that stand in both, by their place in a, then in b."""
    mine, theirs = a.runs(RUN), b.runs(RUN)
    order = numpy.argsort(theirs, kind="stable")
    first = numpy.searchsorted(theirs[order], mine, side="left")
    behind = numpy.searchsorted(theirs[order], mine, side="right")
    going: dict[int, Block] = {}
    out: list[Block] = []
    for i in numpy.flatnonzero((behind > first) & (behind - first <= MOST_PLACES)).tolist():
        for j in order[first[i] : behind[i]].tolist():
            start, at, many = going.get(j - i, (i, j, 0))
            if start + many != i:
                out.append((start, at, many + RUN - 1))
                start, at, many = i, j, 0
            going[j - i] = (start, at, many + 1)
    out += [(start, at, many + RUN - 1) for start, at, many in going.values()]
    return tuple(sorted(out))


def aligned(blocks: tuple[Block, ...], first: int, last: int) -> Aligned | None:
    """Where the words from `first` to `last` of a stand in b: the longest stretch and those that go on from it; None if nowhere."""
    cut = [
        (max(i, first), j + max(i, first) - i, min(i + n, last) - max(i, first))
        for i, j, n in blocks
        if i < last and i + n > first
    ]
    cut = [block for block in cut if block[2] > 0]
    if not cut:
        return None
    longest = max(cut, key=lambda block: (block[2], -block[0], -block[1]))
    kept = [longest]
    for block in reversed([one for one in cut if one[0] < longest[0]]):
        if follows(block, kept[0]):
            kept.insert(0, trimmed(block, kept[0]))
    for block in (one for one in cut if one[0] > longest[0]):
        if follows(kept[-1], block):
            kept[-1] = trimmed(kept[-1], block)
            kept.append(block)
    return Aligned(blocks=tuple(block for block in kept if block[2] > 0))


def follows(one: Block, two: Block) -> bool:
    """Whether the second block goes on where the first ends, but for a few words in either text."""
    gaps = two[0] - one[0] - one[2], two[1] - one[1] - one[2]
    return two[0] > one[0] and two[1] > one[1] and max(gaps) <= GAP


def trimmed(one: Block, two: Block) -> Block:
    """The first block without the words that the second has as well."""
    over = max(0, one[0] + one[2] - two[0], one[1] + one[2] - two[1])
    return one[0], one[1], one[2] - over


def gaps(found: tuple[Block, ...]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Between the blocks: the words of a and the words of b that stand there, one of which may be none."""
    return [((one[0] + one[2], two[0]), (one[1] + one[2], two[1])) for one, two in pairwise(found)]
