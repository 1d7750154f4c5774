"""`sayso export`: what a ledger holds, in other programs' formats."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli._options import LedgerFile, OutletsFile, Since, TypesFile, Until

FORMATS = "polecat, csv, jsonl, parquet, webannotation, ftm, brat, markdown, html"


def command(
    ledger: LedgerFile,
    format: Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"{FORMATS}.")],
    out: Annotated[
        Path | None,
        typer.Option(
            help="A new file to write to (brat: a new folder), the terminal if not given; polecat, parquet and brat need one."
        ),
    ] = None,
    of: Annotated[
        str, typer.Option(metavar="KIND", help="For csv, jsonl and parquet: statements, events, forecasts or mentions.")
    ] = "statements",
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Words of the speaker's name or description.")] = None,
    in_: Annotated[
        str | None, typer.Option("--in", metavar="OUTLET|DOC", help="An outlet, or a document by its id's first digits.")
    ] = None,
    about: Annotated[str | None, typer.Option(metavar="NAME", help="An actor named in the content, or words of it.")] = None,
    containing: Annotated[str | None, typer.Option(metavar="QUERY", help="Words of the content, as in ask said.")] = None,
    since: Since = None,
    until: Until = None,
    types: TypesFile = None,
    outlets: OutletsFile = None,
    form: Annotated[str | None, typer.Option(help="direct, indirect or mixed.")] = None,
    act: Annotated[str | None, typer.Option(help="say, claim, deny, …, as in ask said.")] = None,
    raw: Annotated[bool, typer.Option("--raw", help="With csv: cells as they are, formulas too.")] = False,
    settled: Annotated[
        bool,
        typer.Option(
            "--settled", help="Records as people decided: rejected ones left out, corrected and added ones as people have them."
        ),
    ] = False,
    home: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Where links in markdown and html lead, sayso serve on this machine if not given."),
    ] = None,
) -> None:
    """Give away what a ledger holds: each row with its document, its characters and their words, checked against the text.

    With --by, --about, --containing, --form or --act only the statements that are like that, and the events and forecasts in them.
    """
    from sayso.cli._answers import lines
    from sayso.errors import UsageError
    from sayso.export import formats
    from sayso.export.gathering import Wanted, gathered
    from sayso.export.rows import KINDS
    from sayso.ledger import View
    from sayso.lexicon.own import own

    for name, value, known in (("format", format, formats.FORMATS), ("kind", of, tuple(KINDS))):
        if value not in known:
            raise UsageError(f"no such {name}: {value!r}; it is one of {', '.join(known)}")
    if raw and format != "csv":
        raise UsageError("--raw goes with --format csv")
    if out is None and format in formats.FILES:
        raise UsageError(f"{format} is written to a file: give --out")
    wanted = Wanted(
        by=by, about=about, containing=containing, form=form, act=act, in_=in_, since=since, until=until, settled=settled
    )
    lists = own(types=types, outlets=outlets)
    order = formats.Order(wanted=wanted, of=of, raw=raw, own=lists, **({"home": home.rstrip("/")} if home else {}))
    with View(ledger) as view:
        if out is None:
            lines(formats.stream(format, gathered(view, wanted), order))
        else:
            formats.write(format, gathered(view, wanted), order, out)
