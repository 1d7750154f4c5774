"""Pages of review: the queue of what is doubtful, what was decided, and the forms by which people decide."""

import re
from collections.abc import Mapping
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso.ask import review
from sayso.ask.drafting import CHOICES, ROLES, corrected, drafted
from sayso.errors import UsageError
from sayso.http import posting
from sayso.http.forms import FRESH, as_html, rows_as
from sayso.http.pages import Offset, Words, given, leaf
from sayso.http.views import Views
from sayso.ledger import Ledger, View
from sayso.ledger.identities import mention_at
from sayso.ledger.reviewed import left, read_whole, reviewed
from sayso.ledger.verdicts import finish, judge, undo, verdicts
from sayso.model import Document, Record
from sayso.model.verdicts import MADE, Change, Verdict
from sayso.show import review as shown
from sayso.show.judging import Judging
from sayso.show.lists import Leaf, address

LEAF = 20
FIELDS = (*(role for roles in ROLES.values() for role in roles), *CHOICES, "speaker", "within", "actors", "recipients")
RECORD = re.compile(r"[0-9a-f]{16}\.[a-z]\d+-\d+(\.\d+)?(@[0-9a-f]{12})?")
ACTORS = re.compile(r"/actors(\?[\w=&%+.~-]*)?")
PLACE = re.compile(r"([0-9a-f]{16}):(\d{1,9})-(\d{1,9})")
In = Annotated[str | None, Query(alias="in", max_length=1000)]
Kind = Annotated[str | None, Query(alias="type", pattern="statement|event|forecast|^$")]


def router(views: Views, ledger: Path, token: str) -> APIRouter:
    """The pages of review over the views of one ledger, and the forms that write to it."""
    made = APIRouter()
    _queue(made, views, token)
    _decided(made, views)
    _forms(made, ledger, token)
    return made


def judging(view: View, doc: str, token: str) -> Judging:
    """What the page of a document shows beyond the readings."""
    return Judging(rows=reviewed(view, doc), token=token, whole=read_whole(view, doc), made=verdicts(view, doc))


def _queue(made: APIRouter, views: Views, token: str) -> None:
    """What nobody has judged."""

    @made.get("/review")
    def page(kind: Kind = None, in_: In = None, sample: bool = False, offset: Offset = 0, done: Words = None) -> Response:
        asked = given(type=kind, in_=in_)
        with views.one() as view:
            total = left(view, asked["type"], asked["in_"], sample)
            rows = list(review.ask(view, type=asked["type"], in_=asked["in_"], sample=sample, limit=LEAF, offset=offset))
            turned = sum(1 for _ in review.decided(view, turned=True))
            waiting = [shown.waiting(view.document(row.doc or ""), view.records(row.doc or ""), row) for row in rows]
            last = _last(view, done)
        part = Leaf(offset, LEAF, total > offset + len(rows), total)
        wanted = {"type": asked["type"], "in": asked["in_"], "sample": "1" if sample else None}
        return as_html(shown.queue_page(waiting, wanted, part, token=token, turned=turned, last=last))

    @made.get("/review.{form}")
    def rows(form: str, kind: Kind = None, in_: In = None, sample: bool = False, raw: bool = False) -> Response:
        asked = given(type=kind, in_=in_)
        found = partial(review.ask, type=asked["type"], in_=asked["in_"], sample=sample)
        return rows_as(_known(form), views, found, raw=raw)


def _last(view: View, id: str | None) -> Verdict | None:
    """The verdict that the page was come back to from, to be undone."""
    return next(iter(verdicts(view, id=id)), None) if id else None


def _decided(made: APIRouter, views: Views) -> None:
    """What people decided, and where the reader has changed its mind."""

    @made.get("/review/decided")
    def page(changed: bool = False, offset: Offset = 0) -> Response:
        with views.one() as view:
            found, part = leaf(islice(review.decided(view, turned=changed), offset, None), offset)
        return as_html(shown.decided_page(found, {"changed": "1" if changed else None}, part))

    @made.get("/review/decided.{form}")
    def rows(form: str, changed: bool = False, raw: bool = False) -> Response:
        return rows_as(_known(form), views, lambda view: review.decided(view, turned=changed), raw=raw)


def _known(form: str) -> str:
    """The form if it is one. Raises: 404."""
    if form not in ("json", "csv"):
        raise HTTPException(404)
    return form


