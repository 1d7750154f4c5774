"""Articles of invented outlets, with their statements and mentions written by hand."""

import msgspec

from sayso.lexicon import Lexicon
from sayso.link.sides import Side
from sayso.model import Record, Statement
from tests.ledger.made import document, mention, statement

LEXICON = Lexicon.load()


def side(text: str, *said: tuple[str, str, str, str], outlet: str = "Ossel Gazette", **facts: object) -> Side:
    """A document with statements (source, cue, content, speaker's name); one whose content holds another's cue reports it.

    A name in capitals is an outlet's.
    """
    doc = document(text, outlet=outlet, origin=f"{outlet}.txt", **facts)
    records: list[Record] = []
    for source, cue, content, name in said:
        who = mention(doc, source, name, kind="person" if name.istitle() else "organization") if name else None
        records += [msgspec.structs.replace(who, sector="JRN" if name.isupper() else None)] if who else []
        records.append(statement(doc, source, cue, content, form="mixed", speaker=who.id if who else None))
    return Side(doc, tuple(nested(record, records) for record in records))


def nested(record: Record, records: list[Record]) -> Record:
    """The record, within the statement that reports it."""
    if not isinstance(record, Statement):
        return record
    around = [
        one
        for one in records
        if isinstance(one, Statement) and one is not record and one.content[0][0] <= record.kernel[0] < one.content[0][1]
    ]
    nearest = min(around, key=lambda one: one.content[0][1] - one.content[0][0], default=None)
    return msgspec.structs.replace(record, within=nearest.id) if nearest else record


def shown(doc: Side, spans: tuple[tuple[int, int], ...]) -> list[str]:
    """The words under spans."""
    return [doc.text[start:end] for start, end in spans]
