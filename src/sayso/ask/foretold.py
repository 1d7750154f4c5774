"""Who said what would happen: claims with their condition, when each falls due, and how it came out."""

from collections.abc import Iterator, Mapping

from sayso.ask.answer import Answer, Texts
from sayso.ledger import View
from sayso.ledger.deeds import Party
from sayso.ledger.foretold import Claim, Sought, claims_of, lost
from sayso.ledger.reading import OUTLET
from sayso.ledger.reviewed import judgements
from sayso.model import Spans
from sayso.model.span import quote


class Foretelling(Answer, frozen=True, kw_only=True):
    """A claim: `quote` is its proposition, `chain` goes from the outlet down to `speaker`.

    `state` is due, open, settled or rejected on the day asked about; `due_from` says whose date `due` is: a question's, a reminder's, theirs, or ours.
    `verdict` is what people decided of the record (accept, reject, correct), which all else here is as the reader has it; a rejected one
    has the state rejected. `printed` is how many times the proposition was printed, where each is given once.
    `event` is the one it foretells, with PLOVER type, sides and words. A claim that a later reading no longer finds has the state lost.
    """

    id: str
    kind: str
    speaker: str
    own: bool
    chain: tuple[str, ...]
    condition: str | None
    condition_spans: Spans
    condition_from: str | None
    wording: str
    low: float | None
    high: float | None
    phrase: str | None
    survey: str | None
    earliest: str | None
    latest: str | None
    due: str | None
    due_from: str
    state: str
    questions: int
    answer: str | None
    verdict: str | None
    printed: int
    event: str | None
    event_type: str | None
    event_actors: tuple[Party, ...]
    event_recipients: tuple[Party, ...]
    event_words: str | None
    event_spans: Spans
    outlet: str | None
    published: str | None
    title: str | None
    score: float
    by: str


def ask(
    view: View, today: str, sought: Sought | None = None, *, order: str = "due", limit: int | None = None, offset: int = 0
) -> Iterator[Foretelling]:
    """Claims as they stand on the day `today`; the options are those of `claims_of`."""
    texts = Texts(view)
    for claim in claims_of(view, today, sought, order=order, limit=limit, offset=offset):
        yield texts.verified(foretelling(claim, texts.of(claim.doc)))


def one(view: View, today: str, id: str, same: Mapping[str, str] | None = None) -> Foretelling | None:
    """The claim of an id, also one that a later reading no longer finds; None where there never was one.

    With `same` (its id by those of all claims that say the same) it stands as what was asked of any of them has it.
    """
    return next(ask(view, today, Sought(id=id, same=same or {})), None) or gone(view, id)


def gone(view: View, id: str) -> Foretelling | None:
    """A claim as an earlier reading had it, under the outlet, as who said it is no longer known."""
    kept = lost(view, id)
    row = view.row(kept[0].doc) if kept else None
    if kept is None or row is None:
        return None
    record, words = kept
    outlet = row.outlet or OUTLET
    return Foretelling(
        doc=record.doc, spans=record.proposition, quote=words, id=id, kind=record.kind, speaker=outlet, own=False, chain=(outlet,),
        condition=None, condition_spans=record.condition or (), condition_from=record.condition_from, wording="", low=None, high=None,
        phrase=None, survey=None, earliest=record.earliest, latest=record.latest, due=None, due_from="ours", state="lost",
        questions=0, answer=None, verdict=judgements(view).get(id), printed=1, event=None, event_type=None, event_actors=(), event_recipients=(), event_words=None, event_spans=(), outlet=row.outlet, published=row.published, title=row.title, score=record.score, by=record.by,
    )  # fmt: skip


def foretelling(claim: Claim, text: str) -> Foretelling:
    """The answer that a claim of a ledger makes; its quotation is the words that were stored with it."""
    record = claim.forecast
    condition = record.condition or ()
    kept = {name: getattr(claim, name) for name in SAME}
    return Foretelling(
        spans=record.proposition,
        quote=claim.proposition,
        condition=quote(text, condition) if condition else None,
        condition_spans=condition,
        event=record.event if claim.event_type else None,
        score=record.score,
        by=record.by,
        **kept,
    )


SAME = tuple(name for name in Foretelling.__struct_fields__ if name in Claim.__struct_fields__ and name != "condition")
