"""Two releases compared: which records were added, removed or altered, and by what: a document, a reader, a person, other terms."""

from collections.abc import Iterator
from functools import cached_property

import msgspec

from sayso.ledger.claims import folded
from sayso.release.opened import Cells, Opened
from sayso.release.tables import ACTORS, DOCUMENTS, LINKS, RATINGS, SOURCES, TABLES, VERDICTS, Table

NONE: Cells = {}
OWN_CODES = ("code", "code_label", "outlet_group", "group", "group_ownership", "group_note")
"""Columns that the user's own lists fill."""
UNKNOWN = "unknown"
RATED = ("reliability", "rated_by", "rated_why", "credibility")
"""Columns that only people's ratings fill."""


class Cause(msgspec.Struct, frozen=True):
    """Why a row changed: a word for it (document, verdict, rating, reader, linker, neighbour, terms, counts, unknown) and a sentence."""

    kind: str
    says: str


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A row that is not the same in both: `what` is added, removed or altered, `fields` are those that differ in an altered one."""

    table: str
    id: str
    doc: str
    what: str
    fields: tuple[str, ...]
    cause: str
    why: str


class Pair(msgspec.Struct, frozen=True, dict=True):
    """An earlier and a later release."""

    a: Opened
    b: Opened

    def changes(self) -> Iterator[Change]:
        """Every row that differs, table by table, by key."""
        for table in TABLES:
            before, after = (release.tables[table.name] for release in (self.a, self.b))
            for id in sorted({**before, **after}):
                fields = differing(before.get(id), after.get(id))
                if fields is not None:
                    yield self.change(table, id, before.get(id), after.get(id), fields)

    def change(self, table: Table, id: str, was: Cells | None, now: Cells | None, fields: tuple[str, ...]) -> Change:
        """The change of one row."""
        what = "added" if was is None else "removed" if now is None else "altered"
        cause = self.cause(table, id, was or NONE, now or NONE, fields)
        row = now or was or NONE
        doc = id if table is DOCUMENTS else row.get("doc") or row.get("doc_a", "")
        return Change(table=table.name, id=id, doc=doc, what=what, fields=fields, cause=cause.kind, why=cause.says)

    def cause(self, table: Table, id: str, was: Cells, now: Cells, fields: tuple[str, ...]) -> Cause:
        """Why a row changed: the nearest reason there is."""
        if fields and set(fields) <= set(OWN_CODES) and (of_lists := self.by_terms(table, fields)):
            return of_lists
        if table is RATINGS or (fields and set(fields) <= set(RATED)):
            return self.rated(id, (was or now).get("name", id))
        if table in (ACTORS, SOURCES):
            return Cause("counts", "follows from the records that changed")
        if table is VERDICTS:
            return self.said(id)
        row = now or was
        docs = [id] if table is DOCUMENTS else [row[name] for name in ("doc", "doc_a", "doc_b") if row.get(name)]
        found = (
            self.by_document(docs) or self.by_verdict(id) or self.by_maker(table, docs, was, now)
            or (self.by_ends(row) if table is LINKS else None) or self.by_neighbour(docs) or self.by_terms(table, fields)
        )  # fmt: skip
        return found or Cause(UNKNOWN, "nothing that the releases keep explains it")

    def by_document(self, docs: list[str]) -> Cause | None:
        """A document that only one of the two has."""
        for doc in docs:
            before, after = doc in self.a.tables["documents"], doc in self.b.tables["documents"]
            if before != after:
                other = (
                    "" if self.a.about["query"] == self.b.about["query"] else ", and the releases were chosen by other queries"
                )
                return Cause("document", f"{'new document' if after else 'the document is not there any more'} {doc}{other}")
        return None

    @cached_property
    def verdicts(self) -> dict[str, str]:
        """What was decided between the two: the last verdict by the record or the document that it is about."""
        before, after = (release.tables["verdicts"] for release in (self.a, self.b))
        rows = {**before, **after}
        return {
            about: id
            for id, row in rows.items()
            if (id in before) != (id in after)
            for about in (row["about"], row["other"])
            if about
        }

    @cached_property
    def judged(self) -> dict[str, str]:
        """The last verdict between the two by document."""
        rows = {**self.a.tables["verdicts"], **self.b.tables["verdicts"]}
        return {rows[id]["doc"]: id for id in self.verdicts.values()}

    def said(self, id: str) -> Cause:
        """A verdict as a cause."""
        row = self.b.tables["verdicts"].get(id) or self.a.tables["verdicts"][id]
        gone = "" if id in self.b.tables["verdicts"] else ", which the later release has not"
        return Cause("verdict", f"{row['who']} decided on {row['when'][:10]}: {row['says']} {row['about']} (verdict {id}){gone}")

    def rated(self, id: str, about: str) -> Cause:
        """The last rating between the two, by its id or by what it is about."""
        before, after = (release.tables["ratings"] for release in (self.a, self.b))
        rows = [row for key, row in {**before, **after}.items() if (key in before) != (key in after) or row != before[key]]
        fitting = [row for row in rows if row["id"] == id or folded(row["about"]) == folded(about)]
        said = [f"{row['who']} rated on {row['when'][:10]}: {row['about']} {row['rating']} ({row['why']})" for row in fitting]
        return Cause("rating", said[-1]) if said else Cause(UNKNOWN, "no rating that the releases keep explains it")

    def by_verdict(self, id: str) -> Cause | None:
        """A verdict about the row itself."""
        return self.said(self.verdicts[id]) if id in self.verdicts else None

    def by_maker(self, table: Table, docs: list[str], was: Cells, now: Cells) -> Cause | None:
        """Another reader or linker: of the row, or of the document that the row was found in."""
        word = "linker" if table is LINKS else "reader"
        if was.get("by") and now.get("by") and was["by"] != now["by"]:
            return Cause(word, f"another {word}: {was['by']} → {now['by']}")
        for doc in docs:
            for field in ("readers", "engine"):
                before, after = (release.tables["documents"][doc][field] for release in (self.a, self.b))
                if before != after:
                    return Cause("reader", f"document {doc} was read anew: {before} → {after}")
        makers = [release.about["versions"]["linkers"] for release in (self.a, self.b)]
        if table is LINKS and sorted(makers[0]) != sorted(makers[1]):
            return Cause("linker", f"another linker: {', '.join(makers[0])} → {', '.join(makers[1])}")
        return None

    def by_ends(self, row: Cells) -> Cause | None:
        """What was decided about an end of a link."""
        return next((found for end in ("a", "b") if (found := self.by_verdict(row[end]))), None)

    def by_neighbour(self, docs: list[str]) -> Cause | None:
        """A verdict about another record of the same document, in which this one stands or which it names."""
        return next((Cause("neighbour", self.said(self.judged[doc]).says) for doc in docs if doc in self.judged), None)

    def by_terms(self, table: Table, fields: tuple[str, ...]) -> Cause | None:
        """Other terms: another query, another limit on words."""
        for name, only in (("limit", (*table.worded, "whole")), ("lists", OWN_CODES), ("query", ())):
            before, after = self.a.about.get(name, {}), self.b.about.get(name, {})
            if before != after and (not only or (fields and set(fields) <= set(only))):
                return Cause("terms", f"another {name}: {before} → {after}")
        return None


def differing(was: Cells | None, now: Cells | None) -> tuple[str, ...] | None:
    """The fields in which two rows differ, none where only one is there; None where they are the same."""
    if was is None or now is None:
        return ()
    fields = tuple(name for name in {**was, **now} if was.get(name, "") != now.get(name, ""))
    return fields or None
