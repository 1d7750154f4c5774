"""JSON Lines: an object a line. A bad line is a problem and the rest goes on."""

import json
import re
from collections.abc import Iterator

import msgspec

from sayso.errors import InputError
from sayso.intake.decoding import decode
from sayso.intake.fields import article
from sayso.intake.given import Given
from sayso.intake.making import problem
from sayso.model import Document, Problem

SUFFIXES: tuple[str, ...] = (".jsonl", ".ndjson")
LONGEST = 64_000_000  # bytes of one line
FIRST = re.compile(rb'\s*\{\s*"')


def looks_like(head: bytes) -> bool:
    """Whether the first line is a whole JSON object and a second one begins."""
    line, _, rest = head.partition(b"\n")
    return bool(FIRST.match(line)) and line.rstrip().endswith(b"}") and bool(FIRST.match(rest))


def documents(data: bytes, origin: str, given: Given) -> Iterator[Document | Problem]:
    """A document or a problem for each line that is not blank; its origin is the file's with `#` and the line's number."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = decode(data)[0].encode()
    for number, line in _lines(data.removeprefix(b"\xef\xbb\xbf")):
        place = f"{origin}#{number}"
        try:
            record, charset = parse(line, place)
        except InputError as error:
            yield problem(error, place)
        else:
            yield article(record, place, line, given, charset)


def parse(data: bytes, place: str) -> tuple[object, str]:
    """The JSON value in `data` and its charset, lone surrogates kept. Raises InputError."""
    if len(data) > LONGEST:
        raise InputError(f"{place}: {len(data)} bytes of JSON, more than {LONGEST}", "split it")
    try:
        return msgspec.json.decode(data), "utf-8"
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        pass  # the standard library takes lone surrogates and NaN, and says where it stops
    text, charset = decode(data)
    try:
        return json.loads(text.removeprefix("\ufeff"), strict=False), charset
    except RecursionError as error:
        raise InputError(f"{place}: JSON nested too deep", "flatten it") from error
    except ValueError as error:
        raise InputError(f"{place}: not JSON: {error}", "mend the line; the other lines are read") from error


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Lines that are not blank with their numbers from 1, without copying the whole."""
    start, number = 0, 1
    while start < len(data):
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        line = data[start:end].removesuffix(b"\r")
        if line.strip():
            yield number, line
        start, number = end + 1, number + 1
