"""Whose words a text consists of: the outlet's own first, then each speaker by share."""

from collections.abc import Iterator

import msgspec

from sayso.ask.answer import Answer, Texts
from sayso.bind.voices import passages
from sayso.ledger import DocumentRow, Said, View
from sayso.model import Span, Statement


class Voice(Answer, frozen=True, kw_only=True):
    """A speaker's part of one document: all passages that are theirs and no nearer speaker's."""

    speaker: str
    own: bool
    share: float
    chars: int
    outlet: str | None
    published: str | None
    title: str | None


class Heard(msgspec.Struct, frozen=True):
    """A passage with the statement whose words it is, None for the outlet's own."""

    span: Span
    said: Said | None


def heard(view: View, doc: str) -> tuple[Heard, ...]:
    """The passages of a document in order; together they are its body."""
    document = view.document(doc)
    if document is None:
        return ()
    said = {row.statement.id: row for row in view.statements(in_=document.id)}
    statements: list[Statement] = [row.statement for row in said.values()]
    return tuple(Heard(span, said.get(id or "")) for span, id in passages(document, statements))


def ask(
    view: View, *, in_: str | None = None, by: str | None = None, since: str | None = None, until: str | None = None
) -> Iterator[Voice]:
    """A row for each voice of each document, the outlet's own first; `in_` is a document's id or an outlet, `by` part of a name."""
    texts = Texts(view)
    for row in rows(view, in_, since, until):
        for voice in voices(row, texts.of(row.id), heard(view, row.id)):
            if by is None or by.casefold() in voice.speaker.casefold():
                yield texts.verified(voice)


def rows(view: View, in_: str | None, since: str | None, until: str | None) -> Iterator[DocumentRow]:
    """The documents asked for."""
    one = view.row(in_) if in_ is not None else None
    yield from [one] if one else view.documents(None, outlet=in_, since=since, until=until)


def voices(row: DocumentRow, text: str, passages: tuple[Heard, ...]) -> list[Voice]:
    """The voices of one document, by share after the outlet's own."""
    total = sum(end - start for start, end in (passage.span for passage in passages)) or 1
    found: dict[str | None, list[Span]] = {None: []}
    for passage in passages:
        found.setdefault(passage.said.speaker if passage.said else None, []).append(passage.span)
    parts = [voice(row, text, speaker, tuple(spans), total) for speaker, spans in found.items()]
    return sorted(parts, key=lambda part: (not part.own, -part.chars, part.speaker))


def voice(row: DocumentRow, text: str, speaker: str | None, spans: tuple[Span, ...], total: int) -> Voice:
    """One voice of a document; None speaks for the outlet."""
    chars = sum(end - start for start, end in spans)
    return Voice(
        doc=row.id,
        spans=spans,
        quote=" … ".join(text[start:end] for start, end in spans),
        speaker=speaker if speaker is not None else row.outlet or "the outlet",
        own=speaker is None,
        share=round(chars / total, 3),
        chars=chars,
        outlet=row.outlet,
        published=row.published,
        title=row.title,
    )
