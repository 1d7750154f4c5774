"""Signatures of documents and where their numbers recur: what finds the few documents that a new one has to be compared with."""

from collections.abc import Iterable, Mapping, Sequence

import apsw

from sayso.ledger import opening, reading
from sayso.ledger.ledger import Ledger
from sayso.ledger.linkrows import drop_traces
from sayso.model import Document, Record
from sayso.model.signatures import Signature, packed, unpacked

ADD_SIGNATURE = (
    "INSERT INTO signature VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET version = excluded.version, size = excluded.size, body = excluded.body"
)
ADD_TRACE = "INSERT INTO trace VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
WITH_VALUE = "SELECT doc FROM trace WHERE space = ? AND value = ? ORDER BY doc LIMIT ?"
LATEST = "SELECT doc FROM trace WHERE space = ? AND value = ? ORDER BY doc DESC LIMIT ?"
SIGNED = "SELECT count(*) FROM (SELECT 1 FROM signature WHERE space = ? LIMIT ?)"
NAMED = (
    "SELECT document.id, facts.outlet FROM document JOIN facts ON facts.doc = document.key AND facts.retired IS NULL"
    " WHERE document.key = ?"
)
ID = "SELECT id FROM document WHERE key = ?"
TEXT = "SELECT text FROM document WHERE key = ?"


def sign(ledger: Ledger, key: int, signature: Signature, *, traced: bool = True) -> None:
    """Nothing; the signature takes the place of an older one of the same space, and its numbers lead to the document if `traced`."""
    with opening.told(ledger.path), ledger.connection:
        drop(ledger.connection, key, signature.space)
        body = packed(signature.values)
        ledger.connection.execute(ADD_SIGNATURE, (key, signature.space, signature.version, signature.size, body))
        rows = [(signature.space, value, key) for value in sorted(dict.fromkeys(signature.values))]
        if traced:
            ledger.connection.executemany(ADD_TRACE, rows)


def drop(connection: apsw.Connection, key: int, space: str) -> None:
    """Nothing; the numbers of a space lead to the document no more."""
    row = connection.execute("SELECT body FROM signature WHERE doc = ? AND space = ?", (key, space)).fetchone()
    if row is not None:
        drop_traces(connection, key, space, unpacked(row[0]))
        connection.execute("DELETE FROM signature WHERE doc = ? AND space = ?", (key, space))


def signature(ledger: Ledger, key: int, space: str) -> Signature | None:
    """The signature of a document in a space, None where it has none."""
    sql = "SELECT version, size, body FROM signature WHERE doc = ? AND space = ?"
    with opening.told(ledger.path):
        row = ledger.connection.execute(sql, (key, space)).fetchone()
    return Signature(space=space, version=row[0], size=int(row[1]), values=tuple(unpacked(row[2]))) if row else None


def sharing(ledger: Ledger, space: str, values: Iterable[int], most: int) -> Mapping[int, Sequence[int]]:
    """For each of the numbers the keys of documents that have it, the first `most` that came in; cost does not grow with the ledger."""
    with opening.told(ledger.path):
        return {
            value: [int(str(doc)) for (doc,) in ledger.connection.execute(WITH_VALUE, (space, value, most))] for value in values
        }


def latest(ledger: Ledger, space: str, values: Iterable[int], most: int) -> Mapping[int, Sequence[int]]:
    """The same for the last `most` that came in: of what many have, what is new is of one time with what comes now."""
    with opening.told(ledger.path):
        return {value: [int(str(doc)) for (doc,) in ledger.connection.execute(LATEST, (space, value, most))] for value in values}


def signed(ledger: Ledger, space: str, most: int) -> int:
    """How many documents have a signature in a space, counted up to `most`."""
    with opening.told(ledger.path):
        return int(str(ledger.connection.execute(SIGNED, (space, most)).get))


def named(ledger: Ledger, key: int) -> tuple[str, str | None] | None:
    """Id and outlet of the document of a key, None where it is gone."""
    with opening.told(ledger.path):
        row = ledger.connection.execute(NAMED, (key,)).fetchone()
    return (str(row[0]), row[1]) if row else None


def opened(ledger: Ledger, key: int) -> tuple[Document, tuple[Record, ...]] | None:
    """The document of a key with its records, None where it is gone."""
    with opening.told(ledger.path):
        id = ledger.connection.execute(ID, (key,)).get
        found = reading.document(ledger.connection, str(id)) if id else None
        return (found, tuple(reading.records(ledger.connection, found.id))) if found else None


def text_of(ledger: Ledger, key: int) -> str | None:
    """The text of the document of a key, None where it is gone."""
    with opening.told(ledger.path):
        text = ledger.connection.execute(TEXT, (key,)).get
    return str(text) if text is not None else None
