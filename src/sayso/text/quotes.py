"""Quotations: every pair of quotation marks with exact offsets, in one pass and whatever the marks.

Read are curly, straight, low and angular marks, double and single, mixed and nested; several paragraphs, of which each opens and
only the last closes; quotations that nobody closes (they end with their paragraph, `closed` is False). Apostrophes, feet and
inches, years ('90s) and elisions ('em) are no marks. Nothing raises: a mark that fits nowhere is passed over.
"""

import re
from bisect import bisect_left
from typing import NamedTuple

from sayso.text.parse import Quote

MARK = re.compile(r"``|''|[“”„‟\"«»‘’‚‛'‹›]")
BREAK = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)|[\f\v\u2029]")
LINE = re.compile(r"\r\n|\r|\n")
DEEPEST = 8  # more open marks than this are no nesting but noise
ELISION = re.compile(r"(?:tis|twas|twere|em|til|till|cause|bout|round|n|\d0s)\b", re.IGNORECASE)
FAMILY = dict.fromkeys('“”„‟"', "double") | {"``": "double", "''": "double"}
FAMILY |= dict.fromkeys("‘’‚‛'", "single") | dict.fromkeys("«»", "angle") | dict.fromkeys("‹›", "small angle")
OPENS, CLOSES = frozenset({"“", "„", "‟", "``", "«", "‹", "‚", "‛", "‘"}), frozenset({"”", "''", "»", "›"})
BEFORE_OPENING = frozenset("([{<-–—―/:;,…=“\"‘'„«‹`|•*¿¡")


class Mark(NamedTuple):
    """A mark in the text with what it can be there."""

    start: int
    end: int
    sign: str
    family: str
    can_open: bool
    can_close: bool
    sure: bool


class _Open(NamedTuple):
    mark: Mark
    number: int
    paragraph: int


def quotes(text: str) -> tuple[Quote, ...]:
    """All quotations in order of their start, `depth` 0 for the outermost.

    >>> [text[q.inner[0] : q.inner[1]] for text in ["“It’s 'odd', Ann's,” he said. 6'2\\""] for q in quotes(text)]
    ["It’s 'odd', Ann's,", 'odd']
    """
    marks = [_mark(text, found) for found in MARK.finditer(text)]
    marks = [mark for mark in marks if mark.can_open or mark.can_close]
    breaks = _breaks(text)
    found: list[Quote] = []
    stack: list[_Open] = []
    later = _Later(marks, breaks)
    place = 0
    for number, mark in enumerate(marks):
        if place < len(breaks) and breaks[place][1] <= mark.start:
            while place < len(breaks) and breaks[place][1] <= mark.start:
                place += 1
            _unclosed(text, stack, breaks, later, found)
        at = _closes(stack, mark, later, number)
        if at is not None:
            _close(stack, at, mark, found)
        elif mark.can_open and len(stack) < DEEPEST and _may_open(mark, later, text):
            stack.append(_Open(mark, number, place))
    _unclosed(text, stack, breaks, later, found)
    return _with_depth(found)


def _breaks(text: str) -> list[tuple[int, int]]:
    """Ends of paragraphs: blank lines, and newlines after which a line opens with a mark or a capital."""
    spans = [found.span() for found in BREAK.finditer(text)]
    spans += [found.span() for found in LINE.finditer(text) if found.end() < len(text) and not text[found.end()].islower()]
    return sorted(dict.fromkeys(spans))


def _mark(text: str, found: re.Match[str]) -> Mark:
    start, end, sign = found.start(), found.end(), found.group()
    before, after = text[start - 1 : start], text[end : end + 1]
    family = FAMILY[sign]
    free = not before or before.isspace() or before in BEFORE_OPENING
    opens = free and bool(after) and not after.isspace() and after not in ".,;:!?)]}"
    closes = bool(before) and not before.isspace() and not after.isalnum() and before not in "([{"
    if sign in OPENS and not (sign == "‘" and not free):
        opens, closes = sign != "‘" or (bool(after) and not after.isspace()), sign == "“" and not free
    elif sign in CLOSES:
        opens, closes = opens and not closes, not opens or closes
    if family == "single" and sign not in "‘‚" and opens and ELISION.match(text, end):
        opens = False
    inches = before.isdigit() and sign in "\"''"
    return Mark(start, end, sign, family, opens, closes, not inches)


