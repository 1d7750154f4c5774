"""The page of versions: what was altered when an article came again under the same address, also as JSON and CSV."""

from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.exceptions import HTTPException
from starlette.responses import Response

from sayso.ask import versions
from sayso.http.forms import as_html, rows_as
from sayso.http.pages import Offset, leaf
from sayso.http.views import Views
from sayso.show.versions import versions_page

Doc = Annotated[str | None, Query(alias="in", max_length=16)]


def router(views: Views) -> APIRouter:
    """The page over the views of one ledger."""
    made = APIRouter()

    @made.get("/versions")
    def page(doc: Doc = None, offset: Offset = 0) -> Response:
        with views.one() as view:
            found, part = leaf(islice(versions.ask(view, doc or None), offset, None), offset)
        return as_html(versions_page(found, doc, part))

    @made.get("/versions.{form}")
    def rows(form: str, doc: Doc = None, raw: bool = False) -> Response:
        if form not in ("json", "csv"):
            raise HTTPException(404)
        return rows_as(form, views, lambda view: versions.ask(view, doc or None), raw=raw)

    return made
