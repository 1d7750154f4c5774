"""OPML: lists of feeds. They hold no article; `feeds` says what they point to, and `sayso watch` reads that."""

from collections.abc import Iterator

from sayso.errors import InputError
from sayso.intake import xml
from sayso.intake.given import Given
from sayso.intake.making import problem
from sayso.model import Document, Problem

SUFFIXES: tuple[str, ...] = (".opml",)


def looks_like(head: bytes) -> bool:
    """Whether the root element is OPML's."""
    return xml.root_tag(head) == "opml"


def documents(data: bytes, origin: str, given: Given) -> Iterator[Document | Problem]:  # noqa: ARG001 (the signature is Format's)
    """One problem: the feeds are elsewhere."""
    try:
        count = len(feeds(data, origin))
        yield problem(
            InputError(f"{origin}: a list of {count} feeds, no articles", "sayso watch reads what it points to"), origin
        )
    except InputError as error:
        yield problem(error, origin)


def feeds(data: bytes, origin: str) -> tuple[str, ...]:
    """The addresses of the feeds in the list, in order, each once. Raises InputError where it is no OPML."""
    root, _ = xml.root(data, origin)
    if xml.tag(root) != "opml":
        raise InputError(f"{origin}: {xml.tag(root)[:40]}, no list of feeds", "give OPML, or the address of a feed")
    found = (each.get("xmlUrl") or each.get("xmlurl") or "" for each in xml.named(root, "outline"))
    return tuple(dict.fromkeys(address.strip() for address in found if address.strip()))
