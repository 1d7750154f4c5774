"""Pages of forecasts: the list, a claim with its questions, a speaker's record, scores."""

from itertools import islice
from pathlib import Path
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Query
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from sayso.ask import docket, evidence, exchange, foretold, records
from sayso.http import posting, settling
from sayso.http.forms import FRESH, as_html, as_json, rows_as
from sayso.http.pages import LEAF, Offset, Words, given
from sayso.http.views import Views
from sayso.ledger import View
from sayso.ledger.foretold import Sought, claims_of, counted
from sayso.ledger.ledger import clock
from sayso.ledger.tried import OF_CLAIMS, stamp
from sayso.model.questions import needed_day
from sayso.show import feeds
from sayso.show import forecasts as shown
from sayso.show.lists import Leaf

Day = Annotated[str | None, Query(alias="on", max_length=10)]
In = Annotated[str | None, Query(alias="in", max_length=1000)]
FEED = 100
"""Entries of the feed: what fell due last."""


def router(views: Views, ledger: Path) -> APIRouter:
    """All pages of forecasts over the views of one ledger, and the forms that write to it."""
    made = APIRouter()
    token = posting.new_token()
    tally = Tally()
    _lists(made, views, tally)
    _outside(made, views)
    _scores(made, views, tally)
    _claim(made, views, token, tally)
    settling.forms(made, ledger, token)
    return made


def today(on: str | None) -> str:
    """The day asked about, today where none is given."""
    return needed_day("on", on) if on else clock()[:10]


def sought(asked: dict[str, Any]) -> Sought:
    """What a list is asked for."""
    return msgspec.convert({name: asked.get(name) for name in ("state", "kind", "by", "in_", "since", "until", "day")}, Sought)


def order(wanted: Sought) -> str:
    """Settled ones stand by the day they were printed, all others by the day they fall due."""
    return "date" if wanted.state == "settled" else "due"


def _lists(made: APIRouter, views: Views, tally: "Tally") -> None:
    """The list of claims, each proposition once however often it was printed."""

    @made.get("/forecasts")
    def page(
        state: Words = None, kind: Words = None, by: Words = None, in_: In = None, since: Words = None, until: Words = None,
        day: Words = None, on: Day = None, offset: Offset = 0,
    ) -> Response:  # fmt: skip
        asked = given(state=state, kind=kind, by=by, in_=in_, since=since, until=until, day=day, on=on)
        wanted, now = sought(asked), today(on)
        with views.one() as view:
            wanted = tally.once(view, wanted)
            states = counted(view, now, msgspec.structs.replace(wanted, state=None))
            rows = list(foretold.ask(view, now, wanted, order=order(wanted), limit=LEAF, offset=offset))
        counts = [row for row in states if wanted.state in (None, row[0])]
        total = sum(count for *_, count in counts)
        part = Leaf(offset, LEAF, total > offset + len(rows), total)
        asked["in"] = asked.pop("in_")
        return as_html(shown.list_page(rows, asked, part, counts, states))

    @made.get("/forecasts.{form}")
    def rows(
        form: str, request: Request, state: Words = None, kind: Words = None, by: Words = None, in_: In = None, since: Words = None,
        until: Words = None, day: Words = None, on: Day = None, raw: bool = False,
    ) -> Response:  # fmt: skip
        wanted, now = sought(given(state=state, kind=kind, by=by, in_=in_, since=since, until=until, day=day)), today(on)
        if form in ("ics", "atom"):
            return _feed(form, views, tally, wanted, now, str(request.base_url).rstrip("/"))
        return rows_as(
            _known(form), views, lambda view: foretold.ask(view, now, tally.once(view, wanted), order=order(wanted)), raw=raw
        )


def _known(form: str) -> str:
    """The form if it is one. Raises: 404."""
    if form not in ("json", "csv"):
        raise HTTPException(404)
    return form


def _feed(form: str, views: Views, tally: "Tally", wanted: Sought, day: str, home: str) -> Response:
    """The calendar of what is to be looked at, or the feed of what fell due."""
    with views.one() as view:
        wanted = tally.once(view, wanted)
        if form == "ics":
            rows = [
                one for one in claims_of(view, day, wanted) if one.state in ("due", "open") and one.due_from != "ours" and one.due
            ]
            return StreamingResponse(feeds.calendar(rows, home), media_type="text/calendar; charset=utf-8", headers=FRESH)
        fallen = Sought(state="due", kind=wanted.kind, by=wanted.by, in_=wanted.in_, same=wanted.same)
        rows = list(claims_of(view, day, fallen, order="latest due", limit=FEED))
        return Response(feeds.atom(rows, home), media_type="application/atom+xml; charset=utf-8", headers=FRESH)


