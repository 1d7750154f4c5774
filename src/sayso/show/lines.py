"""Contract records as JSON, one object a line."""

from collections.abc import Iterable, Iterator

import msgspec

from sayso.model import Document, Problem, Record


def lines(document: Document, records: Iterable[Record]) -> Iterator[str]:
    """The document, then its records in order."""
    yield line(document)
    for record in records:
        yield line(record)


def line(record: Document | Record | Problem) -> str:
    """One record, `type` first.

    >>> line(Problem(origin="a.pdf", why="a PDF, not text", next="save its text"))
    '{"type":"problem","origin":"a.pdf","why":"a PDF, not text","next":"save its text"}'
    """
    return msgspec.json.encode(record).decode()
