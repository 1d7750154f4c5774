"""Spans: `(start, end)`, half open, in Unicode code points of a document's text."""

import re
from collections.abc import Iterable, Sequence

Span = tuple[int, int]
Spans = tuple[Span, ...]
_WORD = re.compile(r"\w+|\S")


def covers(outer: Span, inner: Span) -> bool:
    """Whether `inner` lies wholly inside `outer`.

    >>> covers((0, 5), (2, 5)), covers((0, 5), (2, 6))
    (True, False)
    """
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def any_covers(outers: Iterable[Span], inner: Span) -> bool:
    """Whether one of `outers` covers `inner`."""
    return any(covers(outer, inner) for outer in outers)


def overlaps(a: Span, b: Span) -> bool:
    """Whether two spans share a character.

    >>> overlaps((0, 2), (2, 3)), overlaps((0, 3), (2, 3))
    (False, True)
    """
    return a[0] < b[1] and b[0] < a[1]


def length(spans: Iterable[Span]) -> int:
    """Characters covered by spans that don't overlap each other."""
    return sum(end - start for start, end in spans)


def merged(spans: Iterable[Span], gap: int = 0) -> Spans:
    """Sorted spans, those that touch (or lie at most `gap` characters apart) made one.

    >>> merged([(4, 6), (0, 2), (2, 3)])
    ((0, 3), (4, 6))
    """
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1] + gap:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)


def hull(spans: Sequence[Span]) -> Span:
    """The smallest span over all of `spans`, which must not be empty."""
    return min(s for s, _ in spans), max(e for _, e in spans)


def quote(text: str, spans: Iterable[Span]) -> str:
    """The words under `spans`, pieces joined by " … ".

    >>> quote("He left, she said, today.", [(0, 7), (19, 25)])
    'He left … today.'
    """
    return " … ".join(text[start:end] for start, end in spans)


def trimmed(text: str, span: Span) -> Span | None:
    """`span` without white space at its ends, or None if nothing is left."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def first_word(text: str, span: Span) -> Span:
    """The first word of a span, or the whole of a span without one."""
    match = _WORD.search(text, *span)
    return match.span() if match else span
