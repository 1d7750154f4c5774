"""Passages that two documents have in common, each with the statement that holds it on either side and what was dropped of it."""

import re
from collections.abc import Iterator

import msgspec

from sayso.link.quotations import Match, matches
from sayso.link.sides import Side
from sayso.link.stretches import Aligned, Block, aligned, gaps, stretches
from sayso.model import Span, Spans, Statement
from sayso.model.links import End
from sayso.model.span import hull

LEAST = 8
MOSTLY = 0.7
SCOPE = 3
"""Words before a cut in which a negation still turns what follows."""

CLAUSE = 12
FEW = 5
"""Words left out between others: more than so many are a thought of their own, whose negation does not touch the rest."""

STOP = re.compile(r"[.!?;:]|\n")
SHORT = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "sen",
        "rep",
        "gen",
        "gov",
        "lt",
        "col",
        "sgt",
        "capt",
        "st",
        "jr",
        "sr",
        "prof",
        "rev",
        "hon",
        "vs",
        "no",
    ]
)
OPENERS = frozenset({"and", "but", "or", "so", "then", "because", "which", "while"})
"""Words that open a thought of their own: a condition behind them is of that one."""

ALL = ("negation", "condition", "hedge")


class Dropped(msgspec.Struct, frozen=True):
    """Words (a range of `kept`'s) that the other one has not, the word of `cut` where they are missing, what to look for in them."""

    kept: Side
    cut: Side
    words: tuple[int, int]
    place: int
    kinds: tuple[str, ...] = ALL


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """Words in common: where they stand in a and in b, the innermost statement that holds them there (None: nobody's but the outlet's).

    `quoted` is the match of two quotations where both have them in quotation marks, None elsewhere.
    """

    a: Statement | None
    b: Statement | None
    first: Span
    second: Span
    blocks: tuple[Block, ...]
    quoted: Match | None = None

    @property
    def words(self) -> int:
        """How many words are the same."""
        return sum(many for *_, many in self.blocks)

    def ranges(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """From the first to the last word that is the same, in a and in b."""
        return Aligned(blocks=self.blocks).ranges()

    def dropped(self, a: Side, b: Side) -> Iterator[Dropped]:
        """What one has and the other has not, inside the passage and, for quotations, at the cuts."""
        for (i, j), (x, y) in gaps(self.blocks):
            if i < j <= i + FEW and unbroken(a, i - 1, j + 1):
                yield Dropped(a, b, (i, j), x)
            if x < y <= x + FEW and unbroken(b, x - 1, y + 1):
                yield Dropped(b, a, (x, y), i)
        if self.quoted is not None:
            yield from cuts(a, b, self.quoted)


def passages(a: Side, b: Side, *, near: bool = True) -> list[Passage]:
    """The passages of two documents: shared quotations, then (where they are `near`, having much text in common) statements whose
    words stand in the other in nobody's marks.
    """
    out = [quoted(a, b, match) for match in matches(a, b)]
    if not near:
        return out
    blocks = tuple(block for block in stretches(a, b) if block[2] >= LEAST - 1)
    seen = {(one.first, one.second) for one in out}
    for passage in (*claimed(a, b, blocks), *(turned(one) for one in claimed(b, a, swapped(blocks)))):
        if (passage.first, passage.second) not in seen:
            seen.add((passage.first, passage.second))
            out.append(passage)
    return out


def quoted(a: Side, b: Side, match: Match) -> Passage:
    """The passage that two quotations share."""
    first, second = (place(side, words) for side, words in zip((a, b), match.ends(), strict=True))
    return Passage(a=a.holder(first), b=b.holder(second), first=first, second=second, blocks=match.blocks, quoted=match)


def claimed(a: Side, b: Side, blocks: tuple[Block, ...]) -> Iterator[Passage]:
    """The statements of a, not in quotation marks, whose words b has, also without marks."""
    for statement in a.statements if blocks else ():
        first, last = a.words.within(hull(statement.content)) if statement.content else (0, 0)
        if last - first < LEAST or a.quoted[first:last].mean() > 0.5:
            continue
        found = aligned(blocks, first, last)
        if found is None or found.words < max(LEAST, MOSTLY * (last - first)):
            continue
        yield from passage_of(a, b, found)


def passage_of(a: Side, b: Side, found: Aligned) -> Iterator[Passage]:
    """The passage of an alignment, none where b has it in quotation marks: then it is somebody's there."""
    mine, theirs = found.ranges()
    first, second = place(a, mine), place(b, theirs)
    if not b.quoted[slice(*theirs)].any():
        yield Passage(a=a.holder(first), b=b.holder(second), first=first, second=second, blocks=found.blocks)


def cuts(a: Side, b: Side, match: Match) -> Iterator[Dropped]:
    """What stands before and behind the common words in one quotation where the other begins or ends."""
    (i, j), (x, y) = match.ends()
    one, two = match.a, match.b
    for kept, cut, has, (at, end), begins, ends in (
        (a, b, (one.first, i, j, one.last), (x, y), x - two.first <= 2, two.last - y <= 2),
        (b, a, (two.first, x, y, two.last), (i, j), i - one.first <= 2, one.last - j <= 2),
    ):
        start, from_, to, stop = has
        before, behind = clause_start(kept, start, from_), clause_end(kept, to, stop)
        if begins and before < from_:
            if kept.words.keys[from_ - 1] not in ("that", "because", "as"):  # what stands before turns that clause, not this
                yield Dropped(kept, cut, (max(before, from_ - SCOPE), from_), at, ("negation", "hedge"))
            yield Dropped(kept, cut, (max(before, from_ - CLAUSE), from_), at, ("condition",))
        if ends and to < behind and kept.words.keys[to] not in OPENERS:
            yield Dropped(kept, cut, (to, min(behind, to + CLAUSE)), end, ("condition",))


def unbroken(side: Side, first: int, last: int) -> bool:
    """Whether a range of words is of one sentence."""
    return not any(stops(side, at) for at in range(first + 1, last))


def clause_start(side: Side, start: int, at: int) -> int:
    """The first word of the sentence that word `at` stands in, not before `start`."""
    while at > start and not stops(side, at):
        at -= 1
    return at


def clause_end(side: Side, at: int, stop: int) -> int:
    """The first word behind the sentence that goes on at word `at`, not behind `stop`."""
    while at < stop and not stops(side, at):
        at += 1
    return at


def stops(side: Side, at: int) -> bool:
    """Whether a sentence ends before word `at`; the point of "U.S." or "Gen." ends none."""
    if at <= 0 or at >= len(side.words):
        return True
    start, end = side.words.spans[at - 1]
    found = STOP.search(side.text, end, side.words.spans[at][0])
    if not found or found[0] != ".":
        return found is not None
    word = side.text[start:end]
    return not ("." in word or len(word) == 1 or word.casefold() in SHORT)


def place(side: Side, words: tuple[int, int]) -> Span:
    """The span of a range of words."""
    return side.words.spans[words[0]][0], side.words.spans[words[1] - 1][1]


def swapped(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The same blocks seen from b."""
    return tuple(sorted((j, i, many) for i, j, many in blocks))


def turned(one: Passage) -> Passage:
    """A passage of (b, a) as one of (a, b)."""
    return Passage(a=one.b, b=one.a, first=one.second, second=one.first, blocks=tuple((j, i, n) for i, j, n in one.blocks))


def ends(a: Side, b: Side, passage: Passage, differs: tuple[Spans, Spans] = ((), ())) -> tuple[End, End]:
    """Both ends of a link over a passage: the statement where there is one, else the document."""
    return (
        End(record=passage.a.id if passage.a else a.id, doc=a.id, spans=(passage.first,), differs=differs[0]),
        End(record=passage.b.id if passage.b else b.id, doc=b.id, spans=(passage.second,), differs=differs[1]),
    )
