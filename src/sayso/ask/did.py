"""Who did what to whom, and whether it happened, in whose voice."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from sayso.ask.answer import Answer, Texts
from sayso.errors import UsageError
from sayso.ledger import View
from sayso.ledger.deeds import Party
from sayso.ledger.did import Deed, Sought, deeds_of
from sayso.ledger.reviewed import judgements
from sayso.lexicon.triggers import TYPES
from sayso.model import Count, Span, Spans
from sayso.model.span import quote

STATUSES = ("CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "Uu")
REALITIES = ("happened", "claimed", "denied", "foretold", "conditional", "demanded", "hypothetical")
WIDEST = 300
"""Characters that the passage around an event reaches to either side at most."""
BREAK = re.compile(r"[.!?…][\"”’»)\]]*\s+|\n+")


class Doing(Answer, frozen=True, kw_only=True):
    """An event: `quote` is its trigger with the heads of its sides, `passage` the words around it.

    `voice` is whose word it stands on, the outlet where `own`; `chain` goes from the outlet down to it. `status` is what this voice
    makes of it, `reality` how that shows; `day` the year, month or day the text gives. `verdict` is what people decided of the record
    (accept, reject, correct), which all else here is as the reader has it. `code` is of the user's own list, where there is one.
    """

    id: str
    type: str
    modes: tuple[str, ...]
    status: str
    reality: str
    voice: str
    own: bool
    chain: tuple[str, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    trigger: Span
    place: str | None
    day: str | None
    dead: Count | None
    injured: Count | None
    arrested: Count | None
    condition: str | None
    condition_spans: Spans
    passage: str
    passage_span: Span
    outlet: str | None
    published: str | None
    title: str | None
    score: float
    by: str
    verdict: str | None = None
    code: str | None = None
    code_label: str | None = None


def ask(view: View, sought: Sought | None = None, *, limit: int | None = None, offset: int = 0) -> Iterator[Doing]:
    """Events in order of date and place in the text; the options are those of `deeds_of`.

    Raises: UsageError for a type that PLOVER has not, or a status that is none.
    """
    texts, judged = Texts(view), judgements(view)
    for deed in deeds_of(view, checked(sought or Sought()), limit=limit, offset=offset):
        yield texts.verified(doing(deed, texts.of(deed.doc), judged.get(deed.id)))


def checked(sought: Sought) -> Sought:
    """The same question with type and status as the ledger spells them. Raises: UsageError where they are none."""
    return msgspec.structs.replace(
        sought, type=_one_of("type", sought.type, TYPES), status=_one_of("status", sought.status, STATUSES + REALITIES)
    )


def _one_of(name: str, value: str | None, known: Sequence[str]) -> str | None:
    found = next((one for one in known if value is not None and one.casefold() == value.casefold()), None)
    if value is not None and found is None:
        raise UsageError(f"no such {name}: {value!r}; it is one of {', '.join(known)}")
    return found


def doing(deed: Deed, text: str, verdict: str | None = None) -> Doing:
    """The answer that an event of a ledger makes; its quotation is the words that were stored with it."""
    event = deed.event
    condition = event.condition or ()
    around = passage(text, event.anchor)
    return Doing(
        doc=deed.doc, spans=event.anchor, quote=deed.words, id=deed.id, type=deed.type, modes=event.plover.modes, status=deed.status,
        reality=deed.reality, voice=deed.speaker, own=deed.own, chain=deed.chain, actors=deed.actors, recipients=deed.recipients,
        trigger=event.trigger, place=deed.place, day=deed.day, dead=event.dead, injured=event.injured, arrested=event.arrested,
        condition=quote(text, condition) if condition else None, condition_spans=condition,
        passage=text[around[0] : around[1]], passage_span=around, outlet=deed.outlet, published=deed.published, title=deed.title,
        score=event.score, by=event.by, verdict=verdict,
    )  # fmt: skip


def passage(text: str, spans: Spans) -> Span:
    """From the end of a sentence before the spans to the end of one after them, cut where that is far.

    >>> passage("It rained. Orrin closed the road. Nobody came.", ((17, 23),))
    (11, 33)
    """
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    low, high = max(0, first - WIDEST), min(len(text), last + WIDEST)
    before = [found.end() for found in BREAK.finditer(text, low, first)]
    after = BREAK.search(text, last, high)
    end = high if after is None else after.start() + len(after[0].rstrip())
    return (before[-1] if before else low), max(last, end)
