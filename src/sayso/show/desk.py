"""The desk at which cards are written: a document, its records by id, its names, voices, chains and references."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from sayso.model import Document, Found, Mention, Record, Spans, Statement, Time
from sayso.model.span import quote
from sayso.show.voices import Names, Voices, outlet_of

QUOTES = frozenset("“\"«„‘'")


class Fact(msgspec.Struct, frozen=True):
    """A line of a card; `record` is what it points to in the same document, `href` where it leads elsewhere."""

    label: str
    value: str
    record: str | None = None
    href: str | None = None


class Desk(msgspec.Struct, frozen=True):
    """What is at hand when cards are written: the document, its records by id, its names and voices."""

    document: Document
    records: Mapping[str, Found]
    names: Names
    voices: Voices
    inside: Mapping[str, Sequence[Statement]]
    also: Mapping[str, Sequence[Mention]]

    def words(self, spans: Spans) -> str:
        """The words under spans, white space made plain."""
        return " ".join(quote(self.document.text, spans).split())

    def chain(self, within: str | None) -> tuple[Fact, ...]:
        """Who reports whom down to the statement `within`, the outlet first."""
        links: list[Fact] = []
        seen: dict[str, None] = {}
        at = self.records.get(within or "")
        while isinstance(at, Statement) and at.id not in seen:
            seen[at.id] = None
            links.append(Fact(self.words(at.cue) or at.act, self.names.speaker(at), at.id))
            at = self.records.get(at.within or "")
        return (Fact("", outlet_of(self.document)), *reversed(links))

    def time(self, record: str | None) -> Iterator[Fact]:
        """When, as written and as a date."""
        found = self.records.get(record or "")
        if isinstance(found, Time):
            words = self.words((found.span,))
            yield Fact("when", f"{words} ({found.value})" if found.value else words, found.id)

    def actors(self, label: str, mentions: Sequence[str]) -> Iterator[Fact]:
        """A line for each actor that is known by name."""
        for mention in mentions:
            name = self.names.of(mention)
            if name:
                yield Fact(label, name, mention)

    def cite(self, spans: Spans, speaker: str | None) -> str:
        """A reference to exact words: quotation, speaker, outlet, headline, date, document and characters."""
        document = self.document
        words = self.words(spans)
        quoted = words if words[:1] in QUOTES else f"“{words}”"
        parts = [
            quoted,
            speaker,
            outlet_of(document),
            document.title and f"“{document.title}”",
            document.published,
        ]
        where = ", ".join(f"{start}–{end}" for start, end in spans)
        told = ", ".join(" ".join(part.split()) for part in parts if part)
        return f"{told}. Document {document.id}, characters {where} (code points, end excluded)."

    def teller(self, within: str | None) -> str:
        """Who tells an event or a forecast: the speaker of the statement it stands in, else the outlet."""
        found = self.records.get(within or "")
        return self.names.speaker(found) if isinstance(found, Statement) else outlet_of(self.document)


def desk_of(document: Document, records: Sequence[Record], names: Names, voices: Voices) -> Desk:
    """The desk of one document, with what each statement reports and each actor's other mentions looked up once."""
    inside: dict[str, list[Statement]] = {}
    also: dict[str, list[Mention]] = {}
    for record in records:
        if isinstance(record, Statement) and record.within:
            inside.setdefault(record.within, []).append(record)
        if isinstance(record, Mention) and record.refers_to:
            also.setdefault(record.refers_to, []).append(record)
    by_id: dict[str, Found] = {r.id: r for r in records if isinstance(r, Found)}
    return Desk(document, by_id, names, voices, inside, also)
