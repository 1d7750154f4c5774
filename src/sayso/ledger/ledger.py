"""Ledger: the one writer of a ledger file."""

import re
from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

import apsw
import msgspec

from sayso.errors import LedgerBusy, LedgerError
from sayso.ledger import forgetting, opening, reading, writing
from sayso.ledger.checking import Flaw, flaws
from sayso.ledger.rows import Tombstone, Written, merged
from sayso.model import Document, Problem, Record

SURROGATE = re.compile("[\ud800-\udfff]")

NEW_PROBLEM = "INSERT INTO problem(origin, why, next, file, given, added) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
UNREAD = "SELECT file, given FROM problem WHERE retired IS NULL GROUP BY file, given ORDER BY min(key)"
OF_FILE = "SELECT key, origin, why FROM problem WHERE file = ? AND retired IS NULL"
RETIRE_PROBLEMS = "UPDATE problem SET retired = ? WHERE retired IS NULL AND (origin = ? OR substr(origin, 1, ?) = ?)"


def clock() -> str:
    """The time now, in UTC to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def storable(text: str) -> str:
    """The text with lone surrogates (bytes of a file name that are no UTF-8) made U+FFFD one for one."""
    return SURROGATE.sub("\ufffd", text)


class Ledger:
    """Writes to a ledger file, which is made where there is none. One at a time; `with` closes it.

    Raises: LedgerBusy while another process writes, LedgerError for a file that is foreign, damaged or of a newer format.
    """

    def __init__(self, path: Path | str, *, now: Callable[[], str] = clock) -> None:
        self.path = Path(path)
        self.now = now
        with opening.told(self.path):
            self.lock = taken(self.path)
            try:
                self.connection = opening.for_writing(self.path)
            except (LedgerError, apsw.Error):
                self.release()
                raise

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Nothing; the log is folded into the file and the lock is given back."""
        with opening.told(self.path):
            self.connection.close()
        self.release()

    def release(self) -> None:
        """Nothing; the lock is given back. A second writer that slips in here is still held off by the database's own lock."""
        self.lock.close()
        Path(f"{self.path}-lock").unlink(missing_ok=True)

    def wanted(self, document: Document) -> Document | None:
        """The document to read: itself if new, with facts that were unknown before if known; None where nothing is to be done."""
        with opening.told(self.path):
            known = reading.document(self.connection, document.id)
        if known is None:
            return document
        both = merged(known, document)
        return None if both == known else both

    def write(self, document: Document, records: Sequence[Record], *, reader: str = "", file: str = "") -> Written:
        """What was added: the document and its records in one transaction. The same again adds nothing.

        Records of an earlier reading that are not among `records` are retired. `file` is the input the document came in with.
        Raises: LedgerError for a forgotten document, BrokenRecord for records that point outside the text.
        """
        if SURROGATE.search(document.text):
            raise LedgerError(f"{storable(document.origin)}: the text holds lone surrogates; read the file again with sayso")
        document = msgspec.structs.replace(document, origin=storable(document.origin))
        if grave := self.forgotten(document.id):
            raise LedgerError(f"{document.origin}: document {grave.id} was forgotten on {grave.forgotten[:10]}: {grave.why}")
        now = self.now()
        with opening.told(self.path), self.connection:
            key, new = writing.add_document(self.connection, document, now)
            writing.set_facts(self.connection, key, document, now)
            added, retired = writing.set_records(self.connection, key, document, records, now)
            writing.set_reading(self.connection, key, reader, records, now, altered=bool(added or retired))
            self.note(document, file or document.origin, now)
        return Written(new=new, added=added, retired=retired)

    def seen(self, document: Document, file: str = "") -> None:
        """Nothing; it is kept that this input holds a document that is known already."""
        with opening.told(self.path), self.connection:
            self.note(document, file or document.origin, self.now())

    def note(self, document: Document, file: str, now: str) -> None:
        """Nothing; the input is kept as seen and its problems of earlier runs are retired, inside the caller's transaction."""
        origin = storable(document.origin)
        row = (origin, document.sha256, document.id, storable(file), now)
        self.connection.execute("INSERT INTO input VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", row)
        self.connection.execute("UPDATE problem SET retired = ? WHERE origin = ? AND retired IS NULL", (now, origin))

    def problem(self, problem: Problem, *, file: str = "", given: str = "") -> bool:
        """Whether the problem is new; the same origin with the same reason is kept once. `file` and `given` are its input's."""
        named = (problem.origin, problem.why, problem.next, file or problem.origin)
        row = (*map(storable, named), given, self.now())
        with opening.told(self.path), self.connection:
            self.connection.execute(NEW_PROBLEM, row)
            new = self.connection.changes()
        return bool(new)

    def unread(self) -> tuple[tuple[str, str], ...]:
        """Inputs with problems, in the order in which they were met, each with the options that were given for it."""
        with opening.told(self.path):
            return tuple((str(file), str(given)) for file, given in self.connection.execute(UNREAD))

    def settle(self, file: str, told: Collection[tuple[str, str]]) -> None:
        """Nothing; of an input that was read again the problems that did not come up again, (origin, why), are retired."""
        now, still = self.now(), {(storable(origin), storable(why)) for origin, why in told}
        with opening.told(self.path), self.connection:
            rows = self.connection.execute(OF_FILE, (storable(file),)).fetchall()
            gone = [(now, key) for key, origin, why in rows if (origin, why) not in still]
            self.connection.executemany("UPDATE problem SET retired = ? WHERE key = ?", gone)

    def done(self, file: str, sha256: str, given: str) -> tuple[str, ...] | None:
        """Ids of the documents of a file that went in whole, with the same bytes and options; None where it has yet to be read."""
        key = (storable(file), sha256, given)
        with opening.told(self.path):
            if not self.connection.execute("SELECT 1 FROM file WHERE origin = ? AND sha256 = ? AND given = ?", key).get:
                return None
            return tuple(row[0] for row in self.connection.execute("SELECT doc FROM input WHERE file = ?", key[:1]))

    def finish(self, file: str, sha256: str, given: str) -> None:
        """Nothing; the file counts as read whole from now on, and what was wrong with it or a part of it (`FILE#N`) is retired."""
        origin, now = storable(file), self.now()
        part = origin + "#"
        with opening.told(self.path), self.connection:
            row = (origin, sha256, given, now)
            self.connection.execute("INSERT INTO file VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", row)
            self.connection.execute(RETIRE_PROBLEMS, (now, origin, len(part), part))

    def forgotten(self, id: str) -> Tombstone | None:
        """The tombstone of a forgotten document, None where it was never forgotten."""
        with opening.told(self.path):
            return forgetting.tombstone(self.connection, id)

    def forget(self, id: str, why: str = "") -> tuple[str, ...]:
        """Ids of other documents with the same words, which stay. Text, records, index and log remains of `id` are gone.

        An unambiguous beginning of the id will do. Forgetting again is allowed, and scrubs again.
        Raises: LedgerError where there is no such document, LedgerBusy where a reader keeps the log from being emptied.
        """
        with opening.told(self.path):
            whole = reading.whole_id(self.connection, id)
            if whole is None and not forgetting.tombstone(self.connection, id):
                raise LedgerError(f"{self.path}: no document {id}; see sayso ask documents")
            others = forgetting.twins(self.connection, whole) if whole else ()
            if whole:
                forgetting.bury(self.connection, whole, storable(why), self.now())
            forgetting.scrub(self.connection, self.path)
            return others

    def check(self) -> tuple[Flaw, ...]:
        """Everything that is wrong with the ledger: pages, indexes, hashes, offsets, references. Reads all of it."""
        with opening.told(self.path):
            return tuple(flaws(self.connection))


def taken(path: Path) -> apsw.Connection:
    """A lock on the file beside the ledger, held while the connection is open and given back by the system if we are killed."""
    if path.is_dir() or not path.parent.is_dir():
        raise LedgerError(f"{path}: a ledger is one file in a folder that exists")
    lock = apsw.Connection(f"{path}-lock")
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except apsw.BusyError as fault:
        lock.close()
        raise LedgerBusy(f"{path}: another sayso is writing to it; wait until it has finished and try again") from fault
    return lock
