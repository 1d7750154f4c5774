"""SQL questions of people, each answered by a child process that can only read and is killed when its time is up."""

import os
import subprocess
import sys
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import BoundedSemaphore, Thread
from typing import IO

import apsw
import msgspec

from sayso.errors import LedgerBusy, LedgerError, UsageError
from sayso.ledger import schema
from sayso.ledger.sandbox import HIDDEN, SECONDS

LONGEST = 20_000
STARTING = 15.0
"""Seconds the child may take until it is ready; only what comes after that is the question's time."""

GRACE = 0.5
"""Seconds beyond its time after which the child is killed, whatever it does."""

AT_ONCE = 2
TURNS = BoundedSemaphore(AT_ONCE)


class Table(msgspec.Struct, frozen=True):
    """The answer to a question: the names of its columns, its rows, and whether there are more rows than are given."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | float | None, ...], ...]
    cut: bool = False


class Columns(msgspec.Struct, frozen=True):
    """A table of a ledger with the names and types of its columns."""

    name: str
    columns: tuple[tuple[str, str], ...]


class Said(msgspec.Struct, frozen=True):
    """A line of the child: a table, or what is wrong."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str | int | float | None, ...], ...] = ()
    cut: bool = False
    error: str = ""


def asked(path: Path, sql: str) -> Table:
    """The answer to a question, within one second, a thousand rows and some memory.

    Raises: UsageError for a question that is refused, wrong, or takes longer; LedgerBusy where two others are being answered.
    """
    if not sql.strip():
        raise UsageError("there is no question")
    if len(sql) > LONGEST:
        raise UsageError(f"a question of {len(sql):,} characters; the longest is {LONGEST:,}")
    if not path.is_file():
        raise LedgerError(f"{path}: no such ledger")
    if not TURNS.acquire(blocking=False):
        raise LedgerBusy(f"{AT_ONCE} questions are being answered already; ask again in a moment")
    try:
        return answered(path, sql)
    finally:
        TURNS.release()


def answered(path: Path, sql: str) -> Table:
    """The answer of a child process, which is gone afterwards."""
    command = [sys.executable, "-m", "sayso.ledger.sandbox", str(path.absolute()), str(os.getpid())]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        if child.stdin is None or child.stdout is None:
            raise LedgerError("the process that answers has no pipes")
        lines: SimpleQueue[bytes] = SimpleQueue()
        listener = Thread(target=listening, args=(child.stdout, lines), daemon=True)
        listener.start()
        try:
            return spoken(child.stdin, lines, sql.encode("utf-8", "replace"))
        finally:
            child.kill()
            listener.join()


def spoken(question: IO[bytes], lines: "SimpleQueue[bytes]", sql: bytes) -> Table:
    """What a child says to a question. Raises: UsageError where it says nothing in time, or that the question won't do."""
    first = heard(lines, STARTING, "the process that answers did not start")
    if first.strip() != b"ready":
        return table(first)
    try:
        question.write(sql)
        question.close()
    except BrokenPipeError as fault:
        raise UsageError("the process that answers ended early: ask for less") from fault
    return table(heard(lines, SECONDS + GRACE, f"took longer than {SECONDS:g} s and was ended: ask for less"))


def listening(pipe: IO[bytes], lines: "SimpleQueue[bytes]") -> None:
    """Nothing; hands on each line, and an empty one at the end."""
    for line in pipe:
        lines.put(line)
    lines.put(b"")


def heard(lines: "SimpleQueue[bytes]", seconds: float, late: str) -> bytes:
    """The next line. Raises: UsageError where none comes in time or the process has ended."""
    try:
        line = lines.get(timeout=seconds)
    except Empty as fault:
        raise UsageError(late) from fault
    if not line:
        raise UsageError("the process that answers ended early: ask for less")
    return line


def table(line: bytes) -> Table:
    """The table in a line. Raises: UsageError with what is wrong."""
    said = msgspec.json.decode(line, type=Said)
    if said.error:
        raise UsageError(said.error)
    return Table(said.columns, said.rows, said.cut)


def tables() -> list[Columns]:
    """The tables of a ledger of this version with their columns, in order of the alphabet."""
    connection = apsw.Connection(":memory:")
    schema.migrate(connection)
    names = [str(name) for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    shadows = schema.SHADOWS
    found = [
        Columns(name, tuple((str(column), str(kind)) for column, kind in connection.execute("SELECT name, type FROM pragma_table_info(?)", (name,))))
        for name in names if name not in (*shadows, HIDDEN) and not name.startswith("sqlite_")
    ]  # fmt: skip
    connection.close()
    return found
