"""The page on which a ledger is asked in SQL: questions at hand, the tables beside, the answer also as JSON and CSV."""

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.exceptions import HTTPException
from starlette.responses import Response

from sayso.errors import LedgerBusy, UsageError
from sayso.http.forms import FRESH, as_html, as_json
from sayso.ledger.sql import LONGEST, Table, asked
from sayso.show import csv
from sayso.show.sql import sql_page

Question = Annotated[str, Query(max_length=LONGEST)]


def router(ledger: Path) -> APIRouter:
    """The page over one ledger; each question is answered by a process of its own."""
    made = APIRouter()

    @made.get("/sql")
    def page(q: Question = "") -> Response:
        if not q.strip():
            return as_html(sql_page("", None, ""))
        try:
            return as_html(sql_page(q, asked(ledger, q), ""))
        except (UsageError, LedgerBusy) as fault:
            return as_html(sql_page(q, None, str(fault)), 503 if isinstance(fault, LedgerBusy) else 400)

    @made.get("/sql.{form}")
    def rows(form: str, q: Question = "", raw: bool = False) -> Response:
        if form not in ("json", "csv"):
            raise HTTPException(404)
        found = asked(ledger, q)
        return as_json(found) if form == "json" else _csv(found, raw)

    return made


def _csv(table: Table, raw: bool) -> Response:
    """The table as CSV."""
    body = csv.table(table.columns, table.rows, raw=raw)
    return Response(body, media_type="text/csv; charset=utf-8", headers=FRESH)
