"""XML without its traps: no entity is declared, nothing outside is fetched, depth and elements are capped before a tree is built."""

import html.entities
import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.parsers import expat

from sayso.errors import InputError
from sayso.intake.decoding import decode

DEEPEST = 200  # elements within elements
ELEMENTS = 2_000_000
NEXT = "fetch the file again, or save its text as .txt and read that"
ROOT = re.compile(
    rb"\s*(?>(?><\?[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>)\s*)*<(?:[\w.-]{1,40}:)?([\w.-]{1,60})", re.S
)
"""What stands before the root element, each piece taken whole: many comments in a row are no trap."""

DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})")
BLOCKS = {
    *("p", "h1", "h2", "h3", "h4", "h5", "h6", "hl2", "li", "dd", "dt", "blockquote", "bq", "pre", "div", "block", "section"),
    *("article", "body", "br", "ul", "ol", "dl", "html"),
}
BESIDE = {"media", "figure", "figcaption", "aside", "script", "style", "table", "note", "iframe", "video", "audio", "head", "nav"}

Element = ElementTree.Element


def root_tag(head: bytes) -> str:
    """The name of the root element, without its prefix, in bytes that begin as XML; else empty.

    >>> root_tag(b'<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf>'), root_tag(b"Words.")
    ('nitf', '')
    """
    found = ROOT.match(head.removeprefix(b"\xef\xbb\xbf"))
    return found[1].decode("ascii", "replace") if found else ""


def root(data: bytes, origin: str) -> tuple[Element, str]:
    """The root element and the charset. Raises InputError where the XML is damaged, declares entities or is beyond the caps."""
    declared = DECLARED.match(data)
    text, charset = decode(data, declared[1].decode() if declared else None)
    text = text.removeprefix("\ufeff")
    _check(text, origin)
    parser = ElementTree.XMLParser()  # noqa: S314 (checked above)
    parser.entity.update(html.entities.entitydefs)  # what outside definitions of news formats define, and no more
    try:
        return ElementTree.fromstring(text, parser), charset  # noqa: S314
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise InputError(f"{origin}: damaged XML: {error}", NEXT) from error


def _check(text: str, origin: str) -> None:
    """Nothing. Raises InputError where a tree of this XML should not be built."""
    parser = expat.ParserCreate("utf-8")
    depth = count = 0

    def start(_name: str, _attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > DEEPEST or count > ELEMENTS:
            raise InputError(f"{origin}: XML of more than {DEEPEST} levels or {ELEMENTS} elements", NEXT)

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def declared(name: str, *_rest: object) -> None:
        raise InputError(f"{origin}: XML that declares the entity {name[:40]}, as entity bombs do", NEXT)

    parser.StartElementHandler, parser.EndElementHandler, parser.EntityDeclHandler = start, end, declared
    try:
        parser.Parse(text, True)
    except (expat.ExpatError, ValueError) as error:
        raise InputError(f"{origin}: damaged XML: {error}", NEXT) from error


def tag(element: Element) -> str:
    """A tag without its namespace; empty for comments and instructions.

    >>> tag(Element("{http://www.example/ns}title"))
    'title'
    """
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def named(element: Element, *names: str) -> Iterator[Element]:
    """The elements at or below this one that have one of the names, in order."""
    return (each for each in element.iter() if tag(each) in names)


def first(element: Element | None, *path: str) -> Element | None:
    """The first element below by a path of names, each a child of the one before or deeper."""
    for name in path:
        if element is None:
            return None
        above = element
        element = next((each for each in named(above, name) if each is not above), None)
    return element


def words(element: Element | None) -> str | None:
    """All words in an element on one line, None where there are none."""
    return None if element is None else " ".join("".join(element.itertext()).split()) or None


def paragraphs(element: Element) -> list[str]:
    """The paragraphs in an element, each on one line; media, tables and boxes are left out."""
    out: list[list[str]] = [[]]
    _gather(element, out)
    return [line for line in (" ".join("".join(piece).split()) for piece in out) if line]


def _gather(element: Element, out: list[list[str]]) -> None:
    """Nothing; adds an element's words to the last paragraph, new ones begun where blocks begin and end."""
    block = tag(element) in BLOCKS
    if block:
        out.append([])
    out[-1].append(element.text or "")
    for each in element:
        if tag(each) and tag(each) not in BESIDE:
            _gather(each, out)
        out[-1].append(each.tail or "")
    if block:
        out.append([])
