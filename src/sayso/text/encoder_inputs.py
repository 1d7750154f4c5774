"""A window of words as the arrays that the network takes."""

from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.errors import ModelError
from sayso.text.encoder_windows import Window
from sayso.text.encoder_words import Words

Ints = NDArray[np.int64]
LONGEST_WORD = 12
CACHE = 100_000
SPECIAL_CASE = 6
DISTANCES = (1, 2, 3, 4, 5, 7, 10, 15, 23, 36, 61)
FARTHEST = len(DISTANCES)


class Pieces:
    """Word pieces of words by a WordPiece vocabulary; remembers the words it met."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._met: dict[str, tuple[int, ...]] = {}
        self._ends: dict[str, tuple[int, ...]] = {}
        self.first, self.last, self._unknown = (self._mark(mark) for mark in ("[CLS]", "[SEP]", "[UNK]"))

    def _mark(self, mark: str) -> int:
        found: int | None = self._tokenizer.token_to_id(mark)
        if found is None:
            raise ModelError(f"{mark}: not in the vocabulary of the weights; install them again")
        return found

    def of(self, word: str) -> tuple[int, ...]:
        """At least one piece, at most twelve: what is longer is no word."""
        found = self._met.get(word)
        if found is None:
            ids = self._tokenizer.encode(word[:100], add_special_tokens=False).ids
            found = tuple(ids[:LONGEST_WORD]) or (self._unknown,)
            if len(self._met) < CACHE:
                self._met[word] = found
        return found

    def holding(self, word: str, at: int) -> int:
        """Which of the word's pieces holds the character at `at`; the last one where none does."""
        if len(self.of(word)) == 1:
            return 0
        ends = self._ends.get(word)
        if ends is None:
            ends = tuple(end for _, end in self._tokenizer.encode(word[:100], add_special_tokens=False).offsets[:LONGEST_WORD])
            if len(self._ends) < CACHE:
                self._ends[word] = ends
        return min(bisect_right(ends, at), len(ends) - 1)


class Inputs(msgspec.Struct, frozen=True):
    """`pieces` and `features` (4 rows: case, quotes, position, title) by piece; `firsts` gives each word's first piece."""

    pieces: Ints
    features: Ints
    firsts: Ints


def inputs(words: Words, ids: Sequence[tuple[int, ...]], window: Window, pieces: Pieces) -> Inputs:
    """Arrays of shape [pieces], [4, pieces] and [words of the window], with one special piece at either end."""
    row, owners, firsts = [pieces.first], [-1], []
    for i in range(window.start, window.end):
        firsts.append(len(row))
        row.extend(ids[i])
        owners.extend([i] * len(ids[i]))
    row.append(pieces.last)
    owners.append(-1)
    features = [
        [table[i] if i >= 0 else other for i in owners]
        for table, other in ((words.cases, SPECIAL_CASE), (words.quotes, 0), (words.positions, 0), (words.titles, 0))
    ]
    return Inputs(pieces=_ints(row), features=_ints(features), firsts=_ints(firsts))


def relations(words: Words, window: Window, anchors: Sequence[int]) -> tuple[Ints, Ints]:
    """Bucketed distance (0-22) and relation (0-19) of every word of the window to each anchor, shape [anchors, words].

    Anchors count from the window's start. A relation joins how the two stand to quotation marks with how they stand in
    sentence and paragraph.
    """
    part = slice(window.start, window.end)
    quotation, sentence, paragraph = (_ints(t[part]) for t in (words.quotation, words.sentence, words.paragraph))
    at = _ints(anchors).reshape(-1, 1)
    gap = np.arange(window.end - window.start).reshape(1, -1) - at
    steps = np.searchsorted(DISTANCES, np.abs(gap), side="right")
    distance = np.where(gap < 0, FARTHEST - steps, FARTHEST + steps)
    here, there = quotation[at], quotation.reshape(1, -1)
    quote = np.where(there == 0, 0, np.where(here == 0, 1, np.where(here == there, 2, 3)))
    side = (gap > 0).astype(np.int64)
    place = np.where(
        sentence.reshape(1, -1) == sentence[at], 0, np.where(paragraph.reshape(1, -1) == paragraph[at], 1 + side, 3 + side)
    )
    return distance.astype(np.int64), (quote * 5 + place).astype(np.int64)


def _ints(values: object) -> Ints:
    return np.asarray(values, dtype=np.int64)
