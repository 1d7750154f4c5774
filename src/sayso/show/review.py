"""The pages of review: what nobody has judged, each with its passage of the article; what was decided."""

import re
from collections.abc import Iterator, Sequence

import msgspec
from markupsafe import Markup

from sayso.ask.review import Decision, Doubtful
from sayso.errors import BrokenRecord
from sayso.ledger.people import Done
from sayso.model import Document, Event, Forecast, Found, Record, Spans, Statement
from sayso.model.span import overlaps
from sayso.model.verdicts import Verdict
from sayso.show.forecasts import Passage, paragraphs
from sayso.show.lists import Asked, Facet, Leaf, address, turning
from sayso.show.marks import Mark, Weaver, spread
from sayso.show.render import render
from sayso.show.voices import names_of

RECORD = re.compile(r"[0-9a-f]{16}\.[a-z]\d+-\d+(\.\d+)?")
TYPES = ("statement", "event", "forecast")


class Queued(msgspec.Struct, frozen=True):
    """A record that waits, with the paragraphs in which it stands and who says it."""

    row: Doubtful
    speaker: str
    passages: Sequence[Passage]


def waiting(document: Document | None, records: Sequence[Record], row: Doubtful) -> Queued:
    """A record that waits, with its passage."""
    record = next((one for one in records if isinstance(one, Found) and one.id == row.id), None)
    if document is None or record is None:
        raise BrokenRecord(f"{row.id} waits to be judged but is not there; run sayso check")
    names = names_of(document, records)
    teller = next((r for r in records if isinstance(r, Statement) and r.id == (getattr(record, "within", None))), None)
    teller = record if isinstance(record, Statement) else teller
    speaker = names.speaker(teller) if teller else document.outlet or "the outlet"
    return Queued(row, speaker, passages(document, record))


def passages(document: Document, record: Found) -> list[Passage]:
    """The paragraphs in which a record stands, its parts marked."""
    marks = list(parts(record))
    weaver = Weaver(document.text)
    blocks = [block for block in paragraphs(document.text) if any(overlaps(block, mark.span) for mark in marks)]
    pieces = spread(marks, blocks)
    # The weaver escapes every character of the text.
    return [Passage(block, Markup(weaver.weave(block, part))) for block, part in zip(blocks, pieces, strict=True)]  # noqa: S704


def parts(record: Found) -> Iterator[Mark]:
    """The marks of one record's parts."""
    match record:
        case Statement():
            yield from laid("content", record.content, f"{record.form} v1 on")
            yield from laid("source", record.source, "v1")
            yield from laid("cue", record.cue, "v1")
        case Forecast():
            yield from laid("proposition", record.proposition, "on")
            yield from laid("condition", record.condition or ())
            yield from laid("wording", record.wording)
        case Event():
            yield from laid("trigger", (record.trigger,), f"{record.reality} v1 on")


def laid(role: str, spans: Spans, classes: str = "") -> Iterator[Mark]:
    """A mark for each span."""
    return (Mark(span, role, classes=classes) for span in spans)


def queue_page(
    rows: Sequence[Queued], asked: Asked, leaf: Leaf, *, token: str, turned: int, last: Verdict | None
) -> str:  # fmt: skip
    """The queue, the weightiest first; `last` was decided just now and may be undone."""
    chosen = asked.get("type")
    types = [Facet(name, 0, address("/review", asked, type=None if name == chosen else name), name == chosen) for name in TYPES]
    drawn = asked.get("sample")
    types.append(Facet("of the last sample", 0, address("/review", asked, sample=None if drawn else "1"), bool(drawn)))
    values = {"rows": rows, "asked": asked, "leaf": leaf, "token": token, "turned": turned, "last": last, "types": types}
    return render("review.html", **values, **turning("/review", asked, leaf), home="/", inline=None, here="/review")


def log_page(rows: Sequence[Done], leaf: Leaf) -> str:
    """What people have done, the latest first; what is about a record leads to it."""
    places = [f"/d/{row.about[:16]}#r={row.about}" if RECORD.fullmatch(row.about) else None for row in rows]
    values = {"rows": list(zip(rows, places, strict=True)), "leaf": leaf}
    return render("log.html", **values, **turning("/log", {}, leaf), home="/", inline=None, here="/review")


def decided_page(rows: Sequence[Decision], asked: Asked, leaf: Leaf) -> str:
    """What people decided, document by document."""
    values = {"rows": rows, "asked": asked, "leaf": leaf}
    return render("reviewed.html", **values, **turning("/review/decided", asked, leaf), home="/", inline=None, here="/review")
