"""Forms of an answer: the same rows as JSON and as CSV, whole, and errors in the form that was asked for."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import msgspec
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse

from sayso.errors import LedgerBusy, LedgerError, NotThere, SaysoError, UsageError
from sayso.http.views import Views
from sayso.ledger import View
from sayso.show import csv
from sayso.show.lists import error_page

Row = TypeVar("Row", bound=msgspec.Struct)
FRESH = {"cache-control": "no-store"}  # what was forgotten in the ledger must not live on in a browser's cache
STATUS: dict[type[SaysoError], int] = {UsageError: 400, LedgerBusy: 503, NotThere: 404, LedgerError: 500}


def as_json(value: object) -> Response:
    """One value as a JSON page."""
    return Response(msgspec.json.encode(value), media_type="application/json", headers=FRESH)


def as_html(page: str, status: int = 200) -> HTMLResponse:
    """A page of HTML."""
    return HTMLResponse(page, status, FRESH)


def rows_as(form: str, views: Views, asked: Callable[[View], Iterable[Row]], *, raw: bool = False) -> Response:
    """All rows of an answer, sent as they are found: `form` is json (an array) or csv.

    The first row is found before anything is sent, so that a wrong question is still answered with its status.
    """
    parts = _parts(form, views, asked, raw)
    first = next(parts, "")
    media = "application/json" if form == "json" else "text/csv; charset=utf-8"
    return StreamingResponse(_again(first, parts), media_type=media, headers=FRESH)


def _parts(form: str, views: Views, asked: Callable[[View], Iterable[Row]], raw: bool) -> Iterator[str]:
    """The pieces of the body."""
    with views.one() as view:
        if form == "csv":
            yield from csv.lines(asked(view), raw=raw)
            return
        before = "["
        for row in asked(view):
            yield before + msgspec.json.encode(row).decode()
            before = ",\n"
        yield "[]\n" if before == "[" else "]\n"


def _again(first: str, rest: Iterator[str]) -> Iterator[str]:
    """`first`, then the rest."""
    yield first
    yield from rest


def failed(request: Request, fault: Exception) -> Response:
    """An error of ours as a page, or as JSON where that was asked for."""
    status = next((STATUS[kind] for kind in type(fault).__mro__ if kind in STATUS), 500)
    return told(request, status, str(fault))


def told(request: Request, status: int, why: str) -> Response:
    """A plain page, or a JSON object, that says what is wrong."""
    if request.url.path.endswith(".json"):
        return Response(msgspec.json.encode({"error": why}), status, FRESH, "application/json")
    if request.url.path.endswith(".csv"):
        return Response(f"error: {why}\n", status, FRESH, "text/plain")
    return as_html(error_page(status, why), status)
