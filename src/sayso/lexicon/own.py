"""Own: the lists that a user brings as CSV, read whole and checked line by line: actors, codes for events, groups of outlets.

An actor list changes what readers read and wins over the lexicon; codes and groups only name what was read, so they can be changed later.
"""

import csv
import hashlib
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from sayso.errors import InputError
from sayso.lexicon import plover, tables
from sayso.lexicon.entries import Entry
from sayso.lexicon.words import key

KINDS = ("person", "organization", "state", "group", "place", "role")
BEYOND = ("IGO", "NGO", "ISM", "IMG", "MNC", "UNO", "EUR")
SECTORS = (
    "AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "JRN", "JUD", "LAB", "LEG", "MED", "MIL", "NGO", "OPP", "PRE", "PRM", "PTY",
    "REB", "REF", "REL", "SOC", "SPY", "UAF", "UNK",
)  # fmt: skip
DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
LARGEST = 10_000_000
"""Bytes that a list may have."""
TOLD = 20
"""Faults that are told one by one."""
ACTORS = ("name", "aliases", "kind", "country", "sector", "from", "to")
TYPES = ("type", "mode", "code", "label")
OUTLETS = ("outlet", "group", "ownership", "note")

Line = tuple[int, Mapping[str, str]]


class Sheet(msgspec.Struct, frozen=True):
    """A list as it came: its name, its bytes, its lines by column with their numbers in the file."""

    file: str
    data: bytes
    lines: tuple[Line, ...]

    @property
    def sha256(self) -> str:
        """The SHA-256 of its bytes, in hex."""
        return hashlib.sha256(self.data).hexdigest()


class Code(msgspec.Struct, frozen=True):
    """A user's own code for an event, and what it is called."""

    code: str
    label: str


class Types(msgspec.Struct, frozen=True):
    """A user's codes by PLOVER's type and mode, mode "" for the type alone."""

    sheet: Sheet
    codes: Mapping[tuple[str, str], Code]

    def of(self, type: str, modes: Sequence[str]) -> Code | None:
        """The code of an event: that of the first of its modes that has one, else its type's; None where neither has."""
        return next((found for mode in (*modes, "") if (found := self.codes.get((type, mode)))), None)

    def types(self, code: str) -> tuple[str, ...]:
        """The types that a code may stand for. Raises: InputError where it is none of the list."""
        found = tuple(dict.fromkeys(type for (type, _), one in self.codes.items() if one.code == code))
        if not found:
            raise InputError(f"{self.sheet.file}: no code {code!r} in it")
        return found


class Group(msgspec.Struct, frozen=True):
    """A user's group for an outlet, with its ownership and a note where they are given."""

    group: str
    ownership: str
    note: str


class Outlets(msgspec.Struct, frozen=True):
    """A user's groups by outlet, whatever name of the outlet is used."""

    sheet: Sheet
    groups: Mapping[str, Group]

    def of(self, outlet: str | None) -> Group | None:
        """The group of an outlet, None where it is in none."""
        return self.groups.get(key(outlet)) if outlet else None

    def known(self, group: str) -> str:
        """The group as the list writes it. Raises: InputError where it is none of the list."""
        found = next((one.group for one in self.groups.values() if key(one.group) == key(group)), None)
        if found is None:
            raise InputError(f"{self.sheet.file}: no group {group!r} in it")
        return found


class Own(msgspec.Struct, frozen=True, kw_only=True):
    """The lists that a user brought, None for those that were not."""

    actors: Sheet | None = None
    types: Types | None = None
    outlets: Outlets | None = None

    def code(self, type: str, modes: Sequence[str]) -> Code | None:
        """The user's code of an event, None where there is none."""
        return self.types.of(type, modes) if self.types else None

    def group(self, outlet: str | None) -> Group | None:
        """The user's group of an outlet, None where there is none."""
        return self.outlets.of(outlet) if self.outlets else None

    def sheets(self) -> dict[str, Sheet]:
        """The lists that there are, by what they are lists of."""
        found = {"actors": self.actors, "types": self.types and self.types.sheet, "outlets": self.outlets and self.outlets.sheet}
        return {name: sheet for name, sheet in found.items() if sheet}


def own(*, actors: Path | None = None, types: Path | None = None, outlets: Path | None = None) -> Own:
    """What was brought, each list checked. Raises: InputError with a line for each fault."""
    return Own(
        actors=actor_list(actors) if actors else None, types=type_list(types) if types else None,
        outlets=outlet_list(outlets) if outlets else None,
    )  # fmt: skip


def actor_list(path: Path) -> Sheet:
    """A list of actors, checked. Raises: InputError with a line for each fault."""
    sheet = read(path, ACTORS, ("name",))
    countries = {entry.country for _, entry in tables.states()}
    names: dict[str, str] = {}
    tell(path, (fault for line in sheet.lines for fault in faults_of_actor(line, countries, names)))
    return sheet


