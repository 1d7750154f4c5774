"""Actors as a View answers them: each by its name, with how often it speaks, acts and undergoes something."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from sayso.ledger import opening
from sayso.ledger.did import named, printed
from sayso.ledger.filters import Where
from sayso.ledger.view import View
from sayso.model import Span

# Actors are put in order by their parts first; all else of them is fetched for those that are asked for.
PARTS = "SELECT folded, count(*), sum(speaks), sum(acts), sum(undergoes) FROM actor"
BY_PARTS = "GROUP BY folded ORDER BY sum(speaks + acts + undergoes) DESC, folded LIMIT ? OFFSET ?"
NAMED = "SELECT doc, name, kind, country, sector FROM actor WHERE folded = ?"
PLACED = "SELECT span_start, span_end FROM actor WHERE doc = ? AND name = ?"
DATES = """
    SELECT document.key, coalesce(facts.published, '0'), document.id FROM document
    JOIN facts ON facts.doc = document.key AND facts.retired IS NULL
"""
MOST_PARTS = {"speaks": "actor.speaks > 0", "acts": "actor.acts > 0", "undergoes": "actor.undergoes > 0"}


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """An actor of a ledger: every kind, country and sector it was read with, in how many documents and how often in which part.

    `doc` is the latest document it takes part in and `span` its fullest mention there.
    """

    name: str
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
    with opening.told(view.path):
        where = Where()
        named(where, "actor.folded", named_as)
        for column, value in (("actor.country = ?", country), ("actor.sector = ?", sector), ("actor.kind = ?", kind)):
            if value is not None:
                where.add(column, value)
        if part is not None:
            where.add(MOST_PARTS[part])
        printed(view, where, "actor.doc", in_)
        limits = (-1 if limit is None else limit, offset)
        found = view.connection.execute(" ".join((PARTS, where.sql(), BY_PARTS)), (*where.values, *limits)).fetchall()
        dates: dict[Any, tuple[str, str]] = {key: (str(day), str(id)) for key, day, id in view.connection.execute(DATES)}
        for folded, *counts in found:
            rows: list[Any] = view.connection.execute(NAMED, (folded,)).fetchall()
            doc, name, *_ = max(rows, key=lambda row: dates[row[0]])
            at: Any = view.connection.execute(PLACED, (doc, name)).fetchone()
            yield actor_of(name, dates[doc][1], tuple(at), rows, counts)


def actor_of(name: str, doc: str, span: Span, rows: Sequence[tuple[Any, ...]], counts: Sequence[Any]) -> Actor:
    """An Actor of its rows and counts."""
    kinds, countries, sectors = (tuple(sorted({str(row[column]) for row in rows if row[column]})) for column in (2, 3, 4))
    documents, speaks, acts, undergoes = counts
    return Actor(
        name=name, doc=doc, span=span, kinds=kinds, countries=countries, sectors=sectors, documents=documents, speaks=speaks, acts=acts,
        undergoes=undergoes,
    )  # fmt: skip
