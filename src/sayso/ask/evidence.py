"""What later documents say that may settle a claim: sentences with the reasons for showing them. It never decides anything."""

import math
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import msgspec

from sayso.ask.answer import Answer, Texts
from sayso.ask.sameness import stem, telling
from sayso.errors import UsageError
from sayso.ledger import View
from sayso.ledger.foretold import Claim, Sought, claims_of, frequencies, later
from sayso.model import Document, Event, Forecast, Mention, Record, Span, Time
from sayso.model.questions import Evidence
from sayso.model.span import covers, overlaps, trimmed

DOCUMENTS = 20
"""Documents looked into, those with most and rarest words of the claim."""

MOST = 8
A_DOCUMENT = 3
"""Sentences shown of one document."""

LEAST = 2.0
"""Points that a sentence needs, and it needs two things in common: one word is none."""

SENTENCE = re.compile(r"[^\n]+?(?:(?<![A-Z])[.!?]+[”\"’)]*(?=\s)|(?=\n)|$)")
TERMS = 10
"""Words asked of the index: the rarest of the claim's."""

FEW = 100
"""Documents below which it says little in how many of them a word stands."""

AHEAD = 1.5
"""Points taken from a sentence that itself looks ahead."""

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
PLACE = re.compile(r"([0-9a-f]{6,16}):((?:\d{1,9}-\d{1,9},?)+)")
CAME = ("happened", "claimed", "denied")
PLACES = ("place",)
ABOUT = 7
"""Days before the day it falls due from which on a report may well be of how it came out."""


class Suggestion(Answer, frozen=True, kw_only=True):
    """A sentence of a later document that may settle the claim, and why it is shown."""

    claim: str
    reasons: tuple[str, ...]
    points: float
    outlet: str | None
    published: str | None
    title: str | None


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """What is looked for: words of proposition and condition, actors, places by stem; type of the event; the window.

    `weight` is by stem: a word that stands in every document weighs next to nothing.
    """

    words: dict[str, str]
    condition: dict[str, str]
    actors: dict[str, str]
    speaker: tuple[str, str] | None
    places: dict[str, str]
    type: str | None
    since: str
    until: str | None
    weight: dict[str, float]


def ask(view: View, today: str, id: str) -> Iterator[Suggestion]:
    """Sentences that may settle a claim, the likeliest first. Raises: UsageError where there is no such claim."""
    claim = next(claims_of(view, today, Sought(id=id)), None)
    if claim is None:
        raise UsageError(f"no claim {id}; sayso forecasts open lists them")
    texts = Texts(view)
    for suggestion in suggestions(view, claim):
        yield texts.verified(suggestion)


def pointed(view: View, place: str) -> Evidence:
    """The evidence that `DOC:START-END` points to. Raises: UsageError where it is written otherwise or there is no such document.

    More spans of the same document are parted by commas: `0123456789abcdef:10-25,40-60`.
    """
    found = PLACE.fullmatch(place.strip())
    whole = view.whole_id(found[1]) if found else None
    if found is None or whole is None:
        raise UsageError(f"evidence: {place!r} is not DOC:START-END with a document of this ledger")
    spans = tuple((int(start), int(end)) for start, end in re.findall(r"(\d+)-(\d+)", found[2]))
    return Evidence(doc=whole, spans=spans)


def suggestions(view: View, claim: Claim) -> list[Suggestion]:
    """The same for a claim at hand; none for one without a date of printing, as nothing is known to be later."""
    if not claim.published:
        return []
    target = sought(view, claim)
    stems = dict.fromkeys((*target.words, *target.condition, *target.actors, *target.places))
    rare = sorted(stems, key=lambda one: -target.weight.get(one, 0.0))[:TERMS]
    found = later(view, rare, claim.published, claim.doc, DOCUMENTS)
    all_of_them = [one for document, records in found for one in in_document(claim, target, document, records)[:A_DOCUMENT]]
    return sorted(all_of_them, key=lambda one: (-one.points, one.published or "", one.doc or "", one.spans))[:MOST]


def sought(view: View, claim: Claim) -> Target:
    """What a claim lets one look for, from the records of its own document."""
    record, records = claim.forecast, view.records(claim.doc)
    mentions = {one.id: one for one in records if isinstance(one, Mention)}
    inside = [one for one in mentions.values() if any(covers(span, one.span) for span in record.proposition)]
    full = [mentions.get(one.refers_to or "", one) for one in inside]
    event = next((one for one in records if isinstance(one, Event) and one.id == record.event), None)
    words, condition = worded(claim.proposition), worded(claim.condition or "")
    return Target(
        words=words,
        condition=condition,
        actors=dict(named(one.name) for one in full if one.kind not in (*PLACES, "pronoun") and one.name[:1].isupper()),
        speaker=None if claim.own else named(claim.speaker),
        places=dict(named(one.name) for one in full if one.kind in PLACES and one.name),
        type=event.plover.type if event else None,
        since=(claim.published or "")[:10],
        until=claim.due if claim.due_from != "ours" else None,
        weight=weights(*frequencies(view, [*words, *condition])),
    )


