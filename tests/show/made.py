"""Documents and records made by hand for the tests of pages, spans found by their words."""

from sayso.model import Document, Event, Forecast, Mention, Plover, Record, Span, Statement, Time, document_id, record_id
from sayso.model.span import hull

TEXT = (
    "Ministry 'will not bend' over Ostrava canal\n\n"
    "🛶 VELD (Lantern Post) — The canal authority said on Friday that the minister had told it “the locks stay "
    "shut”, Kestrel News reported.\n\n"
    "“Nobody asked the boatmen,” said Ilse Bramm, who leads their union, “and nobody will.”\n\n"
    "If the locks stay shut, the boatmen may block the harbour, Bramm warned. Two men were injured on Thursday.\n"
)


def span(text: str, words: str, nth: int = 0) -> Span:
    """The span of the `nth` place where `words` stand in `text`."""
    at = text.index(words)
    for _ in range(nth):
        at = text.index(words, at + 1)
    return at, at + len(words)


def document(text: str = TEXT, **fields: object) -> Document:
    """A document with this text."""
    known: dict[str, object] = {"title": None, "outlet": "Lantern Post", "published": "2031-05-02", "published_from": "given"}
    return Document(id=document_id(text), text=text, origin="made.txt", sha256="0" * 64, **(known | fields))  # type: ignore[arg-type]


def statement(doc: Document, source: list[Span], cue: list[Span], content: list[Span], **fields: object) -> Statement:
    """A statement over these spans."""
    kernel = (cue or content)[0]
    anchor = (hull([*source, *cue, *content]),)
    known: dict[str, object] = {"form": "direct", "score": 0.9, "by": "hand/1"} | fields
    return Statement(
        id=record_id(doc.id, "statement", kernel), doc=doc.id, anchor=anchor, kernel=kernel,
        source=tuple(source), cue=tuple(cue), content=tuple(content), **known,
    )  # type: ignore[arg-type]  # fmt: skip


def sample() -> tuple[Document, tuple[Record, ...]]:
    """The text above, read by hand: a chain of three, a quotation in two pieces, a condition, an event, two times."""
    doc = document()
    t = doc.text
    locks = span(t, "that the minister had told it “the locks stay shut”")
    kestrel = statement(
        doc, [span(t, "Kestrel News")], [span(t, "reported")], [(span(t, "The canal")[0], locks[1])], form="indirect"
    )
    authority = statement(doc, [span(t, "The canal authority")], [span(t, "said")], [locks], form="mixed", within=kestrel.id)
    minister = statement(
        doc, [span(t, "the minister")], [span(t, "had told")], [span(t, "“the locks stay shut”")], within=authority.id
    )
    named = Mention(
        id=record_id(doc.id, "mention", span(t, "Ilse Bramm")), doc=doc.id, anchor=(span(t, "Ilse Bramm"),),
        kernel=span(t, "Bramm"), score=0.9, by="hand/1", span=span(t, "Ilse Bramm"), head=span(t, "Bramm"), kind="person", name="Ilse Bramm",
    )  # fmt: skip
    short = Mention(
        id=record_id(doc.id, "mention", span(t, "Bramm", 1)), doc=doc.id, anchor=(span(t, "Bramm", 1),),
        kernel=span(t, "Bramm", 1), score=0.9, by="hand/1", span=span(t, "Bramm", 1), head=span(t, "Bramm", 1), kind="person",
        name="Bramm", refers_to=named.id,
    )  # fmt: skip
    bramm = statement(
        doc, [span(t, "Ilse Bramm, who leads their union")], [span(t, "said", 1)],
        [span(t, "“Nobody asked the boatmen,”"), span(t, "“and nobody will.”")], speaker=named.id,
    )  # fmt: skip
    warned = statement(
        doc, [span(t, "Bramm", 1)], [span(t, "warned")], [span(t, "If the locks stay shut, the boatmen may block the harbour")],
        form="indirect", act="foretell", speaker=short.id,
    )  # fmt: skip
    forecast = Forecast(
        id=record_id(doc.id, "forecast", span(t, "may")), doc=doc.id, anchor=warned.content, kernel=span(t, "may"), score=0.8,
        by="hand/1", kind="threat", proposition=(span(t, "the boatmen may block the harbour"),),
        condition=(span(t, "If the locks stay shut"),), condition_from="quotation", wording=(span(t, "may"),), within=warned.id,
    )  # fmt: skip
    event = Event(
        id=record_id(doc.id, "event", span(t, "injured")), doc=doc.id, anchor=(span(t, "Two men were injured on Thursday"),),
        kernel=span(t, "injured"), score=0.7, by="hand/1", trigger=span(t, "injured"), plover=Plover("ASSAULT"),
    )  # fmt: skip
    times = [
        Time(
            id=record_id(doc.id, "time", where), doc=doc.id, anchor=(where,), kernel=where, score=1.0, by="hand/1", span=where,
            timex="DATE", value=value,
        )
        for where, value in ((span(t, "Friday"), "2031-05-02"), (span(t, "Thursday"), "2031-05-01"))
    ]  # fmt: skip
    return doc, (kestrel, authority, minister, bramm, named, short, warned, forecast, event, *times)
