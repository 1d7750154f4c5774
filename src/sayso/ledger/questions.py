"""Questions, resolutions and reminders: written by a Ledger, read through a View; nothing is changed once it is written."""

from collections.abc import Sequence
from typing import Any

import apsw
import msgspec

from sayso.errors import NotThere, UsageError
from sayso.ledger import opening
from sayso.ledger.asked import QUESTION, check_evidence, question_of, resolutions_of
from sayso.ledger.ledger import Ledger
from sayso.ledger.view import View
from sayso.model.questions import Evidence, Question, Reminder, Resolution, answer, bounded, filled, needed_day, sealed, unaltered

ADD_QUESTION = (
    "INSERT INTO question(id, claim, text, since, until, criteria, sources, due, who, opened, sha256, doc)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
)
ADD_RESOLUTION = "INSERT INTO resolution(question, answer, note, who, added, retired) VALUES (?, ?, ?, ?, ?, ?) RETURNING key"
LATER = "SELECT added FROM resolution WHERE question = ? AND retired IS NULL AND added > ?"
REMINDER = "SELECT claim, due, why, who, added FROM reminder WHERE retired IS NULL AND claim = ?"
CLAIM_DOC = (
    "SELECT document.id FROM record JOIN document ON document.key = record.doc"
    " WHERE document.id = substr(?1, 1, 16) AND record.id = ?1 AND record.type = 'forecast' LIMIT 1"
)


def open_question(
    ledger: Ledger,
    claim: str,
    *,
    text: str,
    criteria: str,
    due: str,
    who: str,
    since: str | None = None,
    until: str | None = None,
    sources: str = "",
) -> Question:
    """The question, open and sealed from now on. Raises: NotThere for an unknown claim, UsageError for parts that won't do."""
    made = sealed(
        claim=claim,
        text=text,
        criteria=criteria,
        due=due,
        who=who,
        opened=ledger.now(),
        since=since,
        until=until,
        sources=sources,
    )
    keep(ledger, made)
    return made


def keep(ledger: Ledger, question: Question) -> bool:
    """Whether the question is new here; one that came from another ledger keeps its id, time and hash.

    Raises: NotThere for a claim that is not in this ledger, UsageError for a question that was altered after it was sealed.
    """
    if not unaltered(question):
        raise UsageError(f"question {question.id}: altered after it was opened; its hash is of other words")
    with opening.told(ledger.path), ledger.connection:
        doc = claim_doc(ledger, question.claim)
        values = (getattr(question, name) for name in question.__struct_fields__)
        ledger.connection.execute(ADD_QUESTION, (*values, doc))
        new = ledger.connection.changes()
    return bool(new)


def claim_doc(ledger: Ledger, claim: str) -> str:
    """The id of the document a claim stands in, found now or by an earlier reading. Raises: NotThere."""
    doc = ledger.connection.execute(CLAIM_DOC, (claim,)).get
    if doc is None:
        raise NotThere(f"{ledger.path}: no claim {claim}; sayso forecasts open lists them")
    return str(doc)


def resolve(
    ledger: Ledger, question: str, *, given: str, who: str, note: str = "", evidence: Sequence[Evidence] = (), when: str = ""
) -> Resolution:
    """The resolution that stands from now on; one that stood before is kept as reversed. The same again adds nothing.

    Raises: NotThere for an unknown question, UsageError for an answer that is none, for yes or no without evidence or note,
    or for evidence outside its document.
    """
    made = Resolution(
        question=question, answer=answer(given), note=bounded("note", note), who=filled("who", who), when=when or ledger.now(),
        evidence=tuple(evidence),
    )  # fmt: skip
    if not made.evidence and not made.note:
        raise UsageError("a resolution rests on something: give evidence, or say in the note why there is none")
    with opening.told(ledger.path), ledger.connection:
        key = ledger.connection.execute("SELECT key FROM question WHERE id = ?", (question,)).get
        if key is None:
            raise NotThere(f"{ledger.path}: no question {question}")
        check_evidence(ledger.connection, made.evidence)
        if not any(known(made, one) for one in resolutions_of(ledger.connection, question)):
            add(ledger.connection, int(str(key)), made)
    return made


def known(made: Resolution, kept: Resolution) -> bool:
    """Whether a resolution is one that was kept already, reversed since or not."""
    return msgspec.structs.replace(kept, reversed=None) == made


def add(connection: apsw.Connection, question: int, made: Resolution) -> None:
    """Nothing; the resolution stands in place of the one before it, unless it was made earlier and comes in from elsewhere."""
    later = connection.execute(LATER, (question, made.when)).get
    if later is None:
        connection.execute("UPDATE resolution SET retired = ? WHERE question = ? AND retired IS NULL", (made.when, question))
    key = connection.execute(ADD_RESOLUTION, (question, made.answer, made.note, made.who, made.when, later)).get
    rows = [(key, one.doc, msgspec.json.encode(one.spans).decode()) for one in made.evidence]
    connection.executemany("INSERT INTO evidence(resolution, doc, spans) VALUES (?, ?, ?)", rows)


def take_in(ledger: Ledger, brought: Sequence[tuple[Question, Sequence[Resolution]]]) -> int:
    """How many of these questions are new here; they and their resolutions go in all or none, and what is known stays as it is."""
    with opening.told(ledger.path), ledger.connection:
        new = 0
        for question, made in brought:
            new += keep(ledger, question)
            for one in made:
                if one.question != question.id:
                    raise UsageError(f"question {question.id}: a resolution of question {one.question} among its own")
                resolve(
                    ledger, one.question, given=one.answer, who=one.who, note=one.note, evidence=one.evidence, when=one.when
                )  # fmt: skip
    return new


def remind(ledger: Ledger, claim: str, *, due: str, who: str, why: str = "") -> Reminder:
    """The review date of a claim from now on: ours, not its speaker's."""
    made = Reminder(
        claim=claim, due=needed_day("due", due), why=bounded("why", why), who=filled("who", who), added=ledger.now()
    )  # fmt: skip
    with opening.told(ledger.path), ledger.connection:
        doc = claim_doc(ledger, claim)
        sql = "UPDATE reminder SET retired = ? WHERE claim = ? AND retired IS NULL"
        ledger.connection.execute(sql, (made.added, claim))
        row = (made.claim, doc, made.due, made.why, made.who, made.added)
        ledger.connection.execute("INSERT INTO reminder(claim, doc, due, why, who, added) VALUES (?, ?, ?, ?, ?, ?)", row)
    return made


def questions(view: View, claim: str | None = None, id: str | None = None) -> list[Question]:
    """Questions in the order they were opened: all, those of a claim, or the one of an id."""
    with opening.told(view.path):
        if id is not None:
            rows = view.connection.execute(" ".join((QUESTION, "WHERE id = ?")), (id,))
        elif claim is not None:
            rows = view.connection.execute(" ".join((QUESTION, "WHERE claim = ? ORDER BY opened, key")), (claim,))
        else:
            rows = view.connection.execute(" ".join((QUESTION, "ORDER BY opened, key")))
        return [question_of(row) for row in rows]


def resolutions(view: View, question: str) -> list[Resolution]:
    """The resolutions of a question in the order they were made; the last one stands."""
    with opening.told(view.path):
        return list(resolutions_of(view.connection, question))


def reminder(view: View, claim: str) -> Reminder | None:
    """The review date that stands for a claim, None where nobody set one."""
    with opening.told(view.path):
        row: Any = view.connection.execute(REMINDER, (claim,)).fetchone()
        return Reminder(claim=row[0], due=row[1], why=row[2], who=row[3], added=row[4]) if row else None
