"""The child process in which one SQL question of a person is answered: read-only, through an authorizer, within limits.

Run as `python -m sayso.ledger.sandbox PATH PARENT`: says "ready" on a line, takes the question from stdin, gives one line of JSON.
The parent kills it when its time is up, which also ends what SQLite can't interrupt (a LIKE over a long text).
"""

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic
from typing import Any

import apsw

from sayso.errors import LedgerError
from sayso.ledger import opening
from sayso.parent import end_with

SECONDS = 1.0
ROWS = 1000
CELL = 2000
"""Characters of a cell that are given; the rest is cut."""

WIDE = 100
"""Columns at most."""

BYTES = 4 * 2**20
"""Bytes of the answer at most."""

HEAP = 96 * 2**20
MEMORY = 768 * 2**20
VALUE = 16 * 2**20
STEPS = 1000
"""Steps of SQLite's machine between two looks at the clock."""

LIMITS = (
    (apsw.SQLITE_LIMIT_LENGTH, VALUE),
    (apsw.SQLITE_LIMIT_SQL_LENGTH, 20_000),
    (apsw.SQLITE_LIMIT_EXPR_DEPTH, 100),
    (apsw.SQLITE_LIMIT_COMPOUND_SELECT, 20),
    (apsw.SQLITE_LIMIT_VDBE_OP, 50_000),
    (apsw.SQLITE_LIMIT_FUNCTION_ARG, 20),
    (apsw.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100),
    (apsw.SQLITE_LIMIT_COLUMN, 200),
)
FUNCTIONS = frozenset({
    "count", "sum", "avg", "min", "max", "total", "group_concat", "string_agg", "length", "substr", "substring", "lower", "upper", "trim", "ltrim",
    "rtrim", "instr", "coalesce", "ifnull", "nullif", "iif", "if", "abs", "round", "sign", "date", "time", "datetime", "julianday", "strftime", "unixepoch",
    "like", "glob", "match", "typeof", "unicode", "json_extract", "json_array_length", "json_type", "json_valid", "->", "->>", "bm25", "snippet",
    "highlight", "row_number", "rank", "dense_rank", "percent_rank", "cume_dist", "ntile", "lag", "lead", "first_value", "last_value", "nth_value",
})  # fmt: skip
"""Functions that may be called. Those that make much out of little (printf, zeroblob, replace, hex, randomblob) are not among them."""

HIDDEN = "person"
"""The table that is not shown: it holds the hashes of tokens."""


class Refused(Exception):
    """What a question may not ask; its text says so."""


def main(path: str, parent: int) -> None:
    """Nothing; one question has been answered, or what is wrong with it said."""
    end_with(parent)
    try:
        connection = opened(Path(path))
    except LedgerError as fault:
        give({"error": str(fault)})
        return
    bounded()
    print("ready", flush=True)
    give(answer(connection, sys.stdin.buffer.read().decode("utf-8")))


def bounded() -> None:
    """Nothing; this process may use so much memory and time and can write no file."""
    apsw.hard_heap_limit(HEAP)
    if sys.platform == "win32":
        return
    import resource

    for limit, value in (
        (resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, 3), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0),
    ):  # fmt: skip
        resource.setrlimit(limit, (value, value))
    os.nice(5)


def opened(path: Path) -> apsw.Connection:
    """The ledger, to be read and nothing else."""
    connection = opening.for_reading(path)
    # No file can be written from here on, so what is sorted is sorted in memory.
    connection.authorizer = None
    connection.pragma("temp_store", 2)
    for limit, value in LIMITS:
        connection.limit(limit, value)
    connection.set_busy_timeout(200)
    return connection


def allowed(reasons: list[str]) -> Callable[[int, str | None, str | None, str | None, str | None], int]:
    """An authorizer that lets reading through and keeps its reason for each refusal."""

    def judge(action: int, first: str | None, second: str | None, _database: str | None, _within: str | None) -> int:
        if action == apsw.SQLITE_READ and first == HIDDEN:
            reasons.append("who is let in is told by sayso people, not here")
            return apsw.SQLITE_DENY
        if action in (apsw.SQLITE_SELECT, apsw.SQLITE_READ) or (action == apsw.SQLITE_PRAGMA and first == "data_version"):
            return apsw.SQLITE_OK
        if action == apsw.SQLITE_FUNCTION and (second or "").lower() in FUNCTIONS:
            return apsw.SQLITE_OK
        if action == apsw.SQLITE_FUNCTION:
            reasons.append(f"{second}() can't be called here")
        elif action == apsw.SQLITE_RECURSIVE:
            reasons.append("a question that calls itself (WITH RECURSIVE) can't be asked here")
        else:
            reasons.append("only SELECT is answered here")
        return apsw.SQLITE_DENY

    return judge


def answer(connection: apsw.Connection, sql: str) -> dict[str, Any]:
    """The columns and rows of a question, or an error in words."""
    reasons: list[str] = []
    deadline = monotonic() + SECONDS
    connection.authorizer = allowed(reasons)
    connection.set_progress_handler(lambda: monotonic() > deadline, STEPS)
    cursor = connection.cursor()
    asked: list[str] = []
    cursor.exec_trace = lambda _cursor, statement, _bindings: alone(asked, statement)
    columns: list[str] = []
    try:
        rows = taken(cursor.execute(sql), columns)
    except apsw.InterruptError:
        return {"error": f"took longer than {SECONDS:g} s: ask for less"}
    except apsw.AuthError:
        return {"error": reasons[0] if reasons else "not allowed"}
    except (apsw.TooBigError, apsw.NoMemError, MemoryError):
        return {"error": "the answer is too large: ask for less"}
    except Refused as fault:
        return {"error": str(fault)}
    except apsw.Error as fault:
        return {"error": reasons[0] if reasons else str(fault)}
    return {"columns": columns, "rows": rows[:ROWS], "cut": len(rows) > ROWS}


def alone(asked: list[str], statement: str) -> bool:
    """True for the first statement. Raises: Refused for a second."""
    asked.append(statement)
    if len(asked) > 1:
        raise Refused("one question at a time: leave out what stands after the semicolon")
    return True


def taken(cursor: Any, columns: list[str]) -> list[list[Any]]:
    """The rows, one more than are given; `columns` is filled with their names. Raises: Refused where they are too many bytes."""
    found: list[list[Any]] = []
    size = 0
    for row in cursor:
        if not found:
            columns.extend(name for name, _ in cursor.get_description())
            if len(columns) > WIDE:
                raise Refused(f"{len(columns)} columns; {WIDE} at most")
        cells = list(shown(row))
        size += sum(len(cell.encode("utf-8", "replace")) if isinstance(cell, str) else 8 for cell in cells)
        if size > BYTES:
            raise Refused(f"more than {BYTES >> 20} MB of answer: ask for less")
        found.append(cells)
        if len(found) > ROWS:
            break
    return found


def shown(row: tuple[Any, ...]) -> Iterator[str | int | float | None]:
    """The cells of a row as they are given: long texts cut, bytes named by their number."""
    for cell in row:
        if isinstance(cell, bytes):
            yield f"({len(cell)} bytes)"
        elif isinstance(cell, str):
            yield cell if len(cell) <= CELL else f"{cell[:CELL]} … ({len(cell):,} characters)"
        else:
            yield cell


def give(value: dict[str, Any]) -> None:
    """Nothing; one line on stdout."""
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
