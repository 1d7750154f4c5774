"""`sayso demo`: the sample articles from file to ledger to page, without a network."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

if TYPE_CHECKING:
    from sayso.ledger import View
    from sayso.model import Document

SHOWN = "interview"
"""The article whose reading is printed."""
FORMS = ("direct", "indirect", "mixed")


class Timing(msgspec.Struct, frozen=True):
    """Seconds that the steps took."""

    load: float
    read: float
    write: float


def command(
    ledger: Annotated[Path | None, typer.Option(help="Ledger to write; a new one in a temporary folder if not given.")] = None,
    port: Annotated[int, typer.Option(help="Port on 127.0.0.1 to serve the pages on.")] = 8765,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only print the address.")] = False,
) -> None:
    """Read twelve invented articles, show one reading, write a ledger and serve it on this machine."""
    from time import perf_counter

    from sayso.cli import read, serve
    from sayso.ledger import Ledger, View
    from sayso.run import Reader
    from sayso.show.plain import plain

    path = ledger or fresh()
    started = perf_counter()
    reader = Reader.load()
    loaded = perf_counter()
    found = {name: (document, reader.read(document)) for name, document in articles()}
    ended = perf_counter()
    with Ledger(path) as writer:
        for document, records in found.values():
            if writer.wanted(document):
                writer.write(document, records, reader=reader.name)
    timing = Timing(load=loaded - started, read=ended - loaded, write=perf_counter() - ended)
    read.show(*found[SHOWN])
    with View(path) as view:
        print(*(plain(line) for line in account(view, timing, found[SHOWN][0].id)), sep="\n")
    again = f"--ledger {quote(str(path))}"
    print(plain(f"  next    {called()} ask said --by Vonnegar {again}   ·   {called()} serve {again}"))
    if sys.stdout.isatty() and not os.environ.get("NO_BROWSER"):
        serve.command(ledger=path, port=port, no_browser=no_browser)
    else:
        print(f"  page    would be served on http://127.0.0.1:{port}/ and opened: not without a terminal or with NO_BROWSER set")


def fresh() -> Path:
    """A ledger's path in a new temporary folder."""
    from tempfile import mkdtemp

    return Path(mkdtemp(prefix="sayso-")) / "demo.sayso"


def called() -> str:
    """What to type for this command: `sayso` where the shell finds it, else the path it was started by."""
    import shutil

    return "sayso" if shutil.which("sayso") or not sys.argv[0].endswith("sayso") else quote(sys.argv[0])


def articles() -> "Iterator[tuple[str, Document]]":
    """The sample articles by name, wherever they are installed. Raises: ModelError where one of them is damaged."""
    from sayso import samples
    from sayso.errors import ModelError
    from sayso.intake import Given, open_path
    from sayso.model import Problem

    for name in samples.names():
        for document in open_path(samples.path() / f"{name}.jsonl", Given()):
            if isinstance(document, Problem):
                raise ModelError(f"{document.origin}: {document.why}")
            yield name, msgspec.structs.replace(document, origin=f"samples/{name}.jsonl")


def account(view: "View", timing: Timing, shown: str) -> Iterator[str]:
    """The summary's lines: what was read and found, a chain out of the document `shown`, how long it took."""
    counts = view.counts()
    said = list(view.statements())
    forms = ", ".join(f"{sum(one.statement.form == form for one in said)} {form}" for form in FORMS)
    nested = [one for one in said if one.statement.within]
    others = " · ".join(f"{counts[kind]} {kind}" for kind in ("events", "forecasts", "times", "mentions") if counts.get(kind))
    speed = counts["documents"] / timing.read
    yield f"  read    {counts['documents']} articles from {len(view.outlets())} invented outlets in {timing.read:.1f} s"
    yield f"  found   {counts['statements']} statements ({forms}) · {others}"
    if nested:
        deepest = max(len(one.chain) for one in nested)
        here = [one for one in nested if one.document.id == shown] or nested
        longest = max(here, key=lambda one: (len(one.chain), one.statement.score, one.statement.id))
        yield f"  chains  {len(nested)} second-hand, deepest {deepest}, such as:  {' ← '.join(longest.chain)}"
    took = f"{speed:.1f} articles/s on one core; loading the model took {timing.load:.1f} s, writing {timing.write:.2f} s"
    yield f"  wrote   {view.path} (SQLite, {view.path.stat().st_size / 1e6:.1f} MB)  {took}"
