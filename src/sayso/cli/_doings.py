"""`sayso ask did` and `sayso ask actors`: events and those who take part in them."""

from typing import Annotated

import typer

from sayso.cli._options import AsCsv, AsJson, Group, LedgerFile, OutletsFile, Raw, Since, TypesFile, Until

In = Annotated[str | None, typer.Option("--in", metavar="OUTLET|DOC", help="An outlet, or a document by its id's first digits.")]
Who = Annotated[
    str | None, typer.Option(metavar="NAME", help="Words of an actor's name; a country (ISO-3) or sector code will do.")
]
To = Annotated[str | None, typer.Option(metavar="NAME", help="The same of a recipient.")]
Kind = Annotated[str | None, typer.Option("--type", metavar="TYPE", help="A PLOVER type: ASSAULT, CONSULT, SANCTION, …")]
Status = Annotated[
    str | None,
    typer.Option(
        metavar="STATUS",
        help="CT+ CT- PR+ PR- PS+ PS- Uu, or happened, claimed, denied, foretold, conditional, demanded, hypothetical.",
    ),
]
Told = Annotated[str | None, typer.Option("--voice", metavar="NAME", help="Words of the name of whoever says so.")]
Own = Annotated[bool, typer.Option("--own", help="What outlets tell in their own voice alone.")]
Where = Annotated[str | None, typer.Option(metavar="PLACE", help="Words of the place's name.")]
Deadly = Annotated[bool, typer.Option("--deadly", help="Where people are said to have died.")]
Limit = Annotated[int | None, typer.Option(min=1, help="At most so many.")]


def did(
    ledger: LedgerFile,
    who: Who = None,
    to: To = None,
    kind: Kind = None,
    status: Status = None,
    voice: Told = None,
    own: Own = False,
    where: Where = None,
    deadly: Deadly = False,
    in_: In = None,
    since: Since = None,
    until: Until = None,
    types: TypesFile = None,
    code: Annotated[str | None, typer.Option(metavar="CODE", help="A code of your own list of types.")] = None,
    outlets: OutletsFile = None,
    group: Group = None,
    limit: Limit = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    raw: Raw = False,
) -> None:
    """Who did what to whom, by date: each event with its status and in whose voice it stands."""
    from itertools import islice

    from sayso.ask.naming import coded, of_group
    from sayso.cli._answers import give
    from sayso.ledger import View
    from sayso.ledger.did import Sought
    from sayso.lexicon.own import own as lists_of

    sought = Sought(
        who=who,
        to=to,
        type=kind,
        status=status,
        voice=voice,
        own=own,
        where=where,
        deadly=deadly,
        in_=in_,
        since=since,
        until=until,
    )
    lists = lists_of(types=types, outlets=outlets)
    with View(ledger) as view:
        found = of_group(coded(view, sought, lists, code=code, limit=None if group else limit), lists, group)
        give(islice(found, limit), as_json=as_json, as_csv=as_csv, raw=raw, none="no such event")


def actors(
    ledger: LedgerFile,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="Words of the name.")] = None,
    country: Annotated[str | None, typer.Option(metavar="CODE", help="ISO-3, or IGO NGO IMG ISM MNC UNO EUR.")] = None,
    sector: Annotated[str | None, typer.Option(metavar="CODE", help="PLOVER's: GOV, MIL, REB, COP, …")] = None,
    kind: Annotated[str | None, typer.Option(help="person, organization, state, group, place, role.")] = None,
    part: Annotated[str | None, typer.Option(help="Only those that at least once: speaks, acts, undergoes.")] = None,
    in_: In = None,
    limit: Limit = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    raw: Raw = False,
) -> None:
    """Who takes part: how often each actor speaks, acts and undergoes something, those with most parts first."""
    from sayso.ask import actors as question
    from sayso.cli._answers import give
    from sayso.ledger import View

    with View(ledger) as view:
        found = question.ask(view, name=name, country=country, sector=sector, kind=kind, part=part, in_=in_, limit=limit)
        give(found, as_json=as_json, as_csv=as_csv, raw=raw, none="no such actor")
