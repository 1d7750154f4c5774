"""Web annotations: records as W3C Web Annotation JSON-LD, each span by position (in code points) and by quotation; and reading them back.

Source: Web Annotation Data Model, W3C Recommendation of 23 February 2017.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from sayso import __version__
from sayso.errors import InputError
from sayso.export.article import Article
from sayso.export.rows import found
from sayso.model import Event, Forecast, Span, Spans, Statement

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"sayso": "urn:sayso:terms#"}]
AROUND = 32
"""Characters before and after a quotation by which it is found again where the text has changed."""


class Anchored(msgspec.Struct, frozen=True):
    """A target read back: the annotation, what the span is in it, the span and its words."""

    id: str
    role: str
    span: Span
    exact: str


def page(articles: Iterable[Article]) -> Iterator[bytes]:
    """An AnnotationPage, article by article: an annotation for each statement, event and forecast."""
    head = {"@context": CONTEXT, "id": "urn:sayso:export", "type": "AnnotationPage"}
    before = msgspec.json.encode(head)[:-1] + b',"items":['
    for article in articles:
        for one in annotations(article):
            yield before + b"\n" + msgspec.json.encode(one)
            before = b","
    yield (before if before != b"," else b"") + b"\n]}\n"


def annotations(article: Article) -> Iterator[dict[str, Any]]:
    """An annotation for each record that was asked for; its body is the record itself and what it says in words."""
    for record in found(article):
        kind = type(record).__name__.lower()
        targets = [target(article, role, span) for role, spans in roles(record) for span in spans if span[0] < span[1]]
        yield {
            "id": f"urn:sayso:{record.id}",
            "type": "Annotation",
            "motivation": "describing",
            "creator": {"type": "Software", "name": f"sayso {__version__}, {record.by}"},
            "body": [
                {"type": "TextualBody", "purpose": "tagging", "value": kind},
                {
                    "type": "TextualBody", "purpose": "describing", "format": "application/json",
                    "value": msgspec.json.encode(record).decode(),
                },
            ],
            "target": targets,
        }  # fmt: skip


def roles(record: object) -> Sequence[tuple[str, Spans]]:
    """What a record marks in the text, by name."""
    match record:
        case Statement():
            return (("content", record.content), ("source", record.source), ("cue", record.cue))
        case Event():
            return (("trigger", (record.trigger,)), ("anchor", record.anchor), ("condition", record.condition or ()))
        case Forecast():
            return (("proposition", record.proposition), ("wording", record.wording), ("condition", record.condition or ()))
    return ()


def target(article: Article, role: str, span: Span) -> dict[str, Any]:
    """A span of the text as a target."""
    document, (start, end) = article.document, span
    source = {"id": f"urn:sayso:{document.id}", "type": "Text", "format": "text/plain", "sayso:sha256": article.sha256}
    return {
        "source": source | ({"language": document.language} if document.language else {}) | ({"sayso:url": document.url} if document.url else {}),
        "sayso:role": role,
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector", "exact": article.words((span,)), "prefix": document.text[max(0, start - AROUND) : start],
                "suffix": document.text[end : end + AROUND],
            },
        ],
    }  # fmt: skip


def read(data: bytes, text: str) -> Iterator[Anchored]:
    """The targets of an annotation, a list or a page of them, found in `text`: by position, else by the quotation where it is unique.

    Raises: InputError for what is no annotation, or points to words that are not there.
    """
    try:
        whole = msgspec.json.decode(data)
        for one in whole if isinstance(whole, list) else whole.get("items", [whole]):
            found = one["target"]
            for place in found if isinstance(found, list) else [found]:
                yield anchored(str(one.get("id", "")), place, text)
    except (msgspec.DecodeError, KeyError, TypeError, AttributeError) as fault:
        raise InputError(f"no web annotation: {fault!r}", next="give JSON-LD as sayso export webannotation writes it") from fault


def anchored(id: str, place: dict[str, Any], text: str) -> Anchored:
    """One target found in a text. Raises: InputError where its words are not there, or more than once and without a position."""
    selectors = place["selector"] if isinstance(place["selector"], list) else [place["selector"]]
    by = {one["type"]: one for one in selectors}
    quoted, position = by.get("TextQuoteSelector"), by.get("TextPositionSelector")
    role = str(place.get("sayso:role", ""))
    if position is not None:
        start, end = int(position["start"]), int(position["end"])
        if 0 <= start <= end <= len(text) and (quoted is None or text[start:end] == quoted["exact"]):
            return Anchored(id, role, (start, end), text[start:end])
    if quoted is None:
        raise InputError(f"{id}: points outside the text", next="give the text that was annotated")
    around = quoted.get("prefix", "") + quoted["exact"] + quoted.get("suffix", "")
    at = text.find(around)
    if not around or at < 0 or text.find(around, at + 1) >= 0:
        raise InputError(
            f"{id}: {quoted['exact'][:60]!r} is not in the text exactly once", next="give the text that was annotated"
        )
    start = at + len(quoted.get("prefix", ""))
    return Anchored(id, role, (start, start + len(quoted["exact"])), quoted["exact"])
