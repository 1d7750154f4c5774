"""Mail: a newsletter's subject, sender, date and text."""

import email
import email.policy
import re
from collections.abc import Iterator
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Any

import msgspec

from sayso.errors import InputError
from sayso.intake.dates import iso
from sayso.intake.decoding import decode
from sayso.intake.formats.html import Page, facts
from sayso.intake.given import Given
from sayso.intake.making import Facts, document, problem
from sayso.model import Document, Problem

SUFFIXES: tuple[str, ...] = (".eml",)
HEAD = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]*:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){3}")
NAMED = re.compile(rb"^(?:From|Received|Return-Path|Message-ID|MIME-Version):", re.I | re.M)
LONGEST = 1_000  # characters of a header


class Brief(email.policy.EmailPolicy):
    """The standard policy, but of a header only so much as can be of use: parsing one takes time with the square of its length."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """The header's value, parsed."""
        return super().header_fetch_parse(name, value[:LONGEST])


def looks_like(head: bytes) -> bool:
    """Whether the bytes begin with headers of mail."""
    found = HEAD.match(head)
    return found is not None and NAMED.search(found[0]) is not None


def documents(data: bytes, origin: str, given: Given) -> Iterator[Document | Problem]:
    """One document, the message's text (or its HTML where there is no other), its subject as the title."""
    try:
        yield document(_facts(data, origin), origin, data, given)
    except InputError as error:
        yield problem(error, origin)
    except (MessageError, ValueError, LookupError, IndexError, AttributeError, TypeError, RecursionError) as error:
        # The standard library's header parser raises any of these on headers no mailer writes.
        yield problem(InputError(f"{origin}: damaged mail: {error}", "save its text as .txt and read that"), origin)


def _facts(data: bytes, origin: str) -> Facts:
    """What a message says. Raises InputError where it has no text."""
    message = email.message_from_bytes(data, policy=Brief())
    part = message.get_body(("plain", "html")) if isinstance(message, EmailMessage) else None
    if not isinstance(part, EmailMessage):
        raise InputError(f"{origin}: a message without text", "save its text as .txt and read that")
    payload = part.get_payload(decode=True)
    raw, charset = payload if isinstance(payload, bytes) else b"", part.get_content_charset()
    if part.get_content_type() == "text/html":
        page = facts(Page(raw, charset=charset), origin)
        found = Facts(body=page.body, language=page.language, charset=page.charset, tidy=True)
    else:
        text, charset = decode(raw, charset)
        found = Facts(body=text, charset=charset, tidy=True)
    name, address = parseaddr(str(message.get("From", "")))
    return msgspec.structs.replace(
        found,
        title=str(message.get("Subject", "")) or None,
        outlet=name or address.rpartition("@")[2] or None,
        published=iso(str(message.get("Date", ""))),
    )
