"""Options that mean the same in every verb."""

from pathlib import Path
from typing import Annotated

import typer

LedgerFile = Annotated[Path, typer.Option("--ledger", envvar="SAYSO_LEDGER", help="The ledger file.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line, unpaged.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="CSV that a spreadsheet runs nothing of.")]
Raw = Annotated[bool, typer.Option("--raw", help="With --csv: cells as they are, formulas too.")]
Since = Annotated[str | None, typer.Option(metavar="DATE", help="Published on or after: 2031, 2031-04 or 2031-04-09.")]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Published on or before, to the end of that year or month.")]
TypesFile = Annotated[
    Path | None,
    typer.Option(
        "--types", envvar="SAYSO_TYPES", metavar="CSV", help="Your own codes for events (CSV: type, mode, code, label)."
    ),
]
OutletsFile = Annotated[
    Path | None,
    typer.Option(
        "--outlets",
        envvar="SAYSO_OUTLETS",
        metavar="CSV",
        help="Your own groups of outlets (CSV: outlet, group, ownership, note).",
    ),
]
Group = Annotated[str | None, typer.Option(metavar="GROUP", help="Outlets of this group of your own list alone.")]
