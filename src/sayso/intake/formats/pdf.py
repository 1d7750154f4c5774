"""PDF with a text layer: its lines joined to paragraphs; date and outlet are given or stand in the text."""

from collections.abc import Iterator

import msgspec

from sayso.errors import InputError
from sayso.intake.given import Given
from sayso.intake.making import Facts, document, problem
from sayso.intake.reflow import reflowed
from sayso.intake.web.worker import shared
from sayso.model import Document, Problem

SUFFIXES: tuple[str, ...] = (".pdf",)
LARGEST = 100_000_000  # bytes
SECONDS = 45.0
NEXT = "save its text as .txt and read that"
SCANNED = "make its text readable first (OCR), or save its text as .txt"


def looks_like(head: bytes) -> bool:
    """Whether the bytes begin as a PDF."""
    return head[:1024].lstrip().startswith(b"%PDF-")


def documents(data: bytes, origin: str, given: Given) -> Iterator[Document | Problem]:
    """The whole file as one document, or the problem with it."""
    try:
        yield document(Facts(body=text(data, origin)), origin, data, given)
    except InputError as error:
        yield problem(error, origin)


def text(data: bytes, origin: str) -> str:
    """The paragraphs of a PDF. Raises InputError where it has none or can't be parsed within the caps."""
    if len(data) > LARGEST:
        raise InputError(f"{origin}: a PDF of {len(data)} bytes, more than {LARGEST}", NEXT)
    try:
        found = shared().done("pdf", data, seconds=SECONDS)
    except InputError as error:
        raise InputError(f"{origin}: a PDF that {error}", NEXT) from error
    if found["why"]:
        raise InputError(f"{origin}: a PDF, but {found['why']}", SCANNED)
    return reflowed(msgspec.convert(found["pages"], list[str]))
