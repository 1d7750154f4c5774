"""The page on which a ledger is asked in SQL."""

from collections.abc import Sequence
from functools import cache

import msgspec

from sayso.ledger.sandbox import ROWS, SECONDS
from sayso.ledger.sql import Columns, Table, tables
from sayso.show.lists import address
from sayso.show.render import render


class Canned(msgspec.Struct, frozen=True):
    """A question at hand: what it asks, in words and in SQL."""

    what: str
    sql: str


CANNED = (
    Canned("who is quoted most, and by how many outlets", """SELECT speaker, count(*) AS statements, count(DISTINCT outlet) AS outlets
FROM statement JOIN facts ON facts.doc = statement.doc AND facts.retired IS NULL
GROUP BY speaker ORDER BY statements DESC LIMIT 50"""),
    Canned("who reports whom", """SELECT outer_one.speaker AS reports, inner_one.speaker AS reported, count(*) AS times
FROM statement AS inner_one JOIN statement AS outer_one ON outer_one.doc = inner_one.doc AND outer_one.id = inner_one.within
GROUP BY 1, 2 ORDER BY times DESC LIMIT 50"""),
    Canned("what is denied", """SELECT facts.published, facts.outlet, statement.speaker, statement.content
FROM statement JOIN facts ON facts.doc = statement.doc AND facts.retired IS NULL
WHERE statement.act = 'deny' ORDER BY facts.published DESC LIMIT 100"""),
    Canned("articles and statements by outlet and month", """SELECT facts.outlet, substr(facts.published, 1, 7) AS month, count(DISTINCT facts.doc) AS articles,
       count(statement.key) AS statements
FROM facts LEFT JOIN statement ON statement.doc = facts.doc WHERE facts.retired IS NULL
GROUP BY 1, 2 ORDER BY 2 DESC, 3 DESC LIMIT 200"""),
    Canned("events by type and status", """SELECT json_extract(body, '$.plover.type') AS type, json_extract(body, '$.status') AS status, count(*) AS events
FROM record WHERE type = 'event' AND retired IS NULL GROUP BY 1, 2 ORDER BY events DESC"""),
    Canned("forecasts by kind and speaker", """SELECT kind, speaker, count(*) AS forecasts, min(earliest) AS earliest, max(latest) AS latest
FROM claim GROUP BY kind, speaker ORDER BY forecasts DESC LIMIT 100"""),
    Canned("words in the full text, with what stands around them", """SELECT document.id, snippet(words, 0, '[', ']', ' … ', 12) AS found
FROM words JOIN document ON document.key = words.rowid
WHERE words MATCH 'minister' LIMIT 50"""),
    Canned("what people decided", """SELECT added, who, says, about, why FROM verdict ORDER BY key DESC LIMIT 100"""),
)  # fmt: skip


@cache
def schema() -> tuple[Columns, ...]:
    """The tables of a ledger."""
    return tuple(tables())


def sql_page(question: str, table: Table | None, error: str) -> str:
    """The question with its answer or with what is wrong, questions at hand, and the tables."""
    asked = {"q": question or None}
    values = {
        "question": question, "table": table, "error": error, "schema": schema(), "seconds": f"{SECONDS:g}", "most": f"{ROWS:,}",
        "canned": [(one.what, address("/sql", {"q": one.sql})) for one in CANNED], "rows": numbered(table),
        "json": address("/sql.json", asked), "csv": address("/sql.csv", asked),
    }  # fmt: skip
    return render("sql.html", **values, home="/", inline=None, here="/sql")


def numbered(table: Table | None) -> Sequence[Sequence[tuple[str, bool]]]:
    """The cells as text, each with whether it is a number."""
    rows = table.rows if table else ()
    return [[("" if cell is None else str(cell), isinstance(cell, int | float)) for cell in row] for row in rows]
