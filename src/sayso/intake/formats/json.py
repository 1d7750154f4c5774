"""JSON: one article, a list of articles, or an object that holds such a list (ninjs, JSON Feed); JSON Lines under the wrong name too."""

import json
from collections.abc import Iterator

import msgspec

from sayso.errors import InputError
from sayso.intake.fields import article
from sayso.intake.formats import jsonl
from sayso.intake.given import Given
from sayso.intake.making import problem
from sayso.model import Document, Problem

SUFFIXES: tuple[str, ...] = (".json", ".ninjs")
HOLDERS = ("articles", "items", "documents", "results", "data", "entries")


def looks_like(head: bytes) -> bool:
    """Whether the input begins as an object with a key, or as a list of objects."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return bool(jsonl.FIRST.match(start)) or (start[:1] == b"[" and start[1:].lstrip()[:1] == b"{")


def documents(data: bytes, origin: str, given: Given) -> Iterator[Document | Problem]:
    """The articles in order; in a list each has `#` and its number from 1 in its origin."""
    try:
        value, charset = jsonl.parse(data, origin)
    except InputError as error:
        if jsonl.looks_like(data[:1_000_000].lstrip()):
            yield from jsonl.documents(data, origin, given)
        else:
            yield problem(error, origin)
        return
    records = _records(value)
    if records is None:
        yield article(value, origin, data, given, charset)
        return
    given = _of_feed(value, given)
    for number, record in enumerate(records, 1):
        yield article(record, f"{origin}#{number}", _own(record), given, charset)


def _records(value: object) -> list[object] | None:
    """The list of records in a file of many."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        return next((value[name] for name in HOLDERS if isinstance(value.get(name), list)), None)
    return None


def _of_feed(value: object, given: Given) -> Given:
    """What is given, with the title of a JSON feed as the outlet of its items."""
    version, title = (value.get("version"), value.get("title")) if isinstance(value, dict) else (None, None)
    is_feed = isinstance(version, str) and "jsonfeed.org" in version and isinstance(title, str) and title and not given.outlet
    return msgspec.structs.replace(given, outlet=title) if is_feed else given


def _own(record: object) -> bytes:
    """The bytes whose hash stands for one record of many: its JSON with sorted keys."""
    return json.dumps(record, sort_keys=True, ensure_ascii=True).encode()
