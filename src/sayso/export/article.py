"""Article: one document with its records, and which of its statements were asked for."""

import hashlib
from collections.abc import Iterator, Mapping
from functools import cached_property

import msgspec

from sayso.errors import BrokenRecord
from sayso.ledger.claims import WordedClaim, worded_claims
from sayso.ledger.deeds import WordedDeed, worded_deeds
from sayso.ledger.reading import OUTLET
from sayso.ledger.statements import Worded, worded
from sayso.model import Document, Event, Forecast, Mention, Record, Spans, Statement
from sayso.model.span import quote


class Article(msgspec.Struct, frozen=True, dict=True):
    """A document with all its records; `chosen` are the ids of the statements asked for, None where all are.

    `named` are speakers of statements as people wrote them, by id.
    """

    document: Document
    records: tuple[Record, ...]
    chosen: frozenset[str] | None = None
    named: Mapping[str, str] = {}

    @cached_property
    def sha256(self) -> str:
        """Hash of the text, in UTF-8: whoever has the text can tell whether offsets are into the same."""
        return hashlib.sha256(self.document.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def outlet(self) -> str:
        """The outlet's name, else what stands for it in a chain."""
        return self.document.outlet or OUTLET

    @cached_property
    def mentions(self) -> dict[str, Mention]:
        """Mentions by id."""
        return {record.id: record for record in self.records if isinstance(record, Mention)}

    @cached_property
    def said(self) -> dict[str, Worded]:
        """All statements in words, by id."""
        rows = worded(self.document, self.records)
        return {row.id: msgspec.structs.replace(row, speaker=self.named.get(row.id, row.speaker)) for row in rows}

    @cached_property
    def around(self) -> dict[str, str | None]:
        """The statement around each statement."""
        return {record.id: record.within for record in self.records if isinstance(record, Statement)}

    def statements(self) -> Iterator[tuple[Statement, Worded]]:
        """The statements asked for, each as a record and in words."""
        for record in self.records:
            if isinstance(record, Statement) and (self.chosen is None or record.id in self.chosen):
                yield record, self.said[record.id]

    def events(self) -> Iterator[tuple[Event, WordedDeed]]:
        """The events that stand in what was asked for."""
        rows = {row.id: row for row in worded_deeds(self.document, self.records)}
        return ((r, rows[r.id]) for r in self.records if isinstance(r, Event) and self.asked(r.within))

    def forecasts(self) -> Iterator[tuple[Forecast, WordedClaim]]:
        """The forecasts that stand in what was asked for."""
        rows = {row.id: row for row in worded_claims(self.document, self.records)}
        return ((r, rows[r.id]) for r in self.records if isinstance(r, Forecast) and self.asked(r.within))

    def asked(self, within: str | None) -> bool:
        """Whether what stands in this statement was asked for: the statement, or one around it."""
        seen: dict[str, None] = {}
        while within is not None and within not in seen:
            if self.chosen is not None and within in self.chosen:
                return True
            seen[within] = None
            within = self.around.get(within)
        return self.chosen is None

    def chain(self, id: str) -> tuple[str, ...]:
        """The names from the outlet down to the speaker of a statement."""
        names: list[str] = []
        here: str | None = id
        seen: dict[str, None] = {}
        while here is not None and here in self.said and here not in seen:
            seen[here] = None
            names.append(self.said[here].speaker)
            here = self.around.get(here)
        return (self.outlet, *dict.fromkeys(reversed(names)))

    def words(self, spans: Spans) -> str:
        """The words under spans, pieces joined by " … ". Raises: BrokenRecord where a span lies outside the text."""
        for start, end in spans:
            if not 0 <= start <= end <= len(self.document.text):
                raise BrokenRecord(f"{self.document.id}: span {start}:{end} lies outside {len(self.document.text)} characters")
        return quote(self.document.text, spans)
