"""The quotations of one text, as ranges of its words with the numbers of their runs."""

from collections.abc import Iterable

import msgspec

from sayso.link.words import Numbers, Words, shingles, signed
from sayso.model import Span
from sayso.text.parse import Quote

GRAM = 4
"""Words of a run: what is quoted is shorter than what is copied."""


class Quotation(msgspec.Struct, frozen=True, kw_only=True):
    """A quotation: its place, its words as a range of the document's words, and the runs of four by their numbers."""

    span: Span
    first: int
    last: int
    grams: tuple[int, ...]


def quotations(words: Words, coded: Numbers, quotes: Iterable[Quote]) -> tuple[Quotation, ...]:
    """The outermost quotations with four words and more, in order."""
    out = []
    for quote in quotes:
        first, last = words.within(quote.inner)
        if quote.depth == 0 and last - first >= GRAM:
            out.append(Quotation(span=quote.inner, first=first, last=last, grams=signed(shingles(coded[first:last], GRAM))))
    return tuple(out)
