"""Pages of what documents have to do with each other: conflicts, shared quotations, copies, each as HTML, JSON and CSV."""

from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.exceptions import HTTPException
from starlette.responses import Response

from sayso.ask import actor, copies, sources, story, tied
from sayso.http.forms import as_html, as_json, rows_as
from sayso.http.pages import LEAF, Offset, Words, given, leaf
from sayso.http.views import Views
from sayso.ledger.links import count, counted
from sayso.show import linked as shown
from sayso.show.lists import Leaf

PAGES = {"conflicts": "conflicts", "quotes": "quote", "claims": "claim"}
"""The kind of links that a page lists."""

Name = Annotated[str, Query(min_length=1, max_length=1000)]
In = Annotated[str | None, Query(alias="in", max_length=1000)]


def router(views: Views) -> APIRouter:
    """The pages of links over the views of one ledger."""
    made = APIRouter()
    for path, kind in PAGES.items():
        _ties(made, views, path, kind)
    _copies(made, views)
    _sources(made, views)
    _actor(made, views)
    _story(made, views)
    _link(made, views)
    return made


def _ties(made: APIRouter, views: Views, path: str, kind: str) -> None:
    """The list of the links of one kind."""

    @made.get(f"/{path}")
    def page(sort: Words = None, in_: In = None, offset: Offset = 0) -> Response:
        asked = given(sort=sort, in_=in_)
        with views.one() as view:
            total = count(view, kind, asked["sort"], asked["in_"])
            rows = list(tied.ask(view, kind, **asked, limit=LEAF, offset=offset))
            sorts = counted(view)
        asked["in"] = asked.pop("in_")
        return as_html(shown.ties_page(path, kind, rows, asked, Leaf(offset, LEAF, total > offset + len(rows), total), sorts))

    @made.get(f"/{path}.{{form}}")
    def rows(form: str, sort: Words = None, in_: In = None, raw: bool = False) -> Response:
        asked = given(sort=sort, in_=in_)
        return rows_as(_known(form), views, lambda view: tied.ask(view, kind, **asked), raw=raw)


def _copies(made: APIRouter, views: Views) -> None:
    """The families of copies."""

    @made.get("/copies")
    def page(in_: In = None, offset: Offset = 0) -> Response:
        asked = given(in_=in_)
        with views.one() as view:
            found, here = leaf(islice(copies.ask(view, **asked), offset, offset + LEAF + 1), offset)
        return as_html(shown.copies_page(found, {"in": asked["in_"]}, here))

    @made.get("/copies.{form}")
    def rows(form: str, in_: In = None, raw: bool = False) -> Response:
        asked = given(in_=in_)
        return rows_as(_known(form), views, lambda view: copies.ask(view, **asked), raw=raw)


def _sources(made: APIRouter, views: Views) -> None:
    """Who else tells what a record tells, in groups that count once."""

    @made.get("/sources/{id}.json")
    def rows(id: str) -> Response:
        with views.one() as view:
            return as_json(list(sources.ask(view, id)))

    @made.get("/sources/{id}.csv")
    def table(id: str, raw: bool = False) -> Response:
        return rows_as("csv", views, lambda view: sources.ask(view, id), raw=raw)

    @made.get("/sources/{id}")
    def page(id: str) -> Response:
        with views.one() as view:
            return as_html(shown.sources_page(list(sources.ask(view, id)), id))


def _actor(made: APIRouter, views: Views) -> None:
    """One actor with all that is known of it."""

    @made.get("/actor")
    def page(name: Name) -> Response:
        with views.one() as view:
            return as_html(shown.actor_page(list(actor.ask(view, name)), name))

    @made.get("/actor.{form}")
    def rows(form: str, name: Name, part: Words = None, raw: bool = False) -> Response:
        return rows_as(_known(form), views, lambda view: actor.ask(view, name, part=part or None, limit=None), raw=raw)


def _story(made: APIRouter, views: Views) -> None:
    """The story of a document: its documents and what they tell, day by day."""

    @made.get("/story/{id}.{form}")
    def rows(form: str, id: str, raw: bool = False) -> Response:
        return rows_as(_known(form), views, lambda view: story.timeline(view, id), raw=raw)

    @made.get("/story/{id}")
    def page(id: str) -> Response:
        with views.one() as view:
            chapters, moments, tolls = list(story.ask(view, id)), list(story.timeline(view, id)), list(story.tolls(view, id))
        return as_html(shown.story_page(chapters, moments, tolls, id))


def _link(made: APIRouter, views: Views) -> None:
    """One link, explained."""

    @made.get("/l/{id}.json")
    def record(id: str) -> Response:
        with views.one() as view:
            return as_json(_found(tied.why(view, id)))

    @made.get("/l/{id}.csv")
    def table(id: str, raw: bool = False) -> Response:
        return rows_as("csv", views, lambda view: [_found(tied.why(view, id))], raw=raw)

    @made.get("/l/{id}")
    def page(id: str) -> Response:
        with views.one() as view:
            return as_html(shown.tie_page(_found(tied.why(view, id))))


def _found(tie: tied.Tie | None) -> tied.Tie:
    """The link. Raises: 404."""
    if tie is None:
        raise HTTPException(404, "There is no such link in this ledger.")
    return tie


def _known(form: str) -> str:
    """The form if it is one. Raises: 404."""
    if form not in ("json", "csv"):
        raise HTTPException(404)
    return form
