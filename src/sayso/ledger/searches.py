"""Searches that people keep: a question under a name, and up to which document it was looked at."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

import apsw
import msgspec

from sayso.errors import NotThere, UsageError
from sayso.ledger import opening
from sayso.ledger.ledger import Ledger
from sayso.ledger.view import View
from sayso.model.questions import filled

LONGEST = 200
MOST = 1000
"""Searches that one ledger keeps; each is run when the list of them is opened."""

SEARCH = """
    SELECT id, name, path, asked, who, added,
           coalesce((SELECT max(search_seen.upto) FROM search_seen WHERE search_seen.search = search.key), search.upto)
    FROM search WHERE retired IS NULL
"""
BY_NAME = "ORDER BY who, name"
ADD = "INSERT INTO search(id, name, path, asked, who, added, upto) VALUES (?, ?, ?, ?, ?, ?, (SELECT coalesce(max(key), 0) FROM document))"
RETIRE = "UPDATE search SET retired = ? WHERE id = ? AND retired IS NULL"
LOOKED = """
    INSERT INTO search_seen(search, who, upto, added)
    SELECT key, ?, (SELECT coalesce(max(key), 0) FROM document), ? FROM search WHERE id = ? AND retired IS NULL
"""
SAME = "SELECT id FROM search WHERE who = ? AND name = ? AND retired IS NULL"
NEWER = "SELECT id FROM document WHERE key > ?"
CAME = "SELECT id, added FROM document WHERE id IN (SELECT value FROM json_each(?))"


class Search(msgspec.Struct, frozen=True, kw_only=True):
    """A question kept: `path` is the list it is asked of, `asked` its words by field; `upto` the number of the last document seen."""

    id: str
    name: str
    path: str
    asked: dict[str, str]
    who: str
    added: str
    upto: int


def keep(ledger: Ledger, *, name: str, path: str, asked: Mapping[str, str], who: str) -> str:
    """The id of a search that is kept from now on. Raises: UsageError for a name that is empty, too long or the person's already."""
    name, who = filled("name", name), filled("who", who)
    if len(name) > LONGEST:
        raise UsageError(f"a name of {len(name)} characters; the longest is {LONGEST}")
    words = msgspec.json.encode(dict(sorted(asked.items()))).decode()
    now = ledger.now()
    with opening.told(ledger.path), ledger.connection:
        if ledger.connection.execute(SAME, (who, name)).get:
            raise UsageError(f"{who} has a search called {name!r} already")
        if int(str(ledger.connection.execute("SELECT count(*) FROM search WHERE retired IS NULL").get)) >= MOST:
            raise UsageError(f"a ledger keeps {MOST} searches; let one go first")
        id = hashlib.sha256("\0".join((who, name, path, words, now)).encode()).hexdigest()[:12]
        ledger.connection.execute(ADD, (id, name, path, words, who, now))
    return id


def let_go(ledger: Ledger, id: str) -> None:
    """Nothing; the search is no longer kept. Raises: NotThere."""
    with opening.told(ledger.path), ledger.connection:
        ledger.connection.execute(RETIRE, (ledger.now(), id))
        _there(ledger.connection, id)


def looked_at(ledger: Ledger, id: str, *, who: str) -> None:
    """Nothing; all that is in the ledger now is no longer new to this search. Raises: NotThere."""
    with opening.told(ledger.path), ledger.connection:
        ledger.connection.execute(LOOKED, (filled("who", who), ledger.now(), id))
        _there(ledger.connection, id)


def _there(connection: apsw.Connection, id: str) -> None:
    """Nothing; raises NotThere where the statement before changed nothing."""
    if not connection.changes():
        raise NotThere(f"no search {id[:40]} is kept in this ledger")


def searches(view: View, id: str | None = None) -> Iterator[Search]:
    """The searches kept, by person and name; the one of an id where it is given."""
    with opening.told(view.path):
        sql = " ".join((SEARCH, "AND id = ?" if id else "", BY_NAME))
        rows: list[tuple[Any, ...]] = view.connection.execute(sql, (id,) if id else ()).fetchall()
    for row in rows:
        values = dict(zip(Search.__struct_fields__, row, strict=True))
        yield Search(**(values | {"asked": msgspec.json.decode(values["asked"], type=dict[str, str])}))


def newer(view: View, upto: int) -> frozenset[str]:
    """The ids of the documents that came in after another, by its number."""
    with opening.told(view.path):
        return frozenset(str(id) for (id,) in view.connection.execute(NEWER, (upto,)))


def came_in(view: View, docs: list[str]) -> dict[str, str]:
    """When each of some documents came in."""
    with opening.told(view.path):
        wanted = msgspec.json.encode(docs).decode()
        return {str(id): str(added) for id, added in view.connection.execute(CAME, (wanted,))}
