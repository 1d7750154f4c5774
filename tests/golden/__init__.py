"""Whole sample articles as read: NAME.jsonl holds one record a line, with its words. `make golden` writes them anew."""

import functools
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from sayso import samples
from sayso.intake import Given, open_path
from sayso.model import Document, Record
from sayso.run import Reader

FOLDER = Path(__file__).parent


@functools.cache
def reader() -> Reader:
    """The reader, loaded once."""
    return Reader.load()


def document(name: str) -> Document:
    """A sample article as intake gives it, its origin cut to the file's name."""
    found = list(open_path(samples.path() / f"{name}.jsonl", Given()))
    assert len(found) == 1
    assert isinstance(found[0], Document), found[0]
    return msgspec.structs.replace(found[0], origin=f"{name}.jsonl")


def is_span(value: Any) -> bool:
    """Whether a JSON value is `[start, end)`."""
    return isinstance(value, list) and len(value) == 2 and all(type(end) is int for end in value)


def words(text: str, row: dict[str, Any]) -> dict[str, Any]:
    """What stands under each span of a record, by field; the kernel's words first."""
    found: dict[str, Any] = {}
    for field, value in row.items():
        if is_span(value):
            found[field] = text[value[0] : value[1]]
        elif isinstance(value, list) and value and all(is_span(piece) for piece in value):
            found[field] = " … ".join(text[start:end] for start, end in value)
    return found


def line(text: str, row: dict[str, Any]) -> str:
    """One record as a line: type, words, then all of it."""
    return json.dumps({"type": row["type"], "words": words(text, row), **row}, ensure_ascii=False)


def lines(article: Document, records: Iterable[Record]) -> Iterator[str]:
    """The golden lines of an article: the document without its text, then every record in order."""
    for row in (json.loads(msgspec.json.encode(record)) for record in (article, *records)):
        row.pop("text", None)
        yield line(article.text, row)


@functools.cache
def readings() -> dict[str, tuple[str, ...]]:
    """The golden lines of every sample article, read one by one."""
    articles = {name: document(name) for name in samples.names()}
    return {name: tuple(lines(article, reader().read(article))) for name, article in articles.items()}


def golden(name: str) -> Path:
    """The file that keeps an article's reading."""
    return FOLDER / f"{name}.jsonl"
