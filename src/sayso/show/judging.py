"""Judging on the page of a document: what people decided beside what readers found, and what the form of a decision begins with."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from sayso.ask.drafting import ACTS, FORMS, KINDS, PLOVER, ROLES, STATUS
from sayso.ask.review import TURNS, words_of
from sayso.ledger.reviewed import Reviewed
from sayso.model import Document, Event, Forecast, Found, Mention, Record, Spans, Statement
from sayso.model.span import quote
from sayso.model.verdicts import Verdict, alike, differing, standing
from sayso.show.cards import Card, cards_of
from sayso.show.marks import Mark, marks_of
from sayso.show.voices import Names, Voices

GIST = 48
"""Characters of a statement that stand for it in a list."""

CHOICES = {"form": FORMS, "act": ACTS, "kind": KINDS, "status": STATUS, "plover": PLOVER}
NAMES = {
    "source": "Source", "cue": "Cue", "content": "Content", "trigger": "Trigger", "proposition": "Proposition", "condition": "Condition",
    "wording": "Wording",
}  # fmt: skip


class Judging(msgspec.Struct, frozen=True):
    """What a server knows beyond the readings: the records that people decided about, its forms' token, who read the whole, and all
    verdicts of the document in the order they were made."""

    rows: Sequence[Reviewed]
    token: str
    whole: Sequence[Verdict]
    made: Sequence[Verdict]


class Step(msgspec.Struct, frozen=True):
    """One verdict of a record's history; `stands` until it is undone."""

    id: str
    line: str
    why: str
    stands: bool
    nth: int
    who: str


class Ruling(msgspec.Struct, frozen=True):
    """A record that people decided about: `card` the person's record where it differs from the machine's, `about` the machine's id."""

    id: str
    about: str
    says: str
    who: str
    turn: str
    words: str
    changed: str
    card: Card | None
    now: tuple[str, ...]
    joined: tuple[tuple[str, str], ...]
    history: tuple[Step, ...]


class Judged(msgspec.Struct, frozen=True):
    """What the template is given: rulings in order of the text, by the machine's ids too; what the form begins with by card."""

    rulings: Sequence[Ruling]
    by_id: Mapping[str, Ruling]
    fields: Mapping[str, str]
    statements: Sequence[tuple[str, str]]
    actors: Sequence[str]
    token: str
    whole: Sequence[Verdict]
    roles: Mapping[str, tuple[str, ...]]
    choices: Mapping[str, tuple[str, ...]]
    labels: Mapping[str, str]


def own(row: Reviewed) -> Record | None:
    """The person's record under an id of its own (the machine's, @ and the verdict's), None where the machine has the same."""
    if row.judgement is None or row.record is None or alike(row.record, row.machine) or not isinstance(row.record, Found):
        return None
    return msgspec.structs.replace(row.record, id=f"{row.id}@{row.judgement.id}")


def overlaid(marks: Sequence[Mark], rows: Sequence[Reviewed], colour: Mapping[str, str]) -> Iterator[Mark]:
    """The marks of the page: the machine's, those that a person overruled dimmed; and the person's own."""
    overruled = {row.id for row in rows if row.judgement and (row.record is None or own(row))}
    for mark in marks:
        dim = mark.record in overruled
        yield msgspec.structs.replace(mark, classes=f"{mark.classes} overruled".strip()) if dim else mark
    made = [record for row in rows if (record := own(row))]
    for mark in marks_of(made, lambda id: colour.get((id or "").partition("@")[0], "v0")):
        yield msgspec.structs.replace(mark, classes=f"{mark.classes} by-hand".strip())


def judged(document: Document, records: Sequence[Record], names: Names, voices: Voices, judging: Judging) -> Judged:
    """All that the page shows of what people decided."""
    made = [record for row in judging.rows if (record := own(row))]
    cards = {card.id: card for card in cards_of(document, [*records, *made], names, voices) if "@" in card.id} if made else {}
    cards = {
        id: msgspec.structs.replace(card, colour=voices.colour(voices.of(id.partition("@")[0]))) for id, card in cards.items()
    }
    order = {one.id: number for number, one in enumerate(judging.made)}
    rulings = [ruling(document, row, cards, order) for row in judging.rows]
    found = [record for record in (*records, *made) if isinstance(record, Statement | Event | Forecast)]
    spoken = {f"{row.id}@{row.judgement.id}": row.speaker or "" for row in judging.rows if row.judgement}
    return Judged(
        rulings=rulings, by_id={one.about: one for one in rulings},
        fields={r.id: msgspec.json.encode(fields(r, names, spoken.get(r.id, ""))).decode() for r in found},
        statements=[(r.id, gist(document, names, r)) for r in records if isinstance(r, Statement)],
        actors=list(dict.fromkeys(" ".join(r.name.split()) for r in records if isinstance(r, Mention) and r.refers_to is None)),
        token=judging.token, whole=judging.whole, roles=ROLES, choices=CHOICES, labels=NAMES,
    )  # fmt: skip


def ruling(document: Document, row: Reviewed, cards: Mapping[str, Card], order: Mapping[str, int]) -> Ruling:
    """How one record stands."""
    last = row.judgement or (row.joined or row.verdicts)[-1]
    id = f"{row.id}@{last.id}"
    card = cards.get(id)
    if card and row.speaker:
        card = msgspec.structs.replace(card, head=row.speaker)
    shown = (
        row.record
        or row.machine
        or next((one.seen or one.change.record for one in row.verdicts if one.seen or one.change.record), None)
    )
    stands = {one.id for one in standing(row.verdicts)}
    parts = (
        differing(row.record, row.machine)
        if card and row.machine and type(row.record) is type(row.machine) and row.record
        else ()
    )
    return Ruling(
        id=id, about=row.id, says=row.judgement.says if row.judgement else "", who=last.who, turn=TURNS[row.turn],
        words=" ".join(quote(document.text, words_of(shown)).split()) if shown else "",
        changed=", ".join(name for name in parts if name not in ("anchor", "kernel")), card=card, now=row.now,
        joined=tuple((one.says, one.change.other if one.about == row.id else one.about) for one in row.joined if one.change.other),
        history=tuple(Step(one.id, f"{one.when[:10]} {one.who}: {one.says}", one.why, one.id in stands, order.get(one.id, 0), one.who) for one in row.verdicts),
    )  # fmt: skip


def fields(record: Statement | Event | Forecast, names: Names, spoken: str) -> dict[str, str]:
    """What the form of a correction begins with: places by role, choices, the speaker's name."""
    type = str(record.__struct_config__.tag)
    found = {"type": type, **{role: typed(record, role) for role in ROLES[type]}}
    match record:
        case Statement():
            speaker = spoken or names.of(record.speaker) or ""
            return found | {"form": record.form, "act": record.act, "speaker": speaker, "within": record.within or ""}
        case Event():
            sides = {side: "; ".join(filter(None, map(names.of, getattr(record, side)))) for side in ("actors", "recipients")}
            return found | {"plover": record.plover.type, "status": record.status, **sides}
        case Forecast():
            return found | {"kind": record.kind}


def typed(record: Record, role: str) -> str:
    """The places of a role as they are typed: START-END, blanks between."""
    value: Spans = getattr(record, role) or ()
    spans = (record.trigger,) if isinstance(record, Event) and role == "trigger" else value
    return " ".join(f"{start}-{end}" for start, end in spans)


def gist(document: Document, names: Names, record: Statement) -> str:
    """A statement in a line: who, and its first words."""
    words = " ".join(quote(document.text, record.content).split())
    return f"{names.speaker(record)}: {words[:GIST]}"
