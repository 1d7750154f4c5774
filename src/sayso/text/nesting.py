"""Nesting: which contents hold a point of the text, innermost first, in one sweep."""

import heapq
from bisect import bisect_right
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


class Innermost:
    """Contents asked by place: which of those that hold a character is the innermost, in time that hardly grows with their number.

    Innermost is what has the least of `sizes` (the length of the content where none are given), the first among equals.

    >>> found = Innermost([((0, 90),), ((10, 40), (60, 80)), ((10, 40),)])
    >>> [found.at(place) for place in (5, 10, 50, 70, 90)]
    [0, 2, 0, 1, None]
    """

    def __init__(self, contents: Sequence[Spans], sizes: Sequence[int] | None = None) -> None:
        sizes = [length(spans) for spans in contents] if sizes is None else sizes
        starts = sorted((start, end, i) for i, spans in enumerate(contents) for start, end in spans)
        self._places = sorted({place for start, end, _ in starts for place in (start, end)})
        self._held: list[int | None] = []
        open_: list[tuple[int, int, int]] = []
        at = 0
        for place in self._places:
            while at < len(starts) and starts[at][0] <= place:
                _, end, i = starts[at]
                heapq.heappush(open_, (sizes[i], i, end))
                at += 1
            while open_ and open_[0][2] <= place:
                heapq.heappop(open_)
            self._held.append(open_[0][1] if open_ else None)

    def at(self, place: int) -> int | None:
        """Index of the innermost content that holds the character at `place`, None where none does."""
        found = bisect_right(self._places, place) - 1
        return self._held[found] if found >= 0 else None
