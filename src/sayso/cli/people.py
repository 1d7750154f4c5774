"""`sayso people`: who may see a ledger's pages over the network, and the log of what people have done."""

from typing import Annotated

import typer

from sayso.cli._options import AsCsv, AsJson, LedgerFile, Raw

commands = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None,
    help="Let people in over the network, with a token and a role each; see what was done.",
)  # fmt: skip

Name = Annotated[str, typer.Argument(help="The person's name, kept beside what they decide.")]
Who = Annotated[str, typer.Option(envvar="SAYSO_WHO", help="Who does this: kept in the log.")]


@commands.command()
def add(
    name: Name, ledger: LedgerFile, who: Who,
    role: Annotated[str, typer.Option(help="read: the pages; review: may decide as well; admin: sees the log as well.")] = "read",
) -> None:  # fmt: skip
    """Let somebody in: prints their token, once. Adding a name again replaces token and role."""
    from sayso.ledger import Ledger
    from sayso.ledger.people import let_in

    with Ledger(ledger) as writer:
        token = let_in(writer, name, role, who=who)
    print(token)


@commands.command()
def remove(name: Name, ledger: LedgerFile, who: Who) -> None:
    """Shut somebody out, at once also from a server that runs. What they decided stays under their name."""
    from sayso.ledger import Ledger
    from sayso.ledger.people import shut_out

    with Ledger(ledger) as writer:
        shut_out(writer, name, who=who)


@commands.command("list")
def listed(ledger: LedgerFile, as_json: AsJson = False) -> None:
    """Those who are let in, with their roles. Tokens are kept nowhere, only their hashes."""
    import msgspec

    from sayso.ledger import View
    from sayso.ledger.people import people
    from sayso.show.plain import plain

    with View(ledger) as view:
        for one in people(view):
            known = {"name": one.name, "role": one.role, "who": one.who, "added": one.added}
            print(msgspec.json.encode(known).decode() if as_json else plain(f"{one.role:6}  {one.added[:10]}  {one.name}"))


@commands.command()
def log(ledger: LedgerFile, as_json: AsJson = False, as_csv: AsCsv = False, raw: Raw = False) -> None:
    """What people have done, the latest first: verdicts, questions, resolutions, who was let in, what was forgotten."""
    from sayso.cli._answers import give
    from sayso.ledger import View
    from sayso.ledger.people import log as done

    with View(ledger) as view:
        give(done(view), as_json=as_json, as_csv=as_csv, raw=raw, none="nothing was done yet")
