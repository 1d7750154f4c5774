"""RSS and Atom files: an article an item, its text as far as the feed carries it."""

from collections.abc import Iterator
from xml.etree import ElementTree

from sayso.errors import InputError
from sayso.intake import xml
from sayso.intake.dates import iso
from sayso.intake.given import Given
from sayso.intake.making import Facts, document, problem
from sayso.intake.names import names
from sayso.intake.web.worker import parsed
from sayso.model import Document, Problem

SUFFIXES: tuple[str, ...] = (".rss", ".atom")
ROOTS = ("rss", "feed", "RDF")
TEXTS = ("encoded", "content", "description", "summary")


def looks_like(head: bytes) -> bool:
    """Whether the bytes begin as a feed."""
    return xml.root_tag(head) in ROOTS


def documents(data: bytes, origin: str, given: Given) -> Iterator[Document | Problem]:
    """The items in order; each has `#` and its number from 1 in its origin."""
    try:
        root, charset = xml.root(data, origin)
    except InputError as error:
        yield problem(error, origin)
        return
    channel = next((each for each in root if xml.tag(each) == "channel"), root)
    outlet = _child(channel, ("title",))
    items = list(xml.named(root, "item", "entry"))
    if not items:
        yield problem(InputError(f"{origin}: no item in this feed", xml.NEXT), origin)
    for number, item in enumerate(items, 1):
        place = f"{origin}#{number}"
        try:
            yield document(_facts(item, outlet, place, charset), place, ElementTree.tostring(item), given)
        except InputError as error:
            yield problem(error, place)


def _child(element: xml.Element, tags: tuple[str, ...]) -> str | None:
    """The words of the first child with one of the tags, in the order of the tags."""
    for tag in tags:
        for each in element:
            if xml.tag(each) == tag and (words := "".join(each.itertext()).strip()):
                return words
    return None


def _facts(item: xml.Element, outlet: str | None, place: str, charset: str) -> Facts:
    """What an item says; its HTML goes the way of a page."""
    content = _child(item, TEXTS) or ""
    markup = "<" in content or "&" in content
    body = str(parsed(f"<html><body>{content}</body></html>", None, place)["body"]) if markup else content
    link = next((each.get("href") or (each.text or "").strip() for each in item if xml.tag(each) == "link"), None)
    authors = [" ".join("".join(each.itertext()).split()) for each in item if xml.tag(each) in ("author", "creator")]
    return Facts(
        body=body,
        title=_child(item, ("title",)),
        outlet=outlet,
        byline=names(authors),
        section=_child(item, ("category",)),
        published=iso(_child(item, ("pubDate", "published", "date", "updated"))),
        url=link or None,
        charset=charset,
        tidy=True,
    )
