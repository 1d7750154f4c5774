"""A release read back: its tables and what it says of itself, once every hash is that of its file."""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from sayso.errors import InputError, UsageError
from sayso.release.files import SUMS, sums
from sayso.release.tables import TABLES

Cells = Mapping[str, str]
LONGEST = 50_000_000
"""Characters that a cell may have."""


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """A release: `tables` by name, rows by their key, cells as they stand in the CSV; `about` is what the package says under `sayso`."""

    name: str
    id: str
    date: str
    about: dict[str, Any]
    tables: dict[str, dict[str, Cells]]


def opened(folder: Path) -> Opened:
    """The release in a folder. Raises: UsageError where there is none, InputError where a file is missing or altered."""
    listing = folder / SUMS
    if not listing.is_file():
        raise UsageError(f"{folder}: no release; sayso release makes one")
    check(folder, listing.read_text(encoding="utf-8"))
    package = msgspec.json.decode((folder / "datapackage.json").read_bytes())
    tables = {table.name: rows(folder / "data" / f"{table.name}.csv", table.key) for table in TABLES}
    return Opened(name=folder.name, id=package["id"], date=package["version"], about=package["sayso"], tables=tables)


def check(folder: Path, listing: str) -> None:
    """Nothing; raises InputError for the first file that is missing, added or altered."""
    listed = {name: sha256 for sha256, _, name in (line.partition("  ") for line in listing.splitlines())}
    found = sums(folder)
    for name in sorted({**listed, **found}):
        if listed.get(name) != found.get(name):
            what = "missing" if name not in found else "not of the release" if name not in listed else "altered since it was made"
            raise InputError(f"{folder / name}: {what}", next="take the release from where it was kept, or make it again")


def rows(file: Path, key: str) -> dict[str, Cells]:
    """The rows of a table by their key; none of a table that an older release has not."""
    if not file.is_file():
        return {}
    csv.field_size_limit(LONGEST)
    with file.open(encoding="utf-8", newline="") as lines:
        return {row[key]: row for row in csv.DictReader(lines)}
