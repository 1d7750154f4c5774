"""Rows of a release, made of one document at a time: what stands of its statements, events and forecasts, cut to the limit on words."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from sayso.ask.settled import Judgement, Settled
from sayso.export import rows as exported
from sayso.export.article import Article
from sayso.export.rows import KINDS, coded, verified
from sayso.ledger import DocumentRow
from sayso.ledger.reviewed import read_whole
from sayso.ledger.view import View
from sayso.lexicon.own import Own
from sayso.model import Count, Event, Found
from sayso.model.links import Link
from sayso.model.ratings import Rating, standing
from sayso.model.verdicts import Verdict
from sayso.release.limits import Allowance, Limit
from sayso.release.tables import COUNTS, EVENTS, FORECASTS, STATEMENTS, Table

Row = dict[str, Any]


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What a release has of one document: its row, the rows of its records by table, and the article they are made of."""

    document: Row
    rows: dict[str, list[Row]]
    article: Article


def told(
    view: View, known: DocumentRow, stands: Settled, chosen: frozenset[str] | None, limit: Limit, rated: Mapping[str, tuple[Rating, ...]],
    own: Own,
) -> Told:  # fmt: skip
    """The rows of one document; `chosen` are the statements asked for, `rated` the ratings by what they are about, `own` the user's lists. Raises: BrokenRecord where a quotation is not in the text."""
    article = Article(stands.document, stands.records, chosen)
    allowance = Allowance(limit)
    records = {record.id: record for record in stands.records if isinstance(record, Found)}
    rows = {
        table.name: [
            judged(cut(row_of(article, row, records, table), table, allowance), stands.judgements)
            | {"credibility": tuple(one.rating for one in rated.get(row.id, ()))}
            for row in (coded(verified(one, article.document.text), own) for one in KINDS[table.name][1](article))
        ]
        for table in (STATEMENTS, EVENTS, FORECASTS)
    }
    group = own.group(stands.document.outlet)
    document = document_row(view, known, article, rows) | {"outlet_group": group.group if group else None}
    return Told(document=document, rows=rows, article=article)


def document_row(view: View, known: DocumentRow, article: Article, rows: dict[str, list[Row]]) -> Row:
    """The row of the document itself: what is known of it, who read it, what it gave."""
    document = article.document
    by = sorted({record.by: None for record in article.records if isinstance(record, Found)})
    return {
        "id": document.id, "text_sha256": article.sha256, "source_sha256": document.sha256, "outlet": document.outlet,
        "byline": document.byline, "section": document.section, "title": document.title, "published": document.published,
        "published_from": document.published_from, "url": document.url, "language": document.language,
        "characters": len(document.text), "version_of": document.version_of, "engine": known.reader, "readers": by,
        **{name: len(found) for name, found in rows.items()},
        "read_whole_by": sorted({one.who: None for one in read_whole(view, document.id)}),
    }  # fmt: skip


def row_of(article: Article, row: exported.Row, records: Mapping[str, Found], table: Table) -> Row:
    """An exported row with what a release adds to it."""
    found = {name: getattr(row, name) for name in table.columns if hasattr(row, name)}
    record = records[row.id]
    return found | (of_event(article, record) if isinstance(record, Event) else {})


def of_event(article: Article, event: Event) -> Row:
    """Precision of date and place, the place's country, contexts, and the best number of people where low and high are one."""
    place = article.mentions.get(event.where or "")
    full = article.mentions.get(place.refers_to or "", place) if place else None
    return {
        "contexts": event.plover.contexts, "date_precision": event.date_precision, "place_precision": event.place_precision,
        "place_country": (full.country or (place.country if place else None)) if full else None,
        **{f"{name}_best": best(getattr(event, name)) for name in COUNTS},
    }  # fmt: skip


def best(count: Count | None) -> int | None:
    """The number that a text gives, None where it gives a range."""
    return count.low if count and count.low == count.high else None


def cut(row: Row, table: Table, allowance: Allowance) -> Row:
    """The row with its quoted words within the limit; `whole` says whether its quotation is all there."""
    short = {name: allowance.cut(row[name]) if row[name] else row[name] for name in table.worded}
    whole = {"whole": short["quote"] == row["quote"]} if "whole" in table.columns else {}
    return row | short | whole


def judged(row: Row, judgements: Any) -> Row:
    """The row with the verdict that stands over it; a speaker's name that a person wrote takes the machine's place."""
    one: Judgement | None = judgements.get(row["id"])
    by_hand = (
        {"speaker": one.speaker, "chain": (*row["chain"][:-1], one.speaker)} if one and one.speaker and "speaker" in row else {}
    )
    return row | by_hand | {"judgement": one.says if one else "", "judged_by": one.who if one else ""}


def link_row(link: Link, limit: Limit, table: Table) -> Row:
    """The row of a link."""
    whole = {name: getattr(link, name) for name in table.columns if hasattr(link, name)}
    return cut(whole | {"differs_a": link.differs[0], "differs_b": link.differs[1]}, table, Allowance(Limit(limit.words)))


def verdict_rows(verdicts: tuple[Verdict, ...], docs: dict[str, None]) -> Iterator[Row]:
    """The rows of the verdicts about these documents, in the order they were made."""
    for one in verdicts:
        if one.doc in docs:
            yield {
                "id": one.id, "about": one.about, "doc": one.doc, "says": one.says, "who": one.who, "when": one.when, "why": one.why,
                "other": one.change.other, "undoes": one.change.undoes, "sha256": one.sha256,
            }  # fmt: skip


def rating_rows(ratings: tuple[Rating, ...]) -> Iterator[Row]:
    """The rows of ratings, in the order they were made; `stands` where the person has not rated the same again."""
    stand = {one.id: None for one in standing(ratings)}
    for one in ratings:
        yield msgspec.structs.asdict(one) | {"stands": one.id in stand}
