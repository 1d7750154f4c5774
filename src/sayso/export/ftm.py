"""FollowTheMoney: articles, actors, mentions, events and statements as entities, one JSON object a line.

FollowTheMoney has no schema for a quotation: a statement is a Note on its speaker (on the Article where no actor is known), with the
words in `description` and the chain in `summary`. Spans stand in `notes` as text fragments (RFC 5147, `#char=START,END` in code points).
Actors are those of one document; who is the same across documents is left to whoever loads them.
Source: FollowTheMoney 4, default model.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from sayso.export.article import Article
from sayso.export.polecat import flat, title
from sayso.ledger.statements import fullest
from sayso.lexicon.codes import iso2
from sayso.model import Mention, Spans
from sayso.show.escape import safe_link

SCHEMATA = {
    "person": "Person",
    "organization": "Organization",
    "group": "Organization",
    "state": "PublicBody",
    "role": "LegalEntity",
}
PUBLIC = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY"})
LANGUAGES = {None: "eng", "en": "eng"}
Entity = dict[str, Any]


def lines(articles: Iterable[Article]) -> Iterator[bytes]:
    """One entity a line."""
    countries = iso2()
    for article in articles:
        for one in entities(article, countries):
            yield msgspec.json.encode(one) + b"\n"


def entities(article: Article, countries: dict[str, str]) -> Iterator[Entity]:
    """The entities of one article: itself, the actors that are named in what follows with their mentions, events, statements."""
    events, notes = list(_events(article)), list(_notes(article))
    named = dict.fromkeys(id for one in (*events, *notes) for id in one.pop("actors"))
    yield _article(article)
    for mention in article.mentions.values():
        full = fullest(mention, article.mentions)
        if full.id in named and mention.id == full.id:
            yield _actor(article, mention, countries)
        if full.id in named and mention.kind != "pronoun":
            yield _mention(article, mention, full, countries)
    yield from (*events, *notes)


def entity(id: str, schema: str, **properties: object) -> Entity:
    """An entity; properties without a value are left out, single ones become lists; a name stands on one line."""
    properties |= {"name": flat(str(properties["name"]))} if properties.get("name") else {}
    kept = {name: list(value) if isinstance(value, list | tuple) else [value] for name, value in properties.items() if value}
    return {
        "id": id,
        "schema": schema,
        "properties": {name: [str(one) for one in values if one] for name, values in kept.items()},
    }


def _article(article: Article) -> Entity:
    document = article.document
    return entity(
        document.id, "Article", title=document.title, author=document.byline, publisher=document.outlet, bodyText=document.text,
        publishedAt=document.published, sourceUrl=safe_link(document.url), language=LANGUAGES.get(document.language),
    )  # fmt: skip


def schema(mention: Mention) -> str:
    """The schema of an actor: public bodies by their sector, others by their kind."""
    if mention.kind in ("organization", "group") and mention.sector in PUBLIC:
        return "PublicBody"
    return SCHEMATA.get(mention.kind, "LegalEntity")


def _actor(article: Article, mention: Mention, countries: dict[str, str]) -> Entity:
    position = title(article, mention) if mention.kind == "person" else ""
    more = {"position": position} if schema(mention) == "Person" else {}
    return entity(
        mention.id, schema(mention), name=mention.name, country=countries.get(mention.country or ""), proof=article.document.id,
        keywords=[code for code in (mention.country, mention.sector) if code], notes=located(article, (mention.span,)), **more,
    )  # fmt: skip


def _mention(article: Article, mention: Mention, full: Mention, countries: dict[str, str]) -> Entity:
    return entity(
        f"{mention.id}.mention", "Mention", document=article.document.id, resolved=full.id, name=article.words((mention.span,)),
        detectedSchema=schema(full), contextCountry=countries.get(full.country or ""),
    )  # fmt: skip


def _events(article: Article) -> Iterator[Entity]:
    for record, deed in article.events():
        sides = [[_full(article, id) for id in ids if id in article.mentions] for ids in (record.actors, record.recipients)]
        names = [", ".join(party.name for party in parties) or "–" for parties in (deed.actors, deed.recipients)]
        spans = record.anchor or (record.trigger,)
        made = entity(
            record.id, "Event", name=f"{deed.type}: {names[0]} → {names[1]}", date=deed.day, organizer=sides[0], involved=sides[1],
            location=deed.place, summary=article.words(spans), description=f"{deed.reality} ({deed.status}); {' ← '.join(deed.chain)}",
            keywords=[deed.type, *record.plover.modes, deed.status, deed.reality], recordId=record.id, proof=article.document.id,
            publisher=article.document.outlet, sourceUrl=safe_link(article.document.url), notes=located(article, spans),
        )  # fmt: skip
        yield made | {"actors": [*sides[0], *sides[1]]}


def _notes(article: Article) -> Iterator[Entity]:
    for record, said in article.statements():
        speaker = _full(article, record.speaker) if record.speaker in article.mentions else None
        spans = record.content or record.anchor
        made = entity(
            record.id, "Note", entity=speaker or article.document.id, name=f"{said.speaker} ({record.act}, {record.form})",
            description=article.words(spans), summary=" ← ".join(article.chain(record.id)), keywords=[record.act, record.form],
            proof=article.document.id, publisher=article.document.outlet, sourceUrl=safe_link(article.document.url),
            notes=located(article, spans),
        )  # fmt: skip
        yield made | {"actors": [speaker] if speaker else []}


def _full(article: Article, id: str | None) -> str:
    """The id of the fullest mention of the same actor."""
    return fullest(article.mentions[id or ""], article.mentions).id


def located(article: Article, spans: Spans) -> list[str]:
    """Addresses of spans in the article's text, each on its own."""
    return [f"urn:sayso:{article.document.id}#char={start},{end}" for start, end in spans]


def spans_in(notes: Sequence[str]) -> Spans:
    """The spans that such addresses name.

    >>> spans_in(["urn:sayso:0123456789abcdef#char=3,9"])
    ((3, 9),)
    """
    ends = (note.partition("#char=")[2].split(",") for note in notes if "#char=" in note)
    return tuple((int(start), int(end)) for start, end in ends)
