"""NewsML-G2 (and NewsML 1): the text items of a message or package, their text in XHTML, NITF or plain."""

from collections.abc import Iterator
from xml.etree import ElementTree

import msgspec

from sayso.errors import InputError
from sayso.intake import xml
from sayso.intake.dates import iso
from sayso.intake.formats import nitf
from sayso.intake.given import Given
from sayso.intake.making import Facts, document, problem
from sayso.intake.names import names
from sayso.intake.web.worker import parsed
from sayso.model import Document, Problem

SUFFIXES: tuple[str, ...] = (".newsml", ".newsmlg2")
ROOTS = ("newsItem", "newsMessage", "packageItem", "NewsML")
ITEMS = ("newsItem", "NewsItem")
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def looks_like(head: bytes) -> bool:
    """Whether the root element is one of NewsML's."""
    return xml.root_tag(head) in ROOTS


def documents(data: bytes, origin: str, given: Given) -> Iterator[Document | Problem]:
    """An article or a problem for each news item that is or should be text; in a message each has `#` and its number from 1."""
    try:
        root, charset = xml.root(data, origin)
    except InputError as error:
        yield problem(error, origin)
        return
    items = list(xml.named(root, *ITEMS))
    texts = [(number, item) for number, item in enumerate(items, 1) if not _is_media(item)]
    if not texts:
        yield problem(InputError(f"{origin}: no text item in this NewsML", xml.NEXT), origin)
    for number, item in texts:
        place = origin if root in items else f"{origin}#{number}"
        try:
            yield document(_facts(item, place, charset), place, ElementTree.tostring(item), given)
        except InputError as error:
            yield problem(error, place)


def _is_media(item: xml.Element) -> bool:
    """Whether an item says that it is a picture, sound, film or a package of others."""
    kind = xml.first(item, "itemClass")
    code = "" if kind is None else kind.get("qcode", "")
    return bool(code) and not code.endswith(":text")


def _facts(item: xml.Element, place: str, charset: str) -> Facts:
    """What an item says, the outer metadata before those of an NITF within. Raises InputError where it has no words."""
    body, inner = _content(item, place)
    dateline = xml.first(item, "contentCreated")
    dates = [xml.words(xml.first(item, name)) for name in ("firstCreated", "versionCreated", "FirstCreated", "DateAndTime")]
    content = next(xml.named(item, "contentSet", "DataContent"), item)
    language = xml.first(item, "language")
    own = Facts(
        body=body,
        title=xml.words(xml.first(item, "headline")) or xml.words(xml.first(item, "HeadLine")) or _title(item),
        outlet=_provider(item),
        byline=names(_byline(item)),
        section=_section(item),
        published=next((found for found in map(iso, [*dates, xml.words(dateline)]) if found), None),
        language=(language.get("tag") if language is not None else None) or content.get(LANGUAGE) or item.get(LANGUAGE),
        charset=charset,
        tidy=True,
    )
    return own if inner is None else _filled(own, inner)


def _content(item: xml.Element, place: str) -> tuple[str, Facts | None]:
    """The item's body, and what an NITF in it says besides."""
    if (wire := next(xml.named(item, "nitf"), None)) is not None:
        inner = nitf.facts(wire, place)
        return inner.body, inner
    for element in xml.named(item, "inlineXML", "DataContent"):
        if lines := xml.paragraphs(element):
            return "\n\n".join(lines), None
    for element in xml.named(item, "inlineData"):
        if text := "".join(element.itertext()).strip():
            markup = "html" in element.get("contenttype", "")
            return str(parsed(f"<html><body>{text}</body></html>", None, place)["body"]) if markup else text, None
    where = next((each.get("href") for each in xml.named(item, "remoteContent") if each.get("href")), None)
    why = f"its text lies elsewhere, at {where[:200]}" if where else "an item without text"
    raise InputError(f"{place}: {why}", "read the file it points to" if where else xml.NEXT)


def _filled(own: Facts, inner: Facts) -> Facts:
    """The item's facts with those of the NITF within it where the item has none."""
    lacking = [
        name for name in ("title", "outlet", "byline", "section", "published", "url", "language") if not getattr(own, name)
    ]
    return msgspec.structs.replace(own, **{name: getattr(inner, name) for name in lacking})


def _title(item: xml.Element) -> str | None:
    """The title in the item's own metadata."""
    return xml.words(xml.first(item, "itemMeta", "title"))


def _provider(item: xml.Element) -> str | None:
    """Who provides the item: a name, else the words of its code."""
    for role in ("provider", "Provider", "ProviderId"):
        if (found := xml.first(item, role)) is not None:
            party = xml.first(found, "Party")
            formal = party.get("FormalName") if party is not None else None
            code = found.get("literal") or found.get("qcode", "").rpartition(":")[2]
            return xml.words(xml.first(found, "name")) or formal or xml.words(found) or code or None
    return None


def _byline(item: xml.Element) -> list[str]:
    """The words of the bylines, else the names of the creators of the content."""
    lines = [words for each in xml.named(item, "by", "ByLine") if (words := xml.words(each))]
    meta = xml.first(item, "contentMeta")
    makers = [] if meta is None else list(xml.named(meta, "creator"))
    return lines or [name for each in makers if (name := xml.words(xml.first(each, "name")))]


def _section(item: xml.Element) -> str | None:
    """The name of the first subject that has one."""
    return next((name for each in xml.named(item, "subject") if (name := xml.words(xml.first(each, "name")))), None)
