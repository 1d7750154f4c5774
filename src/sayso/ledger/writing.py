"""The statements of SQL that the ledger's one writer runs, each inside a transaction that it holds."""

from collections import Counter
from collections.abc import Iterable, Sequence

import apsw
import msgspec

from sayso.errors import BrokenRecord
from sayso.ledger.claims import set_claims
from sayso.ledger.deeds import set_deeds
from sayso.ledger.doubts import set_doubts
from sayso.ledger.rows import fact_values
from sayso.ledger.statements import set_statements
from sayso.model import Document, Found, Leftover, Record, Span

ADD_RECORD = (
    "INSERT INTO record(doc, id, type, kernel_start, kernel_end, score, by, body, added) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
ADD_FACTS = """
    INSERT INTO facts(doc, origin, sha256, title, outlet, byline, section, published, published_from, url, language, charset,
                      parts, furniture, added) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
LIVE_FACTS = """
    SELECT title, outlet, byline, section, published, published_from, url, language, charset, parts, furniture FROM facts
    WHERE doc = ? AND retired IS NULL
"""


def add_document(connection: apsw.Connection, document: Document, now: str) -> tuple[int, bool]:
    """The key of the document's row, and whether it is new; the words go into the index with it."""
    if key := connection.execute("SELECT key FROM document WHERE id = ?", (document.id,)).get:
        return int(key), False
    row = (document.id, document.text, len(document.text), now)
    key = connection.execute("INSERT INTO document(id, text, chars, added) VALUES (?, ?, ?, ?) RETURNING key", row).get
    connection.execute("INSERT INTO words(rowid, text) VALUES (?, ?)", (key, document.text))
    return int(key), True


def set_facts(connection: apsw.Connection, key: int, document: Document, now: str) -> None:
    """What is known of the document, in a row of its own; an older row is retired, an equal one stays."""
    values = fact_values(document)
    if connection.execute(LIVE_FACTS, (key,)).fetchone() == values:
        return
    connection.execute("UPDATE facts SET retired = ? WHERE doc = ? AND retired IS NULL", (now, key))
    connection.execute(ADD_FACTS, (key, document.origin, document.sha256, *values, now))


def tallied(records: Sequence[Record]) -> str:
    """How many records there are of each type, as JSON with sorted keys."""
    counts = Counter(str(record.__struct_config__.tag) for record in records)
    return msgspec.json.encode(counts, order="sorted").decode()


def set_reading(
    connection: apsw.Connection, key: int, reader: str, records: Sequence[Record], now: str, *, altered: bool = False
) -> None:
    """Which reader found how much; an older row is retired, an equal one stays unless records were altered, so that they are linked anew."""
    found = tallied(records)
    live = connection.execute("SELECT reader, found FROM reading WHERE doc = ? AND retired IS NULL", (key,)).fetchone()
    if live == (reader, found) and not altered:
        return
    connection.execute("UPDATE reading SET retired = ? WHERE doc = ? AND retired IS NULL", (now, key))
    connection.execute("INSERT INTO reading(doc, reader, found, added) VALUES (?, ?, ?, ?)", (key, reader, found, now))


def set_records(
    connection: apsw.Connection, key: int, document: Document, records: Sequence[Record], now: str
) -> tuple[int, int]:
    """How many records were added and retired, so that `records` are the live ones of the document."""
    bodies = identified(document, records)
    rows = connection.execute("SELECT id, key, body FROM record WHERE doc = ? AND retired IS NULL", (key,))
    live = {id: (row, body) for id, row, body in rows}
    gone = [(now, row) for id, (row, body) in live.items() if id not in bodies or bodies[id][1] != body]
    fresh = [added(key, id, record, body, now) for id, (record, body) in bodies.items() if id not in live or live[id][1] != body]
    if gone or fresh:
        connection.executemany("UPDATE record SET retired = ? WHERE key = ?", gone)
        connection.executemany(ADD_RECORD, fresh)
        set_statements(connection, key, document, records)
        set_claims(connection, key, document, records)
        set_deeds(connection, key, document, records)
        set_doubts(connection, key, records)
    return len(fresh), len(gone)


def added(doc: int, id: str, record: Record, body: str, now: str) -> tuple[str | int | float | None, ...]:
    """The columns of a record's row."""
    start, end = place(record)
    by, score = (record.by, record.score) if isinstance(record, Found) else (None, None)
    return (doc, id, str(record.__struct_config__.tag), start, end, score, by, body, now)


def identified(document: Document, records: Iterable[Record]) -> dict[str, tuple[Record, str]]:
    """Each record with its JSON by its id; leftovers, which have none, get one from their place and reason.

    Raises: BrokenRecord where two records share an id, or one points outside the text.
    """
    bodies: dict[str, tuple[Record, str]] = {}
    for record in records:
        check(document, record)
        id = record.id if isinstance(record, Found) else f"{document.id}.l{record.span[0]}-{record.span[1]}.{record.why}"
        if isinstance(record, Found) and id in bodies:
            raise BrokenRecord(f"{document.origin}: two records with the id {id}")
        bodies[id] = (record, msgspec.json.encode(record).decode())
    return bodies


def place(record: Record) -> Span:
    """The kernel of a record, or the span of a leftover."""
    return record.span if isinstance(record, Leftover) else record.kernel


def check(document: Document, record: Record) -> None:
    """Nothing; raises BrokenRecord where a record is another document's or points outside the text."""
    if record.doc != document.id:
        raise BrokenRecord(f"{document.origin}: a record of document {record.doc} among those of {document.id}")
    spans = (record.span,) if isinstance(record, Leftover) else (record.kernel, *record.anchor)
    for start, end in spans:
        if not 0 <= start <= end <= len(document.text):
            raise BrokenRecord(f"{document.origin}: span {start}:{end} of {record} lies outside {len(document.text)} characters")
