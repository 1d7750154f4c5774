"""Verdicts as gold: what a person made of a document, in the format that the evaluation reads (`NAME.txt`, `NAME.WHO.spans.json`)."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from sayso.ledger import View
from sayso.ledger.reviewed import Reviewed, read_whole, reviewed
from sayso.ledger.verdicts import verdicts
from sayso.model import Count, Document, Event, Forecast, Found, Mention, Record, Statement, Time
from sayso.model.span import quote
from sayso.model.verdicts import standing

UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")


class Annotated(msgspec.Struct, frozen=True, kw_only=True):
    """One person's annotation of a document. `whole` says that all of it was read: what is not in it is not in the text either."""

    doc: str
    sha256: str
    who: str
    when: str
    whole: bool
    statements: tuple[dict[str, Any], ...]
    events: tuple[dict[str, Any], ...]
    forecasts: tuple[dict[str, Any], ...]


def annotated(view: View, who: str, *, partial: bool = False) -> Iterator[tuple[Document, Annotated]]:
    """Each document that a person read whole with what they made of it; with `partial` also those of which they judged a part."""
    made = [one for one in standing(verdicts(view)) if one.who == who]
    for doc in dict.fromkeys(one.doc for one in made):
        whole = any(one.who == who for one in read_whole(view, doc))
        document = view.document(doc)
        if document is not None and (whole or partial):
            when = max(one.when for one in made if one.doc == doc)
            yield document, annotation(document, view.records(doc), reviewed(view, doc, who), who, when, whole)


def annotation(
    document: Document, machine: Sequence[Record], rows: Sequence[Reviewed], who: str, when: str, whole: bool
) -> Annotated:
    """What stands of a document by a person's verdicts: accepted, corrected and added records."""
    kept = {row.id: row.record for row in rows if row.judgement is not None and isinstance(row.record, Found)}
    spoken = {row.id: row.speaker for row in rows if row.speaker}
    known = {record.id: record for record in machine if isinstance(record, Found)}
    seen = {row.id: row.judgement.seen for row in rows if row.judgement and isinstance(row.judgement.seen, Found)}
    desk = Desk(document.text, kept, {**known, **seen, **kept}, spoken)
    found = [record for record in kept.values() if isinstance(record, Statement | Event | Forecast)]
    found.sort(key=lambda record: (record.kernel, record.id))
    return Annotated(
        doc=document.id, sha256=hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(), who=who, when=when, whole=whole,
        statements=tuple(desk.statement(r) for r in found if isinstance(r, Statement)),
        events=tuple(desk.event(r) for r in found if isinstance(r, Event)),
        forecasts=tuple(desk.forecast(r) for r in found if isinstance(r, Forecast)),
    )  # fmt: skip


class Desk(msgspec.Struct, frozen=True):
    """What annotations are written from: the records that are kept, all that are known, the names that a person gave."""

    text: str
    kept: Mapping[str, Found]
    known: Mapping[str, Found]
    spoken: Mapping[str, str]

    def statement(self, record: Statement) -> dict[str, Any]:
        """A statement as the evaluation knows it."""
        speaker = self.spoken.get(record.id) or self.name(record.speaker) or quote(self.text, record.source) or None
        return {
            "id": record.id, "source": record.source, "cue": record.cue, "content": record.content, "within": self.within(record.within),
            "form": record.form, "act": record.act, "speaker": speaker, "core": record.core,
        }  # fmt: skip

    def event(self, record: Event) -> dict[str, Any]:
        """An event as the evaluation knows it."""
        return {
            "id": record.id, "trigger": record.trigger, "type": record.plover.type, "status": record.status,
            "within": self.within(record.within), "actors": self.names(record.actors), "recipients": self.names(record.recipients),
            "when": self.when(record.when), "dead": counted(record.dead),
        }  # fmt: skip

    def forecast(self, record: Forecast) -> dict[str, Any]:
        """A forecast as the evaluation knows it."""
        return {
            "id": record.id, "kind": record.kind, "proposition": record.proposition, "condition": record.condition,
            "wording": record.wording, "within": self.within(record.within),
        }  # fmt: skip

    def within(self, id: str | None) -> str | None:
        """The nearest statement around that the person kept."""
        seen: dict[str, None] = {}
        while id is not None and id not in self.kept and id not in seen:
            seen[id] = None
            around = self.known.get(id)
            id = around.within if isinstance(around, Statement) else None
        return id if id in self.kept else None

    def name(self, id: str | None) -> str | None:
        """The fullest name of a mention's actor."""
        mention = self.known.get(id or "")
        if not isinstance(mention, Mention):
            return None
        fullest = self.known.get(mention.refers_to or "")
        return " ".join((fullest if isinstance(fullest, Mention) else mention).name.split())

    def names(self, ids: Sequence[str]) -> list[str]:
        """The names of actors, those that are known."""
        return [name for name in map(self.name, ids) if name]

    def when(self, id: str | None) -> str | None:
        """The value of a time expression."""
        time = self.known.get(id or "")
        return time.value if isinstance(time, Time) else None


def counted(count: Count | None) -> int | None:
    """A number of people, the lower where it is a range."""
    return count.low if count else None


def written(view: View, folder: Path, who: str, *, partial: bool = False) -> list[Annotated]:
    """What was written to a folder, two files a document: its text, and the annotation beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    name = UNSAFE.sub("-", unicodedata.normalize("NFKD", who).encode("ascii", "ignore").decode()).strip("-") or "somebody"
    done = []
    for document, made in annotated(view, who, partial=partial):
        (folder / f"{document.id}.txt").write_bytes(document.text.encode("utf-8", "surrogatepass"))
        (folder / f"{document.id}.{name}.spans.json").write_bytes(msgspec.json.encode(made))
        done.append(made)
    return done
