"""What a View gives: frozen rows, and how they are made from the tables."""

import msgspec

from sayso.model import Document, Span, Spans, Statement


class DocumentRow(msgspec.Struct, frozen=True, kw_only=True):
    """A document without its text: what is known of it, how long it is, how much was found in it, by type."""

    id: str
    title: str | None
    outlet: str | None
    byline: tuple[str, ...]
    section: str | None
    published: str | None
    published_from: str | None
    url: str | None
    language: str | None
    origin: str
    chars: int
    found: dict[str, int]
    reader: str
    added: str
    parts: dict[str, Span]


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A statement with the document it stands in and the names from the outlet down to its own speaker.

    `content` is what the content's words were when the statement was stored, pieces joined by " … ".
    """

    statement: Statement
    document: DocumentRow
    speaker: str
    chain: tuple[str, ...]
    content: str
    about: tuple[str, ...]


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A place where words of a query stand."""

    doc: str
    spans: Spans
    quote: str


class Tombstone(msgspec.Struct, frozen=True, kw_only=True):
    """What is left of a forgotten document."""

    id: str
    forgotten: str
    why: str


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """What a write did: whether the document is new, records added and retired."""

    new: bool
    added: int
    retired: int


FACTS = (
    "title",
    "outlet",
    "byline",
    "section",
    "published",
    "published_from",
    "url",
    "language",
    "charset",
    "parts",
    "furniture",
)
"""The fields of a document that are known beside its text, in the order of the columns."""


def fact_values(document: Document) -> tuple[str | None, ...]:
    """The values of `FACTS` as columns hold them: text, or JSON for lists."""
    return tuple(
        value if value is None or isinstance(value, str) else msgspec.json.encode(value, order="sorted").decode()
        for value in (getattr(document, name) for name in FACTS)
    )


def merged(known: Document, again: Document) -> Document:
    """What is known of a document when it comes in once more: a date given by hand wins, what was unknown is filled in.

    >>> a = Document(id="1", text="Rain.", origin="a.txt", sha256="0", published="2031-01-01", published_from="inferred")
    >>> b = Document(id="1", text="Rain.", origin="b.txt", sha256="0", published="2031-02-02", published_from="given")
    >>> merged(a, b).published, merged(b, a).published, merged(a, b).origin
    ('2031-02-02', '2031-02-02', 'a.txt')
    """
    filled = {name: getattr(known, name) or getattr(again, name) for name in FACTS if name != "published_from"}
    given = again.published_from == "given" or (known.published is None and again.published is not None)
    filled |= {"published": again.published, "published_from": again.published_from} if given else {}
    return msgspec.structs.replace(known, **filled)
