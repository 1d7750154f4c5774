"""Statements in words, as the table `statement` holds them: made from records and text, so they can be made again."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

import apsw
import msgspec

from sayso.model import Document, Mention, Record, Span, Statement, Time
from sayso.model.span import quote

UNSTATED = "unstated"
DROP_WORDS = (
    "INSERT INTO said(said, rowid, speaker, source, about, content)"
    " SELECT 'delete', key, speaker, source, about, content FROM statement WHERE doc = ?"
)
ADD_WORDS = (
    "INSERT INTO said(rowid, speaker, source, about, content)"
    " SELECT key, speaker, source, about, content FROM statement WHERE doc = ?"
)
ADD_STATEMENT = (
    "INSERT INTO statement(key, doc, id, speaker, source, about, content, form, act, source_kind, within, time)"
    " SELECT key, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11 FROM record WHERE doc = ?1 AND id = ?2 AND retired IS NULL"
)


def drop_statements(connection: apsw.Connection, key: int) -> None:
    """Nothing; the document's statements are gone from the table and from the index."""
    connection.execute(DROP_WORDS, (key,))
    connection.execute("DELETE FROM statement WHERE doc = ?", (key,))


def set_statements(connection: apsw.Connection, key: int, document: Document, records: Sequence[Record]) -> None:
    """Nothing; the live statements of a document stand in the table and in the index as `records` have them."""
    drop_statements(connection, key)
    connection.executemany(ADD_STATEMENT, [columns(key, row) for row in worded(document, records)])
    connection.execute(ADD_WORDS, (key,))


class Worded(msgspec.Struct, frozen=True, kw_only=True):
    """A statement's row: its speaker's fullest name (else the words of its source), and the names in its content."""

    id: str
    speaker: str
    source: str
    about: tuple[str, ...]
    content: str
    form: str
    act: str
    source_kind: str
    within: str | None
    time: str | None


def worded(document: Document, records: Sequence[Record]) -> Iterator[Worded]:
    """A row for each statement among `records`, which are the records of one document."""
    mentions = {record.id: record for record in records if isinstance(record, Mention)}
    times = {record.id: record.value for record in records if isinstance(record, Time)}
    full = {id: fullest(mention, mentions).name for id, mention in mentions.items()}
    named = sorted((mention.span, full[id]) for id, mention in mentions.items() if mention.kind != "pronoun" or mention.refers_to)
    for record in records:
        if isinstance(record, Statement):
            source = quote(document.text, record.source)
            yield Worded(
                id=record.id,
                speaker=full.get(record.speaker or "", "") or source or UNSTATED,
                source=source,
                about=tuple(names_in(record, named)),
                content=quote(document.text, record.content),
                form=record.form,
                act=record.act,
                source_kind=record.source_kind,
                within=record.within,
                time=times.get(record.when or ""),
            )


def columns(key: int, row: Worded) -> tuple[str | int | None, ...]:
    """The columns of a statement's row, in the order of ADD_STATEMENT."""
    about = msgspec.json.encode(row.about).decode()
    said = (row.id, row.speaker, row.source, about, row.content)
    return (key, *said, row.form, row.act, row.source_kind, row.within, row.time)


def fullest(mention: Mention, mentions: Mapping[str, Mention]) -> Mention:
    """The mention that `mention` refers to, itself where it refers to none of this document."""
    return mentions.get(mention.refers_to or "", mention)


def names_in(statement: Statement, named: Sequence[tuple[Span, str]]) -> Iterator[str]:
    """The names of the actors in a statement's content, each once, in order; `named` are all names by their spans, sorted."""
    found: dict[str, None] = {}
    for start, end in sorted(statement.content):
        for (_, last), name in named[bisect_left(named, ((start, 0), "")) : bisect_left(named, ((end, 0), ""))]:
            if name and last <= end:
                found[name] = None
    yield from found
