"""`sayso read PATH…`: articles read and shown; nothing is stored."""

import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli._options import AsJson

if TYPE_CHECKING:
    from sayso.intake import Given
    from sayso.model import Document, Problem, Record
    from sayso.run import Reader

BATCH = 16  # documents analysed at once: speed only, never the records


def command(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.")],
    published: Annotated[str | None, typer.Option(metavar="DATE", help="Date of all these articles, 2031-04-09.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Outlet of all these articles.")] = None,
    fields: Annotated[
        list[str] | None, typer.Option("--map", metavar="TO=FIELD", help="Field names: text=body,title=headline; or @FILE.")
    ] = None,
    actors: Annotated[Path | None, typer.Option(help="Your own list of actors (CSV), which wins over the built-in one.")] = None,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a page that needs nothing else; for one article.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Read articles and show who says what, on whose word. Stores nothing."""
    from sayso.intake import given
    from sayso.run import Reader

    found = inputs(paths, given(published, outlet, fields or ()))
    pages: list[str] = []
    for item, records in readings(found, Reader.load(actors)):
        if as_json:
            print_lines(item, records)
        elif html is None:
            show(item, records)
        if html is not None:
            pages.extend(page(item, records))
    if html is not None:
        write(html, pages)


def inputs(paths: Iterable[str], known: "Given") -> "Iterator[Document | Problem]":
    """What the paths hold, in order; a folder without a single article in it is a problem too."""
    from sayso import intake

    for path in intake.paths(paths):
        yield from intake.open_path(path, known)


def readings(
    found: "Iterable[Document | Problem]", reader: "Reader"
) -> "Iterator[tuple[Document | Problem, tuple[Record, ...]]]":
    """Each document with its records, each problem with none, in the order found."""
    from sayso.model import Document

    rest = iter(found)
    while batch := list(islice(rest, BATCH)):
        records = reader.read_many([item for item in batch if isinstance(item, Document)])
        for item in batch:
            yield item, next(records) if isinstance(item, Document) else ()


def print_lines(item: "Document | Problem", records: "Sequence[Record]") -> None:
    """Nothing; prints contract records, one a line, in UTF-8 whatever the terminal's charset is."""
    from sayso.model import Document
    from sayso.show.lines import line, lines

    out = lines(item, records) if isinstance(item, Document) else [line(item)]
    sys.stdout.buffer.write("".join(f"{each}\n" for each in out).encode())
    sys.stdout.buffer.flush()


def show(item: "Document | Problem", records: "Sequence[Record]") -> None:
    """Nothing; prints a reading to the terminal, problems to standard error."""
    from rich.console import Console

    from sayso.model import Document
    from sayso.show.terminal import reading, trouble

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without some letter is no reason to stop
    if isinstance(item, Document):
        Console(highlight=False, emoji=False, markup=False).print(reading(item, records))
    else:
        Console(highlight=False, emoji=False, markup=False, stderr=True).print(trouble(item))


def page(item: "Document | Problem", records: "Sequence[Record]") -> "Iterator[str]":
    """The self-contained page of a document; a problem is told."""
    from sayso.model import Document
    from sayso.show.page import self_contained

    if isinstance(item, Document):
        yield self_contained(item, records)
    else:
        show(item, records)


def write(file: Path, pages: Sequence[str]) -> None:
    """Nothing; writes the page. Raises UsageError where there is not exactly one article or the file can't be written."""
    from sayso.errors import UsageError
    from sayso.show.plain import plain

    if len(pages) != 1:
        raise UsageError(f"--html {file}: a page holds one article, {len(pages)} were read")
    try:
        file.write_text(pages[0], encoding="utf-8")
    except OSError as error:
        raise UsageError(f"--html {file}: {error.strerror or error}") from error
    print(f"wrote {plain(str(file))} ({file.stat().st_size / 1000:.0f} kB)", file=sys.stderr)
