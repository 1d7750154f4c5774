"""Who speaks about whom: statements counted by their speaker and by the names in their content."""

from collections.abc import Iterable
from typing import Any

import msgspec

from sayso.ledger import filters, opening
from sayso.ledger.claims import folded
from sayso.ledger.filters import Where
from sayso.ledger.identities import wholes
from sayso.ledger.view import View

# Only those whom `actor` lists count as speakers: a pronoun that stands for nobody known is no one to be drawn.
TALK = "SELECT statement.speaker, about.value, actor.kind, statement.doc, count(*)"
FROM = "FROM statement JOIN actor ON actor.doc = statement.doc AND actor.name = statement.speaker, json_each(statement.about) AS about"
BY_PAIR = "GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4"
PRINTED = "statement.doc IN (SELECT facts.doc FROM facts JOIN document ON document.key = facts.doc"


class Talk(msgspec.Struct, frozen=True, kw_only=True):
    """How many statements of one speaker name one actor, and in how many documents; `kind` is what the speaker is."""

    speaker: str
    about: str
    kind: str
    statements: int
    documents: int


class Talking(msgspec.Struct, frozen=True, kw_only=True):
    """What statements are counted: `by` and `about` are words of the names; the other fields as for `View.statements`."""

    by: str | None = None
    about: str | None = None
    in_: str | None = None
    since: str | None = None
    until: str | None = None
    form: str | None = None
    act: str | None = None
    kind: str | None = None


def talk(view: View, wanted: Talking | None = None) -> list[Talk]:
    """Pairs of speaker and actor, those with most statements first; actors that people say are one count as one."""
    asked = wanted or Talking()
    with opening.told(view.path):
        where = conditions(view, asked)
        rows = view.connection.execute(" ".join((TALK, FROM, where.sql(), BY_PAIR)), tuple(where.values)).fetchall()
    return summed(rows, Names(wholes(view)), asked)


def conditions(view: View, asked: Talking) -> Where:
    """The conditions on statements; names are looked at afterwards, when those of one actor have been joined."""
    where = Where()
    for piece, value in (("statement.form = ?", asked.form), ("statement.act = ?", asked.act), ("actor.kind = ?", asked.kind)):
        if value is not None:
            where.add(piece, value)
    inner = Where()
    filters.standing_in(inner, view.connection, asked.in_)
    filters.dated(inner, asked.since, asked.until)
    if inner.pieces:
        inner.add("facts.retired IS NULL")
        where.add(" ".join((PRINTED, inner.sql(), ")")), *inner.values)
    return where


class Names:
    """One spelling for each actor: that of the name it is merged into, else the first that was met."""

    def __init__(self, wholes: dict[str, str]) -> None:
        self.wholes = wholes
        self.known: dict[str, str] = {}
        self.spelt: dict[str, str] = {}

    def of(self, name: str) -> str:
        """The spelling under which a name is counted; empty for one without a letter or digit."""
        if name not in self.known:
            key = folded(name)
            whole = self.wholes.get(key, name)
            self.known[name] = self.spelt.setdefault(folded(whole), whole) if key else ""
        return self.known[name]


def summed(rows: Iterable[tuple[Any, ...]], names: Names, asked: Talking) -> list[Talk]:
    """The rows added up by speaker and actor, of those whose names have the words asked for."""
    counts: dict[tuple[str, str], int] = {}
    kinds: dict[str, str] = {}
    documents: dict[tuple[str, str], set[int]] = {}
    for speaker, about, kind, doc, count in rows:
        pair = names.of(speaker), names.of(about)
        if all(pair):
            counts[pair] = counts.get(pair, 0) + count
            documents.setdefault(pair, set()).add(doc)
            kinds.setdefault(pair[0], kind)
    found = [
        Talk(speaker=speaker, about=about, kind=kinds[speaker], statements=count, documents=len(documents[speaker, about]))
        for (speaker, about), count in counts.items()
        if has(speaker, asked.by) and has(about, asked.about)
    ]
    return sorted(found, key=lambda row: (-row.statements, row.speaker, row.about))


def has(name: str, words: str | None) -> bool:
    """Whether words of a name begin as all of these do.

    >>> has("Ilse Bramm", "bramm"), has("Ilse Bramm", "ramm"), has("Ilse Bramm", None)
    (True, False, True)
    """
    return not words or all(f" {word}" in folded(name) for word in folded(words).split())
