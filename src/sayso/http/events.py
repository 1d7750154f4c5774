"""Pages of events and actors, each as HTML, JSON and CSV."""

from itertools import islice
from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Query
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


class Wanted(msgspec.Struct, frozen=True):
    """What events are asked for: as it stood in the address, and as the ledger takes it."""

    asked: dict[str, str | None]
    sought: Sought


def wanted(
    who: Words = None, to: Words = None, type: Words = None, status: Words = None, voice: Words = None, own: bool = False,
    where: Words = None, places: Words = None, day: Words = None, deadly: bool = False, in_: In = None, since: Words = None,
    until: Words = None,
) -> Wanted:  # fmt: skip
    """What the address asks of events; `places` are whole names of places, joined by "|".

    Raises: UsageError for a type or a status that is none.
    """
    asked = given(who=who, to=to, type=type, status=status, voice=voice, where=where, day=day, in_=in_, since=since, until=until)
    names = tuple(name for name in (places or "").split("|") if name)
    sought = did.checked(Sought(**asked, places=names, own=own, deadly=deadly))
    asked |= {"type": sought.type, "status": sought.status, "places": "|".join(names) or None}
    asked |= {"own": "true" if own else None, "deadly": "true" if deadly else None, "in": asked.pop("in_")}
    return Wanted(asked, sought)


Asking = Annotated[Wanted, Depends(wanted)]


def _events(made: APIRouter, views: Views) -> None:
    """The list of events."""

    @made.get("/events")
    def page(wanted: Asking, offset: Offset = 0) -> Response:
        with views.one() as view:
            counts = counted(view, wanted.sought)
            rows = list(did.ask(view, wanted.sought, limit=LEAF, offset=offset))
        total = sum(row[-1] for row in counts)
        return as_html(shown.list_page(rows, wanted.asked, Leaf(offset, LEAF, total > offset + len(rows), total), counts))

    @made.get("/events.{form}")
    def rows(form: str, wanted: Asking, raw: bool = False) -> Response:
        return rows_as(_known(form), views, lambda view: did.ask(view, wanted.sought), raw=raw)


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
