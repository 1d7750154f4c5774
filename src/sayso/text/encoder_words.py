"""A text cut into the words that the encoder reads, each with the few features its weights were trained on.

This cut belongs to the weights: another cut, or another way of telling what stands in quotation marks, wants other weights.
That is why it stands apart from `quotes` and from the engine's tokens, which may change at any time.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

import msgspec

from sayso.model import Span

WORD = re.compile(r"\w+(?:[-.]\w+)*|[’'](?:s|S|re|ve|ll|d|m|t)\b|\S")
LINE = re.compile(r"[^\n]+")
# Marks that end a sentence or close something, of which none stands before: each run is tried once, however long it is.
CLOSING = re.compile(r"(?<![.!?…\"”’')\]])[.!?…\"”’')\]]++\s++(?=[\"“‘'(\[]*+[A-Z0-9])")
END = re.compile(r"[.!?…]")
ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Maj|Adm|Rev|Hon|Amb|St|Jr|Sr|vs|No|Inc|Corp|Co|Ltd"
    r"|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|[A-Z]|[A-Z]\.[A-Z]|a\.m|p\.m)\.$"
)
LOWER, TITLE, UPPER, MIXED, MARK, NUMBER = range(6)
PLAIN, DOUBLE, SINGLE, NESTED = range(4)
INSIDE, SENTENCE_START, PARAGRAPH_START = range(3)
TITLE_WORDS = 30


class Words(msgspec.Struct, frozen=True):
    """Parallel tuples, one entry a word: code point bounds, case, quotation state, position, title, sentence, paragraph.

    `quotation` numbers the outermost quotation a word stands in (its marks included), 0 for none.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    cases: tuple[int, ...]
    quotes: tuple[int, ...]
    positions: tuple[int, ...]
    titles: tuple[int, ...]
    quotation: tuple[int, ...]
    sentence: tuple[int, ...]
    paragraph: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.starts)


def cut(text: str, furniture: Sequence[Span] = ()) -> Words:
    """The words of a text in order, those inside furniture left out."""
    rows: list[tuple[int, ...]] = []
    sentence = quotation = 0
    for number, (a, b) in enumerate(_paragraphs(text, furniture)):
        bounds = _sentences(text, a, b)
        words = [m.span() for m in WORD.finditer(text, a, b)]
        state = _Quotes(quotation)
        title = int(number == 0 and len(words) <= TITLE_WORDS)
        at = 0
        for i, (s, e) in enumerate(words):
            position = PARAGRAPH_START if i == 0 else INSIDE
            while at < len(bounds) and s >= bounds[at]:
                at, position = at + 1, SENTENCE_START
                sentence += 1
            quote, inside = state.step(text, s, e)
            rows.append((s, e, _case(text[s:e]), quote, position, title, inside, sentence, number))
        sentence += 1
        quotation = state.count
    return Words(*(tuple(column) for column in zip(*rows, strict=True))) if rows else Words(*((),) * 9)


def _paragraphs(text: str, furniture: Sequence[Span]) -> list[Span]:
    lines = [m.span() for m in LINE.finditer(text) if not m.group().isspace()]
    starts = sorted(furniture)
    ends = list(accumulate((end for _, end in starts), max))
    held = [bisect_right(starts, (a, len(text))) for a, _ in lines]
    return [(a, b) for (a, b), at in zip(lines, held, strict=True) if not at or ends[at - 1] < b]


def _sentences(text: str, a: int, b: int) -> list[int]:
    """Where sentences after the first begin in text[a:b]."""
    closings = CLOSING.finditer(text, a, b)
    ends = [(end.start(), m.end()) for m in closings if (end := END.search(text, m.start(), m.end()))]
    return [after for at, after in ends if not ABBREVIATION.search(text, max(a, at - 6), at + 1)]


def _case(word: str) -> int:
    if not word[0].isalnum():
        return MARK
    if word[0].isdigit():
        return NUMBER
    if word.islower() or not word[0].isupper():
        return LOWER
    if len(word) > 1 and word.isupper():
        return UPPER
    return TITLE if word[1:].islower() or len(word) == 1 else MIXED


class _Quotes:
    """The automaton over quotation marks of one paragraph; a quotation that is never closed ends with its paragraph."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.double = self.single = False

    def step(self, text: str, start: int, end: int) -> tuple[int, int]:
        """The state and the quotation's number at this word; a mark counts as inside."""
        word = text[start:end]
        opened = self._open(word, text, start, end)
        state = (
            (NESTED if self.double and self.single else SINGLE if self.single else DOUBLE)
            if self.double or self.single
            else PLAIN
        )
        number = self.count if state else 0
        if not opened:
            self._close(word, text, end)
        return state, number

    def _open(self, word: str, text: str, start: int, end: int) -> bool:
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        fresh = before.isspace() or before in "([—–-“\"‘'"
        double = word in ("“", "„", "«") or (word == '"' and not self.double and (fresh or not after.isspace()))
        single = word in ("‘", "'") and not self.single and fresh and not after.isspace() and not after.isdigit()
        if not double and not single:
            return False
        if not self.double and not self.single:
            self.count += 1
        self.double, self.single = self.double or double, self.single or single
        return True

    def _close(self, word: str, text: str, end: int) -> None:
        if word in ("”", "»", '"'):
            self.double = self.single = False
        after = text[end] if end < len(text) else " "
        if word in ("’", "'") and self.single and not after.isalnum():
            self.single = False
