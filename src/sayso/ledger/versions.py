"""Versions: documents with one address and other words, each with the one that stood there before it."""

from collections.abc import Iterator

from sayso.ledger import opening, reading
from sayso.ledger.view import View

# A document's key grows with the time it came in; an address belongs to whoever has it now.
VERSIONS = """
    SELECT later.id, (SELECT document.id FROM facts AS before JOIN document ON document.key = before.doc
                      WHERE before.url = facts.url AND before.retired IS NULL AND before.doc < facts.doc
                      ORDER BY before.doc DESC LIMIT 1) AS earlier
    FROM facts JOIN document AS later ON later.key = facts.doc
    WHERE facts.retired IS NULL AND facts.url IN
          (SELECT url FROM facts WHERE retired IS NULL AND url IS NOT NULL GROUP BY url HAVING count(*) > 1)
"""
OF = "AND facts.url = (SELECT url FROM facts JOIN document ON document.key = facts.doc WHERE document.id = ? AND retired IS NULL)"
LATEST_FIRST = "ORDER BY facts.doc DESC"


def versions(view: View, doc: str | None = None) -> Iterator[tuple[str, str]]:
    """Ids of (earlier, later) documents of one address, those that came in last first; with `doc` of this one's address."""
    with opening.told(view.path):
        whole = reading.whole_id(view.connection, doc) if doc else None
        if doc and whole is None:
            return
        sql = " ".join((VERSIONS, OF if whole else "", LATEST_FIRST))
        rows = view.connection.execute(sql, (whole,) if whole else ()).fetchall()
    yield from ((str(earlier), str(later)) for later, earlier in rows if earlier is not None)
