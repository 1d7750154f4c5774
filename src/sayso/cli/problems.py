"""`sayso problems`: the inputs set aside, listed as by `sayso ask problems` or read again."""

import os
from time import monotonic
from typing import Annotated

import typer

from sayso.cli import ask
from sayso.cli._options import AsCsv, AsJson, LedgerFile, Raw


def command(
    ledger: LedgerFile,
    retry: Annotated[bool, typer.Option("--retry", help="Read them again, with the options that were given for each.")] = False,
    workers: Annotated[int, typer.Option(min=1, help="Processes that read; all cores if not given.")] = os.cpu_count() or 1,
    seconds: Annotated[float, typer.Option(min=0.1, help="Time an article may take before it is set aside.")] = 60.0,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    raw: Raw = False,
) -> None:
    """List the inputs that were set aside, why, and what to do about each; or read them again."""
    if not retry:
        ask.problems(ledger, as_json=as_json, as_csv=as_csv, raw=raw)
        return
    from sayso.cli.add import STOPPED, added, report
    from sayso.crew import Crew, loading
    from sayso.ledger import Ledger, View
    from sayso.retrying import inputs
    from sayso.show.summary import Run
    from sayso.tally import Tally

    View(ledger).close()  # a ledger that is not there is not made
    started, tally = monotonic(), Tally()
    with Ledger(ledger) as opened, Crew(loading.loader(None), workers=workers, seconds=seconds) as crew:
        sources = list(inputs(opened))
        stopped = added(opened, crew, sources, tally)
        reader = crew.name
    run = Run(ledger=ledger, inputs=len(sources), seconds=monotonic() - started, workers=workers, reader=reader)
    report(tally, run, as_json)
    if stopped:
        raise typer.Exit(STOPPED)
