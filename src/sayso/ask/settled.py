"""Settled: the records of a document as they stand once people's verdicts are heard, each with whose decision it is."""

from collections.abc import Mapping

import msgspec

from sayso.ledger import View
from sayso.ledger.reviewed import Reviewed, reviewed
from sayso.model import Document, Event, Forecast, Found, Record, Statement


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """The verdict that stands over a record: what it says, who gave it, and the speaker's name where a person wrote one."""

    says: str
    who: str
    verdict: str
    speaker: str | None = None


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """A document's records in order of the text, and the judgement over each that has one."""

    document: Document
    records: tuple[Record, ...]
    judgements: Mapping[str, Judgement]


def settled(view: View, document: Document) -> Settled:
    """The records that stand: a person's in place of the machine's, added ones too, rejected ones not."""
    found = {record.id: record for record in view.records(document.id) if isinstance(record, Found)}
    rows = [row for row in reviewed(view, document.id) if row.judgement is not None]
    stands: dict[str, Found] = dict(found)
    around = {id: record.within for id, record in found.items() if isinstance(record, Statement)}
    for row in rows:
        stands.pop(row.id, None)
        if isinstance(row.record, Found):
            stands[row.id] = row.record
            around |= {row.id: row.record.within} if isinstance(row.record, Statement) else {}
    records = sorted(
        (tied(record, stands, around) for record in stands.values()), key=lambda r: (r.kernel, type(r).__name__, r.id)
    )
    return Settled(document=document, records=tuple(records), judgements={row.id: judgement(row) for row in rows})  # type: ignore[arg-type]  # Found is the base of the records, which the union names one by one


def judgement(row: Reviewed) -> Judgement:
    """The verdict that stands over a row."""
    last = row.judgement
    return Judgement(
        says=last.says if last else "", who=last.who if last else "", verdict=last.id if last else "", speaker=row.speaker
    )  # fmt: skip


def tied(record: Found, stands: Mapping[str, Found], around: Mapping[str, str | None]) -> Found:
    """The record standing in the nearest statement that is left, and naming no event that is gone."""
    if isinstance(record, Statement | Event | Forecast):
        within = nearest(record.within, stands, around)
        record = msgspec.structs.replace(record, within=within) if within != record.within else record
    if isinstance(record, Forecast) and record.event is not None and record.event not in stands:
        record = msgspec.structs.replace(record, event=None)
    return record


def nearest(within: str | None, stands: Mapping[str, Found], around: Mapping[str, str | None]) -> str | None:
    """The id, or that of the nearest statement around it that stands."""
    seen: dict[str, None] = {}
    while within is not None and within not in stands:
        if within in seen:
            return None
        seen[within] = None
        within = around.get(within)
    return within
