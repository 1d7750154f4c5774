"""Verdicts: written by a Ledger, read through a View. Nothing is changed once it is written; undoing is a further verdict."""

from collections.abc import Iterator, Sequence

import apsw
import msgspec

from sayso.errors import NotThere, UsageError
from sayso.ledger import judged, opening, reading
from sayso.ledger.judged import IN_ORDER, VERDICT, check_made, verdict_of, verdicts_about
from sayso.ledger.ledger import Ledger
from sayso.ledger.view import View
from sayso.model import Event, Forecast, Statement
from sayso.model.verdicts import JOINING, JUDGING, UNDO, Change, Verdict, sealed, standing

ADD = (
    "INSERT INTO verdict(id, about, doc, says, change, seen, other, other_doc, undoes, who, added, why, nth, sha256)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
DOC_OF = (
    "SELECT document.id FROM document WHERE document.id = substr(?1, 1, 16) AND (document.id = ?1"
    " OR EXISTS (SELECT 1 FROM record WHERE record.doc = document.key AND record.id = ?1)"
    " OR EXISTS (SELECT 1 FROM verdict WHERE verdict.about = ?1 AND verdict.says = 'add'))"
)
BY_ID = " ".join((VERDICT, "WHERE id = ?"))
TAKEN = "SELECT EXISTS (SELECT 1 FROM record WHERE id = ?1) OR EXISTS (SELECT 1 FROM verdict WHERE about = ?1 AND says = 'add')"


def judge(ledger: Ledger, about: str, says: str, *, who: str, why: str = "", change: Change | None = None) -> Verdict:
    """The verdict that stands from now on; what stood before is kept. The same again, by the same person, adds nothing.

    Raises: NotThere for a record or document that is not there, UsageError for parts that are missing or don't go together.
    """
    now = ledger.now()
    with opening.told(ledger.path), ledger.connection:
        made = judged_in(ledger.connection, about, says, who=who, why=why, change=change or Change(), now=now)
    return made  # noqa: RET504 (a connection as a block may swallow, says its type)


def judge_all(ledger: Ledger, decisions: Sequence[tuple[str, str]], *, who: str, why: str = "") -> tuple[Verdict, ...]:
    """A verdict for each (about, says), all in one transaction or none."""
    now = ledger.now()
    with opening.told(ledger.path), ledger.connection:
        made = tuple(
            judged_in(ledger.connection, about, says, who=who, why=why, change=Change(), now=now) for about, says in decisions
        )
    return made  # noqa: RET504 (a connection as a block may swallow, says its type)


def judged_in(connection: apsw.Connection, about: str, says: str, *, who: str, why: str, change: Change, now: str) -> Verdict:
    """The verdict, written inside the caller's transaction."""
    doc = document_of(connection, about, change if says == "add" else Change())
    before = tuple(verdicts_about(connection, about))
    seen = judged.live(connection, doc, about) if says in JUDGING else None
    made = sealed(about=about, doc=doc, says=says, who=who, when=now, why=why, change=change, seen=seen, nth=len(before))
    check_fit(connection, made)
    if kept := known(before, made):
        return kept
    add(connection, made)
    return made


def finish(ledger: Ledger, doc: str, *, who: str) -> tuple[Verdict, ...]:
    """The verdicts by which a person has read a document whole: what they have not judged otherwise they accept, in one go."""
    with opening.told(ledger.path):
        own = [one for one in by_document(ledger.connection, doc) if one.who == who]
        judged_by_them = {one.about: None for one in standing(tuple(own)) if one.says in JUDGING}
        found = [r for r in reading.records(ledger.connection, doc) if isinstance(r, Statement | Event | Forecast)]
    decisions = [(record.id, "accept") for record in found if record.id not in judged_by_them]
    return judge_all(ledger, [*decisions, (doc, "accept")], who=who)


def undo(ledger: Ledger, verdict: str, *, who: str, why: str = "") -> Verdict:
    """The verdict by which another (given by its id) no longer stands; what stood before that one stands again.

    Raises: NotThere where there is no such verdict, UsageError where it is undone already or undoes another.
    """
    with opening.told(ledger.path), ledger.connection:
        row = ledger.connection.execute(BY_ID, (verdict,)).fetchone()
        if row is None:
            raise NotThere(f"{ledger.path}: no verdict {verdict}; sayso review list --decided gives them")
        old = verdict_of(row)
        if old.says == UNDO:
            raise UsageError(f"verdict {verdict} undoes another; decide again instead")
        before = tuple(verdicts_about(ledger.connection, old.about))
        if all(one.id != old.id for one in standing(before)):
            raise UsageError(f"verdict {verdict} is undone already")
        change = Change(undoes=old.id, other=old.change.other)
        made = sealed(
            about=old.about, doc=old.doc, says=UNDO, who=who, when=ledger.now(), why=why, change=change, nth=len(before)
        )  # fmt: skip
        add(ledger.connection, made)
    return made


def document_of(connection: apsw.Connection, about: str, change: Change) -> str:
    """The id of the document that a record stands in, found now, by an earlier reading or by a person. Raises: NotThere."""
    doc = connection.execute(DOC_OF, (about,)).get
    if doc is None and change.record is not None:
        doc = connection.execute("SELECT id FROM document WHERE id = ?", (change.record.doc,)).get
    if doc is None:
        raise NotThere(f"{connection.filename}: no record {about}; sayso review list gives them")
    return str(doc)


def check_fit(connection: apsw.Connection, made: Verdict) -> None:
    """Nothing; raises UsageError or NotThere where a verdict does not fit what the ledger holds."""
    check_made(connection, made.doc, made.change.record)
    if made.says == "add" and connection.execute(TAKEN, (made.about,)).get:
        raise UsageError(f"{made.about} is there already: accept or correct it")
    if made.says in JOINING and made.change.other is not None:
        document_of(connection, made.change.other, Change())
    if made.about == made.doc and made.says != "accept":
        raise UsageError("of a whole document it can only be said that it is read: accept")
    was = made.seen or next((one.change.record for one in verdicts_about(connection, made.about) if one.says == "add"), None)
    if made.says == "correct" and was is not None and type(made.change.record) is not type(was):
        raise UsageError(f"{made.about}: a correction keeps the type of the record; reject it and add another")


def known(before: tuple[Verdict, ...], made: Verdict) -> Verdict | None:
    """The verdict that stands already and says the same in the same person's name, None where there is none."""
    kinds = JUDGING if made.says in JUDGING else JOINING
    same_pair = [one for one in standing(before) if one.says in kinds and one.change.other == made.change.other]
    last = same_pair[-1] if same_pair else None
    if last is None:
        return None
    told = (last.says, last.change, last.who, last.seen) == (made.says, made.change, made.who, made.seen)
    return last if told else None


def add(connection: apsw.Connection, made: Verdict) -> None:
    """Nothing; the verdict has a row."""
    other = made.change.other
    change = msgspec.json.encode(made.change).decode()
    seen = msgspec.json.encode(made.seen).decode() if made.seen is not None else None
    pair = (other, other[:16] if other else None, made.change.undoes)
    row = (made.id, made.about, made.doc, made.says, change, seen, *pair, made.who, made.when, made.why, made.nth, made.sha256)
    connection.execute(ADD, row)


def verdicts(view: View, doc: str | None = None, about: str | None = None, id: str | None = None) -> tuple[Verdict, ...]:
    """Verdicts in the order they were made: all, those of a document, those about one record, or the one of an id."""
    with opening.told(view.path):
        if id is not None:
            return tuple(verdict_of(row) for row in view.connection.execute(BY_ID, (id,)))
        if about is not None:
            return tuple(verdicts_about(view.connection, about))
        if doc is not None:
            return tuple(by_document(view.connection, doc))
        return tuple(verdict_of(row) for row in view.connection.execute(" ".join((VERDICT, IN_ORDER))))


def by_document(connection: apsw.Connection, doc: str) -> Iterator[Verdict]:
    """Verdicts about a document's records, also those that join another document's with them."""
    for row in connection.execute(" ".join((VERDICT, "WHERE doc = ?1 OR other_doc = ?1", IN_ORDER)), (doc,)):
        yield verdict_of(row)
