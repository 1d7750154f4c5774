"""Tallies over all documents of a release: who takes part in them, and on whose word they rest."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from sayso.export.article import Article
from sayso.ledger.claims import folded
from sayso.ledger.deeds import Party, parts
from sayso.lexicon import tables
from sayso.lexicon.own import Own
from sayso.model import Mention, Statement
from sayso.model.ratings import Rating
from sayso.release.rows import Row, Told

OWN = "outlet"


class Actors:
    """Everybody who speaks, acts or undergoes something, by name; one of two names is two here."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, Any]] = {}

    def add(self, article: Article) -> None:
        """Nothing; the actors of one document are counted, of what was asked for."""
        asked = [record for record, _ in article.statements()] + [record for record, _ in article.events()]
        mentions = [record for record in article.records if isinstance(record, Mention)]
        for part in parts([*mentions, *asked]):
            row = self.rows.setdefault(folded(part.party.name).strip(), blank(part.party))
            for name, value in (("kinds", part.party.kind), ("countries", part.party.country), ("sectors", part.party.sector)):
                row[name] |= {value: None} if value else {}
            row["documents"] += 1
            for name in ("speaks", "acts", "undergoes"):
                row[name] += getattr(part, name)

    def each(self) -> Iterator[Row]:
        """A row for each, by name."""
        for row in sorted(self.rows.values(), key=lambda row: str(row["name"])):
            yield row | {name: tuple(sorted(row[name])) for name in ("kinds", "countries", "sectors")}


def blank(party: Party) -> dict[str, Any]:
    """An actor that nothing is counted of yet."""
    sets: dict[str, Any] = {name: {} for name in ("kinds", "countries", "sectors")}
    return {"name": party.name, **sets, "documents": 0, "speaks": 0, "acts": 0, "undergoes": 0}


class Sources:
    """On whose word things are told: outlets, named persons and bodies, documents, and the unnamed and collective as such."""

    def __init__(self, outlets: Mapping[str, Mapping[str, str]], own: Own) -> None:
        self.outlets, self.own = outlets, own
        self.rows: dict[tuple[str, str], dict[str, int]] = {}

    def add(self, told: Told) -> None:
        """Nothing; the sources of one document are counted: a statement's own, and whose voice an event or a forecast stands in."""
        kinds = {record.id: record.source_kind for record in told.article.records if isinstance(record, Statement)}
        outlet = told.article.document.outlet or ""
        keys = [("statements", (row["source_kind"], row["speaker"])) for row in told.rows["statements"]]
        for name in ("events", "forecasts"):
            for row in told.rows[name]:
                key = (OWN, outlet) if row["own"] else (kinds.get(row["within"] or "", "named"), row["voice"])
                keys.append((name, key))
        for key in dict.fromkeys([(OWN, outlet), *(key for _, key in keys)]):
            self.row(key)["documents"] += 1
        for name, key in keys:
            self.row(key)[name] += 1

    def row(self, key: tuple[str, str]) -> dict[str, int]:
        """The counts of a source."""
        return self.rows.setdefault(key, dict.fromkeys(("documents", "statements", "events", "forecasts"), 0))

    def each(self, rated: Mapping[str, tuple[Rating, ...]]) -> Iterator[Row]:
        """A row for each source, by kind and name, with what the lexicon knows of an outlet and how people rate it."""
        for kind, name in sorted(self.rows):
            known = {field: value or None for field, value in self.outlets.get(folded(name).strip(), {}).items()}
            yield {
                "id": source_id(kind, name), "kind": kind, "name": name, "country": known.get("country"),
                "owner": known.get("owner"), "control": known.get("control"), "control_as_of": known.get("as_of"), **grouped(self.own, kind, name),
                **self.rows[kind, name], **rating_of(rated.get(folded(name).strip(), ()) if name else ()),
            }  # fmt: skip


def grouped(own: Own, kind: str, name: str) -> Row:
    """The columns in which an outlet stands in the user's own group."""
    group = own.group(name) if kind == OWN else None
    return {
        "group": group.group if group else None, "group_ownership": (group.ownership or None) if group else None,
        "group_note": (group.note or None) if group else None,
    }  # fmt: skip


def rating_of(ratings: tuple[Rating, ...]) -> Row:
    """The columns in which a source is rated."""
    return {
        "reliability": tuple(one.rating for one in ratings), "rated_by": tuple(one.who for one in ratings),
        "rated_why": tuple(one.why for one in ratings),
    }  # fmt: skip


def outlets() -> dict[str, Mapping[str, str]]:
    """What the lexicon knows of each outlet, by every name it goes by."""
    found: dict[str, Mapping[str, str]] = {}
    for row in tables.rows("outlets.tsv"):
        for name in (row["name"], *tables.aliases(row)):
            found.setdefault(folded(name).strip(), row)
    return found


def source_id(kind: str, name: str) -> str:
    """Twelve hex digits made of what a source is and what it is called."""
    return hashlib.sha256(f"{kind}\x1f{name}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