def _outside(made: APIRouter, views: Views) -> None:
    """Questions as other programs know them."""

    @made.get("/forecasts/questions.{form}")
    def rows(form: str, raw: bool = False) -> Response:
        return rows_as(_known(form), views, exchange.ask, raw=raw)


class Tally:
    """Propositions counted once, kept until the ledger changes: counting them anew takes longer than all the rest of a page."""

    def __init__(self) -> None:
        self.last: tuple[tuple[int, ...], list[records.Unit]] | None = None
        self.same: tuple[tuple[int, ...], dict[str, str]] | None = None

    def of(self, view: View) -> list[records.Unit]:
        """The propositions of a ledger as it stands now."""
        last, now = self.last, stamp(view)
        if last is None or last[0] != now:
            last = self.last = now, records.tried(view)
        return last[1]

    def once(self, view: View, sought: Sought) -> Sought:
        """The same sought, so that each proposition is given once."""
        same, now = self.same, stamp(view)[:OF_CLAIMS]
        if same is None or same[0] != now:
            same = self.same = now, records.same(self.of(view))
        return msgspec.structs.replace(sought, same=same[1])


def _scores(made: APIRouter, views: Views, tally: Tally) -> None:
    """Records: of everybody, and of one speaker."""

    @made.get("/forecasts/score.json")
    def numbers() -> Response:
        with views.one() as view:
            found = records.tried(view)
        value = {"note": records.NOTE, "everybody": records.whole(found), "speakers": records.scores(found)}
        return as_json(value | {"carried": list(records.carried(found)), "phrases": records.phrases(found)})

    @made.get("/forecasts/score.csv")
    def rows(raw: bool = False) -> Response:
        return rows_as("csv", views, lambda view: records.with_everybody(records.tried(view)), raw=raw)

    @made.get("/forecasts/score")
    def page(offset: Offset = 0) -> Response:
        with views.one() as view:
            found = tally.of(view)
        speakers = records.speakers(found)
        part = Leaf(offset, LEAF, speakers > offset + LEAF, speakers)
        rows = records.scores(found, offset, LEAF)
        outlets = list(islice(records.carried(found), LEAF))
        return as_html(shown.score_page(records.whole(found), rows, outlets, records.phrases(found), part))

    @made.get("/forecasts/by.{form}")
    def record(form: str, name: Words = None, on: Day = None, raw: bool = False) -> Response:
        wanted, day = Sought(by=name or ""), today(on)
        return rows_as(_known(form), views, lambda view: foretold.ask(view, day, tally.once(view, wanted), order="date"), raw=raw)

    @made.get("/forecasts/by")
    def speaker(name: Words = None, on: Day = None, offset: Offset = 0) -> Response:
        wanted, day = Sought(by=(name or "").strip()), today(on)
        with views.one() as view:
            found, wanted = records.tried(view, wanted.by or ""), tally.once(view, wanted)
            total = sum(count for *_, count in counted(view, day, wanted))
            rows = list(foretold.ask(view, day, wanted, order="date", limit=LEAF, offset=offset))
        part = Leaf(offset, LEAF, total > offset + len(rows), total)
        return as_html(shown.record_page(wanted.by or "", records.whole(found), records.phrases(found), rows, part, on))


def _claim(made: APIRouter, views: Views, token: str, tally: Tally) -> None:
    """One claim with everything that is kept beside it."""

    @made.get("/forecasts/c/{id}.json")
    def value(id: str, on: Day = None) -> Response:
        with views.one() as view:
            kept = _found(view, tally, id, on)
            told = {"claim": kept.claim, "printings": kept.printings, "questions": kept.asked}
            return as_json(told | {"suggestions": _suggested(view, kept, on)})

    @made.get("/forecasts/c/{id}.csv")
    def rows(id: str, on: Day = None, raw: bool = False) -> Response:
        return rows_as("csv", views, lambda view: [_found(view, tally, id, on).claim], raw=raw)

    @made.get("/forecasts/c/{id}")
    def page(id: str, on: Day = None) -> Response:
        with views.one() as view:
            kept = _found(view, tally, id, on)
            return as_html(shown.claim_page(kept, _suggested(view, kept, on), token))


def _suggested(view: View, kept: docket.Docket, on: str | None) -> list[evidence.Suggestion]:
    """What later articles say; none of a claim that is no longer found."""
    return [] if kept.claim.state == "lost" else list(evidence.ask(view, today(on), kept.claim.id))


def _found(view: View, tally: Tally, id: str, on: str | None) -> docket.Docket:
    """What is kept beside the claim of an id. Raises: 404."""
    kept = docket.ask(view, today(on), id, tally.once(view, Sought()).same)
    if kept is None:
        raise HTTPException(404, "There is no such forecast in this ledger.")
    return kept
