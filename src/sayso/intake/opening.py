"""Paths to documents: what is read, in what order, by which format."""

import gzip
import importlib
import io
import pkgutil
import sys
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Protocol

from sayso.errors import InputError
from sayso.intake import formats
from sayso.intake.binary import binary
from sayso.intake.given import Given
from sayso.intake.making import problem
from sayso.model import Document, Problem

LARGEST = 1 << 30  # bytes of one input, unpacked
HEAD = 65_536
STDIN = "-"
NEXT = "save its text as .txt, or the page as .html, and read that"


class Format(Protocol):
    """What a module of `formats/` has."""

    SUFFIXES: tuple[str, ...]

    def looks_like(self, head: bytes) -> bool:
        """Whether the first bytes are of this format."""

    def documents(self, data: bytes, origin: str, given: Given) -> Iterator[Document | Problem]:
        """The articles in the bytes."""


@cache  # found once: the folder is the registry
def known() -> dict[str, Format]:
    """Every format by name."""
    found = sorted(module.name for module in pkgutil.iter_modules(formats.__path__))
    return {name: _module(name) for name in found}


def _module(name: str) -> Format:
    module: Format = importlib.import_module(f"{formats.__name__}.{name}")
    return module


def paths(args: Iterable[str | Path]) -> Iterator[Path]:
    """The files to read: files as named, folders with all below them in sorted order, `-` for standard input.

    Names that begin with a dot are left out of folders, and links to folders are not followed. What does not exist is given too,
    so that opening it says so.
    """
    for arg in args:
        path = Path(arg)
        if str(arg) != STDIN and path.is_dir():
            yield from _below(path)
        else:
            yield path


def _below(folder: Path) -> Iterator[Path]:
    """The files under a folder, sorted by name."""
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError:
        yield folder  # opening it tells why it can't be listed
        return
    for entry in entries:
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _below(entry)
        elif entry.is_file():
            yield entry


def open_path(path: str | Path, given: Given | None = None) -> Iterator[Document | Problem]:
    """The articles in a file (or `-`), each a document or a problem that says what to do. Never raises for what is in the file."""
    origin = "-" if str(path) == STDIN else str(path)
    try:
        data = _bytes(origin)
    except (InputError, OSError) as error:
        yield problem(error if isinstance(error, InputError) else _unread(error, origin), origin)
        return
    yield from open_bytes(data, origin, given or Given())


def open_bytes(data: bytes, origin: str, given: Given, name: str | None = None) -> Iterator[Document | Problem]:
    """The articles in bytes that came from `origin`; the suffix of `name` (else of the origin) tells the format, else the bytes do."""
    named = name or origin
    try:
        if data[:2] == b"\x1f\x8b":
            named = named.removesuffix(".gz")
            if not named.endswith(".warc"):  # whose records are packed one by one, so that damage to one spares the rest
                data = _unzipped(data, origin)
        found = _format(data, named, origin)
    except InputError as error:
        yield problem(error, origin)
        return
    yield from found.documents(data, origin, given)


def _bytes(origin: str) -> bytes:
    """The bytes of a file or of standard input, up to the cap."""
    if origin == STDIN:
        data = sys.stdin.buffer.read(LARGEST + 1)
    else:
        if not Path(origin).is_file() and Path(origin).exists():
            raise InputError(f"{origin}: not a regular file", "give a file, a folder or -")
        with Path(origin).open("rb") as file:
            data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise InputError(f"{origin}: more than {LARGEST} bytes", "split it")
    return data


def _unread(error: OSError, origin: str) -> InputError:
    """Why a file can't be opened, as the system says it."""
    return InputError(f"{origin}: {error.strerror or error}", "check the path and that you may read it")


def _unzipped(data: bytes, origin: str) -> bytes:
    """What gzip packed, up to the cap."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            out = file.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"{origin}: damaged gzip: {error}", "fetch or pack it again") from error
    if len(out) > LARGEST:
        raise InputError(f"{origin}: unpacks to more than {LARGEST} bytes", "unpack and split it")
    return out


def _format(data: bytes, name: str, origin: str) -> Format:
    """The format of the bytes: what they look like where that is certain, else the suffix, else what they look like, else text.

    Raises InputError for what is no text.
    """
    head, suffix = data[:HEAD], Path(name).suffix.lower()
    every = known()
    named = next((each for each in every.values() if suffix in each.SUFFIXES), None)
    found = named or next((each for each in every.values() if each is not every["text"] and each.looks_like(head)), every["text"])
    if found is every["text"] and (what := binary(head)):
        raise InputError(f"{origin}: {what}, not text", NEXT)
    return found
