"""What is to be reviewed, what was decided, and where the reader has changed its mind since."""

from collections.abc import Iterator

from sayso.ask.answer import Answer, Texts
from sayso.errors import BrokenRecord
from sayso.ledger import DocumentRow, View
from sayso.ledger import reviewed as kept
from sayso.ledger.reviewed import Reviewed, Waiting
from sayso.model import Event, Forecast, Found, Record, Spans, Statement
from sayso.model.span import quote


class Doubtful(Answer, frozen=True, kw_only=True):
    """A record that nobody has judged: `hangs` records hang on it; `weight` is doubt times one more than these."""

    id: str
    type: str
    what: str
    outlet: str | None
    published: str | None
    title: str | None
    score: float
    hangs: int
    weight: float
    by: str


class Decision(Answer, frozen=True, kw_only=True):
    """A record that people decided about. `says` and `who` are of the verdict that stands; `turn` is how the reader has changed its mind."""

    id: str
    type: str
    what: str
    outlet: str | None
    published: str | None
    title: str | None
    says: str
    who: str
    when: str
    why: str
    verdict: str
    turn: str
    history: tuple[str, ...]


TURNS = {
    "differs": "the reader has changed its mind: it reads this otherwise now",
    "gone": "the reader has changed its mind: it no longer finds this",
    "found": "the reader has changed its mind: it finds this now",
    "agrees": "the reader has changed its mind: it agrees now",
    "": "",
}  # fmt: skip


def ask(
    view: View,
    *,
    type: str | None = None,
    in_: str | None = None,
    sample: bool = False,
    limit: int | None = None,
    offset: int = 0,
) -> Iterator[Doubtful]:
    """Records that nobody has judged, the weightiest first; of the last sample if `sample`."""
    texts = Texts(view)
    for row in kept.queue(view, type=type, in_=in_, sample=sample, limit=limit, offset=offset):
        yield doubtful(view, texts, row)


def doubtful(view: View, texts: Texts, row: Waiting) -> Doubtful:
    """The answer that a waiting record makes."""
    about = known(view, row.doc)
    spans = words_of(row.record)
    return Doubtful(
        doc=row.doc, spans=spans, quote=quote(texts.of(row.doc), spans), id=row.id, type=str(row.record.__struct_config__.tag),
        what=what(row.record), outlet=about.outlet, published=about.published, title=about.title,
        score=row.record.score, hangs=row.hangs, weight=row.weight, by=row.record.by,
    )  # fmt: skip


def decided(view: View, *, turned: bool = False) -> Iterator[Decision]:
    """Records that people decided about, document by document; with `turned` only those that the reader reads otherwise now."""
    texts = Texts(view)
    for row in kept.changed(view) if turned else kept.decided(view):
        yield decision(view, texts, row)


def decision(view: View, texts: Texts, row: Reviewed) -> Decision:
    """The answer that a decided record makes; its words are the person's, else the machine's, else those it once had."""
    about = known(view, row.doc)
    shown = (
        row.record
        or row.machine
        or next((one.seen or one.change.record for one in row.verdicts if one.seen or one.change.record), None)
    )
    last = row.judgement or (row.joined or row.verdicts)[-1]
    spans = words_of(shown) if shown is not None else ()
    return Decision(
        doc=row.doc, spans=spans, quote=quote(texts.of(row.doc), spans), id=row.id, type=row.type, what=what(shown) if shown else "",
        outlet=about.outlet, published=about.published, title=about.title,
        says=last.says, who=last.who, when=last.when, why=last.why, verdict=last.id, turn=TURNS[row.turn],
        history=tuple(f"{one.when[:10]} {one.who}: {one.says}" for one in row.verdicts),
    )  # fmt: skip


def with_made(view: View, doc: str) -> tuple[Record, ...]:
    """The machine's records of a document with the person's in place of those they corrected, and those they added."""
    made = {row.id: row.record for row in kept.reviewed(view, doc) if row.judgement is not None and row.record is not None}
    found = tuple(made.pop(record.id, record) if isinstance(record, Found) else record for record in view.records(doc))
    return (*found, *made.values())


def known(view: View, doc: str) -> DocumentRow:
    """What is known of a document. Raises: BrokenRecord where it is not there."""
    found = view.row(doc)
    if found is None:
        raise BrokenRecord(f"{view.path}: a verdict is about document {doc}, which is not there; run sayso check")
    return found


def words_of(record: Record) -> Spans:
    """The spans of a record that say most: content, proposition, trigger."""
    match record:
        case Statement():
            return record.content
        case Forecast():
            return record.proposition
        case Event():
            return (record.trigger,)
        case _:
            return getattr(record, "anchor", ())


def what(record: Record) -> str:
    """What a record is, in a word or two."""
    match record:
        case Statement():
            return f"{record.act}, {record.form}"
        case Forecast():
            return record.kind
        case Event():
            return f"{record.plover.type.lower()}, {record.status}"
        case _:
            return str(record.__struct_config__.tag)
