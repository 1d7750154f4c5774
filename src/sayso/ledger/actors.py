"""Actors as a View answers them: each by its name, with how often it speaks, acts and undergoes something."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from sayso.ledger import opening
from sayso.ledger.claims import folded
from sayso.ledger.did import named, printed
from sayso.ledger.filters import Where
from sayso.ledger.identities import groups
from sayso.ledger.view import View
from sayso.model import Span

# Actors are put in order by their parts first; all else of them is fetched for those that are asked for.
PARTS = "SELECT folded, count(*), sum(speaks), sum(acts), sum(undergoes) FROM actor"
BY_PARTS = "GROUP BY folded ORDER BY sum(speaks + acts + undergoes) DESC, folded LIMIT ? OFFSET ?"
# The same where people say that some names are one actor's: each document counts once, whichever of the names stand in it.
JOINED = """
    WITH joined(folded, into_) AS MATERIALIZED (SELECT key, value FROM json_each(?))
    SELECT coalesce(joined.into_, actor.folded) AS one, count(DISTINCT actor.doc), sum(speaks), sum(acts), sum(undergoes)
    FROM actor LEFT JOIN joined ON joined.folded = actor.folded
"""
OR_JOINED = "OR actor.folded IN (SELECT value FROM json_each(?)))"
BY_ONE = "GROUP BY one ORDER BY sum(speaks + acts + undergoes) DESC, one LIMIT ? OFFSET ?"
NAMED = "SELECT doc, name, kind, country, sector FROM actor WHERE folded IN (SELECT value FROM json_each(?))"
PLACED = "SELECT span_start, span_end FROM actor WHERE doc = ? AND name = ?"
DATES = """
    SELECT document.key, coalesce(facts.published, '0'), document.id FROM document
    JOIN facts ON facts.doc = document.key AND facts.retired IS NULL
"""
IN_DOCUMENTS = """
    SELECT DISTINCT document.id FROM actor JOIN document ON document.key = actor.doc
    JOIN facts ON facts.doc = document.key AND facts.retired IS NULL WHERE actor.folded IN
"""
LATEST_FIRST = "ORDER BY coalesce(facts.published, '0') DESC, document.key DESC LIMIT ?"
MOST_PARTS = {"speaks": "actor.speaks > 0", "acts": "actor.acts > 0", "undergoes": "actor.undergoes > 0"}


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """An actor of a ledger: every kind, country and sector it was read with, in how many documents and how often in which part.

    `doc` is the latest document it takes part in and `span` its fullest mention there. `names` are all that people say are its own.
    """

    name: str
    names: tuple[str, ...]
    doc: str
    span: Span
    kinds: tuple[str, ...]
    countries: tuple[str, ...]
    sectors: tuple[str, ...]
    documents: int
    speaks: int
    acts: int
    undergoes: int


def actors_of(
    view: View,
    *,
    named_as: str | None = None,
    country: str | None = None,
    sector: str | None = None,
    kind: str | None = None,
    part: str | None = None,
    in_: str | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Iterator[Actor]:
    """Actors by name, those first that take most parts; `part` is speaks, acts or undergoes."""
    one = groups(view)
    with opening.told(view.path):
        where = Where()
        by_name(where, named_as, one)
        for column, value in (("actor.country = ?", country), ("actor.sector = ?", sector), ("actor.kind = ?", kind)):
            if value is not None:
                where.add(column, value)
        if part is not None:
            where.add(MOST_PARTS[part])
        printed(view, where, "actor.doc", in_)
        values = (*where.values, -1 if limit is None else limit, offset)
        if one:
            into = encoded({key: folded(names[0]) for key, names in one.items()})
            found = view.connection.execute(" ".join((JOINED, where.sql(), BY_ONE)), (into, *values)).fetchall()
        else:
            found = view.connection.execute(" ".join((PARTS, where.sql(), BY_PARTS)), values).fetchall()
        dates: dict[Any, tuple[str, str]] = {key: (str(day), str(id)) for key, day, id in view.connection.execute(DATES)}
        for whole, *counts in found:
            yield fetched(view, str(whole), one.get(str(whole), []), counts, dates)


def fetched(view: View, whole: str, names: Sequence[str], counts: Sequence[Any], dates: Mapping[Any, tuple[str, str]]) -> Actor:
    """The actor of a folded name, with all else that is known of it; `names` are those that people say are one actor's."""
    keys = encoded([folded(name) for name in names] or [whole])
    rows: list[Any] = view.connection.execute(NAMED, (keys,)).fetchall()
    doc, name, *_ = max(rows, key=lambda row: dates[row[0]])
    at: Any = view.connection.execute(PLACED, (doc, name)).fetchone()
    return actor_of(names or [name], dates[doc][1], tuple(at), rows, counts)


def by_name(where: Where, words: str | None, one: Mapping[str, Sequence[str]]) -> None:
    """Nothing; actors one of whose names has words that begin so, counted with all of their names."""
    alone = Where()
    named(alone, "actor.folded", words)
    if alone.pieces:
        asked = folded(words or "").split()
        also = sorted(key for key, names in one.items() if any(all(f" {w}" in folded(n) for w in asked) for n in names))
        where.add(" ".join(("(", *alone.pieces, OR_JOINED)), *alone.values, encoded(also))


def encoded(value: object) -> str:
    """A value as JSON, for the database to read."""
    return msgspec.json.encode(value).decode()


def actor_of(names: Sequence[str], doc: str, span: Span, rows: Sequence[tuple[Any, ...]], counts: Sequence[Any]) -> Actor:
    """An Actor of its rows and counts."""
    kinds, countries, sectors = (tuple(sorted({str(row[column]) for row in rows if row[column]})) for column in (2, 3, 4))
    documents, speaks, acts, undergoes = counts
    return Actor(
        name=names[0], names=tuple(names), doc=doc, span=span, kinds=kinds, countries=countries, sectors=sectors, documents=documents, speaks=speaks, acts=acts,
        undergoes=undergoes,
    )  # fmt: skip


def documents_of(view: View, names: Sequence[str], limit: int) -> list[str]:
    """Ids of the documents in which actors of these names take part, the latest first, at most so many."""
    keys = [folded(name) for name in names]
    sql = " ".join((IN_DOCUMENTS, f"({', '.join('?' * len(keys))})", LATEST_FIRST))
    with opening.told(view.path):
        return [str(id) for (id,) in view.connection.execute(sql, (*keys, limit))]
