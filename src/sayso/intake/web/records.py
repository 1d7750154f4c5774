"""The records of a WARC archive as bytes, one by one, whatever is wrong with some of them: lengths that lie, damage, rubbish between.

A record ends where its length says if another begins there or the archive ends; else where the next one begins. Of packed records each is
unpacked by itself; where one is damaged, reading goes on with the next that can be told.
"""

import re
import zlib
from collections.abc import Iterator

from sayso.errors import InputError

MAGIC = re.compile(rb"WARC/[01]\.")
NEXT = re.compile(rb"(?<=\n)\r?\nWARC/[01]\.\d+\r?\n")
HEAD_END = re.compile(rb"\r?\n\r?\n")
LENGTH = re.compile(rb"^(Content-Length:[ \t]*)(-?\d{1,19})[ \t]*(?=\r?$)", re.I | re.M)
PACKED = b"\x1f\x8b\x08"
HEAD = 65_536  # bytes of a record's own headers
LARGEST = 64 << 20  # bytes of one packed record
WHOLE = 1 << 29  # bytes of an archive that was packed as a whole
CHUNK = 1 << 16
LATER = "fetch the page or the archive again"

Record = bytes | InputError


def records(data: bytes, origin: str) -> Iterator[Record]:
    """The records in order, each with its own headers and a length that holds; an InputError for what can't be told."""
    if data[:2] == PACKED[:2]:
        yield from _packed(data, origin)
    else:
        yield from _plain(data, origin)


def _plain(data: bytes, origin: str, whole: bool = True) -> Iterator[Record]:
    """The records of bytes that are not packed; of bytes that are not whole only those behind which another begins."""
    at = 0
    while at < len(data):
        if not MAGIC.match(data, at):
            if len(data) - at > CHUNK or data[at:].strip():
                yield InputError(f"{origin}: no record begins at byte {at}", LATER)
            found = NEXT.search(data, at)
            at = _after(data, found.start()) if found else len(data)
            continue
        head = HEAD_END.search(data, at, at + HEAD)
        length = LENGTH.search(data, at, head.end()) if head else None
        end = head.end() + int(length[2]) if head and length else -1
        if head and length and int(length[2]) >= 0 and _ends(data, end) and (whole or end < len(data)):
            yield data[at:end] + b"\r\n\r\n"
            at = _after(data, end)
            continue
        found = NEXT.search(data, head.end() - 2 if head else at + 1)
        end = found.start() if found else len(data)
        if head and length and (found or whole):
            yield _mended(data[at:end], length.start(2) - at, length.end(2) - at, head.end() - at)
        else:
            yield InputError(f"{origin}: the record at byte {at} has no length or is cut", LATER)
        at = _after(data, end) if found else len(data)


def _ends(data: bytes, end: int) -> bool:
    """Whether a record may end here: the archive does, or the next record begins."""
    return end <= len(data) and (
        not data[end : end + 8].strip() if len(data) - end <= 8 else bool(MAGIC.match(data, _after(data, end)))
    )


def _after(data: bytes, end: int) -> int:
    """Where the next record begins behind the line ends that close one."""
    while end < len(data) and data[end] in b"\r\n":
        end += 1
    return end


def _mended(record: bytes, start: int, end: int, head: int) -> bytes:
    """A record with the length that it has, the line ends behind it left out."""
    body = record[head:].removesuffix(b"\n").removesuffix(b"\r")
    return record[:start] + str(len(body)).encode() + record[end:head] + body + b"\r\n\r\n"


def _packed(data: bytes, origin: str) -> Iterator[Record]:
    """The records of an archive whose records are packed one by one, or that was packed as a whole."""
    at, told = 0, False
    while 0 <= at < len(data):
        out, end = _unpacked(data, at, WHOLE if at == 0 else LARGEST)
        if end is None:
            found = [each for each in _plain(out, origin, whole=False) if isinstance(each, bytes)]
            yield from found
            if found or not told:
                yield InputError(f"{origin}: the archive is damaged at byte {at} or behind it", LATER)
            told = True
            at = _next(data, at + 1)
            continue
        yield from _plain(out, origin)
        told = False
        if data[end : end + 3] == PACKED or end == len(data):
            at = end
        else:
            yield InputError(f"{origin}: no record begins at byte {end}", LATER)
            at = _next(data, end)


def _unpacked(data: bytes, at: int, largest: int) -> tuple[bytes, int | None]:
    """What is packed from a place on, as far as it is whole, and where it ends: None where it is damaged, cut or too large."""
    engine, out = zlib.decompressobj(31), bytearray()
    start, whole = at, False
    try:
        while not engine.eof and start < len(data) and len(out) <= largest:
            rest = data[start : start + CHUNK]
            start += len(rest)
            while rest and not engine.eof and len(out) <= largest:
                out += engine.decompress(rest, CHUNK)
                rest = engine.unconsumed_tail
        whole = engine.eof and len(out) <= largest
    except zlib.error:
        whole = False
    return bytes(out), start - len(engine.unused_data) if whole else None


def _next(data: bytes, at: int) -> int:
    """Where the next packed record begins, -1 where none does."""
    while (at := data.find(PACKED, at)) >= 0:
        if MAGIC.match(_begins(data[at : at + 512])):
            return at
        at += 1
    return -1


def _begins(packed: bytes) -> bytes:
    """The first bytes of what may be packed, none where it is not."""
    try:
        return zlib.decompressobj(31).decompress(packed, 8)
    except zlib.error:
        return b""
