"""`sayso check`: whether a ledger is whole."""

import typer

from sayso.cli._options import AsJson, LedgerFile

FLAWED = 8


def command(ledger: LedgerFile, as_json: AsJson = False) -> None:
    """Check every page, index, hash, offset and reference of a ledger; exit code 8 where something is wrong."""
    from sayso.cli._answers import lines
    from sayso.errors import LedgerError
    from sayso.ledger import Ledger
    from sayso.show.plain import plain

    if not ledger.is_file():
        raise LedgerError(f"{ledger}: no such ledger")
    with Ledger(ledger) as opened:
        flaws = opened.check()
    if as_json:
        import msgspec

        lines(msgspec.json.encode(flaw) + b"\n" for flaw in flaws)
    else:
        for flaw in flaws:
            print(plain(f"{flaw.kind}: {flaw.where}: {flaw.what}"))
        print(
            plain(f"{ledger}: {f'{len(flaws)} flaws' if flaws else 'whole: pages, indexes, hashes, offsets and references hold'}")
        )
    if flaws:
        raise typer.Exit(FLAWED)
