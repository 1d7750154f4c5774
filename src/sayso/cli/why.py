"""`sayso why LINK`: a link with its evidence."""

from typing import Annotated

import typer

from sayso.cli._options import AsJson, LedgerFile


def command(
    id: Annotated[str, typer.Argument(metavar="LINK", help="A link's id or its first six digits and more.")],
    ledger: LedgerFile,
    as_json: AsJson = False,
) -> None:
    """Explain a link: both passages, the words in which they part, the reason, the linker that made it."""
    from sayso.ask import tied
    from sayso.errors import UsageError
    from sayso.ledger import View

    with View(ledger) as view:
        found = tied.why(view, id)
    if found is None:
        raise UsageError(f"no link {id!r}; sayso ask conflicts and sayso ask quotes list them")
    if as_json:
        import msgspec

        print(msgspec.json.encode(found).decode())
        return
    from sayso.show.plain import plain
    from sayso.show.ties import explained

    for text in explained(found):
        print(plain(text))
