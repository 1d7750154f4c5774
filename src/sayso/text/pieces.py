"""Pieces: the stretches of a document that an engine reads one by one, so that no sentence crosses a paragraph.

A blank line ends a paragraph. So does a single newline, except inside text that was wrapped by hand (short lines, some of which
go on in lower case). Paragraphs beyond `LONGEST` characters are cut after a sentence, else at white space. Furniture is left out,
and so is what is no prose: runs of a thousand characters without a space, long stretches with hardly a letter (an engine's cost
grows with the square of a sentence's length, and such text has no sentences).
"""

import re
from collections.abc import Iterator

from sayso.model import Document, Span
from sayso.model.span import merged, trimmed

LONGEST = 4000
RUN = 1000
WRAPPED_AT = 120
BLANK = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)\s*|[\f\v\x1c-\x1e\u2029]+")
LINE = re.compile(r"[^\r\n\x85\u2028]+")
SENTENCE_END = re.compile(r"[.!?][\"'”’»)\]]*\s")
SPACE = re.compile(r"\s")
NO_PROSE = re.compile(rf"\S{{{RUN},}}")


def pieces(document: Document) -> Iterator[Span]:
    """Spans to be analysed, in order, trimmed, at most `LONGEST` long, each inside one paragraph."""
    text = document.text
    for block in _between(text, [*document.furniture, *_part_ends(document)]):
        for paragraph in paragraphs(text, block):
            for prose in _without_runs(text, paragraph):
                yield from (piece for piece in _cut(text, prose) if _is_prose(text[piece[0] : piece[1]]))


def paragraphs(text: str, block: Span) -> Iterator[Span]:
    """Spans of the paragraphs in `block`, trimmed.

    >>> text = "A title\\nHe left, she\\nsaid.\\n\\nThen"
    >>> [text[a:b] for a, b in paragraphs(text, (0, 21))], [text[a:b] for a, b in paragraphs(text, (8, 32))]
    (['A title', 'He left, she'], ['He left, she\\nsaid.', 'Then'])
    """
    start = block[0]
    for gap in [*BLANK.finditer(text, *block), None]:
        end = gap.start() if gap else block[1]
        yield from _lines(text, (start, end))
        start = gap.end() if gap else end


def _lines(text: str, paragraph: Span) -> Iterator[Span]:
    lines = [span for found in LINE.finditer(text, *paragraph) if (span := trimmed(text, found.span()))]
    if len(lines) > 1 and _wrapped(text, lines):
        yield lines[0][0], lines[-1][1]
    else:
        yield from lines


def _wrapped(text: str, lines: list[Span]) -> bool:
    going_on = sum(text[start].islower() for start, _ in lines[1:])
    return 4 * going_on >= len(lines) - 1 and all(end - start <= WRAPPED_AT for start, end in lines)


def _part_ends(document: Document) -> list[Span]:
    """Empty spans where a title, body or caption ends, so that no sentence runs on from one into the next."""
    return [(end, end) for _, end in document.parts.values()]


def _between(text: str, cuts: list[Span]) -> Iterator[Span]:
    start = 0
    for cut in merged([(max(0, a), min(len(text), b)) for a, b in cuts]):
        if start < cut[0]:
            yield start, cut[0]
        start = max(start, cut[1])
    if start < len(text):
        yield start, len(text)


def _without_runs(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph[0]
    for run in [*NO_PROSE.finditer(text, *paragraph), None]:
        end = run.start() if run else paragraph[1]
        if span := trimmed(text, (start, end)):
            yield span
        start = run.end() if run else end


def _cut(text: str, paragraph: Span) -> Iterator[Span]:
    start, end = paragraph
    while end - start > LONGEST:
        middle, limit = start + LONGEST // 2, start + LONGEST
        ends = [found.end() for found in SENTENCE_END.finditer(text, middle, limit)]
        ends = ends or [found.end() for found in SPACE.finditer(text, middle, limit)] or [limit]
        if span := trimmed(text, (start, ends[-1])):
            yield span
        start = ends[-1]
    if span := trimmed(text, (start, end)):
        yield span


def _is_prose(piece: str) -> bool:
    return len(piece) < 200 or sum(map(str.isalpha, piece)) * 2 >= len(piece)
