"""Same words: quotations that two documents share, verbatim or nearly so, each with the statement it stands in.

What it finds: six words and more in a row inside quotation marks of both, or fewer in a row where most of the shorter quotation is in
the other: cut, with words dropped, put in brackets, in another tense, with words before or behind.
What it misses: words that one prints without marks; phrases of fewer than six words; what stands in quotations everywhere.
Source: own rules.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

import msgspec

from sayso.link.chains import chain
from sayso.link.quoted import GRAM, Quotation
from sayso.link.sides import Side
from sayso.link.words import shingles, signed
from sayso.model import Span, Statement
from sayso.model.links import End, Link, link
from sayso.model.signatures import Signature

LINKER, VERSION, SPACE = "quotations", "2", "quotations"
BY = f"{LINKER}/{VERSION}"

LEAST = 6
MOSTLY = 0.7
LONG = 400
"""Words of a quotation compared at once: longer ones are compared by their beginning and end, as nobody quotes so much."""

COMMON = 60


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """Words that two quotations share: (word in a, word in b, how many), in order of both."""

    a: Quotation
    b: Quotation
    blocks: tuple[tuple[int, int, int], ...]

    @property
    def words(self) -> int:
        """How many words are the same."""
        return sum(many for _, _, many in self.blocks)

    def ends(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """The ranges of words from the first to the last that is the same, in a and in b."""
        (a, b, _), (x, y, many) = self.blocks[0], self.blocks[-1]
        return (a, x + many), (b, y + many)

    def same(self) -> bool:
        """Whether nothing stands between the words that are the same."""
        return len(self.blocks) == 1

    def whole(self) -> tuple[bool, bool]:
        """Whether the words that are the same are all of quotation a, and of b."""
        return self.words == self.a.last - self.a.first, self.words == self.b.last - self.b.first


def signature(side: Side) -> Signature:
    """The runs of six words of all its quotations: who has one in common has six words in a row in common, so that few are looked at."""
    found: dict[int, None] = {}
    for quotation in side.quotations:
        found.update(dict.fromkeys(signed(shingles(side.coded[quotation.first : quotation.last], LEAST))))
    return Signature(space=SPACE, version=VERSION, size=len(side.quotations), values=tuple(found))


def matches(a: Side, b: Side) -> Iterator[Match]:
    """The quotations that two documents share, each of `a` with those of `b`, in order."""
    common = sorted(a.grams.keys() & b.grams.keys())
    pairs = {(one, two) for gram in common for one in a.grams[gram] for two in b.grams[gram]}
    for one, two in sorted(pairs):
        if match := matched(a, a.quotations[one], b, b.quotations[two]):
            yield match


def matched(a: Side, one: Quotation, b: Side, two: Quotation) -> Match | None:
    """What two quotations share, None where it is too little to be the same words."""
    mine, theirs = a.words.keys[one.first : one.last][:LONG], b.words.keys[two.first : two.last][:LONG]
    found = SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks()
    blocks = [(one.first + m.a, two.first + m.b, m.size) for m in found if m.size > 1 or m.size == len(mine)]
    if not blocks:
        return None
    blocks = dense(blocks)
    total, longest = sum(size for *_, size in blocks), max(size for *_, size in blocks)
    shorter = min(len(mine), len(theirs))
    if longest >= LEAST or (total >= LEAST and longest >= GRAM and total >= MOSTLY * shorter):
        return Match(a=one, b=two, blocks=tuple(blocks))
    return None


def dense(blocks: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The blocks around the longest that are not torn from it by gaps longer than themselves on both sides."""
    at = max(range(len(blocks)), key=lambda place: (blocks[place][2], -place))
    first = last = at
    while first > 0 and near(blocks[first - 1], blocks[first]):
        first -= 1
    while last + 1 < len(blocks) and near(blocks[last], blocks[last + 1]):
        last += 1
    return blocks[first : last + 1]


def near(one: tuple[int, int, int], two: tuple[int, int, int]) -> bool:
    """Whether one block follows another as closely as words cut or changed leave it."""
    gaps = two[0] - one[0] - one[2], two[1] - one[1] - one[2]
    return min(gaps) <= 3 or max(gaps) <= min(one[2], two[2])


def links(a: Side, b: Side) -> Iterator[Link]:
    """A link for each quotation that both documents have."""
    for match in matches(a, b):
        first, second = (span(side, words) for side, words in zip((a, b), match.ends(), strict=True))
        one, two = a.holder(first), b.holder(second)
        news = [[], []] if match.same() else parting(a, b, match)
        ends = (
            End(record=one.id if one else a.id, doc=a.id, spans=(first,), differs=tuple(news[0])),
            End(record=two.id if two else b.id, doc=b.id, spans=(second,), differs=tuple(news[1])),
        )
        reason = f"{match.words} words the same; {credited(a, one)}, {credited(b, two)}"
        yield link("quote", *ends, sort=sort(match), reason=reason, score=scored(match), by=BY)


def sort(match: Match) -> str:
    """How two quotations share their words: the same, one shortened, or nearly the same."""
    if not match.same():
        return "near"
    return "same" if all(match.whole()) else "shortened"


def scored(match: Match) -> float:
    """How sure it is that the words are one utterance's: the longer and the less changed, the surer."""
    (i, j), (x, y) = match.ends()
    return (0.55 + 0.45 * min(1.0, match.words / 12)) * match.words / max(j - i, y - x)


def parting(a: Side, b: Side, match: Match) -> list[list[Span]]:
    """The words between the common ones that only one has: spans in a, spans in b."""
    out: list[list[Span]] = [[], []]
    for (x, y, many), (p, q, _) in pairwise(match.blocks):
        for side, place, (first, last) in ((a, 0, (x + many, p)), (b, 1, (y + many, q))):
            if last > first:
                out[place].append(span(side, (first, last)))
    return out


def span(side: Side, words: tuple[int, int]) -> Span:
    """The span of a range of words."""
    return side.words.spans[words[0]][0], side.words.spans[words[1] - 1][1]


def credited(side: Side, statement: Statement | None) -> str:
    """Words for whom a document credits with a statement."""
    if statement is None:
        return f"{side.outlet} names nobody"
    names = [voice.told() for voice in chain(side, statement)]
    return f"{side.outlet}: {' ← '.join(name or 'unstated' for name in names)}"
