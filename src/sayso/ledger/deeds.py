"""Events in words, as the table `deed` holds them, and who takes which part in a document, as `actor` does: made from records and text."""

from collections.abc import Iterator, Mapping, Sequence

import apsw
import msgspec

from sayso.ledger import reading
from sayso.ledger.claims import folded, speakers
from sayso.ledger.statements import fullest, worded
from sayso.model import Document, Event, Mention, Record, Span, Statement, Time
from sayso.model.span import quote

ADD_DEED = (
    "INSERT INTO deed(key, doc, id, type, status, reality, speaker, own, folded, chain, actors, recipients, doers, sufferers,"
    " place, country, placed, day, dead, words)"
    " SELECT key, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19 FROM record"
    " WHERE doc = ?1 AND id = ?2 AND retired IS NULL"
)
ADD_ACTOR = "INSERT INTO actor(doc, name, folded, kind, country, sector, span_start, span_end, speaks, acts, undergoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
DEEDS = """
    SELECT doc, id, type, status, reality, speaker, own, folded, chain, actors, recipients, doers, sufferers, place, country, placed, day,
           dead, words
    FROM deed WHERE doc = ?
"""
ACTORS = "SELECT doc, name, folded, kind, country, sector, span_start, span_end, speaks, acts, undergoes FROM actor WHERE doc = ? ORDER BY name"
UNFILLED = "SELECT NOT EXISTS (SELECT 1 FROM deed) AND NOT EXISTS (SELECT 1 FROM actor)"
READ = """
    SELECT key, id FROM document
    WHERE EXISTS (SELECT 1 FROM record WHERE record.doc = document.key AND type IN ('statement', 'event') AND retired IS NULL)
    ORDER BY key
"""


class Party(msgspec.Struct, frozen=True):
    """A side of an event: the actor's fullest name in the document, its kind, country and sector."""

    name: str
    kind: str
    country: str | None = None
    sector: str | None = None


