"""Where words stand, and in whose voice."""

from collections.abc import Iterator
from itertools import groupby

from sayso.ask.answer import Answer, Texts
from sayso.ask.voices import Heard, heard
from sayso.ledger import DocumentRow, Hit, View
from sayso.ledger.reading import OUTLET
from sayso.model import Span
from sayso.model.span import covers

AROUND = 60


class Place(Answer, frozen=True, kw_only=True):
    """A hit: `quote` is the words found, `before` and `after` what stands around them, `chain` on whose word they are said."""

    before: str
    after: str
    chain: tuple[str, ...]
    outlet: str | None
    published: str | None
    title: str | None


def ask(view: View, query: str, *, limit: int | None = None) -> Iterator[Place]:
    """Every place where the words of `query` stand: all words, "a phrase", beg*, this OR that; best documents first."""
    texts = Texts(view)
    for doc, hits in groupby(view.find(query, limit), key=lambda hit: hit.doc):
        row, voices = view.row(doc), heard(view, doc)
        if row is not None:
            yield from (texts.verified(place(row, texts.of(doc), hit, voices)) for hit in hits)


def place(row: DocumentRow, text: str, hit: Hit, voices: tuple[Heard, ...]) -> Place:
    """The answer that a hit makes."""
    start, end = hit.spans[0][0], hit.spans[-1][1]
    return Place(
        doc=hit.doc,
        spans=hit.spans,
        quote=hit.quote,
        before=text[max(0, start - AROUND) : start],
        after=text[end : end + AROUND],
        chain=chain(row, (start, end), voices),
        outlet=row.outlet,
        published=row.published,
        title=row.title,
    )


def chain(row: DocumentRow, span: Span, voices: tuple[Heard, ...]) -> tuple[str, ...]:
    """The names from the outlet down to the one whose words these are; the outlet alone for its own, titles and furniture."""
    found = next((passage.said for passage in voices if covers(passage.span, span)), None)
    return found.chain if found else (row.outlet or OUTLET,)
