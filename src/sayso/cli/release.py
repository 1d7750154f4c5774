"""`sayso release`: what a ledger holds as a data set that can be cited."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli._options import AsJson, LedgerFile, OutletsFile, Since, TypesFile, Until


def command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder; what is there already is never written over.")],
    ledger: LedgerFile,
    date: Annotated[str | None, typer.Option(metavar="DAY", help="The day it is dated; that of the newest row if not given.")] = None,
    title: Annotated[str, typer.Option(help="What the data set is called.")] = "A data set of statements, events and forecasts",
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Words of the speaker's name or description.")] = None,
    in_: Annotated[str | None, typer.Option("--in", metavar="OUTLET|DOC", help="An outlet, or a document by its id's first digits.")] = None,
    about: Annotated[str | None, typer.Option(metavar="NAME", help="An actor named in the content, or words of it.")] = None,
    containing: Annotated[str | None, typer.Option(metavar="QUERY", help="Words of the content, as in ask said.")] = None,
    since: Since = None, until: Until = None,
    form: Annotated[str | None, typer.Option(help="direct, indirect or mixed.")] = None,
    act: Annotated[str | None, typer.Option(help="say, claim, deny, …, as in ask said.")] = None,
    words: Annotated[int, typer.Option(min=0, help="Quotations are cut after so many words; 0: offsets alone.")] = 15,
    total: Annotated[int | None, typer.Option(min=0, help="Words of one article in all, without end if not given.")] = None,
    actors: Annotated[Path | None, typer.Option(metavar="CSV", help="The list of actors that documents were read with, to be kept.")] = None,
    types: TypesFile = None, outlets: OutletsFile = None,
    text: Annotated[bool, typer.Option("--text", help="The texts of the articles too.")] = False,
    parquet: Annotated[bool | None, typer.Option("--parquet/--no-parquet", help="Parquet beside CSV; where pyarrow is installed, if not given.")] = None,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """A dated folder of tables with a data dictionary, hashes and versions, the same bytes from the same ledger every time.

    Records are in it as they stand once people's verdicts are heard; no article text, unless --text asks for it.
    """
    from sayso.cli._answers import lines
    from sayso.export.gathering import Wanted
    from sayso.ledger import View
    from sayso.lexicon.own import own
    from sayso.release.limits import Limit
    from sayso.release.made import Terms
    from sayso.release.making import release

    wanted = Wanted(by=by, about=about, containing=containing, form=form, act=act, in_=in_, since=since, until=until)
    terms = Terms(wanted=wanted, title=title, date=date, limit=Limit(words, total), texts=text, parquet=parquet)
    lists = own(actors=actors, types=types, outlets=outlets)
    with View(ledger) as view:
        made = release(view, folder, terms, lists)
    if as_json:
        import msgspec

        lines([msgspec.json.encode(made) + b"\n"])
        return
    counted = ", ".join(f"{many} {name}" for name, many in made.counts.items())
    print(f"{folder}: release of {made.date}, id {made.id}: {counted}")
