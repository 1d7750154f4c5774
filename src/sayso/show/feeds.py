"""Claims for other programs: a calendar (RFC 5545) of the days they fall due, a feed (RFC 4287) of those that did."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from xml.sax.saxutils import escape

from sayso.ledger.foretold import Claim
from sayso.show.foretold import WHOSE

OCTETS = 75
"""A line of a calendar has no more; the rest goes on in the next, behind a blank."""

NEVER = "1970-01-01"
CONTROL = {number: None for number in range(32) if number != 10} | {127: None}
NOT_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535), 65533)


def calendar(claims: Iterable[Claim], home: str) -> Iterator[str]:
    """The calendar in pieces: an entry a day long for each claim that has one."""
    yield "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//sayso//forecasts//EN\r\nCALSCALE:GREGORIAN\r\n"
    for claim in claims:
        if claim.due:
            yield "".join(folded(line) for line in entry(claim, claim.due, home))
    yield "END:VCALENDAR\r\n"


def entry(claim: Claim, due: str, home: str) -> Iterator[str]:
    """The lines of one entry."""
    printed = (claim.published or NEVER)[:10]
    stamp = printed if len(printed) == 10 else NEVER
    after = (date.fromisoformat(due) + timedelta(days=1)).isoformat()
    about = f"{WHOSE[claim.due_from]}. {claim.kind}, in {claim.outlet or 'an unknown outlet'}, {printed}."
    condition = f" Only if: {claim.condition}" if claim.condition else ""
    yield "BEGIN:VEVENT"
    yield f"UID:{claim.id}@sayso"
    yield f"DTSTAMP:{stamp.replace('-', '')}T000000Z"
    yield f"DTSTART;VALUE=DATE:{due.replace('-', '')}"
    yield f"DTEND;VALUE=DATE:{after.replace('-', '')}"
    yield f"SUMMARY:{worded(f'{claim.speaker}: {claim.proposition}')}"
    yield f"DESCRIPTION:{worded(about + condition)}"
    yield f"URL:{home}/forecasts/c/{claim.id}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def worded(text: str) -> str:
    """Text as a calendar takes it.

    >>> worded("a; b, c\\nd")
    'a\\\\; b\\\\, c\\\\nd'
    """
    text = "\n".join(text.splitlines()).translate(CONTROL).encode("utf-8", "replace").decode()
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> str:
    """The line with its end, cut where it has more than 75 octets; no character is cut."""
    out, used = [], 0
    for character in line:
        size = len(character.encode())
        if used + size > OCTETS:
            out.append("\r\n ")
            used = 1
        out.append(character)
        used += size
    return "".join(out) + "\r\n"


def atom(claims: Sequence[Claim], home: str) -> str:
    """The feed, the latest first; it was updated when the latest of its claims fell due."""
    entries = "".join(item(claim, home) for claim in claims)
    updated = next((claim.due for claim in claims if claim.due), NEVER)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>Forecasts that fell due</title>\n<id>urn:sayso:forecasts:due</id>\n<updated>{updated}T00:00:00Z</updated>\n"
        f'<author><name>sayso</name></author>\n<link rel="self" href="{cell(home)}/forecasts.atom"/>\n'
        f'<link href="{cell(home)}/forecasts?state=due"/>\n{entries}</feed>\n'
    )


def item(claim: Claim, home: str) -> str:
    """One entry of the feed."""
    words = f"{claim.speaker} ({claim.kind}): {claim.proposition}" + (f" [only if: {claim.condition}]" if claim.condition else "")
    return (
        f"<entry>\n<title>{cell(words)}</title>\n<id>urn:sayso:{claim.id}:{claim.due}</id>\n<updated>{claim.due}T00:00:00Z</updated>\n"
        f'<link href="{cell(home)}/forecasts/c/{claim.id}"/>\n'
        f"<summary>Fell due on {claim.due} ({cell(WHOSE[claim.due_from])}); {cell(' ← '.join(claim.chain))}, "
        f"{cell((claim.published or 'no date')[:10])}.</summary>\n</entry>\n"
    )


def cell(text: str) -> str:
    """Text as XML takes it; characters it has no place for become U+FFFD."""
    plain = text.translate(NOT_XML).encode("utf-8", "replace").decode()
    return escape(plain, {'"': "&quot;", "\r": "&#13;"})
