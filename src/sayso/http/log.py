"""The page of what people have done; where a ledger has people, the guard lets only an admin see it."""

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import Response

from sayso.http.forms import as_html, rows_as
from sayso.http.pages import LEAF, Offset, leaf
from sayso.http.views import Views
from sayso.ledger.people import log
from sayso.show.review import log_page


def router(views: Views) -> APIRouter:
    """The log over the views of one ledger."""
    made = APIRouter()

    @made.get("/log")
    def page(offset: Offset = 0) -> Response:
        with views.one() as view:
            found, part = leaf(log(view, limit=LEAF + 1, offset=offset), offset)
        return as_html(log_page(found, part))

    @made.get("/log.{form}")
    def rows(form: str, raw: bool = False) -> Response:
        if form not in ("json", "csv"):
            raise HTTPException(404)
        return rows_as(form, views, log, raw=raw)

    return made
