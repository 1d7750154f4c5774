"""What a ledger holds, whatever the order and the time in which it came in."""

import re
from pathlib import Path

import apsw

QUERIES = (
    "SELECT id, text, chars FROM document",
    "SELECT document.id, origin, sha256, title, outlet, byline, section, published, published_from, url, language, charset, parts,"
    " furniture, retired IS NULL FROM facts JOIN document ON document.key = facts.doc",
    "SELECT document.id, reader, found, retired IS NULL FROM reading JOIN document ON document.key = reading.doc",
    "SELECT document.id, record.id, type, kernel_start, kernel_end, score, by, body, retired IS NULL FROM record"
    " JOIN document ON document.key = record.doc",
    "SELECT document.id, statement.id, speaker, source, about, content, form, act, source_kind, within, time FROM statement"
    " JOIN document ON document.key = statement.doc",
    "SELECT id, kind, speaker, own, folded, chain, proposition, condition, condition_from, wording, low, high, phrase, survey,"
    " earliest, latest, due FROM claim",
    "SELECT id, type, status, reality, speaker, own, folded, chain, actors, recipients, doers, sufferers, place, country, placed, day, dead,"
    " words"
    " FROM deed",
    "SELECT document.id, name, folded, kind, country, sector, span_start, span_end, speaks, acts, undergoes FROM actor"
    " JOIN document ON document.key = actor.doc",
    "SELECT id, claim, doc, text, since, until, criteria, sources, due, who, opened, sha256 FROM question",
    "SELECT question.id, answer, note, resolution.who, retired IS NULL FROM resolution"
    " JOIN question ON question.key = resolution.question",
    "SELECT question.id, evidence.doc, spans FROM evidence JOIN resolution ON resolution.key = evidence.resolution"
    " JOIN question ON question.key = resolution.question",
    "SELECT claim, doc, due, why, who, retired IS NULL FROM reminder",
    "SELECT id, about, doc, says, change, seen, other, other_doc, undoes, who, why, nth FROM verdict",
    "SELECT document.id, doubt.id, hangs, weight FROM doubt JOIN document ON document.key = doubt.doc",
    "SELECT name, role, sha256, who, removed, retired IS NULL FROM person",
    "SELECT origin, sha256, doc, file FROM input",
    "SELECT origin, sha256, given FROM file",
    "SELECT origin, why, next, file, given, retired IS NULL FROM problem",
    "SELECT id, kind, sort, a, b, doc_a, doc_b, score, by, body, retired IS NULL FROM link",
    "SELECT document.id, linker, version FROM linked JOIN document ON document.key = linked.doc",
    "SELECT document.id, space, version, size, body FROM signature JOIN document ON document.key = signature.doc",
    "SELECT document.id, space, value FROM trace JOIN document ON document.key = trace.doc",
    "SELECT draw, id, doc, kind, place_start, place_end, population, seed FROM sampled",
    "SELECT passage, doc, who FROM passage_read",
    "SELECT id, about, doc, scale, rating, who, why, nth FROM rating",
    "SELECT id, name, path, asked, who, retired IS NULL FROM search",
    "SELECT search.id, search_seen.who FROM search_seen JOIN search ON search.key = search_seen.search",
    "SELECT id, why FROM tombstone",
)


def content(path: Path) -> list[list[tuple[object, ...]]]:
    """The rows of each table, sorted."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    rows = [sorted(connection.execute(query), key=repr) for query in QUERIES]
    connection.close()
    return rows


def tables(path: Path) -> set[str]:
    """The names of the ordinary tables, to see that `QUERIES` forgets none."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    connection.close()
    return {name for name in names if not re.match("(words|said)(_|$)", name)}
