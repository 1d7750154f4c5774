"""Pages of events and actors, each as HTML, JSON and CSV."""

from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.exceptions import HTTPException
from starlette.responses import Response

from sayso.ask import actors, did
from sayso.http.forms import as_html, rows_as
from sayso.http.pages import LEAF, Offset, Words, given, leaf
from sayso.http.views import Views
from sayso.ledger.did import Sought, counted
from sayso.ledger.identities import identities
from sayso.show import events as shown
from sayso.show.lists import Leaf

In = Annotated[str | None, Query(alias="in", max_length=1000)]


def router(views: Views, token: str) -> APIRouter:
    """The pages of events and actors over the views of one ledger."""
    made = APIRouter()
    _events(made, views)
    _actors(made, views, token)
    return made


def sought(asked: dict[str, Any], own: bool, deadly: bool) -> Sought:
    """What the list of events is asked for. Raises: UsageError for a type or a status that is none."""
    return did.checked(Sought(**asked, own=own, deadly=deadly))


def _events(made: APIRouter, views: Views) -> None:
    """The list of events."""

    @made.get("/events")
    def page(
        who: Words = None, to: Words = None, type: Words = None, status: Words = None, voice: Words = None, own: bool = False,
        where: Words = None, deadly: bool = False, in_: In = None, since: Words = None, until: Words = None, offset: Offset = 0,
    ) -> Response:  # fmt: skip
        asked = given(who=who, to=to, type=type, status=status, voice=voice, where=where, in_=in_, since=since, until=until)
        wanted = sought(asked, own, deadly)
        with views.one() as view:
            counts = counted(view, wanted)
            rows = list(did.ask(view, wanted, limit=LEAF, offset=offset))
        total = sum(row[-1] for row in counts)
        asked |= {
            "type": wanted.type,
            "status": wanted.status,
            "own": "true" if own else None,
            "deadly": "true" if deadly else None,
        }
        asked["in"] = asked.pop("in_")
        return as_html(shown.list_page(rows, asked, Leaf(offset, LEAF, total > offset + len(rows), total), counts))

    @made.get("/events.{form}")
    def rows(
        form: str, who: Words = None, to: Words = None, type: Words = None, status: Words = None, voice: Words = None,
        own: bool = False, where: Words = None, deadly: bool = False, in_: In = None, since: Words = None, until: Words = None,
        raw: bool = False,
    ) -> Response:  # fmt: skip
        asked = given(who=who, to=to, type=type, status=status, voice=voice, where=where, in_=in_, since=since, until=until)
        wanted = sought(asked, own, deadly)
        return rows_as(_known(form), views, lambda view: did.ask(view, wanted), raw=raw)


def _actors(made: APIRouter, views: Views, token: str) -> None:
    """The list of actors."""

    @made.get("/actors")
    def page(
        name: Words = None, country: Words = None, sector: Words = None, kind: Words = None, part: Words = None, in_: In = None,
        offset: Offset = 0,
    ) -> Response:  # fmt: skip
        asked = given(name=name, country=country, sector=sector, kind=kind, part=part, in_=in_)
        with views.one() as view:
            found, here = leaf(islice(actors.ask(view, **asked, limit=LEAF + 1, offset=offset), LEAF + 1), offset)
            said = identities(view)
        asked["in"] = asked.pop("in_")
        return as_html(shown.actors_page(found, asked, here, said, token))

    @made.get("/actors.{form}")
    def rows(
        form: str, name: Words = None, country: Words = None, sector: Words = None, kind: Words = None, part: Words = None,
        in_: In = None, raw: bool = False,
    ) -> Response:  # fmt: skip
        asked = given(name=name, country=country, sector=sector, kind=kind, part=part, in_=in_)
        return rows_as(_known(form), views, lambda view: actors.ask(view, **asked), raw=raw)


def _known(form: str) -> str:
    """The form if it is one. Raises: 404."""
    if form not in ("json", "csv"):
        raise HTTPException(404)
    return form
