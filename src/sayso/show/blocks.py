"""Blocks: a text cut into the paragraphs of a page, every character in exactly one of them."""

from collections.abc import Iterator

import msgspec

from sayso.model import Document, Span
from sayso.model.span import any_covers, covers

WRAPPED = range(40, 101)  # lines of this length in a row are one paragraph broken by a typewriter's margin


class Block(msgspec.Struct, frozen=True):
    """A paragraph: `span` with the line ends and blank lines after it, `words` without; kind title, caption, furniture or body."""

    span: Span
    words: Span
    kind: str = "body"


def blocks(document: Document) -> list[Block]:
    """The paragraphs of a document in order; together they are its whole text, and an empty text has none."""
    text = document.text
    cuts = [span for run in _runs(text) for span in run]
    starts = [0, *(start for start, _ in cuts[1:]), len(text)] if cuts else [0, len(text)]
    words = cuts or [(0, 0)]
    pairs = zip(starts, starts[1:], words, strict=False)
    return [Block((start, end), span, _kind(document, span)) for start, end, span in pairs if start < end]


def _runs(text: str) -> Iterator[list[Span]]:
    """Lines that stand together, as one span each, or as one span for all where the margin broke them."""
    run: list[Span] = []
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.rstrip()
        if bare:
            run.append((at + len(bare) - len(bare.lstrip()), at + len(bare)))
        elif run:
            yield _joined(run)
            run = []
        at += len(line)
    if run:
        yield _joined(run)


def _joined(run: list[Span]) -> list[Span]:
    """One span if a margin broke these lines, else the lines themselves."""
    if len(run) > 2 and all(end - start in WRAPPED for start, end in run[:-1]) and run[-1][1] - run[-1][0] < WRAPPED.stop:
        return [(run[0][0], run[-1][1])]
    return run


def _kind(document: Document, words: Span) -> str:
    """What part of the page a paragraph is."""
    if any_covers(document.furniture, words):
        return "furniture"
    for name, span in document.parts.items():
        if covers(span, words) and name != "body":
            return "title" if name == "title" else "caption"
    return "body"
