"""Zip and tar: their members, unpacked into memory one by one, never by name onto the disk."""

import io
import lzma
import re
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from sayso.errors import InputError
from sayso.intake.given import Given
from sayso.intake.making import problem
from sayso.model import Document, Problem

SUFFIXES: tuple[str, ...] = (".zip", ".tar", ".tgz")
MEMBERS = 100_000
LARGEST = 256 << 20  # bytes of one member
WHOLE = 1 << 30  # bytes of all members
DEEPEST = 2  # archives within archives
NUMBERS = re.compile(r"#\d+(?=(?:#\d+)*$)")  # of members, at the end of an origin
NEXT = "unpack it yourself and read the folder"
DAMAGES = (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, OSError, EOFError, ValueError, RuntimeError)
Member = tuple[str, bytes | InputError]


def looks_like(head: bytes) -> bool:
    """Whether the bytes begin as a zip or a tar archive."""
    return head.startswith(b"PK\x03\x04") or head[257:262] == b"ustar"


def documents(data: bytes, origin: str, given: Given) -> Iterator[Document | Problem]:
    """What the members hold, in the archive's order; origins have `#` and the member's number, then the member's own."""
    from sayso.intake.opening import open_bytes

    if len(NUMBERS.findall(origin)) >= DEEPEST:
        yield problem(InputError(f"{origin}: archives nested too deep", NEXT), origin)
        return
    number = 0
    try:
        for number, (name, content) in _members(data, origin):
            place = f"{origin}#{number}"
            yield from (
                [problem(content, place)] if isinstance(content, InputError) else open_bytes(content, place, given, name=name)
            )
    except DAMAGES as error:
        yield problem(InputError(f"{origin}: the archive is damaged or locked behind member {number}: {error}", NEXT), origin)
    except InputError as error:
        yield problem(error, origin)


def _members(data: bytes, origin: str) -> Iterator[tuple[int, Member]]:
    """Regular members with their numbers, hidden ones left out. Raises InputError beyond the caps."""
    left = WHOLE
    for number, (name, content) in enumerate(_zipped(data) if data[:2] == b"PK" else _tarred(data), 1):
        size = len(content) if isinstance(content, bytes) else 0
        left -= size
        if number > MEMBERS or size > LARGEST or left < 0:
            raise InputError(
                f"{origin}: member {number} is beyond the caps ({MEMBERS} members, {LARGEST} bytes each, {WHOLE} in all)", NEXT
            )
        if not any(part.strip(".") and part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts):
            yield number, (name, content)


def _zipped(data: bytes) -> Iterator[Member]:
    """The files in a zip archive, each read up to a byte beyond the cap whatever its header says, or what is wrong with it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            if not entry.is_dir():
                yield entry.filename, _content(archive, entry)


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | InputError:
    """The bytes of one file in a zip archive, or what is wrong with it: the others may be whole."""
    try:
        with archive.open(entry) as file:
            return file.read(LARGEST + 1)
    except DAMAGES as error:
        return InputError(f"{entry.filename[:200]}: damaged or locked: {error}", NEXT)


def _tarred(data: bytes) -> Iterator[Member]:
    """The regular files in a tar archive; links and devices hold no text."""
    with tarfile.open(fileobj=io.BytesIO(data), mode="r|") as archive:
        for entry in archive:
            file = archive.extractfile(entry) if entry.isreg() else None
            if file is not None:
                yield entry.name, file.read(LARGEST + 1)
