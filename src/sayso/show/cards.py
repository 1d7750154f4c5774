"""Cards: what the side of a document page says of each record: its chain, its words, what is known of it, how to cite it."""

from collections.abc import Iterator, Sequence

import msgspec

from sayso.model import Count, Document, Echo, Event, Forecast, Found, Mention, Record, Span, Spans, Statement, Time
from sayso.model.span import hull
from sayso.show.desk import Desk, Fact, desk_of
from sayso.show.marks import STATUS_GLYPH
from sayso.show.voices import Names, Voices

REALITY = {
    "happened": "told as fact", "claimed": "claimed", "denied": "denied", "foretold": "foretold", "conditional": "only if",
    "demanded": "demanded", "hypothetical": "imagined",
}  # fmt: skip

LENT = "+home/"  # in `by` where an actor's country is the article's


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """A record as the side panel shows it. `chain` runs from the outlet inwards, a record id with each speaker but the first."""

    id: str
    kind: str
    colour: str
    head: str
    tag: str
    words: str
    spans: Spans
    cite: str
    glyph: str = ""
    chain: tuple[Fact, ...] = ()
    facts: tuple[Fact, ...] = ()
    score: float = 1.0
    by: str = ""

    @property
    def over(self) -> Span:
        """From the first to the last of the card's characters."""
        return hull(self.spans) if self.spans else (0, 0)


def cards_of(document: Document, records: Sequence[Record], names: Names, voices: Voices) -> list[Card]:
    """A card for each record of a document, in the order given; an actor has one card for all mentions."""
    desk = desk_of(document, records, names, voices)
    return [card for record in records for card in _card(desk, record)]


def _card(desk: Desk, record: Record) -> Iterator[Card]:
    """The card of one record; none for a leftover or a mention that refers to a fuller one."""
    match record:
        case Statement():
            yield _statement(desk, record)
        case Event():
            yield _event(desk, record)
        case Forecast():
            yield _forecast(desk, record)
        case Time():
            yield _time(desk, record)
        case Echo():
            yield _echo(desk, record)
        case Mention(refers_to=None):
            yield _actor(desk, record)


def _statement(desk: Desk, record: Statement) -> Card:
    """Card of a statement."""
    number = desk.voices.of(record.id)
    spans = record.content or record.anchor
    facts = [Fact("source", desk.words(record.source) or "not named"), Fact("cue", desk.words(record.cue) or "none")]
    facts += [Fact("reports", desk.names.speaker(s), s.id) for s in desk.inside.get(record.id, ())]
    facts += desk.time(record.when)
    return Card(
        id=record.id, kind="statement", colour=desk.voices.colour(number), head=desk.names.speaker(record), tag=f"{record.act} · {record.form}",
        words=desk.words(spans), spans=spans, cite=desk.cite(spans, desk.names.speaker(record)), chain=desk.chain(record.id),
        facts=tuple(facts), score=record.score, by=record.by,
    )  # fmt: skip


def _event(desk: Desk, record: Event) -> Card:
    """Card of an event, with the voice it is told in."""
    spans = record.anchor or (record.trigger,)
    facts = [*desk.actors("who", record.actors), *desk.actors("to whom", record.recipients), *desk.time(record.when)]
    facts += desk.actors("where", [record.where] if record.where else [])
    tolls = (("dead", record.dead), ("injured", record.injured), ("arrested", record.arrested))
    facts += [Fact(label, _count(count)) for label, count in tolls if count]
    facts += [Fact("modes", ", ".join(record.plover.modes))] if record.plover.modes else []
    facts += [Fact("contexts", ", ".join(record.plover.contexts))] if record.plover.contexts else []
    facts += [Fact("only if", desk.words(record.condition))] if record.condition else []
    told = REALITY.get(record.reality, record.reality)
    return Card(
        id=record.id, kind="event", colour=desk.voices.colour(desk.voices.of(record.within)), head=desk.words((record.trigger,)),
        tag=f"{record.plover.type.lower()} · {told} ({record.status})", words=desk.words(spans), spans=spans,
        cite=desk.cite(spans, desk.teller(record.within)), glyph=STATUS_GLYPH.get(record.reality, "○"),
        chain=desk.chain(record.within), facts=tuple(facts), score=record.score, by=record.by,
    )  # fmt: skip


