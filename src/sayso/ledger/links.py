"""Links in a ledger: written by it, read through a View, made anew when a document is read anew."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from sayso.ledger import opening, reading
from sayso.ledger.filters import Where
from sayso.ledger.ledger import Ledger
from sayso.ledger.linkrows import ADD, BODY, check, row
from sayso.ledger.view import View
from sayso.model.links import Link

RETIRE = (
    "UPDATE link SET retired = ?1 WHERE doc_a = ?2 AND by GLOB ?3 AND retired IS NULL",
    "UPDATE link SET retired = ?1 WHERE doc_b = ?2 AND by GLOB ?3 AND retired IS NULL",
)
UNLINKED = """
    SELECT document.key, document.id, EXISTS (SELECT 1 FROM linked AS old WHERE old.doc = document.key AND old.linker = ?1)
    FROM document JOIN reading ON reading.doc = document.key AND reading.retired IS NULL
    LEFT JOIN linked ON linked.doc = document.key AND linked.linker = ?1 AND linked.version = ?2 AND linked.reading = reading.key
    WHERE linked.doc IS NULL ORDER BY document.key
"""
MARK = (
    "INSERT INTO linked SELECT ?1, ?2, ?3, key, ?4 FROM reading WHERE doc = ?1 AND retired IS NULL"
    " ON CONFLICT DO UPDATE SET version = excluded.version, reading = excluded.reading, added = excluded.added"
)
OF_DOC = (
    "SELECT body FROM link WHERE doc_a = ? AND retired IS NULL",
    "SELECT body FROM link WHERE doc_b = ? AND retired IS NULL",
)
TIED_TO = """
    SELECT document.key FROM link JOIN document ON document.id = link.doc_b WHERE link.doc_a = ?1 AND link.kind = ?2 AND link.retired IS NULL
    UNION SELECT document.key FROM link JOIN document ON document.id = link.doc_a WHERE link.doc_b = ?1 AND link.kind = ?2 AND link.retired IS NULL
    ORDER BY 1
"""
BEST_FIRST = "ORDER BY link.score DESC, link.id LIMIT ? OFFSET ?"


class Pending(msgspec.Struct, frozen=True):
    """A document that a linker has not seen as it stands now: its key and id, and whether it was linked before."""

    key: int
    doc: str
    again: bool = False


def pending(ledger: Ledger, linker: str, version: str) -> list[Pending]:
    """The documents that this version of a linker has yet to link, in the order they came in: new ones and those read anew."""
    with opening.told(ledger.path):
        rows = ledger.connection.execute(UNLINKED, (linker, version)).fetchall()
        return [Pending(int(str(key)), str(doc), bool(again)) for key, doc, again in rows]


def keep(ledger: Ledger, linker: str, version: str, done: Sequence[Pending], links: Iterable[Link]) -> int:
    """How many links are new. In one transaction they are kept and the documents count as linked by this linker.

    Raises: BrokenRecord for a link that points outside a text.
    """
    now = ledger.now()
    with opening.told(ledger.path), ledger.connection:
        before = ledger.connection.total_changes()
        for one in links:
            check(ledger.connection, one)
            ledger.connection.execute(ADD, row(one, now))
        new = ledger.connection.total_changes() - before
        for pending in done:
            ledger.connection.execute(MARK, (pending.key, linker, version, now))
    return new


def retire(ledger: Ledger, linker: str, doc: str) -> None:
    """Nothing; the links that a linker made of a document stand no more: it is linked anew."""
    with opening.told(ledger.path), ledger.connection:
        for statement in RETIRE:
            ledger.connection.execute(statement, (ledger.now(), doc, f"{linker}/*"))


def tied_to(ledger: Ledger, doc: str, kind: str) -> list[int]:
    """Keys of the documents that live links of a kind tie to a document, in the order they came in."""
    with opening.told(ledger.path):
        return [int(str(key)) for (key,) in ledger.connection.execute(TIED_TO, (doc, kind))]


def links(
    view: View,
    kind: str | None = None,
    sort: str | None = None,
    in_: str | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Iterator[Link]:
    """Live links, the surest first; `in_` is a document of which one end must be."""
    where = asked(view, kind, sort, in_)
    limits = (-1 if limit is None else limit, offset)
    with opening.told(view.path):
        sql = " ".join(("SELECT link.body FROM link", where.sql(), BEST_FIRST))
        for (body,) in view.connection.execute(sql, (*where.values, *limits)):
            yield BODY.decode(body)


def count(view: View, kind: str | None = None, sort: str | None = None, in_: str | None = None) -> int:
    """How many links `links` would give without a limit."""
    where = asked(view, kind, sort, in_)
    with opening.told(view.path):
        sql = " ".join(("SELECT count(*) FROM link", where.sql()))
        return int(str(view.connection.execute(sql, tuple(where.values)).get))


def asked(view: View, kind: str | None, sort: str | None, in_: str | None) -> Where:
    """The conditions that `links` and `count` share."""
    where = Where()
    where.add("link.retired IS NULL")
    for piece, value in (("link.kind = ?", kind), ("link.sort = ?", sort)):
        if value is not None:
            where.add(piece, value)
    if in_ is not None:
        whole = reading.whole_id(view.connection, in_) or in_
        where.add("(link.doc_a = ? OR link.doc_b = ?)", whole, whole)
    return where


def one(view: View, id: str) -> Link | None:
    """The link of an id, also one that stands no more; None where there never was one. Its first six digits will do."""
    sql = "SELECT body FROM link WHERE id >= ?1 AND id < ?2 ORDER BY retired IS NOT NULL, key DESC"
    with opening.told(view.path):
        if not reading.HEX.fullmatch(id):
            return None
        found: list[Any] = view.connection.execute(sql, (id, id + "g")).fetchall()
        decoded = [BODY.decode(body) for (body,) in found]
        return decoded[0] if len({link.id for link in decoded}) == 1 else None


def of_document(view: View, doc: str) -> list[Link]:
    """The live links of a document, by kind, then the surest first."""
    with opening.told(view.path):
        rows = [row for sql in OF_DOC for row in view.connection.execute(sql, (doc,)).fetchall()]
        found = {link.id: link for link in (BODY.decode(str(body)) for (body,) in rows)}
    return sorted(found.values(), key=lambda link: (link.kind, -link.score, link.id))


def counted(view: View) -> dict[str, int]:
    """How many live links there are by kind and sort ("conflicts attribution")."""
    sql = "SELECT kind, sort, count(*) FROM link WHERE retired IS NULL GROUP BY 1, 2 ORDER BY 1, 2"
    with opening.told(view.path):
        found: Counter[str] = Counter()
        for kind, sort, many in view.connection.execute(sql):
            found[f"{kind} {sort}".strip()] += int(str(many))
        return dict(found)
