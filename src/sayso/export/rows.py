"""Rows: statements, events, forecasts and mentions as flat records, each with its document, the hash of its text, its spans and words."""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from sayso.errors import BrokenRecord
from sayso.export.article import Article
from sayso.ledger.deeds import Party
from sayso.lexicon.own import Own
from sayso.model import Count, Event, Forecast, Found, Mention, Spans, Statement
from sayso.model.display import Shown
from sayso.model.span import hull


class Row(Shown, frozen=True, kw_only=True):
    """What every row has: where it stands and what it quotes. `start` and `end` reach over all `spans`, in code points.

    `outlet_group` is that of the user's own list, None without one.
    """

    doc: str
    sha256: str
    outlet: str | None
    published: str | None
    title: str | None
    url: str | None
    id: str
    type: str
    start: int
    end: int
    spans: Spans
    quote: str
    score: float
    by: str
    outlet_group: str | None = None


class StatementRow(Row, frozen=True, kw_only=True):
    """A statement: the quotation is its content."""

    speaker: str
    chain: tuple[str, ...]
    source: str
    source_spans: Spans
    cue: str
    cue_spans: Spans
    form: str
    act: str
    source_kind: str
    within: str | None
    time: str | None
    about: tuple[str, ...]


class EventRow(Row, frozen=True, kw_only=True):
    """An event: the quotation is its trigger with the heads of its sides; `voice` is whose word it stands on; `code` and `code_label` are
    of the user's own list, None without one."""

    plover: str
    modes: tuple[str, ...]
    status: str
    reality: str
    voice: str
    own: bool
    chain: tuple[str, ...]
    actors: tuple[str, ...]
    actor_countries: tuple[str, ...]
    actor_sectors: tuple[str, ...]
    recipients: tuple[str, ...]
    recipient_countries: tuple[str, ...]
    recipient_sectors: tuple[str, ...]
    trigger: str
    trigger_start: int
    trigger_end: int
    day: str | None
    place: str | None
    dead_low: int | None
    dead_high: int | None
    injured_low: int | None
    injured_high: int | None
    arrested_low: int | None
    arrested_high: int | None
    condition: str | None
    condition_spans: Spans
    within: str | None
    code: str | None = None
    code_label: str | None = None


class ForecastRow(Row, frozen=True, kw_only=True):
    """A forecast: the quotation is its proposition."""

    kind: str
    voice: str
    own: bool
    chain: tuple[str, ...]
    condition: str | None
    condition_spans: Spans
    condition_from: str | None
    wording: str
    likelihood_low: float | None
    likelihood_high: float | None
    likelihood_phrase: str | None
    earliest: str | None
    latest: str | None
    event: str | None
    within: str | None


class MentionRow(Row, frozen=True, kw_only=True):
    """A mention of an actor or a place; `actor` is the fullest name of the same in the document."""

    name: str
    kind: str
    country: str | None
    sector: str | None
    actor: str
    refers_to: str | None


def statements(article: Article) -> Iterator[StatementRow]:
    """The statements asked for, in order of the text."""
    for record, worded in article.statements():
        yield StatementRow(
            **shared(article, record, record.content), speaker=worded.speaker, chain=article.chain(record.id), source=worded.source,
            source_spans=record.source, cue=article.words(record.cue), cue_spans=record.cue, form=record.form, act=record.act,
            source_kind=record.source_kind, within=record.within, time=worded.time, about=worded.about,
        )  # fmt: skip


def events(article: Article) -> Iterator[EventRow]:
    """The events asked for, in order of the text."""
    for record, deed in article.events():
        tolls: dict[str, Any] = {
            **_range("dead", record.dead),
            **_range("injured", record.injured),
            **_range("arrested", record.arrested),
        }
        sides = {**_side("actor", deed.actors), **_side("recipient", deed.recipients)}
        yield EventRow(
            **shared(article, record, record.anchor), **tolls, **sides, plover=deed.type, modes=record.plover.modes,
            status=record.status, reality=record.reality, voice=deed.speaker, own=deed.own, chain=deed.chain,
            trigger=article.words((record.trigger,)), trigger_start=record.trigger[0], trigger_end=record.trigger[1], day=deed.day,
            place=deed.place, condition=article.words(record.condition) if record.condition else None,
            condition_spans=record.condition or (), within=record.within,
        )  # fmt: skip


