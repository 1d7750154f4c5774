"""`sayso forget DOC`: a document leaves a ledger for good."""

import sys
from typing import Annotated

import typer

from sayso.cli._options import AsJson, LedgerFile


def command(
    doc: Annotated[str, typer.Argument(help="The document's id; six or more of its first digits will do.")],
    ledger: LedgerFile,
    why: Annotated[str, typer.Option(help="The reason, kept on the tombstone.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask again.")] = False,
    as_json: AsJson = False,
) -> None:
    """Take a document out for good: text, records, index and log remains are gone, a tombstone stays and refuses it if it returns."""
    from sayso.ledger import Ledger
    from sayso.show.plain import plain

    if sys.stdin.isatty() and not yes:
        typer.confirm(f"Forget {doc} in {ledger}? This can't be undone.", abort=True)
    with Ledger(ledger) as opened:
        twins = opened.forget(doc, why)
    if as_json:
        import msgspec

        print(msgspec.json.encode({"forgotten": doc, "same_words": twins}).decode())
        return
    print(plain(f"{doc} is forgotten; a tombstone stays. Backups and other copies of {ledger} still hold it."))
    if twins:
        print(plain(f"The same words stand in other documents: {', '.join(twins)}"))
