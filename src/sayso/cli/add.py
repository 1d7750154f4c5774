"""`sayso add PATH…`: articles into a ledger."""

import os
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli._options import AsJson, LedgerFile

if TYPE_CHECKING:
    from sayso.adding import Input, Step
    from sayso.crew import Crew
    from sayso.intake import Given
    from sayso.ledger import Ledger
    from sayso.show.summary import Run
    from sayso.tally import Tally

STOPPED = 130


def command(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.")],
    ledger: LedgerFile,
    workers: Annotated[int, typer.Option(min=1, help="Processes that read; all cores if not given.")] = os.cpu_count() or 1,
    seconds: Annotated[float, typer.Option(min=0.1, help="Time an article may take before it is set aside.")] = 60.0,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="Date of all these articles, 2031-04-09.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Outlet of all these articles.")] = None,
    fields: Annotated[
        list[str] | None, typer.Option("--map", metavar="TO=FIELD", help="Field names: text=body,title=headline; or @FILE.")
    ] = None,
    actors: Annotated[Path | None, typer.Option(help="Your own list of actors (CSV), which wins over the built-in one.")] = None,
    link: Annotated[bool, typer.Option("--link/--no-link", help="Compare what is new with the rest when all is read.")] = True,
    as_json: AsJson = False,
) -> None:
    """Read articles into a ledger. Adding again adds nothing; after a stop, the same command goes on where it was."""
    from sayso.crew import Crew
    from sayso.crew.loading import loader
    from sayso.intake import given
    from sayso.ledger import Ledger
    from sayso.show.summary import Run
    from sayso.tally import Tally

    known = given(published, outlet, fields or ())
    started, tally = monotonic(), Tally()
    sources = [source for source in inputs(paths, known) if not part_of(ledger, source.origin)]
    load = loader(actors)
    with Ledger(ledger) as opened, Crew(load, workers=workers, seconds=seconds) as crew:
        stopped = added(opened, crew, sources, tally)
        reader = crew.name
    if link and not stopped and tally.steps["read"]:
        stopped = compared(ledger, tally)
    run = Run(ledger=ledger, inputs=len(sources), seconds=monotonic() - started, workers=workers, reader=reader)
    report(tally, run, as_json)
    if stopped:
        raise typer.Exit(STOPPED)


def compared(ledger: Path, tally: "Tally") -> bool:
    """Whether comparing what is new with the rest was stopped by Ctrl-C; `sayso link` goes on with it."""
    from sayso.cli.link import linked
    from sayso.ledger import Ledger

    with Ledger(ledger) as opened:
        made, stopped = linked(opened)
    tally.links = made.links
    return stopped


def inputs(paths: list[str], known: "Given") -> "Iterator[Input]":
    """The files to read, each with the mark by which it is known again if neither it nor the options have changed."""
    from sayso import intake
    from sayso.adding import Input, digest, marked

    options = marked([known.published, known.outlet, dict(known.fields)])
    for path in intake.paths(paths):
        sha256 = None if str(path) == "-" else digest(path)
        yield Input(str(path), lambda path=path: intake.open_path(path, known), sha256, options)  # type: ignore[misc]


def part_of(ledger: Path, origin: str) -> bool:
    """Whether an input is the ledger itself or one of the files beside it, as when both stand in one folder."""
    return Path(origin).absolute() in {
        Path(f"{ledger}{tail}").absolute() for tail in ("", "-wal", "-shm", "-lock", "-lock-journal")
    }


def added(ledger: "Ledger", crew: "Crew", sources: "list[Input]", tally: "Tally") -> bool:
    """Whether the run was stopped by Ctrl-C; what was done until then is in the ledger."""
    from sayso.adding import Adding
    from sayso.cli._progress import line

    with line(len(sources)) as bar:

        def tell(step: "Step") -> None:
            tally.add(step)
            bar.tell(tally)

        try:
            Adding(ledger, crew, tell).run(bar.passing(sources))
        except KeyboardInterrupt:
            return True
    return False


def report(tally: "Tally", run: "Run", as_json: bool) -> None:
    """Nothing; prints what the run came to."""
    from sayso.show.summary import summary

    if as_json:
        import msgspec

        facts = {"ledger": str(run.ledger), "inputs": run.inputs, "seconds": round(run.seconds, 3), "reader": run.reader}
        print(msgspec.json.encode({**facts, **tally.summary()}).decode())
        return
    from sayso.show.plain import plain

    for text in summary(tally, run):
        print(plain(text))
