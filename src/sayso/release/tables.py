"""Tables of a release: which columns each has, of what type, which of them are words of other people, and how tables hang together."""

from types import UnionType
from typing import Any, get_args, get_origin

import msgspec

from sayso.export.rows import EventRow, ForecastRow, StatementRow
from sayso.export.tables import fields

OF_THE_DOCUMENT = ("sha256", "title", "url", "type", "outlet_group")
"""Columns of exported rows that stand once in a release, in the table of documents."""
JUDGED = {"judgement": str, "judged_by": str, "credibility": tuple[str, ...]}
PARSED = {"array": list[Any], "integer": int, "number": float, "boolean": bool, "string": str}
COUNTS = ("dead", "injured", "arrested")


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A table: columns with their types, the column that names a row, columns of quoted words, columns that point to other tables."""

    name: str
    columns: dict[str, Any]
    key: str = "id"
    worded: tuple[str, ...] = ()
    points: dict[str, str] = {}


def of_rows(shape: Any, **more: Any) -> dict[str, Any]:
    """The columns that an exported row has in a release."""
    return {name: hint for name, hint in fields(shape).items() if name not in OF_THE_DOCUMENT} | more | JUDGED


DOCUMENTS = Table(
    name="documents",
    columns={
        "id": str, "text_sha256": str, "source_sha256": str, "outlet": str | None, "byline": tuple[str, ...], "section": str | None,
        "title": str | None, "published": str | None, "published_from": str | None, "url": str | None, "language": str | None,
        "characters": int, "version_of": str | None, "engine": str, "readers": tuple[str, ...], "statements": int, "events": int,
        "forecasts": int, "read_whole_by": tuple[str, ...], "outlet_group": str | None,
    },
)  # fmt: skip
STATEMENTS = Table(
    name="statements", columns=of_rows(StatementRow, whole=bool), worded=("quote", "source", "cue"),
    points={"doc": "documents", "within": "statements"},
)  # fmt: skip
EVENTS = Table(
    name="events",
    columns=of_rows(
        EventRow, whole=bool, contexts=tuple[str, ...], date_precision=str | None, place_precision=str | None,
        place_country=str | None, **{f"{name}_best": int | None for name in COUNTS},
    ),
    worded=("quote", "trigger", "condition"), points={"doc": "documents", "within": "statements"},
)  # fmt: skip
FORECASTS = Table(
    name="forecasts", columns=of_rows(ForecastRow, whole=bool), worded=("quote", "condition", "wording", "likelihood_phrase"),
    points={"doc": "documents", "within": "statements", "event": "events"},
)  # fmt: skip
ACTORS = Table(
    name="actors", key="name",
    columns={
        "name": str, "kinds": tuple[str, ...], "countries": tuple[str, ...], "sectors": tuple[str, ...], "documents": int, "speaks": int,
        "acts": int, "undergoes": int,
    },
)  # fmt: skip
SOURCES = Table(
    name="sources",
    columns={
        "id": str, "kind": str, "name": str, "country": str | None, "owner": str | None, "control": str | None, "control_as_of": str | None,
        "group": str | None, "group_ownership": str | None, "group_note": str | None,
        "documents": int, "statements": int, "events": int, "forecasts": int, "reliability": tuple[str, ...], "rated_by": tuple[str, ...], "rated_why": tuple[str, ...],
    },
)  # fmt: skip
LINKS = Table(
    name="links",
    columns={
        "id": str, "kind": str, "sort": str, "a": str, "b": str, "doc_a": str, "doc_b": str, "spans_a": tuple[tuple[int, int], ...],
        "spans_b": tuple[tuple[int, int], ...], "differs_a": tuple[tuple[int, int], ...], "differs_b": tuple[tuple[int, int], ...],
        "reason": str, "score": float, "by": str,
    },
    points={"doc_a": "documents", "doc_b": "documents"}, worded=("reason",),
)  # fmt: skip
VERDICTS = Table(
    name="verdicts",
    columns={
        "id": str, "about": str, "doc": str, "says": str, "who": str, "when": str, "why": str, "other": str | None, "undoes": str | None,
        "sha256": str,
    },
    points={"doc": "documents"},
)  # fmt: skip
RATINGS = Table(
    name="ratings",
    columns={
        "id": str, "about": str, "doc": str | None, "scale": str, "rating": str, "who": str, "when": str, "why": str, "nth": int,
        "stands": bool, "sha256": str,
    },
    points={"doc": "documents"},
)  # fmt: skip

TABLES = (DOCUMENTS, STATEMENTS, EVENTS, FORECASTS, ACTORS, SOURCES, LINKS, VERDICTS, RATINGS)


def kind(hint: Any) -> str:
    """The Frictionless type of a column: string, integer, number, boolean, or array for a list in JSON.

    >>> kind(int | None), kind(tuple[str, ...]), kind(bool)
    ('integer', 'array', 'boolean')
    """
    if isinstance(hint, UnionType):
        return kind(next(one for one in get_args(hint) if one is not type(None)))
    if get_origin(hint) is tuple:
        return "array"
    return {str: "string", int: "integer", float: "number", bool: "boolean"}[hint]


def empty_allowed(hint: Any) -> bool:
    """Whether a cell of a column may be empty: unknown, not there, or cut by the limit on words."""
    return isinstance(hint, UnionType) or hint is str
