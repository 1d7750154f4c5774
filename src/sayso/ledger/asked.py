"""Questions and resolutions out of their rows, for the writer, the View and the check alike."""

from collections.abc import Iterator, Sequence
from typing import Any

import apsw

from sayso.errors import UsageError
from sayso.ledger import reading
from sayso.model.questions import Evidence, Question, Resolution

QUESTION = "SELECT id, claim, text, since, until, criteria, sources, due, who, opened, sha256 FROM question"
RESOLUTIONS = (
    "SELECT resolution.key, question.id, answer, note, resolution.who, added, retired FROM resolution"
    " JOIN question ON question.key = resolution.question"
)
EVIDENCE = "SELECT doc, spans FROM evidence WHERE resolution = ? ORDER BY key"


def question_of(row: tuple[Any, ...]) -> Question:
    """A Question of the columns that QUESTION names."""
    return Question(**dict(zip(Question.__struct_fields__, row, strict=True)))


def resolutions_of(connection: apsw.Connection, question: str) -> Iterator[Resolution]:
    """The same through a connection."""
    rows = connection.execute(
        " ".join((RESOLUTIONS, "WHERE question.id = ? ORDER BY resolution.retired IS NULL, resolution.added, resolution.key")),
        (question,),
    ).fetchall()
    for key, id, given, note, who, added, retired in rows:
        found = tuple(
            Evidence(doc=str(doc), spans=reading.SPANS.decode(str(spans)))
            for doc, spans in connection.execute(EVIDENCE, (key,)).fetchall()
        )
        yield Resolution(
            question=str(id), answer=str(given), note=str(note), who=str(who), when=str(added), evidence=found,
            reversed=None if retired is None else str(retired),
        )  # fmt: skip


def check_evidence(connection: apsw.Connection, evidence: Sequence[Evidence]) -> None:
    """Nothing; raises UsageError where evidence points to no document or outside its text."""
    for one in evidence:
        chars = connection.execute("SELECT chars FROM document WHERE id = ?", (one.doc,)).get
        if chars is None:
            raise UsageError(f"evidence: there is no document {one.doc} in this ledger")
        if not one.spans or any(not 0 <= start < end <= int(str(chars)) for start, end in one.spans):
            raise UsageError(f"evidence: {one.spans} is not inside document {one.doc}, which has {chars} characters")
