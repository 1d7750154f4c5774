"""Whether a ledger is whole: pages, indexes, hashes, offsets, references."""

from collections.abc import Iterable, Iterator

import apsw
import msgspec

from sayso.errors import BrokenRecord, UsageError
from sayso.ledger import reading
from sayso.ledger.asked import QUESTION, check_evidence, question_of
from sayso.ledger.claims import columns, worded_claims
from sayso.ledger.deeds import deed_flaws
from sayso.ledger.doubts import doubts
from sayso.ledger.judged import VERDICT, check_made, verdict_of
from sayso.ledger.linkrows import broken
from sayso.ledger.ratingrows import altered
from sayso.ledger.statements import worded
from sayso.ledger.writing import check, tallied
from sayso.model import Document, Echo, Event, Forecast, Found, Mention, Record, Statement, document_id, verdicts
from sayso.model.questions import Evidence, unaltered

INDEXES = (
    ("words", "INSERT INTO words(words, rank) VALUES ('integrity-check', 1)"),
    ("said", "INSERT INTO said(said, rank) VALUES ('integrity-check', 1)"),
)
UNREAD = "SELECT id FROM document WHERE key NOT IN (SELECT doc FROM facts WHERE retired IS NULL)"
LOST_INPUTS = (
    "SELECT origin, doc FROM input WHERE doc NOT IN (SELECT id FROM document) AND doc NOT IN (SELECT id FROM tombstone)"
    " ORDER BY origin"
)
WORDED = "SELECT id, speaker, source, about, content FROM statement WHERE doc = ? ORDER BY id"
CLAIMS = """
    SELECT doc, id, kind, speaker, own, folded, chain, proposition, condition, condition_from, wording, low, high, phrase, survey,
           earliest, latest, due
    FROM claim WHERE doc = ?
"""
LAID = "SELECT question.id, evidence.doc, spans FROM evidence JOIN resolution ON resolution.key = evidence.resolution JOIN question ON question.key = resolution.question ORDER BY evidence.key"
WEIGHED = "SELECT id, hangs, weight FROM doubt WHERE doc = ?"
COUNTED = "SELECT found FROM reading WHERE doc = ? AND retired IS NULL"
ROWS = "SELECT record.id, record.kernel_start, record.kernel_end, record.type FROM record WHERE doc = ? AND retired IS NULL"


