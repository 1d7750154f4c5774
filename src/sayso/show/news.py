"""What came into a ledger last, as a feed (RFC 4287) for other programs."""

from collections.abc import Sequence

from sayso.model import Document
from sayso.show.feeds import NEVER, cell
from sayso.show.plain import plain

LEAD = 280


def atom(found: Sequence[tuple[Document, str]]) -> str:
    """The feed of documents with the times they came in at, in the order given, the latest first."""
    updated = found[0][1] if found else f"{NEVER}T00:00:00Z"
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>New in the ledger</title>\n<id>urn:sayso:news</id>\n<updated>{updated}</updated>\n<author><name>sayso</name></author>\n"
        f"{''.join(entry(document, time) for document, time in found)}</feed>\n"
    )


def entry(document: Document, time: str) -> str:
    """One document; its link is the address it came from, where that is one of the web."""
    link = f'<link href="{cell(document.url)}"/>\n' if document.url and document.url.startswith(("http://", "https://")) else ""
    outlet = f"<author><name>{cell(plain(document.outlet))}</name></author>\n" if document.outlet else ""
    start, end = document.parts.get("body", (0, len(document.text)))
    lead = plain(document.text[start : min(end, start + LEAD)])
    return (
        f"<entry>\n<title>{cell(plain(document.title or lead[:80] or document.origin))}</title>\n<id>urn:sayso:{document.id}</id>\n"
        f"<updated>{time}</updated>\n{link}{outlet}<summary>{cell(lead)}</summary>\n</entry>\n"
    )
