"""Nesting: which contents hold a point of the text, innermost first, in one sweep."""

from collections.abc import Sequence

from sayso.model import Span, Spans
from sayso.model.span import length


def holders(contents: Sequence[Spans], points: Sequence[Span]) -> list[list[int]]:
    """For every point the indices of the contents one of whose spans covers it, the shortest content first.

    >>> holders([((0, 90),), ((10, 40), (60, 80))], [(20, 25), (50, 55), (95, 99)])
    [[1, 0], [0], []]
    """
    starts = sorted((span, i) for i, spans in enumerate(contents) for span in spans)
    sizes = [length(spans) for spans in contents]
    out: list[list[int]] = [[] for _ in points]
    open_: list[tuple[Span, int]] = []
    at = 0
    for p in sorted(range(len(points)), key=lambda p: points[p]):
        start, end = points[p]
        while at < len(starts) and starts[at][0][0] <= start:
            open_.append(starts[at])
            at += 1
        open_ = [pair for pair in open_ if pair[0][1] > start]
        out[p] = sorted({i for span, i in open_ if span[1] >= end}, key=lambda i: (sizes[i], i))
    return out
