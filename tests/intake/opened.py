"""Inputs opened in one line, for tests."""

from sayso.intake import Given, open_bytes
from sayso.model import Document, Problem


def opened(data: bytes | str, origin: str = "a.txt", given: Given | None = None) -> list[Document | Problem]:
    """What the bytes hold."""
    return list(open_bytes(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data, origin, given or Given()))


def document(data: bytes | str, origin: str = "a.txt", given: Given | None = None) -> Document:
    """The one document in the bytes."""
    (found,) = opened(data, origin, given)
    assert isinstance(found, Document), found
    return found


def problem(data: bytes | str, origin: str = "a.txt") -> Problem:
    """The one problem with the bytes."""
    (found,) = opened(data, origin)
    assert isinstance(found, Problem), found
    return found
