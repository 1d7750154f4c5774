"""Links and signatures as rows: what writer, check and forgetting share."""

from collections.abc import Iterator, Sequence
from typing import Any

import apsw
import msgspec

from sayso.errors import BrokenRecord
from sayso.model.links import Link
from sayso.model.signatures import unpacked

BODY = msgspec.json.Decoder(Link)
ADD = (
    "INSERT INTO link(id, kind, sort, a, b, doc_a, doc_b, score, by, body, added) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT DO NOTHING"
)
CHARS = "SELECT chars FROM document WHERE id = ?"
SIGNED = "SELECT space, body FROM signature WHERE doc = ?"
DROP_TRACE = "DELETE FROM trace WHERE space = ? AND value = ? AND doc = ?"
LIVE = "SELECT id, body FROM link WHERE retired IS NULL ORDER BY key"
DROP_OF_KEY = ("DELETE FROM linked WHERE doc = ?", "DELETE FROM signature WHERE doc = ?")
DROP_OF_ID = ("DELETE FROM link WHERE doc_a = ?", "DELETE FROM link WHERE doc_b = ?")


def row(one: Link, now: str) -> tuple[str | float, ...]:
    """The columns of a link's row, in the order of ADD."""
    body = msgspec.json.encode(one).decode()
    return (one.id, one.kind, one.sort, one.a, one.b, one.doc_a, one.doc_b, one.score, one.by, body, now)


def check(connection: apsw.Connection, link: Link) -> None:
    """Nothing; raises BrokenRecord where a link points to no document or outside a text."""
    for doc, spans in ((link.doc_a, (*link.spans_a, *link.differs[0])), (link.doc_b, (*link.spans_b, *link.differs[1]))):
        chars = connection.execute(CHARS, (doc,)).get
        if chars is None or any(not 0 <= start <= end <= int(str(chars)) for start, end in spans):
            raise BrokenRecord(f"link {link.id} ({link.kind}): {doc} has no {spans}")


def broken(connection: apsw.Connection) -> Iterator[tuple[str, str]]:
    """The live links that don't hold, each with what is wrong with it."""
    rows: list[Any] = connection.execute(LIVE).fetchall()
    for id, body in rows:
        try:
            check(connection, BODY.decode(body))
        except (BrokenRecord, msgspec.MsgspecError) as fault:
            yield str(id), str(fault)


def drop_links(connection: apsw.Connection, key: int, id: str) -> None:
    """Nothing; links, signatures and traces of a document are gone, as links hold its words."""
    rows: list[Any] = connection.execute(SIGNED, (key,)).fetchall()
    for space, body in rows:
        drop_traces(connection, key, str(space), unpacked(bytes(body)))
    for statement in DROP_OF_KEY:
        connection.execute(statement, (key,))
    for statement in DROP_OF_ID:
        connection.execute(statement, (id,))


def drop_traces(connection: apsw.Connection, key: int, space: str, values: Sequence[int]) -> None:
    """Nothing; the numbers of a space lead to the document no more."""
    connection.executemany(DROP_TRACE, [(space, value, key) for value in values])
