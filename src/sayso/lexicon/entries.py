"""Entry and Role: what the lexicon knows of a name and of a word for an actor."""

from collections.abc import Sequence

import msgspec

OUT_OF_OFFICE = {"GOV", "LEG", "MIL", "SPY", "COP", "JUD"}


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """An actor or a place as the lexicon has it.

    `start` and `end` (ISO dates or prefixes of them, None: open) say when `office` and `sector` hold. `weak` marks a name that is
    also a common word; `own` one from an analyst's list, which wins.
    """

    name: str
    kind: str
    source: str
    country: str | None = None
    sector: str | None = None
    start: str | None = None
    end: str | None = None
    gender: str | None = None
    office: str | None = None
    parent: str | None = None
    control: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    weak: bool = False
    own: bool = False


class Role(msgspec.Struct, frozen=True):
    """A word for an actor: `use` is title, role, group, org or document; `sector` PLOVER's code or None."""

    phrase: str
    use: str
    sector: str | None = None
    gender: str | None = None
    plural: bool = False


def holds(entry: Entry, date: str) -> bool:
    """Whether `date` lies within the entry's dates, compared as far as both are written.

    >>> holds(Entry(name="A", kind="person", source="s", start="2019-07", end="2020-11-09"), "2020-01-03")
    True
    """
    start, end = entry.start or "", entry.end or "9999"
    return start <= date[: len(start)] and date[: len(end)] <= end


def at(entries: Sequence[Entry], date: str | None) -> Entry:
    """The entry that holds at `date`, else the last before it, else the first; without a date the latest. `entries` isn't empty."""
    if date is None:
        return max(entries, key=lambda entry: (entry.own, entry.start or ""))
    fitting = [entry for entry in entries if holds(entry, date)]
    if fitting:
        return max(fitting, key=lambda entry: (entry.own, entry.start or ""))
    before = [entry for entry in entries if (entry.end or "9999") < date]
    return max(before, key=lambda entry: entry.end or "") if before else min(entries, key=lambda entry: entry.start or "")


def sector_at(entry: Entry, date: str | None) -> str | None:
    """The entry's sector at `date`: ELI (PLOVER's former officials) after a person's office ended, None before it began."""
    if date is None or entry.kind != "person" or entry.sector not in OUT_OF_OFFICE or holds(entry, date):
        return entry.sector
    return "ELI" if entry.end and entry.end < date else None