def _forecast(desk: Desk, record: Forecast) -> Card:
    """Card of a forecast, with its condition and where that stands."""
    facts = [*desk.time(record.horizon)]
    if record.condition:
        facts.append(Fact("only if", desk.words(record.condition)))
        facts.append(Fact("condition from", record.condition_from or "unknown"))
    if record.wording:
        facts.append(Fact("wording", desk.words(record.wording)))
    if record.likelihood:
        low, high = round(record.likelihood.low * 100), round(record.likelihood.high * 100)
        facts.append(Fact("readers take it as", f"{low}–{high} % ({record.likelihood.source})"))
    if record.earliest or record.latest:
        facts.append(Fact("between", f"{record.earliest or '…'} and {record.latest or '…'}"))
    foreseen = desk.records.get(record.event or "")
    facts += [Fact("foretells", _foreseen(desk, foreseen), foreseen.id)] if isinstance(foreseen, Event) else []
    return Card(
        id=record.id, kind="forecast", colour=desk.voices.colour(desk.voices.of(record.within)), head=desk.teller(record.within),
        tag=record.kind + (" · conditional" if record.condition else ""), words=desk.words(record.proposition), spans=record.proposition,
        cite=desk.cite(record.proposition, desk.teller(record.within)), glyph="◇", chain=desk.chain(record.within),
        facts=tuple(facts), score=record.score, by=record.by,
    )  # fmt: skip


def _foreseen(desk: Desk, event: Event) -> str:
    """An event in a line: type and words."""
    return f"{event.plover.type.lower()}: {desk.words(event.anchor or (event.trigger,))}"


def _time(desk: Desk, record: Time) -> Card:
    """Card of a time expression."""
    facts = [Fact("as written", record.relative)] if record.relative else []
    return Card(
        id=record.id, kind="time", colour="v0", head=record.value or "no date known", tag=record.timex.lower(),
        words=desk.words((record.span,)), spans=(record.span,), cite=desk.cite((record.span,), None), facts=tuple(facts),
        score=record.score, by=record.by,
    )  # fmt: skip


def _actor(desk: Desk, record: Mention) -> Card:
    """Card of an actor, by its fullest mention."""
    code = " ".join(part for part in (record.country, record.sector) if part)
    told = "coded, by the article’s country" if LENT in record.by else "coded"
    facts = [Fact(told, code)] if code else []
    facts += [Fact("also", desk.words((m.span,)), m.id) for m in desk.also.get(record.id, ())]
    return Card(
        id=record.id, kind="actor", colour="v0", head=" ".join(record.name.split()), tag=record.kind, words=desk.words((record.span,)),
        spans=(record.span,), cite=desk.cite((record.span,), None), facts=tuple(facts), score=record.score, by=record.by,
    )  # fmt: skip


def _echo(desk: Desk, record: Echo) -> Card:
    """Card of an echo: what the headline makes of a statement of the body."""
    ends = [(label, end, desk.records.get(end)) for label, end in (("headline", record.a), ("body", record.b))]
    facts = [Fact(label, _echoed(desk, found), end) for label, end, found in ends if found is not None]
    facts += [Fact("differs", desk.words((span,))) for span in record.differs]
    spans = record.anchor or (record.kernel,)
    return Card(
        id=record.id, kind="echo", colour="v0", head="Headline and body", tag="echo", words=desk.words(spans), spans=spans,
        cite=desk.cite(spans, None), facts=tuple(facts), score=record.score, by=record.by,
    )  # fmt: skip


def _echoed(desk: Desk, record: Found) -> str:
    """The words of one end of an echo."""
    spans = getattr(record, "content", None) or getattr(record, "anchor", ())
    return desk.words(spans) if spans else ""


def _count(count: Count) -> str:
    """A toll in words."""
    return str(count.low) if count.low == count.high else f"{count.low} to {count.high}"
