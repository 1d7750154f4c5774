"""A Document made of what a format gives: text, parts, and each fact with where it came from."""

import hashlib

import msgspec

from sayso.errors import InputError
from sayso.intake.dates import in_url, iso
from sayso.intake.decoding import whole
from sayso.intake.furniture import furniture
from sayso.intake.given import Given
from sayso.intake.headline import byline, dateline, headline
from sayso.intake.language import language
from sayso.intake.names import host, names
from sayso.intake.outlets import outlet_line
from sayso.intake.spliced import spliced
from sayso.model import Document, Problem, Span, document_id

TOP = 1200  # characters in which an outlet's name alone on a line says whose the text is
LONGEST = 300_000  # code points, some 50,000 words: beyond any article, and still read within minutes


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What a format found: `body` as received, `title` only where it lies apart, the rest as its metadata say."""

    body: str
    title: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    section: str | None = None
    published: str | None = None
    published_from: str = "metadata"
    url: str | None = None
    language: str | None = None
    charset: str | None = None
    tidy: bool = False  # whether the body was cut from a page already, so that nothing at its top is title or date


def document(facts: Facts, origin: str, raw: bytes, given: Given) -> Document | Problem:
    """The document, or the problem that its text is longer than any article."""
    body, title = whole(facts.body), _line(facts.title)
    if len(body) > LONGEST:
        why = f"{origin}: {len(body)} characters in one text, more than {LONGEST}"
        return Problem(origin=origin, why=why, next="split it into articles, one a file or one a line of JSON Lines")
    text, parts = _joined(title, body)
    plain = title is None and not facts.tidy
    if plain and (found := headline(text)):
        parts = {"title": found} | _below(text, found)
        title = text[found[0] : found[1]]
    published, published_from = _published(facts, given, text if plain else "")
    outlet = _line(given.outlet) or _line(facts.outlet) or host(facts.url)
    if plain and outlet is None:
        outlet = outlet_line(text, furniture(text, parts.get("title")), TOP)
    kept = "".join(facts.url.split()) if facts.url else None
    return Document(
        id=document_id(text, whole(kept) if kept else None, outlet),
        text=text,
        origin=whole(origin),
        sha256=hashlib.sha256(raw).hexdigest(),
        title=title,
        outlet=outlet,
        byline=facts.byline or _byline(text if plain else ""),
        section=_line(facts.section),
        published=published,
        published_from=published_from,
        url=whole(kept) if kept else None,
        language=language(body, facts.language),
        charset=facts.charset,
        parts=parts,
        furniture=_furniture(text, parts, outlet, plain),
    )


def problem(error: InputError, origin: str) -> Problem:
    """The problem that an error stands for."""
    return Problem(origin=whole(origin), why=whole(str(error)), next=error.next)


def _line(value: str | None) -> str | None:
    """A fact on one line, without white space around it; None where nothing is left."""
    return " ".join(whole(value).split()) or None if value else None


def _joined(title: str | None, body: str) -> tuple[str, dict[str, Span]]:
    """Text and parts. A body that begins with its title already holds it: it stays as it is, the title is a span in it, and the part
    called `body` is what stands below.
    """
    if title is None:
        return body, {"body": (0, len(body))} if body else {}
    if inside := _at_the_top(title, body):
        return body, {"title": inside} | _below(body, inside)
    start = len(title) + 2
    parts = {"title": (0, len(title))}
    return f"{title}\n\n{body}", parts | {"body": (start, start + len(body))} if body else parts


def _below(text: str, title: Span) -> dict[str, Span]:
    """The body of a text that holds its headline: what stands below it."""
    rest = text[title[1] :]
    start = title[1] + len(rest) - len(rest.lstrip())
    return {"body": (start, len(text))} if start < len(text) else {}


def _at_the_top(title: str, body: str) -> Span | None:
    """Where a body that begins with its own title (case and white space aside) has it, as a line by itself."""
    start = len(body) - len(body.lstrip())
    line = body[start : start + 2 * len(title) + 40].split("\n", 1)[0].rstrip()
    same = " ".join(line.split()).casefold() == title.casefold()
    return (start, start + len(line)) if same else None


def _published(facts: Facts, given: Given, text: str) -> tuple[str | None, str | None]:
    """The date and where it came from: given, then metadata, then the address, then a line at the top of a plain text."""
    if given.published:
        return given.published, "given"
    if found := iso(facts.published):
        return found, facts.published_from
    if found := in_url(facts.url):
        return found, "inferred"
    line = dateline(text)
    return (line[1], "inferred") if line else (None, None)


def _byline(text: str) -> tuple[str, ...]:
    """The names in a line `By …` at the top of a plain text."""
    found = byline(text)
    return names(found[1]) if found else ()


def _furniture(text: str, parts: dict[str, Span], outlet: str | None, plain: bool) -> tuple[Span, ...]:
    """Furniture, with the byline and date lines at the top of a plain text, in order."""
    lines = [found[0] for found in (byline(text), dateline(text)) if found] if plain else []
    found = furniture(text, parts.get("title"), outlet)
    return tuple(sorted(dict.fromkeys([*found, *spliced(text), *(span for span in lines if span != parts.get("title"))])))