class Flaw(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is not as it must be: of which kind, where, what."""

    kind: str
    where: str
    what: str


def flaws(connection: apsw.Connection) -> Iterator[Flaw]:
    """Everything that is wrong with a ledger, none where it is whole. Reads all of it; takes its time."""
    for (line,) in connection.execute("PRAGMA integrity_check(20)").fetchall():
        if line != "ok":
            yield Flaw(kind="integrity", where="file", what=str(line))
    yield from index_flaws(connection)
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
        yield Flaw(kind="orphan", where=f"{table} {row}", what=f"points to a {parent} that is not there")
    for origin, doc in connection.execute(LOST_INPUTS):
        yield Flaw(kind="orphan", where=f"input {origin}", what=f"document {doc} is not there")
    for (id,) in connection.execute(UNREAD):
        yield Flaw(kind="orphan", where=id, what="nothing is known of this document but its text")
    yield from question_flaws(connection)
    for where, what in broken(connection):
        yield Flaw(kind="link", where=where, what=what)
    yield from verdict_flaws(connection)
    for id in altered(connection):
        yield Flaw(kind="hash", where=f"rating {id}", what="altered after it was given")
    for key, id in connection.execute("SELECT key, id FROM document ORDER BY id").fetchall():
        yield from document_flaws(connection, int(str(key)), str(id))


def index_flaws(connection: apsw.Connection) -> Iterator[Flaw]:
    """Full-text indexes that don't hold the words of their tables."""
    for name, statement in INDEXES:
        try:
            connection.execute(statement)
        except apsw.CorruptError as fault:
            yield Flaw(kind="index", where=name, what=f"not the words of its table ({fault})")


def document_flaws(connection: apsw.Connection, key: int, id: str) -> Iterator[Flaw]:
    """What is wrong with one document and its records."""
    try:
        document, records = reading.document(connection, id), list(reading.records(connection, id))
    except msgspec.MsgspecError as fault:
        yield Flaw(kind="record", where=id, what=f"can't be decoded: {fault}")
        return
    if document is None:
        return  # told of already: nothing is known of it but its text
    if document_id(document.text, document.url, document.outlet) != id:
        yield Flaw(kind="hash", where=id, what="text, URL and outlet don't give this id")
    chars = connection.execute("SELECT chars FROM document WHERE key = ?", (key,)).get
    if chars != len(document.text):
        yield Flaw(kind="offset", where=id, what=f"{len(document.text)} characters, {chars} on record")
    yield from row_flaws(connection, key, records)
    counted = connection.execute(COUNTED, (key,)).get
    if counted is not None and counted != tallied(records):
        yield Flaw(kind="record", where=id, what="other numbers of records are noted than stand here")
    yield from record_flaws(document, records)
    stored = {row[0]: row[1:] for row in connection.execute(WORDED, (key,))}
    for row in worded(document, records):
        about = msgspec.json.encode(row.about).decode()
        if stored.pop(row.id, None) != (row.speaker, row.source, about, row.content):
            yield Flaw(kind="offset", where=row.id, what="its words are not those of the text at its spans")
    for orphan in stored:
        yield Flaw(kind="orphan", where=orphan, what="a statement in words without its record")
    claims = {row[1]: tuple(row) for row in connection.execute(CLAIMS, (key,))}
    for claim in worded_claims(document, records):
        if claims.pop(claim.id, None) != columns(key, claim):
            yield Flaw(kind="offset", where=claim.id, what="its words are not those of the text at its spans")
    for lost in claims:
        yield Flaw(kind="orphan", where=str(lost), what="a claim in words without its record")
    for where, what in deed_flaws(connection, key, document, records):
        yield Flaw(kind="offset", where=where, what=what)
    weighed = {tuple(row) for row in connection.execute(WEIGHED, (key,))}
    if weighed != {(row.id, row.hangs, row.weight) for row in doubts(records)}:
        yield Flaw(kind="record", where=id, what="its doubts are not those of its records")


def question_flaws(connection: apsw.Connection) -> Iterator[Flaw]:
    """Questions that were altered after they were opened, and evidence that points to no text."""
    for row in connection.execute(" ".join((QUESTION, "ORDER BY key"))).fetchall():
        if not unaltered(question_of(row)):
            yield Flaw(kind="hash", where=f"question {row[0]}", what="altered after it was opened")
    for question, doc, spans in connection.execute(LAID).fetchall():
        try:
            check_evidence(connection, (Evidence(doc=str(doc), spans=reading.SPANS.decode(str(spans))),))
        except UsageError as fault:
            yield Flaw(kind="offset", where=f"question {question}", what=str(fault))


def verdict_flaws(connection: apsw.Connection) -> Iterator[Flaw]:
    """Verdicts that were altered after they were made, or whose records point outside the text."""
    for row in connection.execute(" ".join((VERDICT, "ORDER BY key"))).fetchall():
        verdict = verdict_of(row)
        if not verdicts.unaltered(verdict):
            yield Flaw(kind="hash", where=f"verdict {verdict.id}", what="altered after it was made")
        try:
            check_made(connection, verdict.doc, verdict.change.record)
        except UsageError as fault:
            yield Flaw(kind="offset", where=f"verdict {verdict.id}", what=str(fault))


def row_flaws(connection: apsw.Connection, key: int, records: Iterable[Record]) -> Iterator[Flaw]:
    """Rows whose columns say another thing than their JSON."""
    bodies = {record.id: (*record.kernel, record.__struct_config__.tag) for record in records if isinstance(record, Found)}
    for id, start, end, kind in connection.execute(ROWS, (key,)):
        if kind != "leftover" and bodies.get(id) != (start, end, kind):
            yield Flaw(kind="record", where=id, what="columns and body differ")


def record_flaws(document: Document, records: list[Record]) -> Iterator[Flaw]:
    """Records that point outside the text, or to a record that is not there."""
    ids = {record.id for record in records if isinstance(record, Found)}
    for record in records:
        try:
            check(document, record)
        except BrokenRecord as fault:
            yield Flaw(kind="offset", where=document.id, what=str(fault))
        for target in references(record):
            if target not in ids:
                yield Flaw(
                    kind="orphan", where=getattr(record, "id", document.id), what=f"points to {target}, which is not there"
                )


def references(record: Record) -> list[str]:
    """Ids of the other records that a record names."""
    match record:
        case Mention():
            named: tuple[str | None, ...] = (record.refers_to,)
        case Statement():
            named = (record.speaker, record.within, record.when)
        case Event():
            named = (*record.actors, *record.recipients, record.when, record.where, record.within)
        case Forecast():
            named = (record.horizon, record.event, record.within)
        case Echo():
            named = (record.a, record.b)
        case _:
            named = ()
    return [id for id in named if id is not None]
