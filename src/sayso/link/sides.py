"""A document prepared once for comparison with many others: its words, their numbers, its quotations, its statements."""

import re
from collections.abc import Iterator
from functools import cached_property

import msgspec
import numpy
from numpy.typing import NDArray

from sayso.link.quoted import Quotation, quotations
from sayso.link.words import Numbers, Words, numbers, shingles, words
from sayso.model import Document, Mention, Record, Span, Spans, Statement
from sayso.model.span import any_covers, length, overlaps
from sayso.text.parse import Quote
from sayso.text.quotes import quotes

GLUED = re.compile(r"(?<=[.!?])(\"([A-Z][^\"\n]{20,}[,.!?])\")(?!\w)")
"""A quotation right behind the end of a sentence: two paragraphs of a page run together."""

POST = re.compile(r"(?:^|\n)([^\n]+?)\n? ?[—–-]{1,2} ?[^\n()]{2,60} \(@\w{1,15}\)", re.MULTILINE)
"""A post set into an article: its words are its author's, with or without marks."""


class Side(msgspec.Struct, dict=True, frozen=True):
    """A document with its records; what is made of them is made once, when it is first asked for."""

    document: Document
    records: tuple[Record, ...] = ()

    @property
    def id(self) -> str:
        """The document's id."""
        return self.document.id

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    @property
    def outlet(self) -> str:
        """The outlet's name, or words for an unknown one."""
        return self.document.outlet or "an unknown outlet"

    @cached_property
    def words(self) -> Words:
        """The words of the text."""
        return words(self.text)

    @cached_property
    def coded(self) -> Numbers:
        """The numbers of the words."""
        return numbers(self.words.keys)

    @cached_property
    def made(self) -> dict[int, Numbers]:
        """The numbers of the runs made so far, by length."""
        return {}

    def runs(self, length: int) -> Numbers:
        """The number of each run of `length` words, by its first word."""
        if length not in self.made:
            self.made[length] = shingles(self.coded, length)
        return self.made[length]

    @cached_property
    def quoted(self) -> NDArray[numpy.bool_]:
        """Which words stand inside quotation marks or in a post that is set in."""
        out = numpy.zeros(len(self.words), dtype=numpy.bool_)
        posts = [match.span() for match in POST.finditer(self.text)]
        for span in (*(quote.inner for quote in self.quotes), *posts):
            first, last = self.words.within(span)
            out[first:last] = True
        return out

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotations of the text, also those that no statement holds, and those whose paragraphs lost the blank before the mark."""
        found = quotes(self.text)
        glued = [Quote(span=match.span(1), inner=match.span(2)) for match in GLUED.finditer(self.text)]
        lost = [one for one in glued if not any(overlaps(one.span, quote.span) for quote in found)]
        return tuple(sorted((*found, *lost), key=lambda quote: quote.span)) if lost else found

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The outermost quotations with their words."""
        return quotations(self.words, self.coded, self.quotes)

    @cached_property
    def grams(self) -> dict[int, list[int]]:
        """Places in `quotations` by the number of a run of four words."""
        out: dict[int, list[int]] = {}
        for place, quotation in enumerate(self.quotations):
            for gram in dict.fromkeys(quotation.grams):
                out.setdefault(gram, []).append(place)
        return out

    @cached_property
    def mentions(self) -> dict[str, Mention]:
        """The mentions by id."""
        return {record.id: record for record in self.records if isinstance(record, Mention)}

    def within(self, spans: Spans) -> Iterator[Mention]:
        """The mentions inside the spans, in order of the text."""
        for mention in self.mentions.values():
            if any_covers(spans, mention.span):
                yield mention

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The statements in order of the text."""
        return tuple(record for record in self.records if isinstance(record, Statement))

    @cached_property
    def by_id(self) -> dict[str, Statement]:
        """The statements by id."""
        return {statement.id: statement for statement in self.statements}

    def holder(self, span: Span) -> Statement | None:
        """The innermost statement whose content holds more than half of the span, None where none does.

        A statement that begins inside the span is part of the words, not who says them.
        """
        size = max(1, span[1] - span[0])
        holding = [
            (length(one.content), -one.kernel[0], one.id)
            for one in self.statements
            if not (span[0] <= one.kernel[0] and one.kernel[1] <= span[1])
            and 2 * sum(max(0, min(span[1], end) - max(span[0], start)) for start, end in one.content) > size
        ]
        return self.by_id[min(holding)[2]] if holding else None