class WordedDeed(msgspec.Struct, frozen=True, kw_only=True):
    """An event's row: `speaker` is the outlet where the event stands in its `own` voice; `chain` runs from the outlet to the speaker.

    `day` is the year, month or day the text gives; `country` that of the place; `dead` the most that died.
    """

    id: str
    type: str
    status: str
    reality: str
    speaker: str
    own: bool
    chain: tuple[str, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: str | None
    country: str | None
    day: str | None
    dead: int | None
    words: str


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """What an actor does in one document: how often it speaks, acts, undergoes; `span` is that of its fullest mention."""

    party: Party
    span: Span
    speaks: int
    acts: int
    undergoes: int


def drop_deeds(connection: apsw.Connection, key: int) -> None:
    """Nothing; the document's events and actors are gone from the tables."""
    connection.execute("DELETE FROM deed WHERE doc = ?", (key,))
    connection.execute("DELETE FROM actor WHERE doc = ?", (key,))


def set_deeds(connection: apsw.Connection, key: int, document: Document, records: Sequence[Record]) -> None:
    """Nothing; the live events of a document and those who take part in it stand in the tables as `records` have them."""
    drop_deeds(connection, key)
    connection.executemany(ADD_DEED, [columns(key, row) for row in worded_deeds(document, records)])
    connection.executemany(ADD_ACTOR, [part_columns(key, row) for row in parts(records)])


def fill(connection: apsw.Connection) -> int:
    """How many documents got rows where there were none yet, as in a ledger that an older sayso wrote; all of them or none."""
    if not connection.execute(UNFILLED).get:
        return 0
    with connection:
        read = connection.execute(READ).fetchall()
        for key, id in read:
            if document := reading.document(connection, str(id)):
                set_deeds(connection, int(str(key)), document, list(reading.records(connection, document.id)))
    return len(read)


def worded_deeds(document: Document, records: Sequence[Record]) -> Iterator[WordedDeed]:
    """A row for each event among `records`, which are the records of one document."""
    events = [record for record in records if isinstance(record, Event)]
    if not events:
        return
    said = {row.id: row for row in worded(document, records)}
    mentions = {record.id: record for record in records if isinstance(record, Mention)}
    times = {record.id: record.value for record in records if isinstance(record, Time)}
    outlet = document.outlet or reading.OUTLET
    for event in events:
        chain = (outlet, *speakers(event.within, said))
        yield deed(document.text, event, chain, mentions, times)


def deed(
    text: str, event: Event, chain: tuple[str, ...], mentions: Mapping[str, Mention], times: Mapping[str, str | None]
) -> WordedDeed:
    """The row of one event; the last of the chain is its speaker."""
    where = mentions.get(event.where or "")
    place = party(where, mentions) if where else None
    return WordedDeed(
        id=event.id,
        type=event.plover.type,
        status=event.status,
        reality=event.reality,
        speaker=chain[-1],
        own=len(chain) == 1,
        chain=chain,
        actors=parties(event.actors, mentions),
        recipients=parties(event.recipients, mentions),
        place=place.name if place else None,
        country=place.country if place else None,
        day=calendar_day(times.get(event.when or "")),
        dead=event.dead.high if event.dead else None,
        words=quote(text, event.anchor),
    )


def parties(ids: Sequence[str], mentions: Mapping[str, Mention]) -> tuple[Party, ...]:
    """The sides that mentions stand for, each once, in order."""
    found = (party(mentions[id], mentions) for id in ids if id in mentions)
    return tuple(dict.fromkeys(found))


def party(mention: Mention, mentions: Mapping[str, Mention]) -> Party:
    """The actor a mention stands for; what its fullest mention does not tell, it tells itself."""
    full = fullest(mention, mentions)
    return Party(full.name, full.kind, full.country or mention.country, full.sector or mention.sector)


def calendar_day(value: str | None) -> str | None:
    """The year, month or day of a TIMEX3 value; None for weeks, seasons and durations.

    >>> calendar_day("2031-04-09T10:00"), calendar_day("2031-04"), calendar_day("2031-W02"), calendar_day("PRESENT_REF")
    ('2031-04-09', '2031-04', None, None)
    """
    day = (value or "").split("T")[0]
    return day if len(day) in (4, 7, 10) and day.replace("-", "").isdigit() else None


def parts(records: Sequence[Record]) -> Iterator[Part]:
    """Who speaks, acts or undergoes something in a document, by name; pronouns that stand for nobody known are left out."""
    mentions = {record.id: record for record in records if isinstance(record, Mention)}
    counts: dict[str, list[int]] = {}
    known: dict[str, tuple[Party, Span]] = {}
    for column, id in _roles(records):
        mention = mentions.get(id)
        named = party(mention, mentions) if mention else None
        if mention and named and named.kind != "pronoun" and named.name:
            known.setdefault(named.name, (named, fullest(mention, mentions).span))
            counts.setdefault(named.name, [0, 0, 0])[column] += 1
    for name in sorted(counts):
        speaks, acts, undergoes = counts[name]
        yield Part(party=known[name][0], span=known[name][1], speaks=speaks, acts=acts, undergoes=undergoes)


def _roles(records: Sequence[Record]) -> Iterator[tuple[int, str]]:
    """(column, mention) of every part taken: 0 speaks, 1 acts, 2 undergoes."""
    for record in records:
        if isinstance(record, Statement) and record.speaker:
            yield 0, record.speaker
        elif isinstance(record, Event):
            yield from ((1, id) for id in record.actors)
            yield from ((2, id) for id in record.recipients)


def columns(key: int, row: WordedDeed) -> tuple[str | int | None, ...]:
    """The columns of an event's row, in the order of ADD_DEED."""
    actors, recipients = (msgspec.json.encode(side).decode() for side in (row.actors, row.recipients))
    who = (row.speaker, int(row.own), folded(row.speaker), msgspec.json.encode(row.chain).decode())
    sides = (actors, recipients, looked_for(row.actors), looked_for(row.recipients))
    placed = folded(" ".join(filter(None, (row.place, row.country))))
    where = (row.place, row.country, placed, row.day)
    return (key, row.id, row.type, row.status, row.reality, *who, *sides, *where, row.dead, row.words)


def part_columns(key: int, row: Part) -> tuple[str | int | None, ...]:
    """The columns of an actor's row, in the order of ADD_ACTOR."""
    of = row.party
    return (key, of.name, folded(of.name), of.kind, of.country, of.sector, *row.span, row.speaks, row.acts, row.undergoes)


def deed_flaws(connection: apsw.Connection, key: int, document: Document, records: Sequence[Record]) -> Iterator[tuple[str, str]]:
    """(where, what) of each row that is not what the records of a document come to."""
    kept = {str(row[1]): tuple(row) for row in connection.execute(DEEDS, (key,))}
    for row in worded_deeds(document, records):
        if kept.pop(row.id, None) != columns(key, row):
            yield row.id, "its words are not those of the text at its spans"
    yield from ((id, "an event in words without its record") for id in kept)
    if [tuple(row) for row in connection.execute(ACTORS, (key,))] != [part_columns(key, row) for row in parts(records)]:
        yield document.id, "its actors are not those of its records"


def looked_for(sides: Sequence[Party]) -> str:
    """Names, country and sector codes of some sides as they are looked for.

    >>> looked_for((Party("the Harbour Police", "organization", "NOR", "COP"),))
    ' the harbour police nor cop;'
    """
    return "".join(f"{folded(' '.join(filter(None, (side.name, side.country, side.sector))))};" for side in sides)
