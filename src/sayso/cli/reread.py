"""`sayso reread`: the documents of a ledger once more, with the reader of today."""

import os
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli._options import AsJson, LedgerFile


def command(
    ledger: LedgerFile,
    docs: Annotated[list[str] | None, typer.Argument(metavar="[DOC]...", help="Documents by their ids' first digits; all if none.")] = None,
    outdated: Annotated[bool, typer.Option("--outdated", help="Only what a reader of another name or version has read.")] = False,
    workers: Annotated[int, typer.Option(min=1, help="Processes that read; all cores if not given.")] = os.cpu_count() or 1,
    seconds: Annotated[float, typer.Option(min=0.1, help="Time an article may take before it is set aside.")] = 60.0,
    actors: Annotated[Path | None, typer.Option(help="Your own list of actors (CSV), which wins over the built-in one.")] = None,
    link: Annotated[bool, typer.Option("--link/--no-link", help="Compare what was altered with the rest when all is read.")] = True,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """Read stored articles again with the reader of today. What people decided stays; where the reader has changed its mind is told."""
    import msgspec

    from sayso.cli._progress import line
    from sayso.cli.link import linked
    from sayso.crew import Crew
    from sayso.crew.loading import loader
    from sayso.ledger import Ledger
    from sayso.rereading import listed, reread
    from sayso.show.plain import plain

    load = loader(actors)
    with Ledger(ledger) as opened, Crew(load, workers=workers, seconds=seconds) as crew:
        ids = listed(ledger, docs or ())
        with line(len(ids)) as bar:
            made = reread(ledger, opened, crew, bar.passing(ids), outdated=outdated)
        if link and made.altered:
            linked(opened)
    if as_json:
        print(msgspec.json.encode(made).decode())
        return
    print(
        f"{made.documents} read again by {plain(made.reader) or 'nobody'}: {made.altered} altered, {made.added} records added, {made.retired} retired"
    )
    if made.aside:
        print(f"{made.aside} set aside: sayso problems --ledger {plain(str(ledger))}")
    if made.turned:
        turned = ", ".join(f"{count} {how}" for how, count in made.turned.items())
        print(f"the reader has changed its mind about {turned}: sayso review list --changed --ledger {plain(str(ledger))}")
