"""WARC: the pages that were fetched whole (status 200, HTML or plain text); other records hold no article.

A record that is cut or damaged is a problem, and the others are read.
"""

import io
from collections.abc import Iterator
from typing import Any

from sayso.errors import InputError
from sayso.intake.formats import html
from sayso.intake.given import Given
from sayso.intake.making import Facts, document, problem
from sayso.intake.web.records import records
from sayso.intake.web.worker import LARGEST
from sayso.model import Document, Problem

SUFFIXES: tuple[str, ...] = (".warc",)
MAGIC = (b"WARC/1.", b"WARC/0.")
MARKUP = ("text/html", "application/xhtml+xml")
NEXT = "fetch the page or the archive again"


def looks_like(head: bytes) -> bool:
    """Whether the bytes begin as a WARC record, packed or not."""
    return head.startswith(MAGIC)


def documents(data: bytes, origin: str, given: Given) -> Iterator[Document | Problem]:
    """An article or a problem for each page fetched; its origin has `#` and the record's number in the archive."""
    told = False
    for number, found in enumerate(records(data, origin), 1):
        place = f"{origin}#{number}"
        record = found if isinstance(found, InputError) else _parsed(found, place)
        if isinstance(record, InputError):
            told = True
            yield problem(record, place)
        elif _is_page(record):
            told = True
            yield _article(record, place, given)
    if not told:
        yield problem(InputError(f"{origin}: no page in this archive", NEXT), origin)


def _parsed(record: bytes, place: str) -> Any:
    """A record with its headers read, or the InputError that says why that can't be done."""
    from fastwarc.warc import ArchiveIterator

    try:
        found = next(iter(ArchiveIterator(io.BytesIO(record), parse_http=True, auto_decode="all")), None)
    except (OSError, ValueError, EOFError) as error:
        return InputError(f"{place}: the record is damaged: {error}", NEXT)
    return found or InputError(f"{place}: no record", NEXT)


def _is_page(record: Any) -> bool:
    """Whether a record is a page or a text that was fetched whole."""
    from fastwarc.warc import WarcRecordType

    if record.record_type != WarcRecordType.response or record.http_headers is None:
        return False
    kind = (record.http_content_type or "").lower()
    return record.http_headers.status_code == 200 and (kind in MARKUP or kind == "text/plain")


def _article(record: Any, place: str, given: Given) -> Document | Problem:
    """The article in a response."""
    try:
        payload = _payload(record, place)
        url = record.headers.get("WARC-Target-URI") or None
        if (record.http_content_type or "").lower() in MARKUP:
            return html.article(html.Page(payload, url.strip("<>") if url else None, record.http_charset), place, given)
    except InputError as error:
        return problem(error, place)
    from sayso.intake.decoding import decode

    text, charset = decode(payload, record.http_charset)
    return document(Facts(body=text, url=url, charset=charset), place, payload, given)


def _payload(record: Any, place: str) -> bytes:
    """The page's bytes, codings undone, up to the cap. Raises InputError where they are more, cut, or damaged."""
    try:
        data: bytes = record.reader.read(LARGEST + 1)
    except (OSError, ValueError, EOFError) as error:
        raise InputError(f"{place}: the record is damaged: {error}", NEXT) from error
    if len(data) > LARGEST:
        raise InputError(f"{place}: a page of more than {LARGEST} bytes", "save the article's text as .txt and read that")
    wanted = record.http_headers.get("Content-Length")
    coded = record.http_headers.get("Content-Encoding") or record.http_headers.get("Transfer-Encoding")
    if wanted and wanted.isdigit() and not coded and len(data) < int(wanted):
        raise InputError(f"{place}: {len(data)} of {wanted} bytes of the page", NEXT)
    return data
