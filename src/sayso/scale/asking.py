"""SQL over a run's Parquet, by DuckDB: for what no longer fits one ledger."""

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from sayso.errors import UsageError
from sayso.export.rows import KINDS
from sayso.scale import comparing, cutting, reading
from sayso.scale.columns import DOCUMENT, PROBLEM, RECORD, flat
from sayso.scale.comparing import LINK
from sayso.scale.folder import opened
from sayso.scale.plan import load

AT_ONCE = 1000


class Answer(msgspec.Struct, frozen=True):
    """The columns of an answer and its rows, which come as they are fetched."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


Table = tuple[dict[str, Any], tuple[tuple[str, str], ...]]


def tables() -> dict[str, Table]:
    """The columns of each table and where its files stand: (stage, beginning of the file's name)."""
    found: dict[str, Table] = {
        "documents": (DOCUMENT, ((cutting.STAGE, cutting.PART),)),
        "records": (RECORD, ((reading.STAGE, reading.RECORDS),)),
    }
    found["problems"] = (PROBLEM, ((cutting.STAGE, cutting.PROBLEMS), (reading.STAGE, reading.PROBLEMS)))
    found["links"] = (LINK, ((comparing.STAGE, comparing.LINKS),))
    return found | {kind: (flat(kind), ((reading.STAGE, f"{kind}.parquet"),)) for kind in KINDS}


def ask(folder: Path, sql: str) -> Answer:
    """What one SELECT gives over the tables documents, statements, events, forecasts, mentions, links, records and problems.

    It can read the run's files and nothing else, and write nothing. Raises: UsageError for what is no SELECT, or not SQL that holds.
    """
    try:
        duckdb: Any = importlib.import_module("duckdb")
    except ModuleNotFoundError as missing:
        raise UsageError("sayso scale sql needs DuckDB: pip install 'sayso[duckdb]'") from missing
    load(folder)
    connection = duckdb.connect(
        ":memory:", config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
    )
    try:
        for name, (columns, places) in tables().items():
            connection.execute(f"CREATE VIEW {name} AS {view(files(folder, places), columns)}")
        closed(connection, folder)
        statements = connection.extract_statements(sql)
        if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
            raise UsageError("sayso scale sql: one SELECT, nothing else")
        cursor = connection.execute(statements[0])
        return Answer(tuple(column[0] for column in cursor.description), rows(cursor, duckdb))
    except duckdb.Error as fault:
        raise UsageError(f"sayso scale sql: {' '.join(str(fault).split())}") from fault


def closed(connection: Any, folder: Path) -> None:
    """Nothing; from now on only the run's folder can be reached, and that can't be changed."""
    connection.execute(f"SET allowed_directories = [{quoted(str(folder.absolute()) + '/')}]")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")


def rows(cursor: Any, duckdb: Any) -> Iterator[tuple[Any, ...]]:
    """The rows of a cursor. Raises: UsageError where the query fails over what it meets."""
    try:
        while part := cursor.fetchmany(AT_ONCE):
            yield from part
    except duckdb.Error as fault:
        raise UsageError(f"sayso scale sql: {' '.join(str(fault).split())}") from fault


def files(folder: Path, places: tuple[tuple[str, str], ...]) -> list[str]:
    """The files of a table in the folders that are whole."""
    found = []
    for stage, beginning in places:
        for place in sorted((folder / stage).glob("[!.]*")):
            manifest = opened(place)
            found += [str((place / name).absolute()) for name in manifest.parts(beginning)] if manifest else []
    return found


def view(found: list[str], columns: dict[str, Any]) -> str:
    """What a table is made of; empty with the same columns where there is no file yet. `shard` names the folder of each row."""
    if not found:
        return f"SELECT {', '.join(f'NULL AS {quoted(name, chr(34))}' for name in columns)}, NULL AS shard WHERE false"
    listed = ", ".join(map(quoted, found))
    return f"SELECT * EXCLUDE (filename), parse_path(filename)[-2] AS shard FROM read_parquet([{listed}], filename = true)"  # noqa: S608 (all of it is quoted)


def quoted(text: str, mark: str = "'") -> str:
    """Text as SQL has it.

    >>> quoted("Vellin's")
    "'Vellin''s'"
    """
    return mark + text.replace(mark, mark * 2) + mark
