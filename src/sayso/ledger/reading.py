"""The queries that writer and View share: documents and records out of their rows."""

import re
from collections.abc import Iterator
from typing import Any

import apsw
import msgspec

from sayso.ledger.rows import FACTS, DocumentRow
from sayso.model import Document, Record, Span

OUTLET = "the outlet"
"""What a chain begins with where the outlet is not known."""

RECORD = msgspec.json.Decoder(Record)
HEX = re.compile("[0-9a-f]{6,16}")
PARTS = msgspec.json.Decoder(dict[str, Span])
SPANS = msgspec.json.Decoder(tuple[Span, ...])
NAMES = msgspec.json.Decoder(tuple[str, ...])
FOUND = msgspec.json.Decoder(dict[str, int])

DOCUMENT = """
    SELECT document.text, facts.origin, facts.sha256, facts.title, facts.outlet, facts.byline, facts.section, facts.published,
           facts.published_from, facts.url, facts.language, facts.charset, facts.parts, facts.furniture
    FROM document JOIN facts ON facts.doc = document.key AND facts.retired IS NULL WHERE document.id = ?
"""
"""The text, where it came from, and `rows.FACTS` in their order."""
VERSION_OF = """
    SELECT document.id FROM facts JOIN document ON document.key = facts.doc JOIN document AS later ON later.id = ?2
    WHERE facts.url = ?1 AND facts.retired IS NULL AND document.key < later.key ORDER BY document.key DESC LIMIT 1
"""
RECORDS = """
    SELECT record.body FROM record JOIN document ON document.key = record.doc WHERE document.id = ? AND record.retired IS NULL
    ORDER BY record.kernel_start, record.kernel_end, record.type, record.id
"""
ROW = """
    SELECT document.id, facts.title, facts.outlet, facts.byline, facts.section, facts.published, facts.published_from, facts.url,
           facts.language, facts.origin, document.chars, reading.found, reading.reader, document.added, facts.parts
"""
STATEMENT = ROW + ", record.body, statement.speaker, statement.content, statement.about, document.key"
FACTS_AND_READING = """
    JOIN facts ON facts.doc = document.key AND facts.retired IS NULL
    JOIN reading ON reading.doc = document.key AND reading.retired IS NULL
"""
FROM_DOCUMENTS = "FROM document" + FACTS_AND_READING
FROM_WORDS = "FROM words JOIN document ON document.key = words.rowid" + FACTS_AND_READING
RECORD_AND_DOCUMENT = (
    "JOIN record ON record.key = statement.key JOIN document ON document.key = statement.doc" + FACTS_AND_READING
)
FROM_STATEMENTS = "FROM statement " + RECORD_AND_DOCUMENT
FROM_SAID = "FROM said JOIN statement ON statement.key = said.rowid " + RECORD_AND_DOCUMENT


def whole_id(connection: apsw.Connection, id: str) -> str | None:
    """The whole id of a document from six or more of its first digits; None where none or several begin so."""
    if not HEX.fullmatch(id):
        return None
    found = connection.execute("SELECT id FROM document WHERE id >= ? AND id < ? LIMIT 2", (id, id + "g")).fetchall()
    return str(found[0][0]) if len(found) == 1 else None


def document(connection: apsw.Connection, id: str) -> Document | None:
    """The document as it came in, `version_of` the one that had its URL before; None where there is none."""
    row = connection.execute(DOCUMENT, (id,)).fetchone()
    if row is None:
        return None
    text, origin, sha256, *values = row
    facts = dict(zip(FACTS, values, strict=True))
    facts |= {"byline": NAMES.decode(facts["byline"]), "parts": PARTS.decode(facts["parts"])}
    facts |= {"furniture": SPANS.decode(facts["furniture"])}
    earlier = connection.execute(VERSION_OF, (facts["url"], id)).get if facts["url"] else None
    return Document(id=id, text=text, origin=origin, sha256=sha256, version_of=earlier, **facts)


def records(connection: apsw.Connection, id: str) -> Iterator[Record]:
    """The live records of a document in order of the text."""
    found = connection.execute(RECORDS, (id,))
    for (body,) in found:
        yield RECORD.decode(body)


def row(columns: tuple[Any, ...]) -> DocumentRow:
    """A DocumentRow of the columns that ROW names."""
    id, title, outlet, byline, section, published, published_from, url, language, origin, chars, found, reader, added, parts = (
        columns
    )
    return DocumentRow(
        id=id,
        title=title,
        outlet=outlet,
        byline=NAMES.decode(byline),
        section=section,
        published=published,
        published_from=published_from,
        url=url,
        language=language,
        origin=origin,
        chars=chars,
        found=FOUND.decode(found),
        reader=reader,
        added=added,
        parts=PARTS.decode(parts),
    )


class Chains:
    """Names from the outermost statement down to one, following `within`; a document's are fetched once while it is asked for."""

    def __init__(self, connection: apsw.Connection) -> None:
        self.connection = connection
        self.doc = 0
        self.links: dict[str, tuple[str, str | None]] = {}

    def of(self, doc: int, id: str) -> tuple[str, ...]:
        """The speakers of the statements around statement `id`, outermost first, its own last."""
        if doc != self.doc:
            rows = self.connection.execute("SELECT id, speaker, within FROM statement WHERE doc = ?", (doc,))
            self.doc, self.links = doc, {id: (speaker, within) for id, speaker, within in rows}
        names: dict[str, str] = {}
        here: str | None = id
        while here is not None and here in self.links and here not in names:
            names[here], here = self.links[here]
        return tuple(reversed(names.values()))
