"""`sayso sample`: records drawn at random for people to judge."""

from typing import Annotated

import typer

from sayso.cli._options import AsCsv, AsJson, LedgerFile, Raw


def command(
    ledger: LedgerFile,
    size: Annotated[int | None, typer.Option(min=1, help="Draw so many records; without it the sample is listed as far as it waits.")] = None,
    seed: Annotated[int, typer.Option(min=0, help="Another seed gives another sample.")] = 1,
    passages: Annotated[int, typer.Option(min=0, help="Draw so many passages too, to be read whole: what was missed shows there.")] = 0,
    in_: Annotated[str | None, typer.Option("--in", metavar="OUTLET|DOC", help="Only of an outlet, or of a document by its id's first digits.")] = None,
    who: Annotated[str | None, typer.Option(envvar="SAYSO_WHO", help="List what this person has not judged, whoever else has.")] = None,
    read: Annotated[str | None, typer.Option(metavar="PASSAGE", help="A passage that --who has read whole: what was not judged otherwise in it is accepted.")] = None,
    as_json: AsJson = False, as_csv: AsCsv = False, raw: Raw = False,
) -> None:  # fmt: skip
    """Draw records at random, as many statements as events and forecasts, spread over outlets and years, and list what of them waits.

    They are judged as all records are, with sayso review or on its pages; sayso accuracy tells what came of it.
    """
    from sayso.ask import sampling
    from sayso.cli._answers import give
    from sayso.errors import UsageError
    from sayso.ledger import Ledger, View, sampled

    if read is not None:
        if not who:
            raise UsageError("--read: who has read it? give --who")
        with Ledger(ledger) as writer:
            made = sampled.read(writer, read, who=who)
        print(f"{read}: read by {who}, {len(made)} records accepted")
        return
    with View(ledger) as view:
        if size is not None:
            with Ledger(ledger) as writer:
                drawn = sampling.draw(view, writer, size=size, seed=seed, passages=passages, in_=in_)
            counts = {kind: sum(one.kind == kind for one in drawn) for kind in (*sampling.KINDS, "passage")}
            print("drawn: " + ", ".join(f"{many} {kind}s" for kind, many in counts.items()))
            return
        give(sampling.waiting(view, who), as_json=as_json, as_csv=as_csv, raw=raw, none="nothing of a sample is waiting")
