"""All that is kept beside one claim: its article, its questions, what was decided on which words, when it comes up again."""

from collections.abc import Iterator, Mapping

import msgspec

from sayso.ask import foretold
from sayso.ask.answer import Answer, Texts
from sayso.ask.foretold import Foretelling
from sayso.errors import BrokenRecord
from sayso.ledger import View
from sayso.ledger.foretold import lost
from sayso.ledger.questions import questions, reminder, resolutions
from sayso.ledger.tried import Printing, printings
from sayso.model import Document, Forecast
from sayso.model.questions import Question, Reminder, Resolution
from sayso.model.span import quote


class Laid(Answer, frozen=True, kw_only=True):
    """Words that a decision rests on, and where they were printed."""

    outlet: str | None
    published: str | None
    title: str | None


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """A resolution with the words of its evidence."""

    resolution: Resolution
    evidence: tuple[Laid, ...]


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A question with all that was decided of it; the last decision stands."""

    question: Question
    decided: tuple[Decided, ...]


class Docket(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with its article, record, questions and reminder.

    `printings` are all places where its speaker's same proposition was printed, this one among them; the questions on any of them are here.
    """

    claim: Foretelling
    document: Document
    forecast: Forecast
    asked: tuple[Asked, ...]
    reminder: Reminder | None
    printings: tuple[Printing, ...] = ()


def ask(view: View, today: str, id: str, same: Mapping[str, str] | None = None) -> Docket | None:
    """What is kept beside the claim of an id, None where there never was one; `same` as `ask.records.same` has it."""
    same = same or {}
    ids = [other for other, first in same.items() if first == same.get(id)] or [id]
    claim = foretold.one(view, today, id, dict.fromkeys(ids, id) if len(ids) > 1 else {})
    kept = lost(view, id)
    if claim is None or kept is None:
        return None
    document = view.document(kept[0].doc)
    if document is None:
        raise BrokenRecord(f"{view.path}: claim {id} stands in document {kept[0].doc}, which is not there; run sayso check")
    texts = Texts(view)
    asked = tuple(
        Asked(question=one, decided=tuple(decided(view, texts, made) for made in resolutions(view, one.id)))
        for other in ids
        for one in questions(view, other)
    )
    asked = tuple(sorted(asked, key=lambda one: one.question.opened))
    return Docket(
        claim=claim, document=document, forecast=kept[0], asked=asked, reminder=next(filter(None, (reminder(view, one) for one in ids)), None),
        printings=tuple(printings(view, ids)),
    )  # fmt: skip


def decided(view: View, texts: Texts, made: Resolution) -> Decided:
    """A resolution with its evidence in words."""
    return Decided(resolution=made, evidence=tuple(laid(view, texts, made)))


def laid(view: View, texts: Texts, made: Resolution) -> Iterator[Laid]:
    """The words of each piece of evidence."""
    for one in made.evidence:
        row = view.row(one.doc)
        words = quote(texts.of(one.doc), one.spans)
        if row is not None:
            yield Laid(
                doc=one.doc, spans=one.spans, quote=words, outlet=row.outlet, published=row.published, title=row.title
            )  # fmt: skip
