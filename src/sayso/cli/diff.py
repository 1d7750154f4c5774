"""`sayso diff`: two releases compared."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli._options import AsCsv, AsJson


def command(
    a: Annotated[Path, typer.Argument(metavar="A", help="The earlier release, a folder.")],
    b: Annotated[Path, typer.Argument(metavar="B", help="The later one.")],
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Records added, removed and altered between two releases, each with its cause: a document, a reader, a person's verdict, other terms.

    Both are checked against their hashes first.
    """
    import msgspec

    from sayso.cli._answers import lines
    from sayso.errors import UsageError
    from sayso.release.comparing import Pair
    from sayso.release.opened import opened
    from sayso.show import csv
    from sayso.show.plain import plain

    if as_json and as_csv:
        raise UsageError("--json and --csv: choose one")
    changes = list(Pair(opened(a), opened(b)).changes())
    if as_json:
        lines(msgspec.json.encode(change) + b"\n" for change in changes)
    elif as_csv:
        lines(line.encode("utf-8", "replace") for line in csv.lines(changes))
    else:
        for change in changes:
            fields = f" ({', '.join(change.fields)})" if change.fields else ""
            print(plain(f"{change.table} {change.what} {change.id}{fields}: {change.why}"))
        if not changes:
            print("no record differs")