def worded(text: str) -> dict[str, str]:
    """The telling words of a text by their stems."""
    return {stemmed: word for stemmed, word in telling(text).items() if len(stemmed) > 2}


def weights(documents: int, found: dict[str, int]) -> dict[str, float]:
    """How much each stem of a claim tells: its rarest 1, a tenth where nearly every document has it.

    >>> weights(100, {"quern": 1, "mill": 10, "said": 100})
    {'quern': 1.0, 'mill': 0.501, 'said': 0.1}
    """
    plain = {one: max(0.05, 1 - math.log(max(count, 1)) / math.log(max(documents, FEW) + 1)) for one, count in found.items()}
    most = max(plain.values(), default=1.0)
    return {one: max(0.1, round(weight / most, 3)) for one, weight in plain.items()}


def named(name: str) -> tuple[str, str]:
    """The stem of a name's last word, and the name."""
    words = re.findall(r"\w+", name)
    return (stem(words[-1]) if words else "", name)


def in_document(claim: Claim, target: Target, document: Document, records: Sequence[Record]) -> list[Suggestion]:
    """The sentences of one document that have points enough, best first."""
    events = [one for one in records if isinstance(one, Event) and one.reality in CAME]
    times = [one for one in records if isinstance(one, Time)]
    ahead = [one.kernel for one in records if isinstance(one, Forecast)]
    out = []
    for span in sentences(document):
        types = [one.plover.type for one in events if covers(span, one.trigger)]
        dates = [one.value for one in times if one.value and covers(span, one.span)]
        points, reasons = weighed(target, document.text[slice(*span)], types, (document.published or "", dates))
        points -= AHEAD * any(covers(span, kernel) for kernel in ahead)
        if points >= LEAST:
            out.append(suggestion(claim, document, span, points, reasons))
    return sorted(out, key=lambda one: (-one.points, one.spans))


def weighed(target: Target, words: str, types: Sequence[str], days: tuple[str, Sequence[str]]) -> tuple[float, tuple[str, ...]]:
    """Points of a sentence and the reasons for them; nothing counts without a word or a type in common.

    `days` are the day it was printed and the days named in it.
    """
    stems = dict.fromkeys(stem(word) for word in re.findall(r"\w+", words))
    actors = [name for last, name in target.actors.items() if last in stems]
    places = [name for last, name in target.places.items() if last in stems]
    names = {stem(word) for name in (*actors, *places) for word in name.split()}
    shared, condition = (
        {one: word for one, word in wanted.items() if one in stems and one not in names}
        for wanted in (target.words, target.condition)
    )
    speaker = target.speaker[1] if target.speaker and target.speaker[0] in stems else None
    kind = target.type if target.type in types else None
    if len(shared) + len(condition) + len(actors) + bool(speaker) + bool(kind) < 2 or not (shared or condition or kind):
        return 0.0, ()
    when, day = dated(target, *days)
    found = (
        (heavy(target, shared), f"same words: {', '.join(shared.values())}"),
        (heavy(target, condition), f"words of its condition: {', '.join(condition.values())}"),
        (1.0 * len(actors[:2]), f"same actor: {', '.join(actors)}"),
        (1.0 * bool(speaker), f"names the speaker: {speaker}"),
        (0.5 * len(places[:2]), f"same place: {', '.join(places)}"),
        (1.5 * bool(kind), f"same type of event: {kind}"),
        (when, day),
    )
    return sum(points for points, _ in found), tuple(reason for points, reason in found if points)


def heavy(target: Target, shared: dict[str, str]) -> float:
    """The points of words in common: two for one that no other document has, five at most."""
    return min(sum(2 * target.weight.get(one, 0.0) for one in shared), 5.0)


def dated(target: Target, printed: str, dates: Sequence[str]) -> tuple[float, str]:
    """Points for the day, and the reason: most where it was printed about the day it fell due or later, some in the window."""
    if target.until is None or not DAY.match(printed):
        return 0.0, ""
    if printed[:10] >= moved(target.until, -ABOUT):
        return 2.5, "printed about when it fell due, or later"
    inside = any(target.since <= day[:10] <= printed[:10] for day in (*dates, printed) if DAY.match(day))
    return 0.5 * inside, "in the window"


def moved(day: str, by: int) -> str:
    """The day so many days later.

    >>> moved("2031-02-25", 10)
    '2031-03-07'
    """
    return (date.fromisoformat(day) + timedelta(days=by)).isoformat()


def sentences(document: Document) -> Iterator[Span]:
    """Sentences as far as their ends show, page furniture left out."""
    for found in SENTENCE.finditer(document.text):
        span = trimmed(document.text, found.span())
        if span and not any(overlaps(span, piece) for piece in document.furniture):
            yield span


def suggestion(claim: Claim, document: Document, span: Span, points: float, reasons: tuple[str, ...]) -> Suggestion:
    """The suggestion of one sentence."""
    return Suggestion(
        doc=document.id, spans=(span,), quote=document.text[slice(*span)], claim=claim.id, reasons=reasons, points=round(points, 1),
        outlet=document.outlet, published=document.published, title=document.title,
    )  # fmt: skip
