"""POLECAT: events as the 40 tab-separated columns that its loaders read, and a companion with evidence, status and voice.

POLECAT has no place for whether an event happened and who says so. Negated events are left out, as PLOVER has it; what is not told as
having happened bears PLOVER's auxiliary mode `future` or `hypothetical` beside its own; the companion has the rest, by Event ID.
Source: PLOVER 0.8; the header as public loaders of POLECAT spell it.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from sayso import __version__
from sayso.export.article import Article
from sayso.ledger.deeds import Party, WordedDeed
from sayso.ledger.statements import fullest
from sayso.lexicon import Lexicon
from sayso.lexicon.entries import Entry
from sayso.lexicon.plover import QUADS, Plover
from sayso.model import Event, Mention
from sayso.model.span import hull

HEADER = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name", "Actor Country",
    "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID", "Recipient Name",
    "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title", "Recipient Name Raw",
    "Wikipedia Recipient ID", "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID",
    "Raw Placename", "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations",
    "Language", "Version",
)  # fmt: skip
COMPANION = (
    "Event ID", "Document", "Text SHA-256", "Start", "End", "Spans", "Quotation", "Trigger Start", "Trigger End", "Trigger", "Status",
    "Reality", "Voice", "Own Voice", "Chain", "Within", "Condition", "Dead", "Injured", "Arrested", "Score", "Reader", "URL",
)  # fmt: skip
NONE = "None"
NEGATED = ("CT-", "PR-", "PS-")
AUXILIARY = {"foretold": "future", "conditional": "hypothetical", "demanded": "hypothetical", "hypothetical": "hypothetical"}
LANGUAGES = {None: "English", "en": "English"}
PEOPLE, BODIES, PLACES = ("person", "role"), ("organization", "group"), ("place", "state")


class Coder(msgspec.Struct, frozen=True):
    """What turns events into rows: places from the lexicon, scores and numbers from PLOVER's tables."""

    lexicon: Lexicon
    plover: Plover

    def rows(self, articles: Iterable[Article]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
        """A row of POLECAT and one of the companion for each event that is not negated."""
        for article in articles:
            story = _story(article)
            for event, deed in article.events():
                if event.status not in NEGATED:
                    yield self.row(article, event, deed, story), companion(article, event, deed)

    def row(self, article: Article, event: Event, deed: WordedDeed, story: tuple[str, ...]) -> tuple[str, ...]:
        """The 40 cells of one event."""
        document = article.document
        kind, modes = deed.type, self.plover.modes(deed.type, event.plover.modes)
        auxiliary = AUXILIARY.get(deed.reality)
        return tuple(
            map(
                cell,
                (
                    event.id, day(deed.day, document.published), kind, listed((*modes, *((auxiliary,) if auxiliary else ()))),
                    f"{self.plover.intensity(kind, modes):g}", QUADS[self.plover.quads[kind]], listed(event.plover.contexts),
                    *self.side(article, event.actors, deed.actors), *self.side(article, event.recipients, deed.recipients),
                    *self.place(article, event.where), document.outlet, (document.published or "")[:10], *story,
                    LANGUAGES.get(document.language, document.language), f"sayso {__version__}",
                ),
            )
        )  # fmt: skip

    def side(self, article: Article, ids: Sequence[str], parties: Sequence[Party]) -> tuple[str, ...]:
        """Name, country, number, first sector, sectors, title, name as written, and the Wikipedia id that we don't know."""
        mentions = [article.mentions[id] for id in ids if id in article.mentions]
        countries = [party.country or "" for party in parties]
        sectors = [party.sector for party in parties if party.sector]
        titles = [title(article, fullest(mention, article.mentions)) for mention in mentions]
        return (
            listed(party.name for party in parties), listed(countries), listed(self.plover.cow.get(code, "") for code in countries),
            listed(sectors[:1]), listed(sectors), listed(titles), listed(article.words((m.span,)) for m in mentions), NONE,
        )  # fmt: skip

    def place(self, article: Article, where: str | None) -> tuple[str, ...]:
        """Name, city, district, province, country, latitude, longitude, GeoNames id, name as written, feature type."""
        mention = article.mentions.get(where or "")
        if mention is None:
            return (NONE,) * 10
        full = fullest(mention, article.mentions)
        known = self.known(full)
        city = full.name if known and known.kind == "place" and full.kind == "place" else ""
        at = (
            [f"{known.latitude:g}", f"{known.longitude:g}"]
            if known and known.latitude is not None and known.longitude is not None
            else ["", ""]
        )
        country = full.country or (known.country if known else None)
        province = known.admin1 if known else None
        return (full.name, city, NONE, province or "", country or "", *at, NONE, article.words((mention.span,)), full.kind)

    def known(self, mention: Mention) -> Entry | None:
        """What the lexicon has of a place of this name, in this country where the country is known."""
        found = [e for e in self.lexicon.lookup(mention.name) if e.latitude is not None or e.kind == "state"]
        fitting = [e for e in found if mention.country in (None, e.country)]
        return fitting[0] if fitting else None


def companion(article: Article, event: Event, deed: WordedDeed) -> tuple[str, ...]:
    """The cells of the companion: where the event stands, in which words, with which status, in whose voice."""
    spans = event.anchor or (event.trigger,)
    start, end = hull(spans)
    tolls = (f"{count.low}-{count.high}" if count else "" for count in (event.dead, event.injured, event.arrested))
    return tuple(
        map(
            cell,
            (
                event.id, article.document.id, article.sha256, start, end, " ".join(f"{s}:{e}" for s, e in spans), article.words(spans),
                *event.trigger, article.words((event.trigger,)), event.status, event.reality, deed.speaker, "yes" if deed.own else "no",
                " ← ".join(deed.chain), event.within, article.words(event.condition or ()), *tolls, event.score, event.by,
                article.document.url,
            ),
        )
    )  # fmt: skip


def _story(article: Article) -> tuple[str, ...]:
    """The people, organizations and places of an article by their fullest names."""
    full = [m for m in article.mentions.values() if m.refers_to is None]
    return tuple(listed(m.name for m in full if m.kind in kinds) for kinds in (PEOPLE, BODIES, PLACES))


def title(article: Article, mention: Mention) -> str:
    """What stands before the name in an actor's fullest mention: "US President"."""
    before, found, _ = article.words((mention.span,)).partition(mention.name)
    return before.strip(" ,") if found and mention.kind == "person" else ""


def day(stated: str | None, published: str | None) -> str:
    """The day of the event where the text gives a whole one, else that of printing."""
    return stated if stated and len(stated) == 10 else (published or "")[:10]


def listed(values: Iterable[str]) -> str:
    """Values in one cell, each once, None where there are none.

    >>> listed(["MIL", "", "GOV", "MIL"]), listed([])
    ('MIL; GOV', 'None')
    """
    return "; ".join(dict.fromkeys(value for value in map(flat, values) if value)) or NONE


def cell(value: object) -> str:
    """A value as a cell: no tab or line end in it, None where there is none.

    >>> cell("two\\n words"), cell(None), cell(3)
    ('two words', 'None', '3')
    """
    return flat(str(value)) if value not in (None, "") else NONE


def flat(value: str) -> str:
    """The value on one line, without tabs, NUL and the like."""
    return " ".join(value.replace("\0", " ").split())


def line(cells: Sequence[str]) -> bytes:
    """One line of a tab-separated file."""
    return ("\t".join(cells) + "\n").encode("utf-8", "replace")
