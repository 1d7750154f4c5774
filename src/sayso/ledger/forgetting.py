"""Forgetting: a document's text, records, index entries and the remains of all three leave the file; a tombstone stays."""

from pathlib import Path

import apsw

from sayso.errors import LedgerBusy
from sayso.ledger.claims import drop_claims
from sayso.ledger.deeds import drop_deeds
from sayso.ledger.doubts import drop_doubts
from sayso.ledger.linkrows import drop_links
from sayso.ledger.rows import Tombstone
from sayso.ledger.statements import drop_statements

ROWS = (
    "DELETE FROM record WHERE doc = ?",
    "DELETE FROM reading WHERE doc = ?",
    "DELETE FROM facts WHERE doc = ?",
    "DELETE FROM document WHERE key = ?",
)
PROBLEMS = "DELETE FROM problem WHERE origin IN (SELECT origin FROM input WHERE doc = ?)"
# A file that held the document may be read again, so that it can be refused by name instead of passed over.
FILES = "DELETE FROM file WHERE origin IN (SELECT file FROM input WHERE doc = ?)"
INPUTS = "DELETE FROM input WHERE doc = ?"
# What people asked of its claims may hold its words; evidence that lay in it points nowhere.
QUESTIONS = (
    "DELETE FROM evidence WHERE resolution IN (SELECT resolution.key FROM resolution JOIN question ON question.key ="
    " resolution.question WHERE question.doc = ?1) OR doc = ?1",
    "DELETE FROM resolution WHERE question IN (SELECT key FROM question WHERE doc = ?)",
    "DELETE FROM question WHERE doc = ?",
    "DELETE FROM reminder WHERE doc = ?",
    "DELETE FROM verdict WHERE doc = ?1 OR other_doc = ?1",
    "DELETE FROM sampled WHERE doc = ?",
    "DELETE FROM passage_read WHERE doc = ?",
    "DELETE FROM rating WHERE doc = ?",
)
TWINS = (
    "SELECT id FROM document WHERE text = (SELECT text FROM document WHERE id = ?1) AND id <> ?1"
    " AND chars = (SELECT chars FROM document WHERE id = ?1) ORDER BY id"
)


def twins(connection: apsw.Connection, id: str) -> tuple[str, ...]:
    """Ids of the other documents with the very same words (another outlet's or address's)."""
    return tuple(str(row[0]) for row in connection.execute(TWINS, (id,)))


def bury(connection: apsw.Connection, id: str, why: str, now: str) -> None:
    """Nothing; every row of the document is deleted and a tombstone stands in its place, in one transaction."""
    with connection:
        key = connection.execute("SELECT key FROM document WHERE id = ?", (id,)).get
        connection.execute("INSERT INTO words(words, rowid, text) SELECT 'delete', key, text FROM document WHERE key = ?", (key,))
        drop_statements(connection, key)
        drop_claims(connection, key)
        drop_deeds(connection, key)
        drop_links(connection, key, id)
        drop_doubts(connection, key)
        for statement in QUESTIONS:
            connection.execute(statement, (id,))
        for statement in (PROBLEMS, FILES, INPUTS):
            connection.execute(statement, (id,))
        for statement in ROWS:
            connection.execute(statement, (key,))
        connection.execute("INSERT INTO tombstone VALUES (?, ?, ?)", (id, now, why))


def scrub(connection: apsw.Connection, path: Path) -> None:
    """Nothing; no deleted word is left in the index, in free pages or in the write-ahead log.

    Raises: LedgerBusy where a reader keeps the log from being emptied; the rows are gone already and forgetting again finishes it.
    """
    connection.execute("INSERT INTO words(words) VALUES ('optimize')")
    connection.execute("INSERT INTO said(said) VALUES ('optimize')")
    connection.execute("VACUUM")
    empty_log(connection, path)
    # The log was cut short, which a disk may not have done yet when the power fails: what is written and synced now makes it so.
    connection.pragma("synchronous", "full")
    connection.pragma("user_version", connection.pragma("user_version"))
    connection.pragma("synchronous", "normal")
    empty_log(connection, path)


def empty_log(connection: apsw.Connection, path: Path) -> None:
    """Nothing; all that stood in the write-ahead log stands in the file, and the log is empty."""
    busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()[0]
    if busy:
        raise LedgerBusy(f"{path}: a reader is open (sayso serve?), traces are left in {path}-wal; close it and forget again")


def tombstone(connection: apsw.Connection, id: str) -> Tombstone | None:
    """The tombstone of a forgotten document, None where it was never forgotten."""
    row = connection.execute("SELECT id, forgotten, why FROM tombstone WHERE id = ?", (id,)).fetchone()
    return Tombstone(id=row[0], forgotten=row[1], why=row[2]) if row else None
