"""Links for people: two passages, the words in which they part, the reason."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from re import findall

import msgspec

from sayso.ask.tied import Tie

NAMES = {
    "copy": "copy", "quote": "same words", "conflicts": "conflict", "claim": "same claim", "supports": "support",
    "actor": "same actor", "event": "same event", "story": "same story",
}  # fmt: skip
SORTS = {
    "attribution": "credited to another", "shortened": "shortened", "fact": "stated as fact", "figures": "other figures", "same": "", "near": "nearly",
    "same speaker": "one speaker", "other speaker": "two speakers", "own voices": "in their own voices", "stated as fact": "stated as fact by one",
    "role": "described otherwise", "spelling": "spelt otherwise", "name": "under two names",
    "block": "only a block in common", "excerpt": "excerpt", "rewrite": "rewritten", "update": "updated",
}  # fmt: skip


class Piece(msgspec.Struct, frozen=True):
    """A run of words of one passage; `common` where the other has them too."""

    words: str
    common: bool


def named(tie: Tie) -> str:
    """What a link is, in words: "conflict: credited to another"."""
    if tie.sort == "lookalike":
        return "names that look alike, not taken for one"
    sort = SORTS.get(tie.sort, tie.sort)
    return f"{NAMES[tie.kind]}: {sort}" if sort else NAMES[tie.kind]


def how(tie: Tie) -> str:
    """The sort of a link among others of its kind, in words: "credited to another"."""
    return SORTS.get(tie.sort, tie.sort) or "word for word"


def apart(tie: Tie) -> str:
    """What the words are in which two passages part: their sources, or words that one side alone has."""
    return "credited to" if tie.sort in ("attribution", "fact") else "only here"


def placed(outlet: str | None, published: str | None, doc: str) -> str:
    """Where a passage stands: outlet, day, document."""
    return f"{outlet or 'outlet unknown'}, {published[:10] if published else 'undated'} ({doc[:8]})"


def aligned(one: str, two: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Two passages word by word: which runs of each the other has too. Joined again they are the passages.

    >>> first, second = aligned("the old lock", "The lock")
    >>> [(piece.words, piece.common) for piece in first]
    [('the ', True), ('old ', False), ('lock', True)]
    """
    mine, theirs = (findall(r"\s*\S+\s*", text) for text in (one, two))
    keys = [[word.strip(" \n\t,.;:!?“”\"'‘’()[]…").casefold() for word in words] for words in (mine, theirs)]
    blocks = SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_matching_blocks()
    return pieces(mine, [(m.a, m.size) for m in blocks]), pieces(theirs, [(m.b, m.size) for m in blocks])


def pieces(words: list[str], blocks: list[tuple[int, int]]) -> tuple[Piece, ...]:
    """The words in runs that are common and runs that are not."""
    out, at = [], 0
    for start, size in blocks:
        out += [Piece("".join(words[at:start]), False), Piece("".join(words[start : start + size]), True)]
        at = start + size
    return tuple(piece for piece in out if piece.words)


def explained(tie: Tie) -> Iterator[str]:
    """Lines that explain a link."""
    yield f"{named(tie)}  {tie.link}  {tie.score:.2f}  {tie.by}"
    yield f"  why  {tie.reason}"
    for outlet, published, doc, words, spans, differs in (
        (tie.outlet, tie.published, tie.doc or "", tie.quote, tie.spans, tie.differs),
        (tie.other_outlet, tie.other_published, tie.other_doc, tie.other_quote, tie.other_spans, tie.other_differs),
    ):
        place = ", ".join(f"{start}:{end}" for start, end in spans[:3])
        yield f"  {placed(outlet, published, doc)} {place}"
        yield f"    “{words}”"
        if differs:
            yield f"    here: {differs}"
