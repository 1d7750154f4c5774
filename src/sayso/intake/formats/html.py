"""HTML: title, two newlines, and the article's paragraphs, cut from the page around them."""

import re
from collections.abc import Iterator

import msgspec

from sayso.errors import InputError
from sayso.intake.decoding import decode
from sayso.intake.given import Given
from sayso.intake.making import Facts, document, problem
from sayso.intake.web.worker import NEXT, parsed
from sayso.model import Document, Problem

SUFFIXES: tuple[str, ...] = (".html", ".htm", ".xhtml", ".shtml")
MARKUP = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?>(?><!--.*?-->)\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)


class Page(msgspec.Struct, frozen=True):
    """A page's bytes with what its sender says of it."""

    data: bytes
    url: str | None = None
    charset: str | None = None


def looks_like(head: bytes) -> bool:
    """Whether the bytes begin as a page does."""
    return MARKUP.match(head.removeprefix(b"\xef\xbb\xbf")[:8192]) is not None


def documents(data: bytes, origin: str, given: Given) -> Iterator[Document | Problem]:
    """The article of the page, or why there is none."""
    yield article(Page(data), origin, given)


def article(page: Page, origin: str, given: Given) -> Document | Problem:
    """The article of a page, or the problem with it."""
    try:
        return document(facts(page, origin), origin, page.data, given)
    except InputError as error:
        return problem(error, origin)


def facts(page: Page, origin: str) -> Facts:
    """Body and metadata of a page. Raises InputError where it holds no article or can't be parsed."""
    declared = CHARSET.search(page.data[:8192])
    html, charset = decode(page.data, page.charset or (declared[1].decode("ascii", "replace") if declared else None))
    found = parsed(html.removeprefix("\ufeff"), page.url, origin)
    said = msgspec.convert(found["said"], dict[str, str | list[str] | None])
    body = str(found["body"])
    if not body and not said.get("title"):
        raise InputError(f"{origin}: no text on this page", NEXT)
    return msgspec.convert(said | {"body": body, "charset": charset, "tidy": True}, Facts)
