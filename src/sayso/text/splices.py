"""Splices: furniture that a page set into the middle of a sentence. It is read over as if blanks stood there, and no record holds its characters."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from sayso.model import Document, Record, Span, Spans
from sayso.model.span import overlaps, trimmed

FIELDS = ("anchor", "source", "cue", "content", "proposition", "condition", "wording", "differs")
BLANKS = " \t\xa0"


def splices(document: Document) -> Spans:
    """The furniture that has words of its line on both sides, in order."""
    return tuple(span for span in document.furniture if _inside(document.text, span))


def blanked(document: Document, cuts: Sequence[Span]) -> Document:
    """The document with blanks for `cuts`, which are furniture no longer; every character keeps its place."""
    if not cuts:
        return document
    text = document.text
    for start, end in cuts:
        text = text[:start] + " " * (end - start) + text[end:]
    return replace(document, text=text, furniture=tuple(span for span in document.furniture if span not in cuts))


def parted(record: Record, text: str, cuts: Sequence[Span]) -> Record:
    """The record with its spans cut where they run over one of `cuts`."""
    held = {name: spans for name in FIELDS if (spans := getattr(record, name, None))}
    changed = {name: new for name, spans in held.items() if (new := _without(spans, text, cuts)) != spans}
    return replace(record, **changed) if changed else record


def _without(spans: Spans, text: str, cuts: Iterable[Span]) -> Spans:
    for start, end in cuts:
        if any(overlaps(span, (start, end)) for span in spans):
            ends = [piece for a, b in spans for piece in ((a, min(b, start)), (max(a, end), b))]
            spans = tuple(piece for a, b in ends if a < b and (piece := trimmed(text, (a, b))))
    return spans


def _inside(text: str, span: Span) -> bool:
    """Whether neither the line's end nor its beginning is reached from the span over blanks alone."""
    before, after = span[0] - 1, span[1]
    while before >= 0 and text[before] in BLANKS:
        before -= 1
    while after < len(text) and text[after] in BLANKS:
        after += 1
    return before >= 0 and after < len(text) and text[before].isprintable() and text[after].isprintable()
