"""Pages of pictures, drawn on the server: who speaks about whom, events on a map, days in a row; each also as JSON and CSV."""

from typing import Annotated

import msgspec
from fastapi import APIRouter, Query
from starlette.exceptions import HTTPException
from starlette.responses import Response

from sayso.ask import days, places, talk
from sayso.ask.places import Place
from sayso.http.events import Asking
from sayso.http.forms import as_html, rows_as
from sayso.http.pages import Words, given
from sayso.http.views import Views
from sayso.ledger import View
from sayso.ledger import days as dated
from sayso.ledger.did import Sought, counted
from sayso.ledger.keeping import Kept
from sayso.ledger.talking import Talking
from sayso.lexicon.gazetteer import Gazetteer
from sayso.show import pictures as shown

In = Annotated[str | None, Query(alias="in", max_length=1000)]
Top = Annotated[int, Query(ge=1, le=100, description="names on each side of the drawing")]


def router(views: Views) -> APIRouter:
    """The pages of pictures over the views of one ledger."""
    made = APIRouter()
    _network(made, views)
    _map(made, views, Gazetteer.load())
    _timeline(made, views)
    return made


def _network(made: APIRouter, views: Views) -> None:
    """Who speaks about whom."""

    def drawn(view: View, wanted: tuple[Talking, int]) -> str:
        """The page, which is as dear to draw as to count."""
        asked, top = wanted
        shown_as = {("in" if name == "in_" else name): value for name, value in msgspec.structs.asdict(asked).items()}
        return shown.network_page(tuple(talk.ask(view, asked)), shown_as, top)

    kept = Kept(drawn)

    @made.get("/network")
    def page(
        by: Words = None, about: Words = None, kind: Words = None, in_: In = None, since: Words = None, until: Words = None,
        form: Words = None, act: Words = None, top: Top = 25,
    ) -> Response:  # fmt: skip
        asked = given(by=by, about=about, kind=kind, in_=in_, since=since, until=until, form=form, act=act)
        with views.one() as view:
            return as_html(kept.of(view, (Talking(**asked), top)))

    @made.get("/network.{form}")
    def rows(
        form: str, by: Words = None, about: Words = None, kind: Words = None, in_: In = None, since: Words = None,
        until: Words = None, speech: Annotated[str | None, Query(alias="form")] = None, act: Words = None, raw: bool = False,
    ) -> Response:  # fmt: skip
        asked = given(by=by, about=about, kind=kind, in_=in_, since=since, until=until, form=speech, act=act)
        return rows_as(_known(form), views, lambda view: talk.ask(view, Talking(**asked)), raw=raw)


def _map(made: APIRouter, views: Views, known: Gazetteer) -> None:
    """Where events are told to have happened."""
    kept: Kept[Sought, tuple[Place, ...]] = Kept(lambda view, sought: tuple(places.ask(view, known, sought)))

    @made.get("/map")
    def page(wanted: Asking, view: Annotated[str | None, Query(pattern="^(world)?$")] = None) -> Response:
        with views.one() as opened:
            rows = kept.of(opened, wanted.sought)
            counts = counted(opened, wanted.sought, placed=True)
            total = sum(row[-1] for row in counted(opened, wanted.sought))
        return as_html(shown.map_page(rows, wanted.asked, counts, total, whole=view == "world"))

    @made.get("/map.{form}")
    def rows(form: str, wanted: Asking, raw: bool = False) -> Response:
        return rows_as(_known(form), views, lambda view: places.ask(view, known, wanted.sought), raw=raw)


def _timeline(made: APIRouter, views: Views) -> None:
    """What lies on which day."""
    kept = Kept(dated.days)

    @made.get("/timeline")
    def page(
        wanted: Asking,
        within: Annotated[str | None, Query(pattern=r"^(\d{4}(-\d{2})?)?$")] = None,
        view: Annotated[str | None, Query(pattern="^(all)?$")] = None,
    ) -> Response:
        with views.one() as opened:
            found = kept.of(opened, wanted.sought)
        alone = dated.of_events_alone(wanted.sought)
        return as_html(shown.timeline_page(found, wanted.asked, within or None, whole=view == "all", alone=alone))

    @made.get("/timeline.{form}")
    def rows(form: str, wanted: Asking, raw: bool = False) -> Response:
        return rows_as(_known(form), views, lambda view: days.ask(view, wanted.sought), raw=raw)


def _known(form: str) -> str:
    """The form if it is one. Raises: 404."""
    if form not in ("json", "csv"):
        raise HTTPException(404)
    return form
