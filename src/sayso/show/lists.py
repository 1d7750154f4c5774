"""The pages that are lists: documents, statements, places of words, inputs set aside; and the page of an error."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import msgspec

from sayso.ask.documents import Listed
from sayso.ask.find import Place
from sayso.ask.problems import Aside
from sayso.ask.said import Saying
from sayso.ask.searched import FIELDS
from sayso.ledger.voiced import Counted
from sayso.show.render import render

FORMS = ("direct", "indirect", "mixed")
ACTS = ("say", "claim", "deny", "ask", "demand", "promise", "threaten", "foretell", "believe", "want", "other")
Asked = Mapping[str, str | None]


class Facet(msgspec.Struct, frozen=True):
    """A value one can narrow a list to, how many there are (None: not counted), and the address that does it; `on` where chosen."""

    label: str
    count: int | None
    href: str
    on: bool = False


class Leaf(msgspec.Struct, frozen=True):
    """A part of a long list: how many from where, and whether more follow; `total` None where it was not counted."""

    offset: int
    size: int
    more: bool
    total: int | None = None


def address(path: str, asked: Asked, **changed: str | int | None) -> str:
    """`path` with the questions that have an answer.

    >>> address("/said", {"by": "Ilse Bramm", "in": None}, offset=50)
    '/said?by=Ilse+Bramm&offset=50'
    """
    given = {name: value for name, value in {**asked, **changed}.items() if value not in (None, "")}
    return f"{path}?{urlencode(given)}" if given else path


def turning(path: str, asked: Asked, leaf: Leaf) -> dict[str, object]:
    """The addresses of the pages around this one and of its other forms."""
    back = max(leaf.offset - leaf.size, 0) or None
    return {
        "earlier": address(path, asked, offset=back) if leaf.offset else None,
        "later": address(path, asked, offset=leaf.offset + leaf.size) if leaf.more else None,
        "keep": address("/searches", {"path": path, **asked}) if path in FIELDS else None,
        "json": address(f"{path if path != '/' else '/documents'}.json", asked),
        "csv": address(f"{path if path != '/' else '/documents'}.csv", asked),
    }


def documents_page(
    rows: Sequence[Listed], asked: Asked, leaf: Leaf, outlets: Sequence[Facet], dates: Sequence[Facet], counts: Mapping[str, int]
) -> str:
    """The list of documents with what narrows it."""
    values = {"rows": rows, "asked": asked, "leaf": leaf, "outlets": outlets, "dates": dates, "counts": counts}
    return render("documents.html", **values, **turning("/", asked, leaf), home="/", inline=None, here="/")


SAID = (("Speaker", "by", 0), ("Outlet", "in", 1), ("Form", "form", 2), ("Act", "act", 3))
NARROWER = 10
PRONOUNS = frozenset(("i", "we", "you", "he", "she", "it", "they", "who", "this", "that"))
"""Speakers of whom a text says no more: one "we" is not another, so they narrow nothing."""


def said_page(rows: Sequence[Saying], asked: Asked, leaf: Leaf, counts: Counted | None = None) -> str:
    """Statements, each opening at its characters; `counts` by speaker, outlet, form and act are what they can be narrowed by."""
    facets = [(label, narrowing("/said", name, asked, counts or (), column)) for label, name, column in SAID]
    values: dict[str, object] = {
        "facets": facets,
        "total": sum(row[-1] for row in counts) if counts is not None else None,
        "rows": rows,
        "asked": asked,
        "leaf": leaf,
        "forms": FORMS,
        "acts": ACTS,
    }
    values["loosely"] = address("/said", asked, exactly=None)
    return render("said.html", **values, **turning("/said", asked, leaf), home="/", inline=None, here="/said")


def narrowing(path: str, name: str, asked: Asked, counts: Counted, column: int) -> list[Facet]:
    """The values of one field that most rows have; where one is chosen, the way back."""
    sums: dict[str, int] = {}
    for row in counts:
        value = str(row[column])
        sums[value] = sums.get(value, 0) + row[-1]
    chosen = asked.get(name)
    if chosen:
        return [Facet(chosen, sum(sums.values()) if counts else None, address(path, asked, **{name: None}), True)]
    most = sorted(
        (value for value in sums if value and value.casefold() not in PRONOUNS), key=lambda value: (-sums[value], value)
    )[:NARROWER]
    return [Facet(value, sums[value], address(path, asked, **{name: value})) for value in most]


def find_page(rows: Sequence[Place], query: str, leaf: Leaf) -> str:
    """Places of words, with who says them."""
    around = turning("/find", {"q": query}, leaf)
    return render("find.html", rows=rows, query=query, leaf=leaf, **around, home="/", inline=None, here="/find")


def problems_page(rows: Sequence[Aside]) -> str:
    """Inputs set aside and what to do about each."""
    return render("problems.html", rows=rows, json="/problems.json", csv="/problems.csv", home="/", inline=None, here="/problems")


def error_page(status: int, why: str) -> str:
    """What is wrong, plainly."""
    return render("error.html", status=status, why=why, home="/", inline=None)
