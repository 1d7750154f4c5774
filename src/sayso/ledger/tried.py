"""Claims as a score takes them: each once, with the answer of the first question opened on it."""

from collections.abc import Iterator

import msgspec

from sayso.ledger import opening
from sayso.ledger.filters import Where
from sayso.ledger.foretold import named
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
    SELECT (SELECT max(key) FROM claim), (SELECT count(*) FROM claim), (SELECT max(key) FROM question), (SELECT count(*) FROM question),
           (SELECT max(key) FROM resolution), (SELECT count(*) FROM resolution), (SELECT max(key) FROM facts),
           (SELECT count(*) FROM facts)
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


def stamp(view: View) -> tuple[int, ...]:
    """Numbers that change whenever a claim, a question, a resolution or what is known of an article does."""
    with opening.told(view.path):
        return tuple(int(number or 0) for number in view.connection.execute(STAMP).fetchall()[0])


def units(view: View, by: str = "") -> Iterator[Tried]:
    """Claims in order of printing, each with the answer of the first question opened on it: what a score is made of."""
    where = Where()
    named(where, by)
    with opening.told(view.path):
        for row in view.connection.execute(" ".join((UNITS, where.sql(), PRINTED)), tuple(where.values)):
            yield Tried(*row)
