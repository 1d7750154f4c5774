"""The people of a ledger: names with roles and the hashes of their tokens; and the log of what people have done."""

import hashlib
import hmac
import secrets
from collections.abc import Iterator, Sequence

import msgspec

from sayso.errors import UsageError
from sayso.ledger import opening
from sayso.ledger.ledger import Ledger
from sayso.ledger.view import View
from sayso.model.questions import filled

ROLES = ("read", "review", "admin")
"""What a person may do over the network: see the pages, decide as well, see the log as well."""

BYTES = 24
LONGEST = 100
PEOPLE = "SELECT name, role, sha256, who, added FROM person WHERE retired IS NULL ORDER BY name"
ADD = "INSERT INTO person(name, role, sha256, who, added) VALUES (?, ?, ?, ?, ?)"
REMOVE = "UPDATE person SET retired = ?, removed = ? WHERE name = ? AND retired IS NULL"
LOG = """
    SELECT added AS day, who, says AS what, about, why, 1 AS sort, key FROM verdict
    UNION ALL SELECT opened, who, 'question', claim, text, 2, key FROM question
    UNION ALL SELECT resolution.added, resolution.who, 'resolve ' || answer, question.claim, note, 3, resolution.key
              FROM resolution JOIN question ON question.key = resolution.question
    UNION ALL SELECT added, who, 'remind', claim, why, 4, key FROM reminder
    UNION ALL SELECT added, who, 'let in as ' || role, name, '', 5, key FROM person
    UNION ALL SELECT retired, removed, 'shut out', name, '', 6, key FROM person WHERE retired IS NOT NULL
    UNION ALL SELECT forgotten, '', 'forget', id, why, 7, 0 FROM tombstone
    ORDER BY 1 DESC, 6 DESC, 7 DESC, 4 LIMIT ? OFFSET ?
"""


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who may see a ledger's pages over the network: `who` let them in, `added` says when. The token itself is kept nowhere."""

    name: str
    role: str
    sha256: str
    who: str
    added: str


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the log: when, who, what they did, to what (an id or a name), why. Forgetting is done at the file and has no name."""

    when: str
    who: str
    what: str
    about: str
    why: str


def let_in(ledger: Ledger, name: str, role: str, *, who: str) -> str:
    """The token of a person who is let in from now on; it is shown once. A name that is in has its token and role replaced.

    Raises: UsageError for a role that is none, or a name that is empty, too long or has a colon in it.
    """
    if role not in ROLES:
        raise UsageError(f"{role!r} is no role; one of {', '.join(ROLES)}")
    name = filled("name", name)
    if ":" in name or len(name) > LONGEST or not name.isprintable():
        raise UsageError(f"{name[:LONGEST]!r}: a name of up to {LONGEST} characters without a colon")
    token = secrets.token_urlsafe(BYTES)
    now = ledger.now()
    with opening.told(ledger.path), ledger.connection:
        ledger.connection.execute(REMOVE, (now, filled("who", who), name))
        ledger.connection.execute(ADD, (name, role, hashed(token), filled("who", who), now))
    return token


def shut_out(ledger: Ledger, name: str, *, who: str) -> None:
    """Nothing; the person's token opens nothing from now on. Raises: UsageError where nobody of that name is in."""
    with opening.told(ledger.path), ledger.connection:
        ledger.connection.execute(REMOVE, (ledger.now(), filled("who", who), name))
        gone = ledger.connection.changes()
    if not gone:
        raise UsageError(f"nobody called {name!r} is let in; sayso people list names them")


def people(view: View) -> tuple[Person, ...]:
    """Those who are let in, by name; nobody where the ledger is for one person on one machine."""
    with opening.told(view.path):
        rows = view.connection.execute(PEOPLE).fetchall()
    return tuple(Person(**dict(zip(Person.__struct_fields__, map(str, row), strict=True))) for row in rows)


def hashed(token: str) -> str:
    """What is kept of a token. It is long and random, so that a plain hash can't be turned round."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def holder(among: Sequence[Person], name: str | None, token: str) -> Person | None:
    """The person whose token this is; with a name, only the one of that name. Everybody's is compared, in constant time."""
    given = hashed(token)
    found = None
    for person in among:
        if hmac.compare_digest(person.sha256, given) and name in (None, person.name):
            found = person
    return found


def log(view: View, limit: int | None = None, offset: int = 0) -> Iterator[Done]:
    """What people have done, the latest first."""
    with opening.told(view.path):
        for when, who, what, about, why, _, _ in view.connection.execute(LOG, (-1 if limit is None else limit, offset)):
            yield Done(when=str(when), who=str(who), what=str(what), about=str(about), why=str(why))