def _forms(made: APIRouter, ledger: Path, token: str) -> None:
    """What people send from the queue and from a document. Writing waits in a thread, so that pages go on being served."""

    @made.post("/review/queue")
    async def queued(request: Request) -> Response:
        sent = await posting.sent(request, token)
        return await run_in_threadpool(_queued, ledger, sent)

    @made.post("/review/actors")
    async def actors(request: Request) -> Response:
        sent = await posting.sent(request, token)
        return await run_in_threadpool(_joined, ledger, sent)

    @made.post("/review/d/{doc}")
    async def decided(doc: str, request: Request) -> Response:
        sent = await posting.sent(request, token)
        return await run_in_threadpool(_sent, ledger, doc, sent)


def _queued(ledger: Path, sent: posting.Sent) -> Response:
    """The way back to the queue, where the next one waits."""
    says, _, about = sent.one("decide").partition(" ")
    with Ledger(ledger) as writer:
        if says == "undo":
            undo(writer, about, who=sent.one("who"), why=sent.one("why"))
            done = None
        elif says in ("accept", "reject"):
            done = judge(writer, about, says, who=sent.one("who"), why=sent.one("why")).id
        else:
            raise UsageError(f"{says!r} can't be decided from here")
    wanted = {name: sent.one(name)[:1000] or None for name in ("type", "in", "sample", "offset")}
    return RedirectResponse(address("/review", wanted, done=done), 303, FRESH)


def _joined(ledger: Path, sent: posting.Sent) -> Response:
    """The way back to the actors, two of whom are one now, or are two."""
    who, why, says = (sent.one(name) for name in ("who", "why", "says"))
    if undone := sent.one("undoes"):
        with Ledger(ledger) as writer:
            undo(writer, undone, who=who, why=why)
    elif says in ("merge", "split"):
        with View(ledger) as view:
            chosen = [_mention(view, place) for place in sent.all("actor")]
        if len(chosen) != 2:
            raise UsageError(f"choose two actors; {len(chosen)} are chosen")
        with Ledger(ledger) as writer:
            judge(writer, chosen[0], says, who=who, why=why, change=Change(other=chosen[1]))
    else:
        raise UsageError(f"{says!r} can't be said of actors")
    back = sent.one("back")
    return RedirectResponse(back if ACTORS.fullmatch(back) else "/actors", 303, FRESH)


def _mention(view: View, place: str) -> str:
    """The id of the mention that stands at DOC:START-END. Raises: UsageError."""
    found = PLACE.fullmatch(place)
    id = mention_at(view, found[1], (int(found[2]), int(found[3]))) if found else None
    if id is None:
        raise UsageError(f"no actor is mentioned at {place[:60]}")
    return id


def _sent(ledger: Path, doc: str, sent: posting.Sent) -> Response:
    """The way back to the document, with the record that is next or the one that was made."""
    who, why, about, says = (sent.one(name) for name in ("who", "why", "about", "says"))
    follow = sent.one("next")
    if undone := sent.one("undoes"):
        with Ledger(ledger) as writer:
            follow = undo(writer, undone, who=who, why=why).about
    elif says == "whole":
        with Ledger(ledger) as writer:
            finish(writer, doc, who=who)
    else:
        about, change = _change(ledger, doc, says, about, sent)
        with Ledger(ledger) as writer:
            made = judge(writer, about, says, who=who, why=why, change=change)
        follow = f"{made.about}@{made.id}" if change.record is not None else follow
    place = f"#r={follow}" if RECORD.fullmatch(follow) else ""
    return RedirectResponse(f"/d/{doc}{place}", 303, FRESH)


def _change(ledger: Path, doc: str, says: str, about: str, sent: posting.Sent) -> tuple[str, Change]:
    """What the verdict is about, and what it changes."""
    if says in ("same", "merge", "split"):
        return about, Change(other=sent.one("other"))
    if says not in ("correct", "add"):
        return about, Change()
    document, records = _article(ledger, doc)
    fields: Mapping[str, str] = {name: sent.one(name) for name in FIELDS if name in sent.fields}
    if says == "add":
        record, speaker = drafted(document, records, sent.one("type"), fields)
        return record.id, Change(record=record, speaker=speaker)
    base = next((one for one in records if isinstance(one, MADE) and one.id == about), None)
    if base is None:
        raise UsageError(f"no record {about} in this document")
    record, speaker = corrected(document, records, base, fields)
    return about, Change(record=record, speaker=speaker)


def _article(ledger: Path, doc: str) -> tuple[Document, tuple[Record, ...]]:
    """A document with the machine's records and the people's. Raises: 404."""
    with View(ledger) as view:
        document = view.document(doc)
        if document is None or document.id != doc:
            raise HTTPException(404, "There is no such document in this ledger.")
        return document, review.with_made(view, doc)
