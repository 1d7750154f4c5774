"""The schema: numbered migrations, the marks by which a ledger file is known, and the comparison with what they make."""

from functools import cache
from importlib import resources

import apsw

APPLICATION_ID = int.from_bytes(b"sayS", "big")
OBJECTS = "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT GLOB 'sqlite_stat[14]' ORDER BY 1, 2"
SHADOWS = tuple(f"{index}_{part}" for index in ("words", "said") for part in ("config", "data", "docsize", "idx"))


@cache
def migrations() -> tuple[str, ...]:
    """The scripts in order; the n-th brings a ledger from version n - 1 to n."""
    folder = resources.files("sayso.ledger") / "migrations"
    scripts = sorted((script for script in folder.iterdir() if script.name.endswith(".sql")), key=lambda script: script.name)
    return tuple(script.read_text("utf-8") for script in scripts)


def version() -> int:
    """The version of the format that this sayso writes."""
    return len(migrations())


def migrate(connection: apsw.Connection, scripts: tuple[str, ...] | None = None) -> int:
    """How many migrations were run; each stands in a transaction with its number, so a cut leaves a whole version."""
    scripts = migrations() if scripts is None else scripts
    start = int(connection.pragma("user_version"))
    for number, script in enumerate(scripts[start:], start + 1):
        with connection:
            connection.execute(script)
            connection.pragma("application_id", APPLICATION_ID)
            connection.pragma("user_version", number)
    return len(scripts) - start


def shape(connection: apsw.Connection) -> list[tuple[str, str, str, str]]:
    """Everything that the schema names, in order; full-text shadow tables by name only, as their SQL is SQLite's own."""
    rows = connection.execute(OBJECTS)
    return [(kind, name, table, "" if name in SHADOWS else sql) for kind, name, table, sql in rows]


@cache
def expected() -> tuple[tuple[str, str, str, str], ...]:
    """The shape of a ledger of this version."""
    connection = apsw.Connection(":memory:")
    migrate(connection)
    found = tuple(shape(connection))
    connection.close()
    return found


def strays(connection: apsw.Connection) -> list[str]:
    """Names in which the schema differs from what the migrations make: added, missing or altered; empty for a ledger."""
    here, there = shape(connection), expected()
    differing = [row[1] for row in here if row not in there] + [row[1] for row in there if row not in here]
    return list(dict.fromkeys(differing))
