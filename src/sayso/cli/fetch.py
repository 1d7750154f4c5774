"""`sayso fetch URL…`: pages from the network into a ledger."""

import os
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli._options import AsJson, LedgerFile

if TYPE_CHECKING:
    from sayso.adding import Input


def command(
    urls: Annotated[list[str], typer.Argument(metavar="URL...", help="Addresses of public pages, http or https.")],
    ledger: LedgerFile,
    workers: Annotated[int, typer.Option(min=1, help="Processes that read; all cores if not given.")] = os.cpu_count() or 1,
    seconds: Annotated[float, typer.Option(min=0.1, help="Time an article may take before it is set aside.")] = 60.0,
    link: Annotated[bool, typer.Option("--link/--no-link", help="Compare what is new with the rest when all is read.")] = True,
    as_json: AsJson = False,
) -> None:
    """Fetch pages and read them into a ledger. Only public addresses are asked, and certificates are checked."""
    from sayso.cli.add import STOPPED, added, compared, report
    from sayso.crew import Crew, loading
    from sayso.ledger import Ledger
    from sayso.show.summary import Run
    from sayso.tally import Tally

    started, tally = monotonic(), Tally()
    sources = [source(url) for url in dict.fromkeys(urls)]
    with Ledger(ledger) as opened, Crew(loading.loader(None), workers=workers, seconds=seconds) as crew:
        stopped = added(opened, crew, sources, tally)
        reader = crew.name
    if link and not stopped and tally.steps["read"]:
        stopped = compared(ledger, tally)
    run = Run(ledger=ledger, inputs=len(sources), seconds=monotonic() - started, workers=workers, reader=reader)
    report(tally, run, as_json)
    if stopped:
        raise typer.Exit(STOPPED)


def source(url: str) -> "Input":
    """A page as an input."""
    from sayso.adding import PAGE, Input
    from sayso.intake.net.page import open_url

    return Input(url, lambda: open_url(url), given=PAGE)
