"""Spans from word numbers: joined over marks, trimmed, and squared with the quotation marks around them."""

from collections.abc import Sequence

from sayso.model import Span, Spans
from sayso.text.encoder_words import MARK, PLAIN, Words

EDGES = frozenset(",;:–—-)")
OPENERS, CLOSERS = frozenset("“\"‘'«„"), frozenset("”\"’'»")


def spans_of(text: str, words: Words, picked: Sequence[int], *, content: bool) -> Spans:
    """Spans of the picked words: runs parted only by marks are one, and no span begins or ends with a stray mark."""
    runs: list[list[int]] = []
    for i in picked:
        if runs and all(words.cases[j] == MARK for j in range(runs[-1][-1] + 1, i)) and _near(words, runs[-1][-1], i):
            runs[-1].append(i)
        else:
            runs.append([i])
    found = []
    for run in runs:
        trimmed = _trimmed(text, words, run[0], run[-1], content=content)
        if trimmed is not None:
            first, last = _quoted(text, words, *trimmed) if content else trimmed
            found.append((words.starts[first], words.ends[last]))
    return _apart(found)


def _near(words: Words, a: int, b: int) -> bool:
    return b - a <= 4 and words.paragraph[a] == words.paragraph[b]


def _trimmed(text: str, words: Words, first: int, last: int, *, content: bool) -> tuple[int, int] | None:
    """The run without marks at its edges that belong to the sentence around it; None where nothing but marks is left."""
    real = [i for i in range(first, last + 1) if words.cases[i] != MARK]
    if not real:
        return (first, last) if not content and first == last else None
    while first < real[0] and (text[words.starts[first]] in EDGES or not content):
        first += 1
    while last > real[-1] and (text[words.starts[last]] in EDGES or not content):
        last -= 1
    if content and last > real[-1]:
        last = _end(text, words, first, last, real[-1])
    return first, last


def _end(text: str, words: Words, first: int, last: int, real: int) -> int:
    """The last word without the sentence's full stop and without a closing mark whose opening mark lies before the run."""
    inside = words.quotation[last]
    opened = inside and (first == 0 or words.quotation[first - 1] != inside)
    if text[words.starts[last]] in CLOSERS and not opened and words.quotation[real] == inside:
        last -= 1
    while last > real and (text[words.starts[last]] in EDGES or (text[words.starts[last]] == "." and not opened)):
        last -= 1
    return last


def _quoted(text: str, words: Words, first: int, last: int) -> tuple[int, int]:
    """The run with the quotation mark that opens just before it and the one that closes just after it."""
    inside = words.quotation[first]
    if (
        inside
        and first
        and words.quotation[first - 1] == inside
        and text[words.starts[first - 1]] in OPENERS
        and _edge(words, first - 1, -1)
    ):
        first -= 1
    inside = words.quotation[last]
    if first and words.quotation[first - 1] == inside:
        return first, last
    ahead = last + 1
    while inside and ahead < len(words) and words.quotation[ahead] == inside and words.cases[ahead] == MARK:
        if text[words.starts[ahead]] in CLOSERS and _edge(words, ahead, 1):
            return first, ahead
        ahead += 1
    return first, last


def _edge(words: Words, i: int, step: int) -> bool:
    """Whether word i is the first (step -1) or last (step 1) of its quotation."""
    j = i + step
    return not 0 <= j < len(words) or words.quotation[j] != words.quotation[i] or words.quotes[j] == PLAIN


def _apart(spans: list[Span]) -> Spans:
    """Sorted spans of which none overlaps another."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)
