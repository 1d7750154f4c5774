"""Samples: what there is to draw from, what was drawn, and which passages people have read."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from sayso.errors import UsageError
from sayso.ledger import filters, opening, reading
from sayso.ledger.filters import Where
from sayso.ledger.ledger import Ledger
from sayso.ledger.verdicts import by_document, judged_in
from sayso.ledger.view import View
from sayso.model import Event, Forecast, Statement
from sayso.model.span import covers
from sayso.model.verdicts import JUDGING, Change, Verdict, standing

CODE = "CASE record.type WHEN 'statement' THEN '$.act' WHEN 'event' THEN '$.plover.type' ELSE '$.kind' END"
CANDIDATES = f"""
    SELECT record.id, document.id, record.type, record.kernel_start, record.kernel_end, coalesce(facts.outlet, ''),
           coalesce(substr(facts.published, 1, 4), ''), json_extract(record.body, {CODE})
    FROM record JOIN document ON document.key = record.doc JOIN facts ON facts.doc = document.key AND facts.retired IS NULL
"""  # noqa: S608 (nothing of it comes from outside)
ADD = (
    "INSERT INTO sampled(draw, id, doc, kind, place_start, place_end, population, seed, added) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
LAST = "SELECT draw FROM sampled ORDER BY key DESC LIMIT 1"
DRAWN = "SELECT id, doc, kind, place_start, place_end, population, seed FROM sampled WHERE draw = ? ORDER BY key"
KNOWN = "SELECT EXISTS (SELECT 1 FROM sampled WHERE draw = ?)"
PASSAGE = "SELECT doc, place_start, place_end FROM sampled WHERE id = ? AND kind = 'passage'"
READ = "INSERT INTO passage_read(passage, doc, who, added) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
READERS = "SELECT passage, who FROM passage_read ORDER BY key"


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """What may be drawn: a record, or a passage of a text, with the outlet, year and code by which draws are spread."""

    id: str
    doc: str
    kind: str
    start: int
    end: int
    outlet: str
    year: str
    code: str


class Drawn(msgspec.Struct, frozen=True, kw_only=True):
    """What was drawn, of how many of its kind."""

    id: str
    doc: str
    kind: str
    start: int
    end: int
    population: int
    seed: int


def candidates(view: View, in_: str | None = None) -> list[Candidate]:
    """Every live statement, event and forecast, of an outlet or a document where one is given."""
    where = Where()
    where.add("record.retired IS NULL AND record.type IN ('statement', 'event', 'forecast')")
    with opening.told(view.path):
        filters.standing_in(where, view.connection, in_)
        rows = view.connection.execute(" ".join((CANDIDATES, where.sql(), "ORDER BY record.id")), tuple(where.values))
        names = ("id", "doc", "kind", "start", "end", "outlet", "year", "code")
        return [Candidate(**dict(zip(names, row, strict=True))) for row in rows]


def keep(ledger: Ledger, draw: str, drawn: Sequence[Drawn]) -> bool:
    """Whether the draw is new; the same once more adds nothing."""
    now = ledger.now()
    with opening.told(ledger.path), ledger.connection:
        if ledger.connection.execute(KNOWN, (draw,)).get:
            return False
        rows = [(draw, d.id, d.doc, d.kind, d.start, d.end, d.population, d.seed, now) for d in drawn]
        ledger.connection.executemany(ADD, rows)
    return True


def last(view: View) -> tuple[Drawn, ...]:
    """What was drawn last, in the order of the draw; nothing where nothing ever was."""
    with opening.told(view.path):
        draw = view.connection.execute(LAST).get
        rows: list[tuple[Any, ...]] = view.connection.execute(DRAWN, (draw,)).fetchall()
        return tuple(Drawn(**dict(zip(Drawn.__struct_fields__, row, strict=True))) for row in rows)


def readers(view: View) -> dict[str, tuple[str, ...]]:
    """Who has read which passage."""
    found: dict[str, tuple[str, ...]] = {}
    with opening.told(view.path):
        for passage, who in view.connection.execute(READERS):
            found[str(passage)] = (*found.get(str(passage), ()), str(who))
    return found


def read(ledger: Ledger, passage: str, *, who: str) -> tuple[Verdict, ...]:
    """The verdicts by which a person has read a passage whole: what they have not judged otherwise in it they accept.

    Raises: UsageError for a passage that was not drawn.
    """
    now = ledger.now()
    connection = ledger.connection
    with opening.told(ledger.path), connection:
        row = connection.execute(PASSAGE, (passage,)).fetchone()
        if row is None:
            raise UsageError(f"{passage}: no passage that was drawn; sayso sample lists them")
        doc, start, end = str(row[0]), int(str(row[1])), int(str(row[2]))
        own = tuple(one for one in by_document(connection, doc) if one.who == who)
        judged = {one.about: None for one in standing(own) if one.says in JUDGING}
        found = [
            r.id for r in reading.records(connection, doc)
            if isinstance(r, Statement | Event | Forecast) and covers((start, end), r.kernel) and r.id not in judged
        ]  # fmt: skip
        made = tuple(judged_in(connection, id, "accept", who=who, why="", change=Change(), now=now) for id in found)
        connection.execute(READ, (passage, doc, who, now))
    return made


def texts(view: View, in_: str | None = None) -> Iterator[tuple[str, str, str, str]]:
    """(document, its text, outlet, year) of each document that passages may be drawn from."""
    where = Where()
    with opening.told(view.path):
        filters.standing_in(where, view.connection, in_)
        sql = " ".join(
            (
                "SELECT document.id, document.text, coalesce(facts.outlet, ''), coalesce(substr(facts.published, 1, 4), '')",
                reading.FROM_DOCUMENTS, where.sql(), "ORDER BY document.id",
            )
        )  # fmt: skip
        for doc, text, outlet, year in view.connection.execute(sql, tuple(where.values)):
            yield str(doc), str(text), str(outlet), str(year)
