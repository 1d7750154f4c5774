"""The document page: the text as an article in which one sees who says so, and beside it each record."""

import base64
import hashlib
from collections.abc import Sequence

import msgspec
from markupsafe import Markup

from sayso.ask.tied import Tie
from sayso.model import Document, Record, Span, Statement
from sayso.show.blocks import blocks
from sayso.show.cards import Card, cards_of
from sayso.show.escape import doubt, safe_link
from sayso.show.judging import Judging, judged, overlaid
from sayso.show.linked import beside, kin
from sayso.show.marks import Mark, marks_of
from sayso.show.render import asset, render
from sayso.show.rows import bar, rows_of, shares
from sayso.show.voices import Voices, listen, names_of

TABS = (
    ("statement", "Statements"), ("forecast", "Forecasts"), ("event", "Events"), ("time", "Times"), ("actor", "Actors"), ("echo", "Echoes"),
)  # fmt: skip
LEGEND = 8  # voices named under the bar


class Tab(msgspec.Struct, frozen=True):
    """One kind of record in the side panel."""

    kind: str
    label: str
    cards: Sequence[Card]


def document_page(
    document: Document,
    records: Sequence[Record],
    *,
    span: Span | None = None,
    judging: Judging | None = None,
    ties: Sequence[Tie] = (),
) -> str:
    """The page of one document as served; `span` is marked as a hit, `judging` adds what people decided and may decide.

    `ties` are its links, seen from its side: they stand beside the records they are of.
    """
    return render("document.html", **_parts(document, records, span, judging, ties), home="/", inline=None)


def self_contained(document: Document, records: Sequence[Record]) -> str:
    """The same page as one file that needs nothing else: style and script inside, allowed by their hashes alone."""
    css = asset("sayso.css")
    js = "\n".join(asset(name) for name in ("keys.js", "reader.js"))
    policy = f"default-src 'none'; script-src '{_hash(js)}'; style-src '{_hash(css)}'; img-src data:; base-uri 'none'; form-action 'none'"
    # The assets are files of this package; markup escapes would change their hashes.
    inline = {"css": Markup(css), "js": Markup(js), "policy": policy}  # noqa: S704
    return render("document.html", **_parts(document, records, None), home="", inline=inline)


def _hash(source: str) -> str:
    """The name by which a content security policy knows an inline script or style."""
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()


def _parts(
    document: Document, records: Sequence[Record], span: Span | None, judging: Judging | None = None, ties: Sequence[Tie] = ()
) -> dict[str, object]:
    """What the template of a document page is given."""
    names = names_of(document, records)
    voices = listen(document, [r for r in records if isinstance(r, Statement)], names)
    cards = beside(cards_of(document, records, names, voices), ties)
    found = list(marks_of(records, lambda statement: voices.colour(voices.of(statement))))
    colours = {r.id: voices.colour(voices.of(r.id)) for r in records if isinstance(r, Statement)}
    marks = [*(overlaid(found, judging.rows, colours) if judging else found), *_fixed(document, span)]
    rows = rows_of(document.text, blocks(document), marks, voices)
    whole = (0, len(document.text))
    return {
        "document": document,
        "judged": judged(document, records, names, voices, judging) if judging else None,
        "rows": rows,
        "titled": any(row.kind == "title" for row in rows),
        "tabs": _tabs(cards),
        "voices": voices.heard[:LEGEND],
        "more": max(len(voices.heard) - LEGEND, 0),
        "kin": kin(document.id, ties),
        "shares": shares(voices),
        "sequence": bar(whole, _filled(voices, whole), voices),
        "link": safe_link(document.url),
        "title": _title(document),
        "doubts": _doubts(document),
        "readers": sorted({card.by for card in cards if card.by}),
    }


def _title(document: Document) -> str:
    """What the page is called: the title, else the first words."""
    if document.title:
        return " ".join(document.title.split())
    first = next((line for line in document.text[:2000].splitlines() if line.strip()), "Untitled")
    return " ".join(first.split())[:100]


def _fixed(document: Document, span: Span | None) -> list[Mark]:
    """Marks that are no records: furniture and the span that was asked for."""
    out = [Mark(piece, "furniture") for piece in document.furniture]
    if span and 0 <= span[0] < span[1] <= len(document.text):
        out.append(Mark(span, "hit", attributes=(("data-span", f"{span[0]}-{span[1]}"),)))
    return out


def _filled(voices: Voices, whole: Span) -> list[tuple[Span, int]]:
    """The passages with the outlet's voice where there is none."""
    out: list[tuple[Span, int]] = []
    at = whole[0]
    for (start, end), voice in voices.passages:
        if at < start:
            out.append(((at, start), 0))
        out.append(((start, end), voice))
        at = end
    return [*out, ((at, whole[1]), 0)] if at < whole[1] else out


def _tabs(cards: Sequence[Card]) -> list[Tab]:
    """The kinds of records that the document has, statements always; what reports stands before what it reports."""
    cards = sorted(cards, key=lambda card: (card.over[0], -card.over[1]))
    found = [Tab(kind, label, [c for c in cards if c.kind == kind]) for kind, label in TABS]
    return [tab for tab in found if tab.cards or tab.kind == "statement"]


def _doubts(document: Document) -> list[str]:
    """Why title, outlet or byline may not be what they look like."""
    shown = [("title", document.title), ("outlet", document.outlet), *(("byline", name) for name in document.byline)]
    return [f"{what}: {why}" for what, name in shown if name and (why := doubt(name))]
