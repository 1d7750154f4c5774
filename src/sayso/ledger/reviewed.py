"""Records with the verdicts on them: the machine's and the person's beside each other, never mixed; and what is to be reviewed first."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from sayso.ledger import filters, opening
from sayso.ledger.filters import Where
from sayso.ledger.verdicts import verdicts
from sayso.ledger.view import View
from sayso.model import Echo, Event, Forecast, Found, Mention, Record, Statement, Time
from sayso.model.span import overlaps
from sayso.model.verdicts import JOINING, JUDGING, Made, Verdict, alike, standing

SAMPLED = "doubt.id IN (SELECT id FROM sampled WHERE draw = (SELECT draw FROM sampled ORDER BY key DESC LIMIT 1))"
UNJUDGED = """
    NOT EXISTS (SELECT 1 FROM verdict WHERE verdict.about = doubt.id AND verdict.says IN ('accept', 'reject', 'correct', 'add')
                AND NOT EXISTS (SELECT 1 FROM verdict AS later WHERE later.undoes = verdict.id))
"""
QUEUE = "SELECT doubt.id, document.id, doubt.hangs, doubt.weight, record.body"
# In this order, so that rows come by weight from its index, and the first ones are there without a sort.
QUEUED = """
    FROM doubt CROSS JOIN document ON document.key = doubt.doc CROSS JOIN facts ON facts.doc = doubt.doc AND facts.retired IS NULL
    CROSS JOIN record ON record.key = doubt.key
"""
COUNTED = """
    FROM doubt CROSS JOIN document ON document.key = doubt.doc CROSS JOIN facts ON facts.doc = doubt.doc AND facts.retired IS NULL
"""
ALL = "SELECT count(*) FROM doubt"
JUDGED_ONES = """
    SELECT count(DISTINCT verdict.about) FROM verdict JOIN document ON document.id = verdict.doc
    JOIN doubt ON doubt.doc = document.key AND doubt.id = verdict.about
    WHERE verdict.says IN ('accept', 'reject', 'correct', 'add')
    AND NOT EXISTS (SELECT 1 FROM verdict AS later WHERE later.undoes = verdict.id)
"""
TURNED = """
    SELECT DISTINCT verdict.doc FROM verdict JOIN document ON document.id = verdict.doc
    LEFT JOIN record ON record.doc = document.key AND record.id = verdict.about AND record.retired IS NULL
    WHERE verdict.says IN ('accept', 'reject', 'correct', 'add')
    AND json_remove(record.body, '$.score', '$.by') IS NOT json_remove(verdict.seen, '$.score', '$.by') ORDER BY verdict.doc
"""
"""Documents in which a record that was judged may be read otherwise now; how, is then seen record by record."""

STANDING = """
    SELECT about, says FROM verdict WHERE says IN ('accept', 'reject', 'correct', 'add')
    AND NOT EXISTS (SELECT 1 FROM verdict AS later WHERE later.undoes = verdict.id) ORDER BY key
"""

LETTERS = {"statement": "s", "event": "e", "forecast": "f"}
BY_WEIGHT = "ORDER BY doubt.weight DESC, doubt.id LIMIT ? OFFSET ?"
JUDGED = "SELECT DISTINCT doc FROM verdict ORDER BY doc"


class Reviewed(msgspec.Struct, frozen=True, kw_only=True):
    """A record and what people decided of it. `machine` is what the last reading found, None where it found nothing of this id.

    `verdicts` are all about it, `judgement` the one that stands, `joined` the standing ones that tie it to others. `record` is what
    it comes to: the person's where one was made, the machine's as it was accepted, None where it is rejected. `turn` says how the
    reader has changed its mind since: differs, gone, found (what a person added) or agrees (with the person now); "" where it has not.
    `now` are records that the reader finds in its place.
    """

    id: str
    doc: str
    type: str
    machine: Record | None
    verdicts: tuple[Verdict, ...]
    judgement: Verdict | None
    joined: tuple[Verdict, ...]
    record: Record | None
    speaker: str | None
    turn: str
    now: tuple[str, ...] = ()


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A record that nobody has judged: how many others hang on it, and its weight: doubt times one more than these."""

    id: str
    doc: str
    hangs: int
    weight: float
    record: Statement | Event | Forecast


def reviewed(view: View, doc: str, who: str | None = None) -> list[Reviewed]:
    """Every record of a document that a person decided about, in order of the text; with `who` by this person's verdicts alone."""
    made = [one for one in verdicts(view, doc) if who is None or one.who == who]
    found = {record.id: record for record in view.records(doc) if isinstance(record, Found)}
    abouts = dict.fromkeys(one.about for one in made if one.about != doc)
    rows = [of(about, doc, [one for one in made if one.about == about], found) for about in abouts]
    return sorted(rows, key=lambda row: (place(row), row.id))


def judgements(view: View) -> dict[str, str]:
    """What stands over each record that somebody judged: accept, reject, correct or add, by the record's id."""
    with opening.told(view.path):
        return {str(about): str(says) for about, says in view.connection.execute(STANDING)}


