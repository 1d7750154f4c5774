"""RSS and Atom files: an article an item, its text as far as the feed carries it."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from sayso.errors import InputError
from sayso.intake.dates import iso
from sayso.intake.given import Given
from sayso.intake.making import Facts, document, problem
from sayso.intake.names import names
from sayso.intake.web.worker import parsed
from sayso.model import Document, Problem

SUFFIXES: tuple[str, ...] = (".rss", ".atom")
START = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*>\s*|<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.S)
TEXTS = ("encoded", "content", "description", "summary")
NEXT = "fetch the feed again, or read the pages it points to"


def looks_like(head: bytes) -> bool:
    """Whether the bytes begin as a feed."""
    return START.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def documents(data: bytes, origin: str, given: Given) -> Iterator[Document | Problem]:
    """The items in order; each has `#` and its number from 1 in its origin."""
    try:
        root = _root(data, origin)
    except InputError as error:
        yield problem(error, origin)
        return
    channel = next((each for each in root if _tag(each) == "channel"), root)
    outlet = _child(channel, ("title",))
    for number, item in enumerate((each for each in root.iter() if _tag(each) in ("item", "entry")), 1):
        place = f"{origin}#{number}"
        try:
            yield document(_facts(item, outlet, place), place, ElementTree.tostring(item), given)
        except InputError as error:
            yield problem(error, place)


def _root(data: bytes, origin: str) -> ElementTree.Element:
    """The feed's XML. Raises InputError where it is damaged or declares entities."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise InputError(f"{origin}: a feed with a document type, which may hide entity bombs", NEXT)
    try:
        return ElementTree.fromstring(data)  # noqa: S314 (no DTD, see above)
    except (ElementTree.ParseError, ValueError, LookupError, RecursionError) as error:
        raise InputError(f"{origin}: damaged XML: {error}", NEXT) from error


def _tag(element: ElementTree.Element) -> str:
    """A tag without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _child(element: ElementTree.Element, tags: tuple[str, ...]) -> str | None:
    """The words of the first child with one of the tags, in the order of the tags."""
    for tag in tags:
        for each in element:
            if _tag(each) == tag and (words := "".join(each.itertext()).strip()):
                return words
    return None


def _facts(item: ElementTree.Element, outlet: str | None, place: str) -> Facts:
    """What an item says; its HTML goes the way of a page."""
    content = _child(item, TEXTS) or ""
    markup = "<" in content or "&" in content
    body = str(parsed(f"<html><body>{content}</body></html>", None, place)["body"]) if markup else content
    link = next((each.get("href") or (each.text or "").strip() for each in item if _tag(each) == "link"), None)
    authors = [" ".join("".join(each.itertext()).split()) for each in item if _tag(each) in ("author", "creator")]
    return Facts(
        body=body,
        title=_child(item, ("title",)),
        outlet=outlet,
        byline=names(authors),
        section=_child(item, ("category",)),
        published=iso(_child(item, ("pubDate", "published", "date", "updated"))),
        url=link or None,
        tidy=True,
    )
