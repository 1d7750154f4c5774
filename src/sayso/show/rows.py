"""Rows of a document page: each paragraph as HTML, with whose voice it stands in told in the margin."""

from collections.abc import Iterable, Sequence

import msgspec
from markupsafe import Markup

from sayso.model import Span
from sayso.show.blocks import Block
from sayso.show.marks import Mark, Weaver, spread
from sayso.show.voices import Voices

LEAST = 0.12  # a voice with less of a paragraph than this is not named in its margin


class Stretch(msgspec.Struct, frozen=True):
    """A part of a bar: from, length (both in thousandths of the bar), the voice's colour and name."""

    at: float
    length: float
    colour: str
    label: str


class Row(msgspec.Struct, frozen=True):
    """A paragraph: its HTML, kind and start, the voices to name beside it and the strip of all of them."""

    html: Markup
    kind: str
    start: int
    named: tuple[tuple[str, str], ...]
    strip: tuple[Stretch, ...]


def rows_of(text: str, blocks: Sequence[Block], marks: Iterable[Mark], voices: Voices) -> list[Row]:
    """The paragraphs in order; joined, their text is the document's text."""
    weaver = Weaver(text)
    gaps = [Mark((b.words[1], b.span[1]), "gap") for b in blocks if b.words[1] < b.span[1]]
    pieces = spread([*marks, *gaps], [b.span for b in blocks])
    heard = _heard(blocks, voices)
    rows: list[Row] = []
    before: tuple[tuple[str, str], ...] = ()
    for block, part, spans in zip(blocks, pieces, heard, strict=True):
        named = () if block.kind == "furniture" else _named(spans, voices)
        html = Markup(weaver.weave(block.span, part))  # noqa: S704  (the weaver escapes every character of the text)
        strip = () if block.kind == "furniture" else bar(block.words, spans, voices)
        rows.append(Row(html, block.kind, block.span[0], () if named == before else named, strip))
        before = named or before
    return rows


def bar(over: Span, spans: Iterable[tuple[Span, int]], voices: Voices) -> tuple[Stretch, ...]:
    """Voices in order of the text as stretches of a bar, neighbours of one voice made one."""
    out: list[tuple[int, int, int]] = []
    for (start, end), voice in spans:
        if out and out[-1][2] == voice:
            out[-1] = (out[-1][0], end, voice)
        else:
            out.append((start, end, voice))
    whole = max(over[1] - over[0], 1) / 1000
    return tuple(
        Stretch(round((start - over[0]) / whole, 2), round((end - start) / whole, 2), voices.colour(voice), voices.label(voice))
        for start, end, voice in out
    )


def shares(voices: Voices) -> tuple[Stretch, ...]:
    """How much of the text each voice has, outlet first, as stretches of a bar."""
    at, out = 0.0, []
    for voice in voices.heard:
        out.append(Stretch(round(at, 2), round(voice.share * 1000, 2), voice.colour, voice.label))
        at += voice.share * 1000
    return tuple(out)


def _heard(blocks: Sequence[Block], voices: Voices) -> list[list[tuple[Span, int]]]:
    """For each block the voices in it in order; what no passage covers is the outlet's."""
    out: list[list[tuple[Span, int]]] = []
    i = 0
    for block in blocks:
        start, end = block.words
        found: list[tuple[Span, int]] = []
        while i < len(voices.passages) and voices.passages[i][0][1] <= start:
            i += 1
        for (a, b), voice in _from(voices.passages, i, end):
            if max(a, start) > start:
                found.append(((start, a), 0))
            found.append(((max(a, start), min(b, end)), voice))
            start = min(b, end)
        out.append([*found, ((start, end), 0)] if start < end else found)
    return out


def _from(passages: Sequence[tuple[Span, int]], i: int, end: int) -> Iterable[tuple[Span, int]]:
    """The passages from the `i`-th on that begin before `end`."""
    while i < len(passages) and passages[i][0][0] < end:
        yield passages[i]
        i += 1


def _named(spans: Sequence[tuple[Span, int]], voices: Voices) -> tuple[tuple[str, str], ...]:
    """Colour and name of each voice that has enough of a paragraph; the outlet only where it has all of it."""
    sums: dict[int, int] = {}
    for (start, end), voice in spans:
        sums[voice] = sums.get(voice, 0) + end - start
    total = sum(sums.values()) or 1
    enough = [v for v, n in sums.items() if v and n / total >= LEAST]
    return tuple((voices.colour(v), voices.label(v)) for v in enough or ([0] if sums else []))
