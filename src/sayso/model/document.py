"""Document: a text as received, with what is known of it and where each fact came from."""

import hashlib

import msgspec

from sayso.model.span import Span


class Document(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="document"):
    """One text. Nothing in `text` is stripped or normalised; every span of every record points into it.

    `sha256` is of the raw bytes received; `published` is ISO 8601 (`YYYY-MM-DD` or longer) and
    `published_from` one of given, metadata, inferred; `parts` maps title, body, caption to spans;
    `furniture` marks page furniture that no reader reads.
    """

    id: str
    text: str
    origin: str
    sha256: str
    title: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    section: str | None = None
    published: str | None = None
    published_from: str | None = None
    url: str | None = None
    language: str | None = None
    charset: str | None = None
    parts: dict[str, Span] = {}
    furniture: tuple[Span, ...] = ()
    version_of: str | None = None


def document_id(text: str, url: str | None = None, outlet: str | None = None) -> str:
    """Sixteen hex digits made of text, URL and outlet: the same words from another outlet are another document."""
    key = "\x1f".join((url or "", outlet or "", text))
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
