"""Clauses: a sentence and the stretches of it that may be one claim each, cut at marks and joining words, with no grammar."""

import re
from collections.abc import Iterator

import msgspec

from sayso.link.units import DENIED, EMPTY, stem
from sayso.link.words import WORD, keyed
from sayso.model import Span

CUT = re.compile(
    r"(?:[,;:–—]|\s-{1,2})\s+|\s*[\"“”]\s*"
    r"|\s+(?=(?:that|which|who|after|before|while|when|as|because|if|and|but|where|amid|following|during|over) )"
)
OWNED, NOT = re.compile("['’]s$"), re.compile("n['’]t$")
SHORT, LONG = 6, 14
"""Words that a stretch has at least; words from which on a sentence is cut at all."""

PART = 0.8
"""A stretch of more than so much of the sentence is the sentence."""


def clauses(text: str, sentence: Span) -> Iterator[Span]:
    """The span of the sentence, then those of its stretches in order, none shorter than a few words.

    >>> text = "Marrow, who keeps the gate at Harl by night, said that the bridge would stay shut until the spring."
    >>> [text[start:end] for start, end in clauses(text, (0, len(text)))][1:]
    ['Marrow, who keeps the gate at Harl by night', 'said that the bridge would stay shut until the spring.']
    """
    start, end = sentence
    yield sentence
    if len(text[start:end].split()) < LONG:
        return
    at, found = start, []
    for place in (*(match.end() for match in CUT.finditer(text, start, end)), end):
        if len(text[at:place].split()) >= SHORT:
            found.append((at, place))
            at = place
    if found and at < end:
        found[-1] = (found[-1][0], end)
    for span in (trimmed(text, one) for one in found):
        if span[1] - span[0] < PART * (end - start):
            yield span


def trimmed(text: str, span: Span) -> Span:
    """The span without blanks and marks at its ends that only cut it off."""
    start, end = span
    while end > start and (text[end - 1].isspace() or text[end - 1] in ',;:–—-“"'):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in ',;:–—-”"'):
        start += 1
    return start, end


class Told(msgspec.Struct, frozen=True):
    """What a stretch tells: stems of plain words and of capitalised ones, figures of two digits and more, whether it denies, how many words."""

    plain: frozenset[str]
    named: frozenset[str]
    figures: frozenset[str]
    denied: bool
    words: int


def told(text: str) -> Told:
    """What a text tells.

    >>> made = told("The 25 bargemen never left Harl’s weir")
    >>> sorted(made.plain), sorted(made.named), sorted(made.figures), made.denied
    (['bargemen', 'left', 'weir'], ['harl'], ['25'], True)
    """
    plain: set[str] = set()
    named: set[str] = set()
    figures: set[str] = set()
    denied = False
    for match in WORD.finditer(text):
        word = OWNED.sub("", match[0])
        low = keyed(word)
        denied = denied or low in DENIED or bool(NOT.search(word))
        if low[0].isdigit():
            figures |= {low} if len(low) > 1 else set()
        elif low not in EMPTY and len(low) > 2:
            (named if word[0].isupper() else plain).add(stem(low))
    return Told(frozenset(plain), frozenset(named), frozenset(figures), denied, len(text.split()))


def apart(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether both have some and none in common."""
    return bool(mine and theirs) and mine.isdisjoint(theirs)
