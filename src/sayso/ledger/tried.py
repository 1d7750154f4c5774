"""Claims as a score takes them: each with the answer of the first question opened on it, those that people rejected left out."""

from collections.abc import Iterator, Sequence

import msgspec

from sayso.ledger import opening
from sayso.ledger.filters import Where
from sayso.ledger.foretold import named
from sayso.ledger.standing import JUDGED
from sayso.ledger.view import View

UNITS = """
    WITH first AS (SELECT claim, min(key) AS key FROM question GROUP BY claim)
    SELECT claim.id, claim.kind, claim.speaker, claim.folded, claim.own, facts.outlet, claim.proposition, claim.latest, claim.low,
           claim.high, claim.phrase, coalesce(claim.condition IS NOT NULL, 0), first.key, resolution.answer
    FROM claim JOIN facts ON facts.doc = claim.doc AND facts.retired IS NULL
    LEFT JOIN first ON first.claim = claim.id
    LEFT JOIN resolution ON resolution.question = first.key AND resolution.retired IS NULL
"""
PRINTED = "ORDER BY facts.published IS NULL, facts.published, claim.id"
STAMP = """
    SELECT (SELECT max(key) FROM claim), (SELECT count(*) FROM claim), (SELECT max(key) FROM facts), (SELECT count(*) FROM facts),
           (SELECT count(*) FROM verdict WHERE substr(about, 18, 1) IN ('f', 'm')),
           (SELECT max(key) FROM question), (SELECT count(*) FROM question), (SELECT max(key) FROM resolution),
           (SELECT count(*) FROM resolution)
"""
OF_CLAIMS = 5
"""So many numbers of a stamp tell whether the same claims say the same."""
PRINTINGS = """
    SELECT claim.id, document.id, facts.outlet, facts.published, facts.title FROM claim JOIN document ON document.key = claim.doc
    JOIN facts ON facts.doc = document.key AND facts.retired IS NULL WHERE claim.id IN (SELECT value FROM json_each(?))
"""


class Tried(msgspec.Struct, frozen=True, gc=False):
    """A claim as a score takes it: `asked` grows with the time its first question was opened, None where none was."""

    id: str
    kind: str
    speaker: str
    folded: str
    own: int
    outlet: str | None
    proposition: str
    latest: str | None
    low: float | None
    high: float | None
    phrase: str | None
    conditional: int
    asked: int | None
    answer: str | None


class Printing(msgspec.Struct, frozen=True, kw_only=True):
    """Where a claim was printed."""

    id: str
    doc: str
    outlet: str | None
    published: str | None
    title: str | None


def stamp(view: View) -> tuple[int, ...]:
    """Numbers that change whenever a claim, a question, a resolution, a verdict or what is known of an article does; the first five not with questions."""
    with opening.told(view.path):
        return tuple(int(number or 0) for number in view.connection.execute(STAMP).fetchall()[0])


def units(view: View, by: str = "") -> Iterator[Tried]:
    """Claims in order of printing, each with the answer of the first question opened on it: what a score is made of."""
    where = Where()
    with opening.told(view.path):
        named(where, by, view)
        rejected = {about for about, says, _ in view.connection.execute(JUDGED) if says == "reject"}
        for row in view.connection.execute(" ".join((UNITS, where.sql(), PRINTED)), tuple(where.values)):
            if row[0] not in rejected:
                yield Tried(*row)


def printings(view: View, ids: Sequence[str]) -> list[Printing]:
    """Where these claims were printed, the first printing first."""
    with opening.told(view.path):
        rows = view.connection.execute(" ".join((PRINTINGS, PRINTED)), (msgspec.json.encode(ids).decode(),))
        return [Printing(**dict(zip(Printing.__struct_fields__, row, strict=True))) for row in rows]
