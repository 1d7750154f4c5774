"""Questions and resolutions as other programs know them: rows going out, rows coming in.

Field names are those of Metaculus where it has one (`title`, `resolution_criteria`, `fine_print`, `open_time`,
`scheduled_close_time`, `scheduled_resolve_time`, `resolution`, `actual_resolve_time`); those of Fatebook (`resolveBy`, `createdAt`,
`resolvedAt`, `notes`) are understood when they come in. `claim` ties a question to the words it is about.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from sayso.ask.answer import Answer, Texts
from sayso.errors import InputError, UsageError
from sayso.ledger import View
from sayso.ledger.foretold import Sought, claims_of, lost
from sayso.ledger.questions import questions, resolutions
from sayso.model import Spans
from sayso.model.questions import Question, Resolution, answer, sealed

ANNULLED = {"void": "annulled"}
NAMES: dict[str, tuple[str, ...]] = {
    "claim": ("claim",),
    "text": ("title", "text", "question"),
    "criteria": ("resolution_criteria", "criteria"),
    "sources": ("fine_print", "sources"),
    "since": ("open_time", "since"),
    "until": ("scheduled_close_time", "close_time", "until"),
    "due": ("scheduled_resolve_time", "resolveBy", "resolve_by", "due"),
    "who": ("author", "who"),
    "opened": ("created_at", "createdAt", "opened"),
}
RESOLUTIONS = msgspec.json.Decoder(tuple[Resolution, ...])
ESCAPED = ("'=", "'+", "'-", "'@", "'\t", "'\r", "'\n", "'|", "'%")


class Exchanged(Answer, frozen=True, kw_only=True):
    """A question as it goes out; `quote` are the words it is about, `resolutions` all that were made of it, the last one stands."""

    id: str
    type: str
    title: str
    resolution_criteria: str
    fine_print: str
    open_time: str | None
    scheduled_close_time: str | None
    scheduled_resolve_time: str
    resolution: str | None
    actual_resolve_time: str | None
    author: str
    created_at: str
    claim: str
    speaker: str | None
    sha256: str
    resolutions: tuple[Resolution, ...]


class Incoming(msgspec.Struct, frozen=True, kw_only=True):
    """A question that comes in, and the resolutions it brings."""

    question: Question
    resolutions: tuple[Resolution, ...]


def ask(view: View) -> Iterator[Exchanged]:
    """Every question in the order it was opened, with its claim's words and all its resolutions."""
    texts = Texts(view)
    for question in questions(view):
        yield texts.verified(exchanged(view, question))


def exchanged(view: View, question: Question) -> Exchanged:
    """One question as it goes out; a claim that no reading finds any more has its words, but no speaker."""
    claim = next(claims_of(view, question.due, Sought(id=question.claim)), None)
    kept = None if claim else lost(view, question.claim)
    spans: Spans = claim.forecast.proposition if claim else kept[0].proposition if kept else ()
    made = tuple(resolutions(view, question.id))
    last = made[-1] if made else None
    return Exchanged(
        doc=question.claim.partition(".")[0] if spans else None,
        spans=spans,
        quote=claim.proposition if claim else kept[1] if kept else "",
        id=question.id,
        type="binary",
        title=question.text,
        resolution_criteria=question.criteria,
        fine_print=question.sources,
        open_time=question.since,
        scheduled_close_time=question.until,
        scheduled_resolve_time=question.due,
        resolution=ANNULLED.get(last.answer, last.answer) if last else None,
        actual_resolve_time=last.when if last else None,
        author=question.who,
        created_at=question.opened,
        claim=question.claim,
        speaker=claim.speaker if claim else None,
        sha256=question.sha256,
        resolutions=made,
    )


def incoming(data: bytes, name: str, *, who: str, now: str) -> Iterator[Incoming]:
    """The questions in a file: a JSON array, JSON lines or CSV. `who` and `now` stand in where a row does not say.

    Raises: InputError with the row's number for what is no question.
    """
    for number, row in enumerate(rows(data, name), 1):
        try:
            yield one(row, name, who, now)
        except (UsageError, msgspec.MsgspecError) as fault:
            raise InputError(f"{name}: row {number}: {fault}", "mend the row; nothing of the file was taken in") from fault


def rows(data: bytes, name: str) -> list[dict[str, Any]]:
    """The rows of a file by their field names, empty cells left out."""
    try:
        text = data.decode("utf-8-sig")
        if text.lstrip().startswith("["):
            found = msgspec.json.decode(text, type=list[dict[str, Any]])
        elif text.lstrip().startswith("{"):
            found = [msgspec.json.decode(line, type=dict[str, Any]) for line in text.splitlines() if line.strip()]
        else:
            cells = csv.DictReader(io.StringIO(text, newline=""), strict=True)
            found = [{key: plain(value) for key, value in row.items() if key and isinstance(value, str)} for row in cells]
    except (UnicodeDecodeError, msgspec.MsgspecError, csv.Error) as fault:
        raise InputError(f"{name}: neither JSON nor CSV ({fault})", "export it again, as UTF-8") from fault
    return [{key: value for key, value in row.items() if value not in (None, "")} for row in found]


def plain(cell: str) -> str:
    """A cell without the apostrophe that keeps spreadsheets from running it."""
    return cell[1:] if cell.startswith(ESCAPED) else cell


def one(row: Mapping[str, Any], name: str, who: str, now: str) -> Incoming:
    """One row: a question of ours with its hash as it was, any other as a new one."""
    if not first(row, ("claim",)):
        raise UsageError("claim is missing: which words is the question about?")
    told = {field: first(row, names) or "" for field, names in NAMES.items()}
    question = sealed(
        claim=told["claim"], text=told["text"], criteria=told["criteria"], sources=told["sources"], due=told["due"][:10],
        since=told["since"][:10] or None, until=told["until"][:10] or None, who=told["who"] or who, opened=told["opened"] or now,
    )  # fmt: skip
    given = first(row, ("sha256",))
    if given and given != question.sha256:
        raise UsageError(f"question {first(row, ('id',)) or given[:12]}: altered after it was opened; its hash is of other words")
    return Incoming(question=question, resolutions=came(row, question, name, who, now))


def came(row: Mapping[str, Any], question: Question, name: str, who: str, now: str) -> tuple[Resolution, ...]:
    """The resolutions a row brings: all that were made, or the one that it names."""
    kept = row.get("resolutions")
    if kept:
        return RESOLUTIONS.decode(kept) if isinstance(kept, str) else msgspec.convert(kept, tuple[Resolution, ...])
    given = first(row, ("resolution",))
    if not given:
        return ()
    when = first(row, ("actual_resolve_time", "resolvedAt")) or now
    note = first(row, ("notes", "note")) or f"brought in from {name}"
    return (Resolution(question=question.id, answer=answer(given), note=note, who=who, when=when),)


def first(row: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    """The value of the first of these fields that has one, as text."""
    return next((str(row[name]) for name in names if row.get(name) not in (None, "")), None)
