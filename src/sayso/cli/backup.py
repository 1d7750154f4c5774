"""`sayso backup FILE`: a copy of a ledger, also while others use it."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli._options import AsJson, LedgerFile


def command(
    file: Annotated[Path, typer.Argument(help="The copy; it must not exist yet.")], ledger: LedgerFile, as_json: AsJson = False
) -> None:
    """Copy a ledger as it stands now into a file, whole or not at all, while others may read and write it."""
    from sayso.ledger import View
    from sayso.show.plain import plain

    with View(ledger) as view:
        size = view.backup(file)
    with View(file) as copy:
        counts = copy.counts()
    if as_json:
        import msgspec

        print(msgspec.json.encode({"file": str(file), "bytes": size, **counts}).decode())
    else:
        print(plain(f"{file}: {counts['documents']:,} documents, {counts['statements']:,} statements, {size / 1e6:.1f} MB"))
