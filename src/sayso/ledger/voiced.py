"""Statements counted by speaker, outlet, form and act: what a list of them can be narrowed by."""

import msgspec

from sayso.ledger import filters, opening
from sayso.ledger.filters import Where
from sayso.ledger.view import View

COUNTED = "SELECT statement.speaker, coalesce(facts.outlet, ''), statement.form, statement.act, count(*)"
DOCUMENT = "JOIN document ON document.key = statement.doc JOIN facts ON facts.doc = statement.doc AND facts.retired IS NULL"
ALL = "FROM statement"
MATCHED = "FROM said JOIN statement ON statement.key = said.rowid"
BY_ALL = "GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4"
Counted = tuple[tuple[str, str, str, str, int], ...]


class Voiced(msgspec.Struct, frozen=True, kw_only=True):
    """What is counted; the fields as for `View.statements`, but for `about`, which only reading each statement can tell."""

    by: str | None = None
    in_: str | None = None
    containing: str | None = None
    since: str | None = None
    until: str | None = None
    form: str | None = None
    act: str | None = None


def counted(view: View, wanted: Voiced) -> Counted:
    """How many statements there are by speaker, outlet (empty where not known), form and act."""
    where = Where()
    filters.worded(where, wanted.by, None, wanted.containing)
    with opening.told(view.path):
        filters.standing_in(where, view.connection, wanted.in_)
        filters.dated(where, wanted.since, wanted.until)
        for column, value in (("statement.form = ?", wanted.form), ("statement.act = ?", wanted.act)):
            if value is not None:
                where.add(column, value)
        source = ALL if wanted.by is None and wanted.containing is None else MATCHED
        sql = " ".join((COUNTED, source, DOCUMENT, where.sql(), BY_ALL))
        return tuple(
            (str(a), str(b), str(c), str(d), int(n)) for a, b, c, d, n in view.connection.execute(sql, tuple(where.values))
        )
