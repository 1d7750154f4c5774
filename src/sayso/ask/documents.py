"""Which documents there are, and how much was found in each."""

from collections.abc import Iterator

from sayso.ask.answer import Answer, Texts, lead
from sayso.ledger import DocumentRow, View


class Listed(Answer, frozen=True, kw_only=True):
    """A document; `quote` is its title where that is part of the text, else its first words."""

    title: str | None
    outlet: str | None
    byline: tuple[str, ...]
    section: str | None
    published: str | None
    published_from: str | None
    url: str | None
    language: str | None
    origin: str
    chars: int
    found: dict[str, int]
    reader: str
    added: str


def ask(
    view: View,
    *,
    containing: str | None = None,
    in_: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Iterator[Listed]:
    """Documents, latest first, undated ones last; `in_` is an outlet, `containing` a query in the text."""
    texts = Texts(view)
    for row in view.documents(limit, offset, query=containing, outlet=in_, since=since, until=until):
        yield texts.verified(listed(row, texts.of(row.id)))


def listed(row: DocumentRow, text: str) -> Listed:
    """The answer that a document makes."""
    start, end = row.parts.get("title") or lead(text)
    return Listed(
        doc=row.id,
        spans=((start, end),),
        quote=text[start:end],
        title=row.title,
        outlet=row.outlet,
        byline=row.byline,
        section=row.section,
        published=row.published,
        published_from=row.published_from,
        url=row.url,
        language=row.language,
        origin=row.origin,
        chars=row.chars,
        found=row.found,
        reader=row.reader,
        added=row.added,
    )
