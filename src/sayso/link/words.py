"""Words of a text with their places and numbers: what texts are compared by. The numbers never change with a library or a machine."""

import hashlib
import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec
import numpy
from numpy.typing import NDArray

from sayso.model import Span

VERSION = "1"
Numbers = NDArray[numpy.uint64]

WORD = re.compile(r"\w+(?:[.'’,‑-]\w+)*")
JOINTS = re.compile(r"[.'’,‑-]")
FACTOR = numpy.uint64(0x9E3779B97F4A7C15)
MIXERS = (numpy.uint64(0xBF58476D1CE4E5B9), numpy.uint64(0x94D049BB133111EB))
SHIFTS = (numpy.uint64(30), numpy.uint64(27), numpy.uint64(31))


class Words(msgspec.Struct, frozen=True):
    """The words of a text: where each stands and how it reads once case and joints are taken from it."""

    spans: tuple[Span, ...]
    keys: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.keys)

    def within(self, span: Span) -> tuple[int, int]:
        """The first word that begins in the span, and the first behind it."""
        return first_from(self.spans, span[0]), first_from(self.spans, span[1])


def words(text: str) -> Words:
    """The words of a text in order.

    >>> words("The U.S. can’t pay $1,000.50, non-binding or not.").keys
    ('the', 'us', 'cant', 'pay', '1000.50', 'nonbinding', 'or', 'not')
    """
    found = [(match.span(), keyed(match.group())) for match in WORD.finditer(text)]
    return Words(tuple(span for span, _ in found), tuple(key for _, key in found))


@lru_cache(65_536)
def keyed(word: str) -> str:
    """A word without case and joints; a decimal point stays.

    >>> keyed("Abu-Bakr’s"), keyed("3.5")
    ('abubakrs', '3.5')
    """
    if word[0].isdigit():
        return word.replace(",", "").replace("’", "'").casefold()
    return JOINTS.sub("", word).casefold()


@lru_cache(131_072)
def number(word: str) -> int:
    """Sixty-four bits that stand for a word, everywhere the same."""
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def numbers(keys: Sequence[str]) -> Numbers:
    """The number of each word."""
    return numpy.array([number(key) for key in keys], dtype=numpy.uint64)


def shingles(coded: Numbers, length: int) -> Numbers:
    """A number for each run of `length` words, by its first word; none where the text is shorter."""
    many = len(coded) - length + 1
    if many <= 0:
        return numpy.empty(0, dtype=numpy.uint64)
    out = numpy.zeros(many, dtype=numpy.uint64)
    for place in range(length):
        out = mixed(out * FACTOR + coded[place : place + many])
    return out


def mixed(values: Numbers) -> Numbers:
    """The same numbers with their bits spread evenly (the last steps of splitmix64)."""
    values = (values ^ (values >> SHIFTS[0])) * MIXERS[0]
    values = (values ^ (values >> SHIFTS[1])) * MIXERS[1]
    return values ^ (values >> SHIFTS[2])


def signed(values: Numbers) -> tuple[int, ...]:
    """The same bits as numbers that a database keeps."""
    return tuple(int(value) for value in values.view(numpy.int64))


def first_from(spans: Sequence[Span], at: int) -> int:
    """The place of the first span that begins at `at` or behind it."""
    low, high = 0, len(spans)
    while low < high:
        middle = (low + high) // 2
        if spans[middle][0] < at:
            low = middle + 1
        else:
            high = middle
    return low
