"""Plain text: the decoded input, character for character."""

from collections.abc import Iterator

from sayso.intake.binary import binary
from sayso.intake.decoding import decode
from sayso.intake.given import Given
from sayso.intake.making import Facts, document
from sayso.model import Document, Problem

SUFFIXES: tuple[str, ...] = (".txt", ".text", ".md")


def looks_like(head: bytes) -> bool:
    """Whether nothing speaks against text; asked last, since text is what nothing else claims."""
    return binary(head) is None


def documents(data: bytes, origin: str, given: Given) -> Iterator[Document | Problem]:
    """One document, the whole input."""
    text, charset = decode(data)
    yield document(Facts(body=text, charset=charset), origin, data, given)
