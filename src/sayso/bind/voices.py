"""Voices: every character of the body belongs to the innermost statement whose content covers it, else to the outlet."""

import itertools
from collections.abc import Iterable

from sayso.bind.chains import holders
from sayso.model import Document, Span, Statement
from sayso.model.span import merged


def passages(document: Document, statements: Iterable[Statement]) -> list[tuple[Span, str | None]]:
    """Spans in order with the id of the statement whose words they are, None for the outlet's own.

    Together they are the body, page furniture left out, each character once; neighbours have different voices.
    """
    said = tuple(statements)
    out: list[tuple[Span, str | None]] = []
    for start, end in body(document):
        cuts = {start, end} | {edge for s in said for span in s.content for edge in span if start < edge < end}
        pieces = list(itertools.pairwise(sorted(cuts)))
        for piece, held in zip(pieces, holders(said, pieces), strict=True):
            voice = held[0].id if held else None
            if out and out[-1][1] == voice and out[-1][0][1] == piece[0]:
                out[-1] = ((out[-1][0][0], piece[1]), voice)
            else:
                out.append((piece, voice))
    return out


def shares(document: Document, statements: Iterable[Statement]) -> dict[str | None, float]:
    """Share of the body's characters (0..1) by statement id, None for the outlet; the outlet first, then by place in the text."""
    found: dict[str | None, int] = {None: 0}
    for (start, end), voice in passages(document, statements):
        found[voice] = found.get(voice, 0) + end - start
    total = sum(found.values())
    return {voice: round(chars / total, 3) if total else 0.0 for voice, chars in found.items()}


def body(document: Document) -> list[Span]:
    """The spans of the body: the part of that name, else the text behind the title, without furniture."""
    title = document.parts.get("title")
    start, end = document.parts.get("body", (title[1] if title else 0, len(document.text)))
    out: list[Span] = []
    for cut in (*merged(document.furniture), (end, end)):
        if start < min(cut[0], end):
            out.append((start, min(cut[0], end)))
        start = max(start, cut[1])
    return out