class _Later:
    """Where, after a mark, the next one of its family stands that can close or must open, within the paragraph."""

    def __init__(self, marks: list[Mark], breaks: list[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in breaks]
        self._closers: dict[str, list[int]] = {}
        self._openers: dict[str, list[int]] = {}
        for mark in marks:
            if mark.can_close:
                self._closers.setdefault(mark.family, []).append(mark.start)
            if mark.can_open:
                self._openers.setdefault(mark.family, []).append(mark.start)

    def _end(self, at: int) -> float:
        place = bisect_left(self._starts, at)
        return self._starts[place] if place < len(self._starts) else float("inf")

    def closer(self, mark: Mark) -> float:
        """Start of the next closing mark of the family in this paragraph, infinite where there is none."""
        return self._next(self._closers.get(mark.family, []), mark)

    def opener(self, mark: Mark) -> float:
        """Start of the next opening mark of the family in this paragraph, infinite where there is none."""
        return self._next(self._openers.get(mark.family, []), mark)

    def _next(self, starts: list[int], mark: Mark) -> float:
        place = bisect_left(starts, mark.end)
        return starts[place] if place < len(starts) and starts[place] < self._end(mark.start) else float("inf")


def _closes(stack: list[_Open], mark: Mark, later: _Later, number: int) -> int | None:
    """Place in the stack of the quotation that this mark ends, or None."""
    if not mark.can_close:
        return None
    at = next((i for i in range(len(stack) - 1, -1, -1) if stack[i].mark.family == mark.family), None)
    if at is None or (stack[at].number == number - 1 and stack[at].mark.end == mark.start):
        return None
    if mark.sign == "“":
        return at if stack[at].mark.sign == "„" else None
    if mark.family == "single" and at < len(stack) - 1:
        return None
    if mark.family == "single" and _possessive(mark, later):
        return None
    return at if mark.sure or later.closer(mark) > later.opener(mark) or later.closer(mark) == float("inf") else None


def _possessive(mark: Mark, later: _Later) -> bool:
    """Whether another closing mark follows before the next opening one, so that this may be the apostrophe of "soldiers' claim"."""
    return mark.can_close and not mark.can_open and later.closer(mark) < later.opener(mark)


def _may_open(mark: Mark, later: _Later, text: str) -> bool:
    if mark.family != "single":
        return True
    starts_line = mark.start == 0 or text[mark.start - 1] in "\r\n"
    return later.closer(mark) < float("inf") or (starts_line and text[mark.start] == "‘")


def _close(stack: list[_Open], at: int, mark: Mark, found: list[Quote]) -> None:
    opened = stack[at].mark
    found.append(Quote(span=(opened.start, mark.end), inner=(opened.end, mark.start)))
    del stack[at:]


def _unclosed(text: str, stack: list[_Open], breaks: list[tuple[int, int]], later: _Later, found: list[Quote]) -> None:
    """End what is open with its paragraph, or where the next quotation of its family opens; a paragraph that goes on opens again."""
    for opened in stack[:1]:
        end = breaks[opened.paragraph][0] if opened.paragraph < len(breaks) else len(text)
        end = int(min(end, later.opener(opened.mark)))
        while end > opened.mark.end and text[end - 1].isspace():
            end -= 1
        if end > opened.mark.end:
            found.append(Quote(span=(opened.mark.start, end), inner=(opened.mark.end, end), closed=False))
    stack.clear()


def _with_depth(found: list[Quote]) -> tuple[Quote, ...]:
    out: list[Quote] = []
    ends: list[int] = []
    for quote in sorted(found, key=lambda q: (q.span[0], -q.span[1])):
        while ends and ends[-1] <= quote.span[0]:
            ends.pop()
        out.append(Quote(span=quote.span, inner=quote.inner, depth=len(ends), closed=quote.closed))
        ends.append(quote.span[1])
    return tuple(out)
