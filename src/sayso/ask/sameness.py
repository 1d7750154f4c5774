"""Propositions that say the same in nearly the same words: what is counted once."""

import math
import re
from collections.abc import Callable, Iterable
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
NEGATION = frozenset(["no", "not", "never", "nobody", "nothing", "none", "neither", "nor", "without", "cannot"])
ENDINGS = ("ing", "ed", "es", "s")
WORD = re.compile(r"\w+(?:[’'-]\w+)*")


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


class Said(msgspec.Struct, frozen=True):
    """What of a proposition is compared: its stems, those of names in it, and what must be equal (numbers, denial)."""

    stems: frozenset[str]
    names: frozenset[str]
    fixed: str

    def same(self, other: "Said") -> bool:
        """Whether two propositions are nearly the same words, and neither names what the other does not."""
        common = self.stems & other.stems
        return len(common) >= ALIKE * len(self.stems | other.stems) and self.names | other.names <= common


def said_in(text: str) -> Said:
    """What of a text is compared. Its first word may be large for its place alone, so it counts as no name.

    >>> said_in("The locks will not open in May 2031").fixed
    '2031 not'
    """
    words = WORD.findall(text)
    names = frozenset(stem(word) for n, word in enumerate(words) if n and word[0].isupper() and word.casefold() not in EMPTY)
    numbers = sorted({word for word in words if any(c.isdigit() for c in word)})
    denied = any(word.casefold() in NEGATION or word.endswith(("n't", "n’t")) for word in words)
    return Said(frozenset(telling(text)), names, " ".join([*numbers, *(["not"] if denied else [])]))


def grouped(items: Iterable[T], whose: Callable[[T], str], said: Callable[[T], tuple[str, str]]) -> list[list[T]]:
    """The items in groups of one speaker and one proposition, in order of the first of each.

    `said` gives an item's words and what else must be equal. Two are the same where four fifths of their telling words are common
    and their names, numbers and negation are equal; they are compared with the first of a group.
    """
    groups: list[list[T]] = []
    firsts: list[Said] = []
    known: dict[tuple[str, str, str, str], list[int]] = {}
    for item in items:
        text, also = said(item)
        words = said_in(text)
        marks = [(whose(item), words.fixed, also, word) for word in first_words(sorted(words.stems))]
        near = dict.fromkeys(number for mark in marks for number in known.get(mark, ()))
        here = next((number for number in near if firsts[number].same(words)), None)
        if here is None:
            here = len(groups)
            groups.append([])
            firsts.append(words)
            for mark in marks:
                known.setdefault(mark, []).append(here)
        groups[here].append(item)
    return groups


def first_words(stems: list[str]) -> list[str]:
    """So many of the sorted stems that two sets which are alike share one of them; "" where there are none."""
    return stems[: len(stems) - math.ceil(ALIKE * len(stems)) + 1] or [""]
