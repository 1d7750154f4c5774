"""Verdicts out of their rows, for the writer, the View and the check alike."""

from collections.abc import Iterator
from typing import Any

import apsw
import msgspec

from sayso.errors import UsageError
from sayso.ledger.reading import RECORD
from sayso.model import Record
from sayso.model.verdicts import Change, Made, Verdict, spans_of

VERDICT = "SELECT id, about, doc, says, change, seen, who, added, why, nth, sha256 FROM verdict"
IN_ORDER = "ORDER BY key"
LIVE = """
    SELECT record.body FROM record JOIN document ON document.key = record.doc
    WHERE document.id = ? AND record.id = ? AND record.retired IS NULL
"""
CHANGE = msgspec.json.Decoder(Change)


def verdict_of(row: tuple[Any, ...]) -> Verdict:
    """A Verdict of the columns that VERDICT names."""
    values = dict(zip(Verdict.__struct_fields__, row, strict=True))
    values |= {"change": CHANGE.decode(values["change"]), "seen": RECORD.decode(values["seen"]) if values["seen"] else None}
    return Verdict(**values)


def verdicts_about(connection: apsw.Connection, about: str) -> Iterator[Verdict]:
    """Every verdict about one record, or about one document as a whole, in the order they were made."""
    for row in connection.execute(" ".join((VERDICT, "WHERE about = ?", IN_ORDER)), (about,)):
        yield verdict_of(row)


def live(connection: apsw.Connection, doc: str, id: str) -> Record | None:
    """The machine's record of an id as the last reading found it, None where it finds none."""
    body = connection.execute(LIVE, (doc, id)).get
    return RECORD.decode(str(body)) if body is not None else None


def check_made(connection: apsw.Connection, doc: str, record: Made | None) -> None:
    """Nothing; raises UsageError where a person's record is another document's, or points outside the text."""
    if record is None:
        return
    chars = connection.execute("SELECT chars FROM document WHERE id = ?", (doc,)).get
    if chars is None or record.doc != doc:
        raise UsageError(f"{record.id}: its document {record.doc} is not {doc} of this ledger")
    for start, end in spans_of(record):
        if not 0 <= start < end <= int(str(chars)):
            raise UsageError(f"{record.id}: {start}-{end} is not inside document {doc}, which has {chars} characters")
