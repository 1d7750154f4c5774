"""Propositions that say the same in nearly the same words: what is counted once."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TypeVar

import msgspec

T = TypeVar("T")
ALIKE = 0.8
"""Share of the words of both that must be common."""

EMPTY = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "but",
        "by",
        "can",
        "could",
        "did",
        "do",
        "does",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "may",
        "might",
        "more",
        "of",
        "on",
        "or",
        "our",
        "shall",
        "she",
        "should",
        "some",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "there",
        "they",
        "this",
        "to",
        "up",
        "us",
        "was",
        "we",
        "were",
        "what",
        "when",
        "which",
        "who",
        "will",
        "with",
        "would",
        "you",
    ]
)
MONTHS = ("may",)
"""Words that tell nothing but for a month."""

NEGATION = frozenset(["no", "not", "never", "nobody", "nothing", "none", "neither", "nor", "without", "cannot"])
ENDINGS = ("ing", "ed", "es", "s")
DIGIT = re.compile(r"\d")
DENIED = re.compile(r"n['’]t\b")
WORD = re.compile(r"\w+(?:[’'-]\w+)*")


@lru_cache(65_536)
def stem(word: str) -> str:
    """A word in lower case without the commonest endings; enough to tell that two are forms of one.

    >>> stem("reopened"), stem("reopening"), stem("locks"), stem("gas")
    ('reopen', 'reopen', 'lock', 'gas')
    """
    plain = word.casefold().replace("’", "'").removesuffix("'s")
    for ending in ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 4:
            return plain.removesuffix(ending)
    return plain[:-1] if len(plain) == 4 and plain.endswith("s") and not plain.endswith(("ss", "us", "is", "as")) else plain


def telling(text: str) -> dict[str, str]:
    """The words that tell something by their stems, in order."""
    return {stem(word): word for word in WORD.findall(text) if word.casefold() not in EMPTY}


class Said(msgspec.Struct, frozen=True, gc=False):
    """What of a proposition is compared, as sorted words: its stems, those of names in it; and what must be equal (numbers, denial)."""

    stems: str
    names: str
    fixed: str

    def same(self, other: "Said") -> bool:
        """Whether two propositions are nearly the same words, and neither names what the other does not."""
        if self.stems == other.stems:
            return True
        mine, theirs = set(self.stems.split()), set(other.stems.split())
        common = mine & theirs
        return len(common) >= ALIKE * len(mine | theirs) and common.issuperset((*self.names.split(), *other.names.split()))


@lru_cache(16_384)
def said_in(text: str) -> Said:
    """What of a text is compared. Its first word may be large for its place alone, so it counts as no name.

    >>> said_in("The locks will not open in May 2031")
    Said(stems='2031 lock may not open', names='may', fixed='2031 not')
    """
    words = WORD.findall(text)
    plain = [word.casefold() for word in words]
    named = [word for n, word in enumerate(plain) if n and words[n][0].isupper()]
    names = {stem(word) for word in named if word not in EMPTY or word in MONTHS}
    stems = {stem(word) for word in plain if word not in EMPTY} | names
    numbers = sorted({word for word in plain if DIGIT.search(word)}) if DIGIT.search(text) else []
    denied = not NEGATION.isdisjoint(plain) or DENIED.search(text)
    return Said(" ".join(sorted(stems)), " ".join(sorted(names)), " ".join([*numbers, *(["not"] if denied else [])]))


class Known:
    """Propositions by the words they must share with one that is alike; the first with a word is kept apart, as most are alone."""

    def __init__(self) -> None:
        self.blocks: dict[str, int] = {}
        self.first: dict[str, int] = {}
        self.more: dict[str, list[int]] = {}

    def marks(self, block: str, stems: str) -> list[str]:
        """What a proposition is found by: what must be equal, and each of its first words."""
        number = self.blocks.setdefault(block, len(self.blocks))
        return [f"{number} {word}" for word in first_words(stems.split())]

    def near(self, marks: list[str]) -> Iterator[int]:
        """Numbers of the propositions that share a mark; one may come twice."""
        for mark in marks:
            if mark in self.first:
                yield self.first[mark]
                yield from self.more.get(mark, ())

    def add(self, marks: list[str], number: int) -> None:
        """Nothing; the proposition is known by these marks."""
        for mark in marks:
            if self.first.setdefault(mark, number) != number:
                self.more.setdefault(mark, []).append(number)


def grouped(items: Iterable[T], block: Callable[[T], str], text: Callable[[T], str]) -> list[list[T]]:
    """The items in groups of one proposition, in order of the first of each.

    `block` gives what must be equal, `text` the words of an item. Two are the same where four fifths of their telling words are common
    and their names, numbers and negation are equal; they are compared with the first of a group. One alone in its block is not looked into.
    """
    given = [(item, block(item)) for item in items]
    many = Counter(key for _, key in given)
    groups: list[list[T]] = []
    firsts: dict[int, Said] = {}
    known = Known()
    for item, key in given:
        here = None
        if many[key] > 1:
            words = said_in(text(item))
            marks = known.marks(f"{key}\0{words.fixed}", words.stems)
            here = next((number for number in known.near(marks) if firsts[number].same(words)), None)
            if here is None:
                known.add(marks, len(groups))
                firsts[len(groups)] = words
        if here is None:
            groups.append([item])
        else:
            groups[here].append(item)
    return groups


def first_words(stems: list[str]) -> list[str]:
    """So many of the sorted stems that two sets which are alike share one of them; "" where there are none."""
    return stems[: len(stems) - math.ceil(ALIKE * len(stems)) + 1] or [""]