def faults_of_actor(line: Line, countries: set[str | None], names: dict[str, str]) -> Iterator[tuple[int, str]]:
    """What is wrong with an actor; `names` gathers whose each name is."""
    number, row = line
    if not row["name"]:
        yield number, "name is empty"
    if row["kind"] and row["kind"] not in KINDS:
        yield number, f"kind {row['kind']!r} is none of {', '.join(KINDS)}"
    if row["country"] and row["country"] not in countries and row["country"] not in BEYOND:
        yield number, f"country {row['country']!r} is no ISO-3 code and none of {', '.join(BEYOND)}"
    if row["sector"] and row["sector"] not in SECTORS:
        yield number, f"sector {row['sector']!r} is none of {', '.join(SECTORS)}"
    bad = [column for column in ("from", "to") if row[column] and not DAY.fullmatch(row[column])]
    for column in bad:
        yield number, f"{column} {row[column]!r} is no date: write 2031, 2031-04 or 2031-04-09"
    if row["from"] and row["to"] and not bad and row["to"] < row["from"][: len(row["to"])]:
        yield number, f"to {row['to']} lies before from {row['from']}"
    for name in named(row):
        if names.setdefault(name, row["name"]) != row["name"]:
            yield number, f"{name!r} is a name of {names[name]!r} already"


def named(row: Mapping[str, str]) -> list[str]:
    """The name and aliases of an actor's line."""
    return [name.strip() for name in (row["name"], *row["aliases"].replace(";", "|").split("|")) if name.strip()]


def entries(sheet: Sheet) -> Iterator[tuple[str, Entry]]:
    """(name, entry) of each actor of a list, for every name it goes by."""
    for _, row in sheet.lines:
        entry = Entry(
            name=row["name"], kind=row["kind"] or "organization", country=row["country"] or None, sector=row["sector"] or None,
            start=row["from"] or None, end=row["to"] or None, source=sheet.file, own=True,
        )  # fmt: skip
        yield from ((name, entry) for name in named(row))


def type_list(path: Path) -> Types:
    """Codes for events, checked. Raises: InputError with a line for each fault."""
    sheet, known = read(path, TYPES, ("type", "code")), plover.load()
    seen: dict[tuple[str, str], int] = {}
    tell(path, (fault for line in sheet.lines for fault in faults_of_type(line, known, seen)))
    codes = {(row["type"], row["mode"]): Code(row["code"], row["label"]) for _, row in sheet.lines}
    return Types(sheet, codes)


def faults_of_type(line: Line, known: plover.Plover, seen: dict[tuple[str, str], int]) -> Iterator[tuple[int, str]]:
    """What is wrong with a line of codes; `seen` gathers where each type and mode stands."""
    number, row = line
    if row["type"] not in known.quads:
        yield number, f"type {row['type']!r} is none of {', '.join(known.quads)}"
    elif row["mode"] and (row["type"], row["mode"]) not in known.scores:
        modes = [mode for type, mode in known.scores if type == row["type"] and mode]
        yield number, f"mode {row['mode']!r} is none of {row['type']}'s: {', '.join(modes) or 'it has none'}"
    if not row["code"]:
        yield number, "code is empty"
    first = seen.setdefault((row["type"], row["mode"]), number)
    if first != number:
        yield number, f"{' '.join(filter(None, (row['type'], row['mode'])))} has a code in line {first} already"


def outlet_list(path: Path) -> Outlets:
    """Groups of outlets, checked. Raises: InputError with a line for each fault."""
    sheet = read(path, OUTLETS, ("outlet", "group"))
    seen: dict[str, int] = {}
    tell(path, (fault for line in sheet.lines for fault in faults_of_outlet(line, seen)))
    given = {key(row["outlet"]): Group(row["group"], row["ownership"], row["note"]) for _, row in sheet.lines}
    aliases = {key(alias): given[key(entry.name)] for alias, entry in tables.outlets() if key(entry.name) in given}
    return Outlets(sheet, {**aliases, **given})


def faults_of_outlet(line: Line, seen: dict[str, int]) -> Iterator[tuple[int, str]]:
    """What is wrong with a line of groups; `seen` gathers where each outlet stands."""
    number, row = line
    yield from ((number, f"{column} is empty") for column in ("outlet", "group") if not row[column])
    first = seen.setdefault(key(row["outlet"]), number)
    if row["outlet"] and first != number:
        yield number, f"{row['outlet']!r} has a group in line {first} already"


def read(path: Path, columns: Sequence[str], needed: Sequence[str]) -> Sheet:
    """A list of these columns as it came. Raises: InputError where it can't be read or its head line or a line's cells don't fit."""
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as cause:
        why = f"not UTF-8 at byte {cause.start}" if isinstance(cause, UnicodeDecodeError) else cause.strerror
        raise InputError(f"{path}: {why}", next=f"a CSV file in UTF-8 with the columns {','.join(columns)}") from cause
    if len(data) > LARGEST:
        raise InputError(f"{path}: {len(data)} bytes, more than {LARGEST}", next="cut the list into those that you need")
    try:
        rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        lacking = [name for name in needed if name not in (rows.fieldnames or ())]
        if lacking:
            raise InputError(f"{path}: no column `{lacking[0]}`", next=f"give a head line: {','.join(columns)}")
        found = [(rows.line_num, row) for row in rows]
    except csv.Error as cause:
        raise InputError(f"{path}: {cause}", next="quote cells as spreadsheets do") from cause
    tell(path, ((number, "more cells than the head line") for number, row in found if None in row))
    lines = tuple((number, {name: (row.get(name) or "").strip() for name in columns}) for number, row in found)
    return Sheet(path.name, data, lines)


def tell(path: Path, faults: Iterator[tuple[int, str]]) -> None:
    """Nothing; raises InputError where there are faults, with a line for each up to twenty."""
    found = [f"{path}:{number}: {why}" for number, why in faults]
    if found:
        more = [f"{path}: {len(found) - TOLD} more faults"] if len(found) > TOLD else []
        raise InputError(found[0], next="correct the list", more=(*found[1:TOLD], *more))
