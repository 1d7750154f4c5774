"""`sayso rate`: how reliable people hold a source to be, and how credible a claim."""

from typing import Annotated

import typer

from sayso.cli._options import AsJson, LedgerFile

commands = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None,
    help="Rate sources (A to F) and claims (1 to 6) on the Admiralty scale: by people, with who and why, each apart from the other.",
)  # fmt: skip

Who = Annotated[str, typer.Option(envvar="SAYSO_WHO", help="Who rates: kept beside the rating.")]
Why = Annotated[str, typer.Option(help="Why, in words.")]


@commands.command()
def source(
    name: Annotated[str, typer.Argument(help="An outlet or a speaker, as the ledger has the name.")],
    rating: Annotated[str, typer.Argument(metavar="A-F", help="A completely reliable … E unreliable, F cannot be judged.")],
    ledger: LedgerFile, who: Who, why: Why, as_json: AsJson = False,
) -> None:  # fmt: skip
    """How reliable a source is, whatever it says this time."""
    given(ledger, name, rating.upper(), who, why, as_json, digits=False)


@commands.command()
def claim(
    id: Annotated[str, typer.Argument(metavar="ID", help="A statement, an event or a forecast by its id.")],
    rating: Annotated[str, typer.Argument(metavar="1-6", help="1 confirmed by others … 5 improbable, 6 cannot be judged.")],
    ledger: LedgerFile, who: Who, why: Why, as_json: AsJson = False,
) -> None:  # fmt: skip
    """How credible a claim is, whoever makes it."""
    given(ledger, id, rating, who, why, as_json, digits=True)


@commands.command("list")
def listed(ledger: LedgerFile, as_json: AsJson = False) -> None:
    """The ratings that stand, each person's last of the same."""
    import msgspec

    from sayso.ledger import View
    from sayso.ledger.ratings import ratings
    from sayso.model.ratings import SCALES, standing
    from sayso.show.plain import plain

    with View(ledger) as view:
        for one in standing(ratings(view)):
            said = f"{one.about}: {one.rating}, {SCALES[one.scale][one.rating]} ({one.who}, {one.when[:10]}: {one.why})"
            print(msgspec.json.encode(one).decode() if as_json else plain(said))


def given(ledger: LedgerFile, about: str, rating: str, who: str, why: str, as_json: bool, *, digits: bool) -> None:
    """Nothing; the rating is written and told."""
    import msgspec

    from sayso.errors import UsageError
    from sayso.ledger import Ledger
    from sayso.ledger.ratings import rate
    from sayso.model.ratings import SCALES
    from sayso.show.plain import plain

    if rating.isdigit() != digits:
        raise UsageError(f"{rating!r}: sources are rated A to F, claims 1 to 6")
    with Ledger(ledger) as writer:
        made = rate(writer, about, rating, who=who, why=why)
    print(msgspec.json.encode(made).decode() if as_json else plain(f"{made.about}: {rating}, {SCALES[made.scale][rating]}"))
