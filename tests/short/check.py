"""What a reading of a short text lacks of what is written in it."""

import re
from collections.abc import Iterable, Iterator

from sayso.model import Document, Event, Forecast, Mention, Record, Span, Statement, Time, document_id
from tests.short.markup import Case

WORD = re.compile(r"\w+(?:[’'\-.]\w+)*")
KINDS = {"statement": Statement, "event": Event, "forecast": Forecast, "time": Time}


def document_of(case: Case) -> Document:
    """The case's text as a document."""
    found = "given" if case.published else None
    return Document(
        id=document_id(case.text), text=case.text, origin=case.name, sha256="", published=case.published, published_from=found
    )


def words(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Starts of the words under spans, a leading "that" left out: marks and punctuation never count."""
    starts = [m.start() + s for s, e in spans for m in WORD.finditer(text[s:e])]
    return frozenset(starts[1:] if starts and text[starts[0] : starts[0] + 5].lower() == "that " else starts)


class Reading:
    """Records of one case, paired with its marks."""

    def __init__(self, case: Case, records: tuple[Record, ...]) -> None:
        self.case, self.records = case, records
        self.of = {who: self.partner(who) for who in case.marks}

    def all(self, kind: type) -> list:
        """Records of one type."""
        return [r for r in self.records if isinstance(r, kind)]

    def partner(self, who: str) -> Record | None:
        """The record that has exactly the words marked for `who`, or overlaps its trigger or proposition."""
        text, roles = self.case.text, self.case.marks[who]
        if who[0] == "s":
            want = [words(text, roles.get(role, [])) for role in ("source", "cue", "content")]
            same = [s for s in self.all(Statement) if [words(text, x) for x in (s.source, s.cue, s.content)] == want]
        elif who[0] == "t":
            same = [t for t in self.all(Time) if [t.span] == roles[""]]
        elif who[0] == "e":
            same = [e for e in self.all(Event) if touch([e.trigger], roles[""])]
        else:
            same = [f for f in self.all(Forecast) if touch(f.proposition, roles["proposition"])]
        return same[0] if same else None

    def faults(self) -> Iterator[str]:
        """What is missing or otherwise than written."""
        for who, found in self.of.items():
            needs_words = who[0] != "s" or "content" in self.case.marks[who]
            if found is None and needs_words and not self.excused():
                yield f"{who} not found"
        for claim in self.case.claims:
            yield from self.against(claim)

    def excused(self) -> bool:
        """Whether the case only asks that some statement be found."""
        return "some statement" in self.case.claims

    def against(self, claim: str) -> Iterator[str]:
        """Faults against one `=` line."""
        first, *rest = claim.split(" ", 2)
        found = self.of.get(first)
        if first == "none" and self.all(KINDS[rest[0]]):
            yield f"{claim}: {len(self.all(KINDS[rest[0]]))} found"
        elif first == "some" and not self.all(KINDS[rest[0]]):
            yield f"{claim}: none found"
        elif first not in ("none", "some") and found is None:
            yield f"{claim}: {first} not found"
        elif found is not None:
            yield from getattr(self, f"against_{first[0]}")(claim, found, rest)

    def against_s(self, claim: str, found: Statement, rest: list[str]) -> Iterator[str]:
        """Chain or speaker of a statement."""
        if rest[0] == "within" and found.within != self.id_of(rest[1]):
            yield f"{claim}: within {found.within}"
        if rest[0] == "speaker" and (name := self.name(found.speaker)) != rest[1]:
            yield f"{claim}: speaker is {name}"

    def against_t(self, claim: str, found: Time, rest: list[str]) -> Iterator[str]:
        """Type and value of a time."""
        if [found.timex, found.value or "null"] != rest:
            yield f"{claim}: {found.timex} {found.value}"

    def against_e(self, claim: str, found: Event, rest: list[str]) -> Iterator[str]:
        """Type, status, voice and arguments of an event."""
        status, _, more = rest[1].partition(" ")
        if [found.plover.type, found.status] != [rest[0], status]:
            yield f"{claim}: {found.plover.type} {found.status}"
        for part in filter(None, (p.strip() for p in more.split(";"))):
            role, _, want = part.partition(": ")
            if role == "within" and found.within != self.id_of(want):
                yield f"{claim}: within {found.within}"
            if role in ("actors", "recipients") and not any(want in (self.name(i) or "") for i in getattr(found, role)):
                yield f"{claim}: {role} {[self.name(i) for i in getattr(found, role)]}"
            if role == "dead" and (not found.dead or f"{found.dead.low}-{found.dead.high}" != want):
                yield f"{claim}: dead {found.dead}"

    def against_f(self, claim: str, found: Forecast, rest: list[str]) -> Iterator[str]:
        """Kind, condition or voice of a forecast."""
        if rest[0] == "condition":
            if not found.condition:
                yield f"{claim}: none found"
            return
        if found.kind != rest[0]:
            yield f"{claim}: {found.kind}"
        if len(rest) > 1 and found.within != self.id_of(rest[1].removeprefix("within: ")):
            yield f"{claim}: within {found.within}"

    def id_of(self, who: str) -> str | None:
        """Id of the record paired with a mark, None for "none"."""
        found = self.of.get(who)
        return found.id if found is not None and who != "none" else None

    def name(self, mention: str | None) -> str | None:
        """Fullest name behind a mention id."""
        by_id = {m.id: m for m in self.all(Mention)}
        found = by_id.get(mention or "")
        return (by_id[found.refers_to] if found.refers_to else found).name if found else None


def touch(a: Iterable[Span], b: Iterable[Span]) -> bool:
    """Whether any span of one list shares a character with one of the other."""
    other = list(b)
    return any(x < f and e < y for x, y in a for e, f in other)


def faults(case: Case, records: tuple[Record, ...]) -> list[str]:
    """All that a reading lacks; empty where it holds what is written."""
    return list(Reading(case, records).faults())
