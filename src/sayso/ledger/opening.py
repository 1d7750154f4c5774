"""Connections to a ledger file: checked before use, defended against what a hostile file may hold."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw
import msgspec

from sayso.errors import LedgerBusy, LedgerError
from sayso.ledger import claims, deeds, doubts, schema

BUSY_MILLISECONDS = 5000
KIBIBYTES_CACHED = 32_768
PAGES_LOGGED = 8_000
"""So many pages are logged before they go into the file: pages that are written again and again go there once."""

SMALL = 32 * 2**20
"""Files up to this size are checked page by page at each opening; beyond it that takes seconds and is left to `sayso check`."""

DEFENCES = (
    (apsw.SQLITE_DBCONFIG_DEFENSIVE, 1),
    (apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
    (apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0),
    (apsw.SQLITE_DBCONFIG_ENABLE_VIEW, 0),
    (apsw.SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0),
    (apsw.SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0),
    (apsw.SQLITE_DBCONFIG_DQS_DML, 0),
    (apsw.SQLITE_DBCONFIG_DQS_DDL, 0),
)
LIMITS = (
    (apsw.SQLITE_LIMIT_LENGTH, 256 * 2**20),
    (apsw.SQLITE_LIMIT_SQL_LENGTH, 100_000),
    (apsw.SQLITE_LIMIT_COMPOUND_SELECT, 20),
    (apsw.SQLITE_LIMIT_EXPR_DEPTH, 200),
    (apsw.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000),
    (apsw.SQLITE_LIMIT_WORKER_THREADS, 0),
)
READING = {apsw.SQLITE_SELECT, apsw.SQLITE_READ, apsw.SQLITE_FUNCTION, apsw.SQLITE_RECURSIVE}


@contextmanager
def told(path: Path | str) -> Iterator[None]:
    """A block in which the database's own errors become ours, with the ledger's name in front."""
    try:
        yield
    except (apsw.BusyError, apsw.LockedError) as fault:
        raise LedgerBusy(f"{path}: in use by another process; wait until it has finished and try again") from fault
    except apsw.FullError as fault:
        raise LedgerError(f"{path}: the disk is full; make room and run the same command again, nothing is lost") from fault
    except (apsw.NotADBError, apsw.CorruptError, UnicodeDecodeError) as fault:
        raise LedgerError(f"{path}: damaged or not a ledger ({fault}); restore it from a backup") from fault
    except (apsw.ReadOnlyError, apsw.CantOpenError, apsw.PermissionsError) as fault:
        raise LedgerError(f"{path}: can't be opened for this ({fault}); check the file's and the folder's permissions") from fault
    except (apsw.Error, msgspec.MsgspecError) as fault:
        raise LedgerError(f"{path}: {fault}; try sayso check") from fault


def defended(connection: apsw.Connection) -> apsw.Connection:
    """The same connection with defences and limits set, before anything is read through it."""
    for option, value in DEFENCES:
        connection.config(option, value)
    for limit, value in LIMITS:
        connection.limit(limit, value)
    connection.set_busy_timeout(BUSY_MILLISECONDS)
    connection.pragma("cell_size_check", True)
    connection.pragma("mmap_size", 0)
    return connection


def for_writing(path: Path) -> apsw.Connection:
    """A connection that may write: a new file gets the schema, an older one is migrated, a foreign one is refused."""
    if path.is_dir() or not path.parent.is_dir():
        raise LedgerError(f"{path}: a ledger is one file in a folder that exists")
    connection = defended(apsw.Connection(str(path)))
    if not blank(connection):
        known(connection, path)
    connection.pragma("journal_mode", "wal")
    # A power cut may cost the last few articles, which the next run reads again; it can't damage the file.
    connection.pragma("synchronous", "normal")
    connection.pragma("secure_delete", True)
    connection.pragma("cache_size", -KIBIBYTES_CACHED)
    connection.pragma("wal_autocheckpoint", PAGES_LOGGED)
    schema.migrate(connection)
    same(connection, path)
    claims.fill(connection)
    doubts.fill(connection)
    deeds.fill(connection)
    return connection


def blank(connection: apsw.Connection) -> bool:
    """Whether nothing has been made in the file yet, be it new or left so by a run that was killed in its first moment."""
    return not connection.pragma("application_id") and not connection.execute("SELECT count(*) FROM sqlite_schema").get


def for_reading(path: Path) -> apsw.Connection:
    """A connection that can't write, whatever is asked through it. Raises: LedgerError for a missing or foreign file."""
    if not path.is_file():
        raise LedgerError(f"{path}: no such ledger; make one with: sayso add PATH --ledger {path}")
    connection = defended(only_reading(path))
    found = known(connection, path)
    if found < schema.version():
        raise LedgerError(f"{path}: format {found}, older than {schema.version()}; any sayso add to it brings it up to date")
    same(connection, path)
    connection.pragma("query_only", True)
    connection.limit(apsw.SQLITE_LIMIT_ATTACHED, 0)
    # The index reads its own settings once; after that nothing but reading is let through.
    connection.execute("SELECT count(*) FROM words WHERE words MATCH '\"a\"'").fetchall()
    connection.execute("SELECT count(*) FROM said WHERE said MATCH '\"a\"'").fetchall()
    connection.authorizer = allowed
    return connection


def only_reading(path: Path) -> apsw.Connection:
    """A read-only connection, also to a file on a medium that can't be written (no log beside it, none can be made)."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        connection.pragma("application_id")
    except (apsw.CantOpenError, apsw.ReadOnlyError):
        connection.close()
        if Path(f"{path}-wal").exists():
            raise
        flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
        return apsw.Connection(f"{path.absolute().as_uri()}?immutable=1", flags=flags)
    return connection


def known(connection: apsw.Connection, path: Path) -> int:
    """The format version of a file that says it is a ledger. Raises: LedgerError where it doesn't, or is newer or damaged."""
    if connection.pragma("application_id") != schema.APPLICATION_ID:
        raise LedgerError(f"{path}: not a sayso ledger; choose another file")
    found = int(connection.pragma("user_version"))
    if not 0 < found <= schema.version():
        raise LedgerError(f"{path}: format {found}, this sayso knows up to {schema.version()}; install a newer sayso")
    if path.stat().st_size <= SMALL and (fault := connection.execute("PRAGMA quick_check(1)").get) != "ok":
        raise LedgerError(f"{path}: damaged ({fault}); restore it from a backup")
    return found


def same(connection: apsw.Connection, path: Path) -> None:
    """Nothing; raises LedgerError where the schema holds anything that a ledger does not."""
    if strays := schema.strays(connection):
        raise LedgerError(f"{path}: not as sayso made it ({', '.join(strays[:5])}); restore it from a backup")


def allowed(action: int, first: str | None, _second: str | None, _database: str | None, _within: str | None) -> int:
    """Whether SQLite may do this while it prepares a query of a View: reading, and the one setting the index asks for."""
    if action in READING or (action == apsw.SQLITE_PRAGMA and first == "data_version"):
        return apsw.SQLITE_OK
    return apsw.SQLITE_DENY
