"""NITF, the wire services' older XML: one article a file."""

from collections.abc import Iterator

from sayso.errors import InputError
from sayso.intake import xml
from sayso.intake.dates import iso
from sayso.intake.given import Given
from sayso.intake.making import Facts, document, problem
from sayso.intake.names import names
from sayso.model import Document, Problem

SUFFIXES: tuple[str, ...] = (".nitf",)


def looks_like(head: bytes) -> bool:
    """Whether the root element is NITF's."""
    return xml.root_tag(head) == "nitf"


def documents(data: bytes, origin: str, given: Given) -> Iterator[Document | Problem]:
    """The article of the file, or the problem with it."""
    try:
        root, charset = xml.root(data, origin)
        yield document(facts(root, origin, charset), origin, data, given)
    except InputError as error:
        yield problem(error, origin)


def facts(root: xml.Element, origin: str, charset: str | None = None) -> Facts:
    """What an NITF element says. Raises InputError where it has no words."""
    content, head = xml.first(root, "body.content"), xml.first(root, "body.head")
    lines = xml.paragraphs(content) if content is not None else []
    if not lines:
        raise InputError(f"{origin}: no text in this NITF", xml.NEXT)
    publication = xml.first(root, "pubdata")
    said = {} if publication is None else publication.attrib
    return Facts(
        body="\n\n".join(lines),
        title=xml.words(xml.first(head, "hedline", "hl1")) or xml.words(xml.first(root, "title")),
        outlet=said.get("name") or xml.words(xml.first(head, "distributor")),
        byline=names(_byline(head)),
        section=said.get("position.section"),
        published=_published(root, said),
        url=said.get("ex-ref"),
        language=root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        charset=charset,
        tidy=True,
    )


def _byline(head: xml.Element | None) -> list[str]:
    """The words of the bylines, people named in them first."""
    lines = [] if head is None else list(xml.named(head, "byline"))
    people = [person for line in lines for person in xml.named(line, "person")]
    return [words for each in people or lines if (words := xml.words(each))]


def _published(root: xml.Element, said: dict[str, str]) -> str | None:
    """The date of issue, else of publication, else that of the dateline."""
    issued = xml.first(root, "date.issue")
    story = xml.first(root, "story.date")
    dates = [each.get("norm") for each in (issued, story) if each is not None] + [said.get("date.publication")]
    return next((found for found in map(iso, dates) if found), None)
