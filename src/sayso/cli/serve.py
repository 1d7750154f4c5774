"""`sayso serve`: the pages of a ledger in a browser, on this machine alone."""

from pathlib import Path
from typing import Annotated

import typer


def command(
    ledger: Annotated[Path, typer.Option(help="The ledger file to show.")],
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to answer on; 0 takes a free one.")] = 8765,
    host: Annotated[
        str,
        typer.Option(help="Address to answer on; any but this machine's own asks for people with tokens, or for SAYSO_TOKEN."),
    ] = "127.0.0.1",
    allow_host: Annotated[list[str] | None, typer.Option(help="Another name the server answers to; may be repeated.")] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only print the address.")] = False,
) -> None:
    """Serve a ledger's pages: documents with their statements marked, search, everything as JSON and CSV too."""
    import os

    from sayso.http import serving
    from sayso.http.guard import rules
    from sayso.ledger import View
    from sayso.ledger.people import people

    def ready(address: str) -> None:
        print(f"{ledger} is served at {address} (stop with Ctrl+C)", flush=True)
        if not no_browser and serving.may_open_browser():
            serving.open_browser(address)

    with View(ledger) as view:
        peopled = bool(people(view))
    known = rules(host, os.environ.get("SAYSO_TOKEN"), tuple(allow_host or ()), peopled=peopled)
    serving.serve(ledger, host=host, port=port, known=known, ready=ready)
