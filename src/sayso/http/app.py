"""The application: a ledger's pages, each also as JSON and CSV. Only what people decide of forecasts can be written through it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from sayso.errors import SaysoError
from sayso.http import assets, described, events, forecasts, links, log, pages, pictures, posting, review, searches, sql, versions
from sayso.http.forms import failed, told
from sayso.http.guard import Guard, Rules
from sayso.http.knowing import Register
from sayso.http.views import Views

AT_ONCE = 3  # pages made at a time: more threads only wait for each other, and the dearest page longest


def application(ledger: Path, known: Rules | None = None) -> Guard:
    """The pages of a ledger behind their guard.

    Raises: LedgerError where the file is missing or no ledger, before anything is served.
    """
    views = Views(ledger)
    with views.one():
        pass

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = AT_ONCE
        yield
        views.close()

    app = FastAPI(title="sayso", docs_url=None, redoc_url=None, lifespan=lifespan)
    app.add_exception_handler(SaysoError, failed)
    app.add_exception_handler(HTTPException, _absent)
    app.add_exception_handler(RequestValidationError, _misasked)
    app.include_router(assets.router())
    token = posting.new_token()
    app.include_router(pages.router(views, lambda view, doc: review.judging(view, doc, token)))
    app.include_router(review.router(views, ledger, token))
    app.include_router(sql.router(ledger))
    app.include_router(log.router(views))
    app.include_router(versions.router(views))
    app.include_router(forecasts.router(views, ledger))
    app.include_router(events.router(views, token))
    app.include_router(links.router(views))
    app.include_router(pictures.router(views))
    app.include_router(searches.router(views, ledger, token))
    app.include_router(described.router(app))
    return Guard(app, msgspec.structs.replace(known or Rules(), people=Register(views)))


def _absent(request: Request, fault: Exception) -> Response:
    """The page for an address where nothing is."""
    status = fault.status_code if isinstance(fault, HTTPException) else 500
    why = str(fault.detail) if isinstance(fault, HTTPException) else ""
    return told(request, status, "There is no such page." if why == "Not Found" else why)


def _misasked(request: Request, fault: Exception) -> Response:
    """The page for parameters of the wrong kind."""
    errors = fault.errors() if isinstance(fault, RequestValidationError) else []
    return told(request, 400, "; ".join(f"{error['loc'][-1]}: {error['msg']}" for error in errors))