def of(about: str, doc: str, made: Sequence[Verdict], found: Mapping[str, Found]) -> Reviewed:
    """One record with the verdicts about it."""
    stands = standing(tuple(made))
    judging = [one for one in stands if one.says in JUDGING]
    machine = found.get(about)
    last = judging[-1] if judging else None
    record, speaker = comes_to(judging, machine)
    said = record or machine or next((one.seen or one.change.record for one in made if one.seen or one.change.record), None)
    turn = turned(last, machine)
    return Reviewed(
        id=about, doc=doc, type=str(said.__struct_config__.tag) if said else "", machine=narrow(machine), verdicts=tuple(made),
        judgement=last, joined=tuple(one for one in stands if one.says in JOINING), record=record, speaker=speaker, turn=turn,
        now=tuple(instead(said, found)) if turn == "gone" and said else (),
    )  # fmt: skip


def narrow(record: Found | None) -> Record | None:
    """The same record, as one of the types there are."""
    return record if isinstance(record, Mention | Time | Statement | Event | Forecast | Echo) else None


def comes_to(judging: Sequence[Verdict], machine: Found | None) -> tuple[Record | None, str | None]:
    """What a record is after these verdicts, and its speaker's name where a person gave one."""
    if not judging:
        return narrow(machine), None
    made: Record | None = None
    speaker: str | None = None
    stands: Record | None = None
    for one in judging:
        if one.change.record is not None:
            made, speaker = one.change.record, one.change.speaker
            stands = made
        elif one.says == "accept":
            stands, speaker = (one.seen, None) if one.seen is not None else (made, speaker)
        else:
            stands = None
    return stands, speaker


def turned(last: Verdict | None, machine: Record | Found | None) -> str:
    """How the reader has changed its mind since the verdict that stands."""
    now = narrow(machine) if isinstance(machine, Found) else None
    if last is None or alike(last.seen, now):
        return ""
    if (last.says == "reject" and now is None) or (last.change.record is not None and alike(last.change.record, now)):
        return "agrees"
    if last.seen is None:
        return "found"
    return "gone" if now is None else "differs"


def instead(said: Record | Made | Found, found: Mapping[str, Found]) -> Iterator[str]:
    """Ids of the machine's records of the same type that stand on the same words as one that is gone."""
    spans = said.anchor if isinstance(said, Found) else ()
    for id, record in found.items():
        if type(record) is type(said) and any(overlaps(a, b) for a in spans for b in record.anchor):
            yield id


def place(row: Reviewed) -> tuple[int, int]:
    """Where a record stands in the text."""
    shown = row.record or row.machine or next((one.seen for one in row.verdicts if one.seen), None)
    return shown.kernel if isinstance(shown, Found) else (0, 0)


def changed(view: View) -> Iterator[Reviewed]:
    """Every record about which the reader has changed its mind since it was judged, document by document."""
    with opening.told(view.path):
        docs = [str(doc) for (doc,) in view.connection.execute(TURNED).fetchall()]
    for doc in docs:
        yield from (row for row in reviewed(view, doc) if row.turn)


def decided(view: View) -> Iterator[Reviewed]:
    """Every record that people decided about, document by document."""
    with opening.told(view.path):
        docs = [str(doc) for (doc,) in view.connection.execute(JUDGED).fetchall()]
    for doc in docs:
        yield from reviewed(view, doc)


def queue(
    view: View,
    *,
    type: str | None = None,
    in_: str | None = None,
    sample: bool = False,
    limit: int | None = None,
    offset: int = 0,
) -> Iterator[Waiting]:
    """Records that nobody has judged, the weightiest first: the more doubtful, and the more hangs on them; of the last sample if `sample`."""
    with opening.told(view.path):
        where = waiting(view, type, in_, sample)
        sql = " ".join((QUEUE, QUEUED, where.sql(), BY_WEIGHT))
        for row in view.connection.execute(sql, (*where.values, -1 if limit is None else limit, offset)):
            yield waiting_of(row)


def waiting(view: View, type: str | None, in_: str | None, sample: bool = False) -> Where:
    """The conditions of the queue."""
    where = Where()
    where.add(UNJUDGED)
    if sample:
        where.add(SAMPLED)
    if type is not None:
        where.add("substr(doubt.id, 18, 1) = ?", LETTERS.get(type, ""))
    filters.standing_in(where, view.connection, in_)
    return where


def waiting_of(row: tuple[Any, ...]) -> Waiting:
    """A Waiting of the columns that QUEUE names."""
    id, doc, hangs, weight, body = row
    record = msgspec.json.decode(body, type=Statement | Event | Forecast)
    return Waiting(id=id, doc=doc, hangs=hangs, weight=weight, record=record)


def left(view: View, type: str | None = None, in_: str | None = None, sample: bool = False) -> int:
    """How many records nobody has judged; of the last sample if `sample`."""
    with opening.told(view.path):
        if type is None and in_ is None and not sample:
            return int(view.connection.execute(ALL).get) - int(view.connection.execute(JUDGED_ONES).get)
        where = waiting(view, type, in_, sample)
        return int(view.connection.execute(" ".join(("SELECT count(*)", COUNTED, where.sql())), tuple(where.values)).get)


def read_whole(view: View, doc: str) -> tuple[Verdict, ...]:
    """The standing verdicts by which people said that they read a document whole, each person's last."""
    return tuple({one.who: one for one in standing(verdicts(view, about=doc))}.values())
