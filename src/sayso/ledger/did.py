"""Events as a View answers them: each with its words, sides, status and voice."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

import msgspec

from sayso.ledger import claims, filters, opening, reading
from sayso.ledger.deeds import Party
from sayso.ledger.filters import Where
from sayso.ledger.view import View
from sayso.model import Event

DEED = """
    SELECT deed.id, document.id, facts.outlet, facts.published, facts.title, deed.type, deed.status, deed.reality, deed.speaker,
           deed.own, deed.chain, deed.actors, deed.recipients, deed.place, deed.day, deed.words, record.body
"""
TABLES = "deed JOIN document ON document.key = deed.doc JOIN facts ON facts.doc = document.key AND facts.retired IS NULL"
BODIES = "JOIN record ON record.key = deed.key"
# Documents are put in order first and their events fetched one document after the other: sorting all events is what would take time.
HOLDING = "SELECT held.doc, held.events FROM (SELECT deed.doc AS doc, count(*) AS events FROM deed"
BY_DOCUMENT = """
    GROUP BY deed.doc) AS held
    JOIN document ON document.key = held.doc JOIN facts ON facts.doc = held.doc AND facts.retired IS NULL
    ORDER BY facts.published IS NULL, facts.published, document.id
"""
COUNTED = "SELECT type, reality, speaker, own, count(*) FROM deed"
BY_VOICE = "GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4"
PLACED = "SELECT place, country, reality, deed.doc, count(*) FROM deed"
BY_PLACE = "GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4"
PRINTED = "IN (SELECT facts.doc FROM facts JOIN document ON document.key = facts.doc"
SIDES = msgspec.json.Decoder(tuple[Party, ...])


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """An event in words with the document it stands in; `speaker` is the outlet where it stands in its `own` voice."""

    id: str
    doc: str
    outlet: str | None
    published: str | None
    title: str | None
    type: str
    status: str
    reality: str
    speaker: str
    own: bool
    chain: tuple[str, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: str | None
    day: str | None
    words: str
    event: Event


class Sought(msgspec.Struct, frozen=True, kw_only=True):
    """What events are asked for.

    `who` and `to` are words of an actor's and a recipient's name, or a country or sector code; `where` words of a place's name or its country's code,
    `places` places by their whole names, `day` a year, month or day that the text gives; `status` a factuality (CT+) or how
    that shows (claimed); `voice` words of the speaker's name; `own` the outlets' own voice alone; dates are those of printing.
    """

    who: str | None = None
    to: str | None = None
    type: str | None = None
    status: str | None = None
    voice: str | None = None
    own: bool = False
    where: str | None = None
    places: tuple[str, ...] = ()
    day: str | None = None
    deadly: bool = False
    in_: str | None = None
    since: str | None = None
    until: str | None = None
    id: str | None = None


def deeds_of(view: View, sought: Sought | None = None, *, limit: int | None = None, offset: int = 0) -> Iterator[Deed]:
    """Events by document date and place in the text."""
    wanted = sought or Sought()
    with opening.told(view.path):
        where = conditions(view, wanted)
        sql = " ".join((HOLDING, index(wanted), where.sql(), BY_DOCUMENT))
        holding = view.connection.execute(sql, tuple(where.values)).fetchall()
        where = of_events(wanted)
        where.add("deed.doc = ?")
        sql = " ".join((DEED, "FROM", TABLES, BODIES, where.sql(), "ORDER BY deed.key"))
        rows = (
            row
            for doc, skipped in _from(holding, offset)
            for row in view.connection.execute(sql, (*where.values, doc)).fetchall()[skipped:]
        )
        for row in islice(rows, limit):
            yield deed_of(row)


def _from(holding: Sequence[tuple[Any, ...]], offset: int) -> Iterator[tuple[int, int]]:
    """The documents from the one with the `offset`-th event on, and how many events of each are to be skipped."""
    for doc, count in holding:
        if count > offset:
            yield doc, offset
        offset = max(0, offset - count)


def counted(view: View, sought: Sought | None = None, *, placed: bool = False) -> list[tuple[str, str, str, int, int]]:
    """How many events there are by type, reality, speaker and whether that is the outlet itself; of those with a place if `placed`."""
    wanted = sought or Sought()
    with opening.told(view.path):
        where = conditions(view, wanted)
        if placed:
            where.add("place IS NOT NULL")
        sql = " ".join((COUNTED, index(wanted), where.sql(), BY_VOICE))
        return [tuple(row) for row in view.connection.execute(sql, tuple(where.values))]


def placed(view: View, sought: Sought | None = None) -> list[tuple[str, str | None, str, int, int]]:
    """Events with a place by its name and country, reality and document (a number that stands for it)."""
    wanted = sought or Sought()
    with opening.told(view.path):
        where = conditions(view, wanted)
        where.add("place IS NOT NULL")
        sql = " ".join((PLACED, index(wanted), where.sql(), BY_PLACE))
        return [tuple(row) for row in view.connection.execute(sql, tuple(where.values))]


def index(sought: Sought) -> str:
    """The index that holds all that is asked for: left to itself, SQLite reads the wide rows."""
    beyond = (sought.who, sought.to, sought.voice, sought.where, sought.status, sought.deadly)
    return "INDEXED BY deed_sought" if any(beyond) and sought.id is None else ""


def conditions(view: View, sought: Sought) -> Where:
    """The conditions that what is sought comes to."""
    where = of_events(sought)
    printed(view, where, "deed.doc", sought.in_, sought.since, sought.until)
    return where


def of_events(sought: Sought) -> Where:
    """The conditions on events themselves, whatever document they stand in."""
    where = Where()
    for piece, value in (("deed.type = ?", sought.type), ("deed.id = ?", sought.id)):
        if value is not None:
            where.add(piece, value)
    if sought.status is not None:
        where.add("? IN (deed.status, deed.reality)", sought.status)
    if sought.places:
        where.add("deed.place IN (SELECT value FROM json_each(?))", msgspec.json.encode(sought.places).decode())
    if sought.day is not None:
        filters.checked_day(sought.day)
        where.add("substr(deed.day, 1, ?) = ?", len(sought.day), sought.day)
    if sought.own:
        where.add("deed.own = 1")
    if sought.deadly:
        where.add("deed.dead > 0")
    columns = (
        ("deed.doers", sought.who),
        ("deed.sufferers", sought.to),
        ("deed.folded", sought.voice),
        ("deed.placed", sought.where),
    )
    for column, words in columns:
        named(where, column, words)
    return where


def printed(view: View, where: Where, column: str, in_: str | None, since: str | None = None, until: str | None = None) -> None:
    """Nothing; rows of documents of an outlet, or of one document, and of these dates.

    Dates alone leave out too few documents to go by them: the plus keeps SQLite from it.
    """
    inner = Where()
    filters.standing_in(inner, view.connection, in_)
    filters.dated(inner, since, until)
    if inner.pieces:
        inner.add("facts.retired IS NULL")
        where.add(" ".join((column if in_ else f"+{column}", PRINTED, inner.sql(), ")")), *inner.values)


def named(where: Where, column: str, words: str | None) -> None:
    """Nothing; rows in whose folded names words begin as these words do; of several names, joined by "|", any will do."""
    choices = [found for name in (words or "").split("|") if (found := claims.folded(name).split())]
    if choices:
        pieces = (" AND ".join([f"instr({column}, ?)"] * len(choice)) for choice in choices)
        where.add(f"({' OR '.join(pieces)})", *(f" {word}" for choice in choices for word in choice))


def deed_of(row: tuple[Any, ...]) -> Deed:
    """A Deed of the columns that DEED names."""
    values = dict(zip(Deed.__struct_fields__, row, strict=True))
    values |= {"own": bool(values["own"]), "chain": reading.NAMES.decode(values["chain"])}
    values |= {side: SIDES.decode(values[side]) for side in ("actors", "recipients")}
    return Deed(**(values | {"event": msgspec.json.decode(values["event"], type=Event)}))
