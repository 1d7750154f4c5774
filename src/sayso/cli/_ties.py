"""`sayso ask copies`, `quotes`, `conflicts`, `claims`: what documents have to do with each other."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli._options import AsCsv, AsJson, LedgerFile, Raw

Limit = Annotated[int | None, typer.Option(min=1, help="At most so many.")]
InDoc = Annotated[
    str | None, typer.Option("--in", metavar="DOC", help="A document by its id's first digits: seen from its side.")
]


def copies(ledger: LedgerFile, in_: InDoc = None, as_json: AsJson = False, as_csv: AsCsv = False, raw: Raw = False) -> None:
    """Which documents are copies of one text: families with the likely origin, why, and what each added or dropped."""
    from sayso.ask import copies as question
    from sayso.cli._answers import give
    from sayso.ledger import View

    with View(ledger) as view:
        give(question.ask(view, in_=in_), as_json=as_json, as_csv=as_csv, raw=raw, none="no copies; sayso link looks for them")


def quotes(
    ledger: LedgerFile, in_: InDoc = None, limit: Limit = None, as_json: AsJson = False, as_csv: AsCsv = False, raw: Raw = False
) -> None:
    """Which quotations two documents have in the same or nearly the same words, each with who is said to have said it."""
    tied(ledger, "quote", in_, limit, as_json, as_csv, raw, "no quotation in two documents; sayso link looks for them")


def conflicts(
    ledger: LedgerFile, in_: InDoc = None, limit: Limit = None, as_json: AsJson = False, as_csv: AsCsv = False, raw: Raw = False
) -> None:
    """Where documents contradict each other: the same words credited to another, shortened, or stated as fact by one."""
    tied(ledger, "conflicts", in_, limit, as_json, as_csv, raw, "no conflict; sayso link looks for them")


def claims(
    ledger: LedgerFile, in_: InDoc = None, limit: Limit = None, as_json: AsJson = False, as_csv: AsCsv = False, raw: Raw = False
) -> None:
    """Which sentences of two documents tell of one thing in other words, and who says it."""
    tied(ledger, "claim", in_, limit, as_json, as_csv, raw, "no claim told twice; sayso link looks for them")


def tied(ledger: Path, kind: str, in_: str | None, limit: int | None, as_json: bool, as_csv: bool, raw: bool, none: str) -> None:
    """Nothing; prints the links of a kind."""
    from sayso.ask import tied as question
    from sayso.cli._answers import give
    from sayso.ledger import View

    with View(ledger) as view:
        give(question.ask(view, kind, in_=in_, limit=limit), as_json=as_json, as_csv=as_csv, raw=raw, none=none)
