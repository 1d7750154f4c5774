"""Chains: which statement reports another, and which voice an event or a forecast stands in.

A statement is within the innermost other whose content holds its kernel; cues that share one content ("citing an official, ABC
reported …") are chained by the reader already, and stay so. A circle cannot arise: whoever reports has the longer content,
or is the one that the reader named.
"""

from collections.abc import Iterator, Sequence

import msgspec

from sayso.lexicon import Lexicon
from sayso.model import Event, Forecast, Record, Span, Statement
from sayso.model.span import length
from sayso.text import nesting
from sayso.text.parse import Parse


def bind(parse: Parse, records: tuple[Record, ...], lexicon: Lexicon) -> tuple[Record, ...]:
    """The records with every `within` filled that the text shows."""
    del parse, lexicon
    statements = [r for r in records if isinstance(r, Statement)]
    parents = _parents(statements)
    voiced = [r for r in records if isinstance(r, (Event, Forecast))]
    core = [s for s in statements if s.core]
    voices = {r.id: held for r, held in zip(voiced, holders(core, [r.kernel for r in voiced]), strict=True)}
    return tuple(_bound(record, parents, voices) for record in records)


def _bound(record: Record, parents: dict[str, str | None], voices: dict[str, list[Statement]]) -> Record:
    if isinstance(record, Statement):
        return msgspec.structs.replace(record, within=parents[record.id])
    if isinstance(record, (Event, Forecast)):
        held = voices[record.id]
        return msgspec.structs.replace(record, within=held[0].id if held else None)
    return record


def _parents(statements: Sequence[Statement]) -> dict[str, str | None]:
    by_id = {s.id: s for s in statements}
    out: dict[str, str | None] = {}
    for s, held in zip(statements, holders(statements, [s.kernel for s in statements]), strict=True):
        inner = next((h for h in held if h.id != s.id and length(h.content) > length(s.content)), None)
        named = by_id.get(s.within or "")
        if named is not None and named.content == s.content and named.id != s.id:
            inner = named
        out[s.id] = inner.id if inner else None
    return _without_circles(out)


def _without_circles(parents: dict[str, str | None]) -> dict[str, str | None]:
    """`parents` with the last link of any circle cut."""
    out: dict[str, str | None] = {}
    for id in parents:
        seen, at = {id}, parents[id]
        while at is not None and at not in seen:
            seen.add(at)
            at = out.get(at)
        out[id] = parents[id] if at is None else None
    return out


def holders(statements: Sequence[Statement], points: Sequence[Span]) -> Iterator[list[Statement]]:
    """For every point, in the order given, the statements whose content covers it, innermost first."""
    for held in nesting.holders([s.content for s in statements], points):
        yield [statements[i] for i in held]
