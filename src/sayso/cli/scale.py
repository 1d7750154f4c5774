"""`sayso scale`: more articles than one ledger is made for: shards of Parquet, by processes of one machine or by a cluster."""

import os
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli._options import AsCsv, AsJson, Raw

if TYPE_CHECKING:
    from sayso.scale.engines import Engine
    from sayso.scale.running import Run
    from sayso.scale.tasks import Done

UNDONE, FLAWED, STOPPED = 1, 8, 130

commands = typer.Typer(
    add_completion=False, rich_markup_mode=None, no_args_is_help=True,
    help="Many articles: read in shards by many processes or machines, kept as Parquet, asked with SQL, brought into a ledger.",
)  # fmt: skip

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of a run.")]


@commands.command()
def run(
    paths: Annotated[list[str], typer.Argument(metavar="IN...", help="Files and folders, as for sayso add.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="The run's folder: new, or that of the same run, which goes on.")],
    engine: Annotated[str, typer.Option(metavar="local|ray", help="Processes of this machine, or actors of a Ray cluster.")] = "local",
    workers: Annotated[int, typer.Option(min=1, help="Workers; all cores of this machine if not given.")] = os.cpu_count() or 1,
    address: Annotated[str | None, typer.Option(help="With --engine ray: the cluster's address; without it one is started here.")] = None,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="Date of all these articles, 2031-04-09.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Outlet of all these articles.")] = None,
    fields: Annotated[list[str] | None, typer.Option("--map", metavar="TO=FIELD", help="Field names: text=body,title=headline; or @FILE.")] = None,
    articles: Annotated[int, typer.Option(min=1, help="Articles of a shard.")] = 200,
    seconds: Annotated[float, typer.Option(min=0.1, help="Time an article may take before it is set aside.")] = 60.0,
    groups: Annotated[int, typer.Option(min=1, help="Groups into which keys are sorted for linking: one for some 10,000 articles.")] = 16,
    link: Annotated[bool, typer.Option("--link/--no-link", help="Find copies, shared quotations, conflicts and actors named otherwise when all is read.")] = True,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """Read articles into shards of Parquet. The same command again goes on where it was, and makes anew what is damaged."""
    from sayso.intake import given
    from sayso.scale.plan import agreed, planned
    from sayso.scale.running import Running
    from sayso.scale.stamp import stamp

    plan = agreed(
        out,
        planned(
            paths, given(published, outlet, fields or ()), stamp(), articles=articles, seconds=seconds, groups=groups, link=link
        ),
    )
    chosen = engine_of(engine, workers, address)
    try:
        made = Running(out, plan, chosen, tell).run()
    except KeyboardInterrupt:
        raise typer.Exit(STOPPED) from None
    finally:
        chosen.close()
    told(made, as_json)
    if made.undone:
        raise typer.Exit(UNDONE)


def engine_of(name: str, workers: int, address: str | None) -> "Engine":
    """The engine of a name. Raises: UsageError where there is none of that name, or it is not installed."""
    from sayso.errors import UsageError
    from sayso.scale.engines.cluster import Cluster
    from sayso.scale.engines.local import Local

    if name == "ray":
        return Cluster(workers, address=address)
    if name != "local" or address:
        raise UsageError(f"--engine {name}: local or ray; --address goes with ray")
    return Local(workers)


def tell(done: "Done", number: int, of: int) -> None:
    """Nothing; a line on stderr for each folder that was made or could not be."""
    import sys

    from sayso.show.plain import plain

    what = "made" if done.manifest else f"tried again, {done.why}" if done.lost else f"not made, {done.why}"
    print(plain(f"{done.task.stage}/{done.task.name}: {what} ({number} of {of})"), file=sys.stderr)


def told(made: "Run", as_json: bool) -> None:
    """Nothing; prints what a run came to."""
    import msgspec

    from sayso.show.plain import plain

    if as_json:
        print(msgspec.json.encode(made).decode())
        return
    print(f"{made.made} shards made, {made.whole} whole already, {len(made.lost)} tried again, {len(made.undone)} shards undone")
    for title, lines in (("tried again after a loss", made.lost), ("made again", made.again), ("undone", made.undone)):
        for line in lines:
            print(plain(f"{title}: {line}"))
    counts(made.counts)


def counts(found: dict[str, dict[str, int]]) -> None:
    """Nothing; prints what each stage has counted."""
    for stage, told in found.items():
        print(f"{stage}: " + ", ".join(f"{many:,} {name}" for name, many in told.items()))


@commands.command()
def status(folder: Folder, as_json: AsJson = False) -> None:
    """How far a run is: shards that are there, and what is in them."""
    import msgspec

    from sayso.scale.plan import load
    from sayso.scale.running import state

    found = state(folder, load(folder))
    if as_json:
        print(msgspec.json.encode(found).decode())
        return
    for stage, (there, of) in found.stages.items():
        print(f"{stage}: {there} of {of} shards")
    counts(found.counts)


@commands.command()
def check(folder: Folder, as_json: AsJson = False) -> None:
    """Read every file of a run and compare it with the hash that was written with it; sayso scale run makes anew what is damaged."""
    import msgspec

    from sayso.scale.plan import load
    from sayso.scale.running import checked
    from sayso.show.plain import plain

    found = checked(folder, load(folder))
    for line in found:
        print(msgspec.json.encode({"flaw": line}).decode() if as_json else plain(line))
    if found:
        raise typer.Exit(FLAWED)
    if not as_json:
        print(f"{folder}: every shard is whole")


@commands.command()
def sql(
    folder: Folder,
    query: Annotated[str, typer.Argument(metavar="SELECT", help="One SELECT over documents, statements, events, forecasts, mentions, links, records, problems.")],
    as_json: AsJson = False, as_csv: AsCsv = False, raw: Raw = False,
) -> None:  # fmt: skip
    """Ask a run with SQL (DuckDB). It can read the run's files and nothing else."""
    import msgspec

    from sayso.cli._answers import lines
    from sayso.errors import UsageError
    from sayso.scale.asking import ask
    from sayso.show import csv
    from sayso.show.plain import plain

    if (as_json and as_csv) or (raw and not as_csv):
        raise UsageError("--json or --csv: choose one; --raw goes with --csv")
    answer = ask(folder, query)
    if as_json:
        lines(msgspec.json.encode(dict(zip(answer.columns, row, strict=True)), enc_hook=str) + b"\n" for row in answer.rows)
    elif as_csv:
        cells = ([csv.cell(value) for value in row] for row in answer.rows)
        lines(csv.line(row if raw else map(csv.safe, row)).encode("utf-8", "replace") for row in (answer.columns, *cells))
    else:
        for row in (answer.columns, *answer.rows):
            print("\t".join(plain("" if value is None else str(value)) for value in row))


@commands.command()
def into(
    folder: Folder,
    ledger: Annotated[Path, typer.Argument(metavar="LEDGER", help="The ledger file; made where there is none.")],
    link: Annotated[bool, typer.Option("--link/--no-link", help="Compare what is new with the rest when all is in.")] = True,
    as_json: AsJson = False,
) -> None:
    """Bring a run into a ledger without reading again: what sayso add would have made of the same inputs."""
    from sayso.cli.add import compared, report
    from sayso.crew.loading import loader
    from sayso.ledger import Ledger
    from sayso.scale import into as bringing
    from sayso.scale.plan import load
    from sayso.show.summary import Run
    from sayso.tally import Tally

    started, tally, plan = monotonic(), Tally(), load(folder)
    with Ledger(ledger) as opened:
        reader = bringing.into(folder, opened, loader(None), tally.add)
    stopped = compared(ledger, tally) if link and tally.steps["read"] else False
    inputs = sum(map(len, plan.bundles))
    report(tally, Run(ledger=ledger, inputs=inputs, seconds=monotonic() - started, workers=1, reader=reader), as_json)
    if stopped:
        raise typer.Exit(STOPPED)
