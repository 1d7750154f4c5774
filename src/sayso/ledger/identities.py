"""Which actors people say are one, and which are not: verdicts merge and split over mentions, in the names of the actors they stand for."""

import apsw
import msgspec

from sayso.ledger import opening, reading
from sayso.ledger.claims import folded
from sayso.ledger.judged import IN_ORDER, VERDICT, verdict_of
from sayso.ledger.view import View
from sayso.model import Mention, Span
from sayso.model.verdicts import Verdict

PARTING = "WHERE says IN ('merge', 'split') AND NOT EXISTS (SELECT 1 FROM verdict AS later WHERE later.undoes = verdict.id)"
# A mention that no reading finds any more keeps the name that it had.
MENTION = """
    SELECT record.body FROM record JOIN document ON document.key = record.doc
    WHERE document.id = substr(?1, 1, 16) AND record.id = ?1 AND record.type = 'mention'
    ORDER BY record.retired IS NOT NULL, record.key DESC LIMIT 1
"""


class Identity(msgspec.Struct, frozen=True):
    """What a person says of two actors: merge (they are one) or split (they are two)."""

    verdict: Verdict
    says: str
    name: str
    other: str


def identities(view: View) -> tuple[Identity, ...]:
    """The verdicts that stand, the last of each pair of mentions, in the order they were made."""
    with opening.told(view.path):
        made = [verdict_of(row) for row in view.connection.execute(" ".join((VERDICT, PARTING, IN_ORDER))).fetchall()]
        last = {frozenset((one.about, one.change.other or "")): one for one in made}
        return tuple(
            Identity(one, one.says, name_of(view.connection, one.about), name_of(view.connection, one.change.other or ""))
            for one in last.values()
        )


def wholes(view: View) -> dict[str, str]:
    """The fullest of the names that people say are one actor's, by each of these names folded."""
    return {key: names[0] for key, names in groups(view).items()}


def groups(view: View) -> dict[str, list[str]]:
    """All names that people say are one actor's, the fullest first, by each of these names folded.

    What is said last of two names counts: a split takes back a merge of the same names.
    """
    last: dict[tuple[str, str], Identity] = {}
    for one in identities(view):
        last[min(one.name, one.other), max(one.name, one.other)] = one
    out: dict[str, list[str]] = {}
    for one in last.values():
        if one.says == "merge":
            both = [*out.get(folded(one.name), [one.name]), *out.get(folded(one.other), [one.other])]
            out |= dict.fromkeys(map(folded, both), sorted(set(both), key=_fullness))
    return out


def alike(view: View, name: str) -> tuple[str, ...]:
    """The name with all others that people say are the same actor's."""
    return tuple(dict.fromkeys([name, *groups(view).get(folded(name), ())]))


def _fullness(name: str) -> tuple[int, int, str]:
    """Names in this order begin with the one that has most words, then most characters."""
    return -len(name.split()), -len(name), name


def name_of(connection: apsw.Connection, id: str) -> str:
    """The fullest name of a mention's actor in its document, the id itself where there never was such a mention."""
    found = mention(connection, id)
    if found is None:
        return id
    fullest = mention(connection, found.refers_to) if found.refers_to else None
    return " ".join((fullest or found).name.split())


def mention(connection: apsw.Connection, id: str) -> Mention | None:
    """The mention of an id as it was found last."""
    body = connection.execute(MENTION, (id,)).get
    found = reading.RECORD.decode(str(body)) if body is not None else None
    return found if isinstance(found, Mention) else None


def mention_at(view: View, doc: str, span: Span) -> str | None:
    """The id of the mention that stands on these characters, None where none does."""
    return next((record.id for record in view.records(doc) if isinstance(record, Mention) and record.span == span), None)