def forecasts(article: Article) -> Iterator[ForecastRow]:
    """The forecasts asked for, in order of the text."""
    for record, claim in article.forecasts():
        yield ForecastRow(
            **shared(article, record, record.proposition), kind=record.kind, voice=claim.speaker, own=claim.own, chain=claim.chain,
            condition=claim.condition, condition_spans=record.condition or (), condition_from=record.condition_from,
            wording=claim.wording, likelihood_low=claim.low, likelihood_high=claim.high, likelihood_phrase=claim.phrase,
            earliest=record.earliest, latest=record.latest, event=record.event, within=record.within,
        )  # fmt: skip


def mentions(article: Article) -> Iterator[MentionRow]:
    """The mentions of a document; none where statements were chosen, as no statement owns one."""
    if article.chosen is None:
        for record in article.mentions.values():
            full = article.mentions.get(record.refers_to or "", record)
            yield MentionRow(
                **shared(article, record, (record.span,)), name=record.name, kind=record.kind, country=record.country,
                sector=record.sector, actor=full.name, refers_to=record.refers_to,
            )  # fmt: skip


KINDS: dict[str, tuple[type[Row], Callable[[Article], Iterator[Row]]]] = {
    "statements": (StatementRow, statements),
    "events": (EventRow, events),
    "forecasts": (ForecastRow, forecasts),
    "mentions": (MentionRow, mentions),
}
"""What can be given away row by row: the shape of a row and what makes rows of an article."""


def shared(article: Article, record: Statement | Event | Forecast | Mention, spans: Spans) -> dict[str, Any]:
    """The fields that every row has. Raises: BrokenRecord where a span lies outside the text."""
    document = article.document
    spans = spans or record.anchor or (record.kernel,)
    start, end = hull(spans)
    return {
        "doc": document.id, "sha256": article.sha256, "outlet": document.outlet, "published": document.published,
        "title": document.title, "url": document.url, "id": record.id, "type": type(record).__name__.lower(), "start": start,
        "end": end, "spans": spans, "quote": article.words(spans), "score": record.score, "by": record.by,
    }  # fmt: skip


def coded(row: Row, own: Own) -> Row:
    """The same row with the user's own code and group."""
    if own.outlets and (group := own.group(row.outlet)):
        row = msgspec.structs.replace(row, outlet_group=group.group)
    if isinstance(row, EventRow) and (code := own.code(row.plover, row.modes)):
        row = msgspec.structs.replace(row, code=code.code, code_label=code.label or None)
    return row


def verified(row: Row, text: str) -> Row:
    """The same row, once its quotation is what the text has at its spans. Raises: BrokenRecord where it isn't."""
    if " … ".join(text[start:end] for start, end in row.spans) != row.quote:
        raise BrokenRecord(f"{row.id}: the text does not say {row.quote!r} at {row.spans}")
    return row


def _range(name: str, count: Count | None) -> dict[str, Any]:
    return {f"{name}_low": count.low if count else None, f"{name}_high": count.high if count else None}


def _side(name: str, parties: tuple[Party, ...]) -> dict[str, Any]:
    """Names, countries and sectors of a side; "" keeps the place of a code that is not known."""
    return {
        f"{name}s": tuple(p.name for p in parties),
        f"{name}_countries": tuple(p.country or "" for p in parties),
        f"{name}_sectors": tuple(p.sector or "" for p in parties),
    }


def found(article: Article) -> Iterator[Found]:
    """The statements, events and forecasts asked for as records, in order of the text."""
    picked = [record for record, _ in article.statements()]
    rest = [record for record, _ in article.events()] + [record for record, _ in article.forecasts()]
    yield from sorted([*picked, *rest], key=lambda record: (record.kernel, record.id))
