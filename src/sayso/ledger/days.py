"""What lies on which day: statements by printing, events by the day that texts give, forecasts by the day on which they fall due."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec

from sayso.ledger import did, filters, foretold, opening
from sayso.ledger.filters import Where
from sayso.ledger.view import View

PRINTED = """
    SELECT substr(facts.published, 1, 10), count(*) FROM {} JOIN document ON document.key = statement.doc
    JOIN facts ON facts.doc = document.key AND facts.retired IS NULL
"""
ALL = PRINTED.format("statement")
OF_SPEAKERS = PRINTED.format("said JOIN statement ON statement.key = said.rowid")
TOLD = "SELECT deed.day, count(*) FROM deed"
DUE = "SELECT claim.due, count(*) FROM claim JOIN document ON document.key = claim.doc JOIN facts ON facts.doc = claim.doc"
BY_DAY = "GROUP BY 1 ORDER BY 1"


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """A year, month or day, as closely as it is known, with what lies on it."""

    day: str
    statements: int
    events: int
    due: int


class Days(msgspec.Struct, frozen=True):
    """The days in order, and how many statements, events and forecasts have none."""

    days: tuple[Day, ...]
    dateless: Day


def days(view: View, sought: did.Sought) -> Days:
    """All days with something; what is asked of events alone leaves statements and forecasts out."""
    with opening.told(view.path):
        parts = (
            [told(view, sought)] if of_events_alone(sought) else [printed(view, sought), told(view, sought), due(view, sought)]
        )
    named = ("events",) if len(parts) == 1 else ("statements", "events", "due")
    found: dict[str, dict[str, int]] = {}
    for name, rows in zip(named, parts, strict=True):
        for day, count in rows:
            counts = found.setdefault(real(day), {})
            counts[name] = counts.get(name, 0) + count
    every = dict.fromkeys(("statements", "events", "due"), 0)
    made = [Day(day=day, **(every | found[day])) for day in sorted(found)]
    return Days(tuple(one for one in made if one.day), Day(day="", **(every | found.get("", {}))))


def real(day: str | None) -> str:
    """The year, month or day if the calendar has it, else empty: what a page's metadata give as a date may be anything.

    >>> real("2031-04-09"), real("2031-04"), real("2031-02-30"), real("soon"), real(None)
    ('2031-04-09', '2031-04', '', '', '')
    """
    if day is None or not filters.DAY.fullmatch(day):
        return ""
    try:
        date.fromisoformat(day + "-01-01"[len(day) - 4 :])
    except ValueError:
        return ""
    return day


def of_events_alone(sought: did.Sought) -> bool:
    """Whether something is asked that only events have."""
    beyond = (sought.who, sought.to, sought.type, sought.status, sought.where, sought.day)
    return any(beyond) or sought.own or sought.deadly or bool(sought.places)


def printed(view: View, sought: did.Sought) -> Iterable[tuple[Any, ...]]:
    """Statements by the day of printing; `voice` are words of the speaker."""
    where = Where()
    filters.worded(where, sought.voice, None, None)
    limited(where, view, sought)
    sql = " ".join((OF_SPEAKERS if sought.voice else ALL, where.sql(), BY_DAY))
    return view.connection.execute(sql, tuple(where.values)).fetchall()


def told(view: View, sought: did.Sought) -> Iterable[tuple[Any, ...]]:
    """Events by the day that their text gives."""
    where = did.conditions(view, sought)
    return view.connection.execute(" ".join((TOLD, where.sql(), BY_DAY)), tuple(where.values)).fetchall()


def due(view: View, sought: did.Sought) -> Iterable[tuple[Any, ...]]:
    """Forecasts by the last day of what they foretell, in their own words."""
    where = Where()
    foretold.named(where, sought.voice or "", view)
    where.add("facts.retired IS NULL")
    limited(where, view, sought)
    return view.connection.execute(" ".join((DUE, where.sql(), BY_DAY)), tuple(where.values)).fetchall()


def limited(where: Where, view: View, sought: did.Sought) -> None:
    """Nothing; rows of documents of an outlet and of dates."""
    filters.standing_in(where, view.connection, sought.in_)
    filters.dated(where, sought.since, sought.until)
