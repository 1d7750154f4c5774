"""Kept searches: the page of all, the form that keeps one, and a feed of each."""

from pathlib import Path

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso.ask import searched
from sayso.errors import UsageError
from sayso.http import posting
from sayso.http.forms import FRESH, as_html, rows_as
from sayso.http.views import Views
from sayso.ledger import Ledger, View
from sayso.ledger.searches import Search, keep, let_go, looked_at, searches
from sayso.show import searches as shown

FIELD = "asked-"


def router(views: Views, ledger: Path, token: str) -> APIRouter:
    """The pages of kept searches over the views of one ledger, and the forms that write to it."""
    made = APIRouter()
    _pages(made, views, token)
    _forms(made, ledger, token)
    return made


def _pages(made: APIRouter, views: Views, token: str) -> None:
    """The list, and the form that keeps what a list was asked."""

    @made.get("/searches")
    def page(request: Request, path: str | None = None) -> Response:
        if path:
            return as_html(shown.keeping_page(path, searched.checked(path, request.query_params), token))
        with views.one() as view:
            rows = [searched.counted(view, search) for search in searches(view)]
        return as_html(shown.searches_page(rows, token))

    @made.get("/searches.{form}")
    def rows(form: str, raw: bool = False) -> Response:
        if form not in ("json", "csv"):
            raise HTTPException(404)
        return rows_as(form, views, lambda view: (searched.counted(view, search) for search in searches(view)), raw=raw)

    @made.get("/searches/{id}.{form}")
    def found(id: str, form: str, request: Request, raw: bool = False) -> Response:
        if form not in ("atom", "json", "csv"):
            raise HTTPException(404)
        if form != "atom":
            return rows_as(form, views, lambda view: searched.latest(view, _one(view, id)), raw=raw)
        with views.one() as view:
            search = _one(view, id)
            body = shown.feed(search, searched.latest(view, search), str(request.base_url).rstrip("/"))
        return Response(body, media_type="application/atom+xml; charset=utf-8", headers=FRESH)


def _one(view: View, id: str) -> Search:
    """The search of an id. Raises: 404."""
    search = next(searches(view, id), None)
    if search is None:
        raise HTTPException(404, "There is no such search in this ledger.")
    return search


def _forms(made: APIRouter, ledger: Path, token: str) -> None:
    """What people send. Writing waits in a thread, so that pages go on being served."""

    @made.post("/searches")
    async def kept(request: Request) -> Response:
        return await run_in_threadpool(_kept, ledger, await posting.sent(request, token))

    @made.post("/searches/one")
    async def changed(request: Request) -> Response:
        return await run_in_threadpool(_changed, ledger, await posting.sent(request, token))


def _kept(ledger: Path, sent: posting.Sent) -> Response:
    """The way to the list, with the search in it."""
    given = {name.removeprefix(FIELD): values[0] for name, values in sent.fields.items() if name.startswith(FIELD)}
    path = sent.one("path")
    asked = searched.checked(path, given)
    with View(ledger) as view:
        searched.tried(view, path, asked)
    with Ledger(ledger) as writer:
        keep(writer, name=sent.one("name"), path=path, asked=asked, who=sent.one("who"))
    return RedirectResponse("/searches", 303, FRESH)


def _changed(ledger: Path, sent: posting.Sent) -> Response:
    """The way back to the list, where a search has been seen or is gone."""
    with Ledger(ledger) as writer:
        if gone := sent.one("gone"):
            let_go(writer, gone)
        elif seen := sent.one("seen"):
            looked_at(writer, seen, who=sent.one("who"))
        else:
            raise UsageError("choose a search")
    return RedirectResponse("/searches", 303, FRESH)
