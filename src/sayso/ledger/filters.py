"""Conditions on documents and statements: fixed pieces of SQL with the values beside them, never inside them."""

import re

import apsw
import msgspec

from sayso.errors import UsageError
from sayso.ledger import query, reading

DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


class Where:
    """Pieces of a WHERE clause, joined by AND, and their values."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.values: list[str | int] = []

    def add(self, piece: str, *values: str | int) -> None:
        """Nothing; one more condition with its values."""
        self.pieces.append(piece)
        self.values.extend(values)

    def sql(self) -> str:
        """The clause, empty where there is no condition."""
        return " WHERE " + " AND ".join(self.pieces) if self.pieces else ""


def dated(where: Where, since: str | None, until: str | None) -> None:
    """Nothing; documents published from `since` to the end of `until` (year, month or day), which leaves out undated ones."""
    for value in (since, until):
        checked_day(value)
    if since is not None:
        where.add("facts.published >= ?", since)
    if until is not None:
        where.add("substr(facts.published, 1, ?) <= ?", len(until), until)


def checked_day(value: str | None) -> None:
    """Nothing; raises UsageError for what is no year, month or day."""
    if value is not None and not DAY.fullmatch(value):
        raise UsageError(f"not a date: {value!r}; write 2031, 2031-04 or 2031-04-09")


def from_outlet(where: Where, connection: apsw.Connection, outlet: str | None) -> None:
    """Nothing; documents whose outlet's name holds `outlet`, whatever the case."""
    if outlet is None:
        return
    rows = connection.execute("SELECT DISTINCT outlet FROM facts WHERE retired IS NULL AND outlet IS NOT NULL")
    names = sorted(name for (name,) in rows if outlet.casefold() in name.casefold())
    where.add("facts.outlet IN (SELECT value FROM json_each(?))", msgspec.json.encode(names).decode())


def standing_in(where: Where, connection: apsw.Connection, place: str | None) -> None:
    """Nothing; the document whose id begins so, or the documents of an outlet of that name."""
    if place is not None and (id := reading.whole_id(connection, place)):
        where.add("document.id = ?", id)
    else:
        from_outlet(where, connection, place)


Names = str | tuple[str, ...] | None
"""A name, or several of which any will do."""


def each(names: Names) -> tuple[str, ...]:
    """The names one by one."""
    return (names,) if isinstance(names, str) else names or ()


def worded(where: Where, by: Names, about: Names, containing: str | None) -> None:
    """Nothing; statements by speaker, by the names and words in their content, by a query in their content."""
    asked = []
    if by:
        asked.append("(" + " OR ".join("({speaker source} : (" + query.names(one) + "))" for one in each(by)) + ")")
    if about:
        either = ("(about : (" + query.names(one) + ")) OR (content : (" + query.phrase(one) + "))" for one in each(about))
        asked.append("(" + " OR ".join(either) + ")")
    if containing is not None:
        asked.append("content : (" + query.expression(containing) + ")")
    if asked:
        where.add("said MATCH ?", " AND ".join(asked))
