"""`sayso ask QUESTION`: what a ledger answers, each row with document, span and words."""

from typing import Annotated

import typer

from sayso.cli import _doings, _ties
from sayso.cli._options import AsCsv, AsJson, Group, LedgerFile, OutletsFile, Raw, Since, Until

commands = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, help="Ask a ledger; every row is checked against its text."
)

By = Annotated[str | None, typer.Option(metavar="NAME", help="Words of the speaker's name or description.")]
In = Annotated[str | None, typer.Option("--in", metavar="OUTLET|DOC", help="An outlet, or a document by its id's first digits.")]
About = Annotated[str | None, typer.Option(metavar="NAME", help="An actor named in the content, or words of it.")]
Containing = Annotated[
    str | None, typer.Option(metavar="QUERY", help='Words of the content: all of them, "a phrase", beg*, this OR that.')
]
Form = Annotated[str | None, typer.Option(help="direct, indirect or mixed.")]
Act = Annotated[
    str | None, typer.Option(help="say, claim, deny, ask, demand, promise, threaten, foretell, believe, want, other.")
]


@commands.command()
def said(
    ledger: LedgerFile,
    by: By = None,
    in_: In = None,
    about: About = None,
    containing: Containing = None,
    since: Since = None,
    until: Until = None,
    form: Form = None,
    act: Act = None,
    outlets: OutletsFile = None,
    group: Group = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    raw: Raw = False,
) -> None:
    """Who said what, on whose word: statements by date, each with its chain of names from the outlet down."""
    from sayso.ask import said as question
    from sayso.ask.naming import of_group
    from sayso.cli._answers import give
    from sayso.ledger import View
    from sayso.lexicon.own import own

    lists = own(outlets=outlets)
    with View(ledger) as view:
        found = question.ask(
            view, by=by, in_=in_, about=about, containing=containing, since=since, until=until, form=form, act=act
        )
        give(of_group(found, lists, group), as_json=as_json, as_csv=as_csv, raw=raw, none="no such statement")


@commands.command()
def voices(
    ledger: LedgerFile,
    in_: In = None,
    by: By = None,
    since: Since = None,
    until: Until = None,
    outlets: OutletsFile = None,
    group: Group = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    raw: Raw = False,
) -> None:
    """Who speaks how much of each document, the outlet's own voice first."""
    from sayso.ask import voices as question
    from sayso.ask.naming import of_group
    from sayso.cli._answers import give
    from sayso.ledger import View
    from sayso.lexicon.own import own

    lists = own(outlets=outlets)
    with View(ledger) as view:
        found = question.ask(view, in_=in_, by=by, since=since, until=until)
        give(of_group(found, lists, group), as_json=as_json, as_csv=as_csv, raw=raw, none="no such document")


@commands.command()
def documents(
    ledger: LedgerFile,
    containing: Annotated[str | None, typer.Option(metavar="QUERY", help="Words of the text, as in find.")] = None,
    in_: Annotated[str | None, typer.Option("--in", metavar="OUTLET", help="Part of an outlet's name.")] = None,
    since: Since = None,
    until: Until = None,
    outlets: OutletsFile = None,
    group: Group = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    raw: Raw = False,
) -> None:
    """Which documents there are, latest first."""
    from sayso.ask import documents as question
    from sayso.ask.naming import of_group
    from sayso.cli._answers import give
    from sayso.ledger import View
    from sayso.lexicon.own import own

    lists = own(outlets=outlets)
    with View(ledger) as view:
        found = question.ask(view, containing=containing, in_=in_, since=since, until=until)
        give(of_group(found, lists, group), as_json=as_json, as_csv=as_csv, raw=raw, none="no such document")


@commands.command()
def find(
    query: Annotated[str, typer.Argument(help='Words that must all occur, "a phrase", beg*, this OR that.')],
    ledger: LedgerFile,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many places.")] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    raw: Raw = False,
) -> None:
    """Where words stand in the texts, and in whose voice."""
    from sayso.ask import find as question
    from sayso.cli._answers import give
    from sayso.ledger import View

    with View(ledger) as view:
        give(question.ask(view, query, limit=limit), as_json=as_json, as_csv=as_csv, raw=raw, none="not found")


@commands.command()
def problems(ledger: LedgerFile, as_json: AsJson = False, as_csv: AsCsv = False, raw: Raw = False) -> None:
    """Which inputs were set aside, why, and what to do."""
    from sayso.ask import problems as question
    from sayso.cli._answers import give
    from sayso.ledger import View

    with View(ledger) as view:
        give(question.ask(view), as_json=as_json, as_csv=as_csv, raw=raw, none="nothing was set aside")


commands.command()(_ties.copies)
commands.command()(_ties.quotes)
commands.command()(_ties.conflicts)
commands.command()(_ties.claims)


@commands.command()
def sources(
    id: Annotated[str, typer.Argument(metavar="RECORD", help="A statement's or event's id, as said and did give it.")],
    ledger: LedgerFile,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    raw: Raw = False,
) -> None:
    """On how many independent words a claim rests: who else tells it, counted once with all that have it from the same place."""
    from sayso.ask import sources as question
    from sayso.cli._answers import give
    from sayso.ledger import View

    with View(ledger) as view:
        give(question.ask(view, id), as_json=as_json, as_csv=as_csv, raw=raw)


@commands.command()
def story(
    doc: Annotated[str, typer.Argument(metavar="DOC", help="A document by its id's first digits.")],
    ledger: LedgerFile,
    timeline: Annotated[bool, typer.Option("--timeline", help="What they tell, day by day.")] = False,
    figures: Annotated[bool, typer.Option("--figures", help="Numbers of dead, injured and arrested, with their range and sources.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    raw: Raw = False,
) -> None:  # fmt: skip
    """Which documents are about the same unfolding event, by date; what they tell, and the figures they give."""
    from sayso.ask import story as question
    from sayso.cli._answers import give
    from sayso.errors import UsageError
    from sayso.ledger import View

    if timeline and figures:
        raise UsageError("--timeline and --figures: choose one")
    asked = question.timeline if timeline else question.tolls if figures else question.ask
    with View(ledger) as view:
        give(asked(view, doc), as_json=as_json, as_csv=as_csv, raw=raw)


@commands.command()
def actor(
    name: Annotated[str, typer.Argument(metavar="NAME", help="An actor's name, or words of it.")],
    ledger: LedgerFile,
    part: Annotated[str | None, typer.Option(help="named, said, did, undergone, foretold or about; all if not given.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many rows of each part.")] = 20,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    raw: Raw = False,
) -> None:
    """One actor: names and roles with dates, what it says, does, undergoes and foretells, what is said about it."""
    from sayso.ask import actor as question
    from sayso.cli._answers import give
    from sayso.ledger import View

    with View(ledger) as view:
        give(question.ask(view, name, part=part, limit=limit), as_json=as_json, as_csv=as_csv, raw=raw)


@commands.command()
def versions(
    ledger: LedgerFile,
    doc: Annotated[str | None, typer.Option("--in", metavar="DOC", help="One address: that of a document, by its id's first digits.")] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    raw: Raw = False,
) -> None:  # fmt: skip
    """What was quietly altered when an article came again under the same address, statement by statement."""
    from sayso.ask import versions as question
    from sayso.cli._answers import give
    from sayso.ledger import View

    with View(ledger) as view:
        give(question.ask(view, doc), as_json=as_json, as_csv=as_csv, raw=raw, none="nothing was altered")


commands.command()(_doings.did)
commands.command()(_doings.actors)
