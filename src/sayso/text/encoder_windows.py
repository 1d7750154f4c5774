"""Windows of words that the encoder reads one at a time, cut at paragraph and sentence ends where that is possible."""

import itertools
from collections.abc import Sequence

import msgspec

from sayso.text.encoder_words import INSIDE, PARAGRAPH_START, Words

PIECES = 254
OVERLAP = 12  # more gains nothing, as windows end with paragraphs or sentences (dev parts of PolNeAR and of the gold)


class Window(msgspec.Struct, frozen=True):
    """Words [start, end); those of [first, last) are decided here, the others are seen only as context."""

    start: int
    end: int
    first: int
    last: int


def windows(words: Words, pieces: Sequence[int], overlap: int = OVERLAP, limit: int = PIECES) -> list[Window]:
    """Windows in order that together decide every word once; `pieces` counts the word pieces of each word."""
    bounds: list[tuple[int, int]] = []
    start, n = 0, len(words)
    if not n:
        return []
    while start < n:
        end = _end(words, pieces, start, limit)
        bounds.append((start, end))
        if end >= n:
            break
        start = _back(words, pieces, start, end, overlap)
    middles = [(a_end + b_start + 1) // 2 for (_, a_end), (b_start, _) in itertools.pairwise(bounds)]
    return [
        Window(start=a, end=b, first=first, last=last)
        for (a, b), first, last in zip(bounds, [0, *middles], [*middles, n], strict=True)
    ]


def _end(words: Words, pieces: Sequence[int], start: int, limit: int) -> int:
    """The end of the window from `start`: the last paragraph end in its second half, else the last sentence end, else full."""
    total, end = 0, start
    while end < len(words) and total + pieces[end] <= limit:
        total += pieces[end]
        end += 1
    if end >= len(words):
        return end
    end = max(end, start + 1)
    half = range(end, start + (end - start) // 2, -1)
    for wanted in (PARAGRAPH_START, INSIDE + 1):
        for i in half:
            if words.positions[i] >= wanted:
                return i
    return end


def _back(words: Words, pieces: Sequence[int], start: int, end: int, overlap: int) -> int:
    """Where the next window begins: the earliest sentence start within `overlap` pieces before `end`."""
    total, best, i = 0, end, end - 1
    while i > start and total + pieces[i] <= overlap:
        total += pieces[i]
        if words.positions[i] != INSIDE:
            best = i
        i -= 1
    return best
