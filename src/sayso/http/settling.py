"""Forms by which people settle forecasts: a question, a resolution, a reminder."""

from pathlib import Path

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso.ask import evidence
from sayso.http import posting
from sayso.http.forms import FRESH
from sayso.ledger import Ledger, View
from sayso.ledger.questions import open_question, remind, resolve


def forms(made: APIRouter, ledger: Path, token: str) -> None:
    """What people send: a question, a resolution, a reminder. Writing waits in a thread, so that pages go on being served."""

    @made.post("/forecasts/c/{id}/question")
    async def question(id: str, request: Request) -> Response:
        sent = await posting.sent(request, token)
        return await run_in_threadpool(_asked, ledger, id, sent)

    @made.post("/forecasts/c/{id}/resolve/{asked}")
    async def resolution(id: str, asked: str, request: Request) -> Response:
        sent = await posting.sent(request, token)
        return await run_in_threadpool(_resolved, ledger, id, asked, sent)

    @made.post("/forecasts/c/{id}/remind")
    async def reminder(id: str, request: Request) -> Response:
        sent = await posting.sent(request, token)
        return await run_in_threadpool(_reminded, ledger, id, sent)


def _asked(ledger: Path, id: str, sent: posting.Sent) -> Response:
    """The way back once the question is open."""
    with Ledger(ledger) as writer:
        made = open_question(
            writer, id, text=sent.one("text"), criteria=sent.one("criteria"), due=sent.one("due"), who=sent.one("who"),
            since=sent.one("since") or None, until=sent.one("until") or None, sources=sent.one("sources"),
        )  # fmt: skip
    return _back(id, f"q-{made.id}")


def _resolved(ledger: Path, id: str, asked: str, sent: posting.Sent) -> Response:
    """The way back once the question is resolved."""
    with View(ledger) as view:
        found = [evidence.pointed(view, place) for place in (*sent.all("evidence"), *sent.one("more").split())]
    with Ledger(ledger) as writer:
        resolve(writer, asked, given=sent.one("answer"), who=sent.one("who"), note=sent.one("note"), evidence=found)
    return _back(id, f"q-{asked}")


def _reminded(ledger: Path, id: str, sent: posting.Sent) -> Response:
    """The way back once the reminder is set."""
    with Ledger(ledger) as writer:
        remind(writer, id, due=sent.one("due"), who=sent.one("who"), why=sent.one("why"))
    return _back(id, "due")


def _back(id: str, place: str) -> Response:
    """The way back to the claim's page."""
    return RedirectResponse(f"/forecasts/c/{id}#{place}", 303, FRESH)
