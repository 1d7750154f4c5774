"""What a kept search finds: the same as the list it was kept from, with what came in since it was last looked at."""

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Any

import msgspec

from sayso.ask import did, find, foretold, said, tied
from sayso.ask.answer import Answer
from sayso.errors import UsageError
from sayso.ledger import View
from sayso.ledger.did import Sought
from sayso.ledger.foretold import Sought as SoughtClaims
from sayso.ledger.searches import Search, came_in, newer

MOST = 100
"""New answers are counted up to here; the page says that there are more."""

FIELDS = {
    "/said": ("by", "about", "containing", "in", "since", "until", "form", "act", "exactly"),
    "/find": ("q",),
    "/events": ("who", "to", "type", "status", "voice", "own", "where", "places", "day", "deadly", "in", "since", "until"),
    "/forecasts": ("kind", "by", "in", "since", "until", "day"),
    "/conflicts": ("sort", "in"),
}
"""The lists whose searches can be kept, and what each can be asked."""


class Match(Answer, frozen=True, kw_only=True):
    """An answer of a kept search: `id` is its record's, None for a place in the full text; `came` when its document came in."""

    id: str | None
    who: str
    outlet: str | None
    published: str | None
    title: str | None
    came: str


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A kept search with how many of its answers are new, counted up to a hundred."""

    id: str
    name: str
    path: str
    asked: dict[str, str]
    who: str
    added: str
    new: int


def checked(path: str, asked: Mapping[str, str]) -> dict[str, str]:
    """The fields that a list can be asked and that have an answer. Raises: UsageError for a list that can't be kept."""
    if path not in FIELDS:
        raise UsageError(f"searches of {path[:40]!r} can't be kept; those of {', '.join(FIELDS)} can")
    return {name: value.strip() for name, value in asked.items() if name in FIELDS[path] and value.strip()}


def tried(view: View, path: str, asked: Mapping[str, str]) -> None:
    """Nothing; raises UsageError where the list can't be asked so: it would not be told again each time that searches are run."""
    next(iter(RUN[path](view, asked)), None)


def counted(view: View, search: Search) -> Kept:
    """The search with how many answers stand in documents that came in since it was last looked at."""
    fresh = newer(view, search.upto)
    found = (row for row in answers(view, search) if row.doc in fresh) if fresh else iter(())
    return Kept(
        id=search.id, name=search.name, path=search.path, asked=search.asked, who=search.who, added=search.added,
        new=sum(1 for _ in islice(found, MOST)),
    )  # fmt: skip


def latest(view: View, search: Search, limit: int = MOST) -> list[Match]:
    """The answers whose documents came in last, these first."""
    rows = list(answers(view, search))
    came = came_in(view, list(dict.fromkeys(row.doc or "" for row in rows)))
    order = sorted(range(len(rows)), key=lambda at: (came.get(rows[at].doc or "", ""), -at), reverse=True)
    return [match(rows[at], came.get(rows[at].doc or "", "")) for at in order[:limit]]


def answers(view: View, search: Search) -> Iterator[Answer]:
    """All answers of a search, in the order of its list."""
    return iter(RUN[search.path](view, search.asked))


def match(row: Any, came: str) -> Match:
    """An answer of whatever list as one of a kept search."""
    id = getattr(row, "id", None) or getattr(row, "record", None)
    who = (
        getattr(row, "speaker", None)
        or getattr(row, "voice", None)
        or (row.chain[-1] if hasattr(row, "chain") else row.outlet or "")
    )
    return Match(
        doc=row.doc, spans=row.spans, quote=row.quote, id=id, who=who, outlet=row.outlet, published=row.published, title=row.title,
        came=came,
    )  # fmt: skip


def _given(asked: Mapping[str, str], *names: str) -> dict[str, Any]:
    """What is asked, by the names of arguments."""
    return {("in_" if name == "in" else name): asked.get(name) for name in names}


def _said(view: View, asked: Mapping[str, str]) -> Iterator[Answer]:
    fields = _given(asked, "by", "about", "containing", "in", "since", "until", "form", "act")
    return said.ask(view, **fields, exactly=asked.get("exactly") == "true")


def _events(view: View, asked: Mapping[str, str]) -> Iterator[Answer]:
    fields = _given(asked, "who", "to", "type", "status", "voice", "where", "day", "in", "since", "until")
    places = tuple(name for name in asked.get("places", "").split("|") if name)
    return did.ask(view, Sought(**fields, places=places, own=asked.get("own") == "true", deadly=asked.get("deadly") == "true"))


def _forecasts(view: View, asked: Mapping[str, str]) -> Iterator[Answer]:
    return foretold.ask(view, "", SoughtClaims(**_given(asked, "kind", "by", "in", "since", "until", "day")), order="date")


RUN: dict[str, Callable[[View, Mapping[str, str]], Iterator[Answer]]] = {
    "/said": _said,
    "/find": lambda view, asked: find.ask(view, asked.get("q", "")),
    "/events": _events,
    "/forecasts": _forecasts,
    "/conflicts": lambda view, asked: tied.ask(view, "conflicts", sort=asked.get("sort"), in_=asked.get("in")),
}
