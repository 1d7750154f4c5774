"""Documents and records made by hand, about invented people and places."""

from sayso.model import Document, Mention, Record, Span, Statement, document_id, record_id

HARBOUR = (
    "Port reopens\n\nThe harbour of Vellin reopened on Monday, the Coast Courier reports. 😀\n"
    "“We lost nine days,” harbour master Ilse Marrow said. She added that the ministry had “promised cranes”.\n"
    "The ministry denied it.\0 After the break, dredging goes on."
)


def document(text: str = HARBOUR, outlet: str | None = "Coast Courier", origin: str = "harbour.txt", **facts: object) -> Document:
    return Document(
        id=document_id(text, facts.get("url"), outlet), text=text, origin=origin, sha256="0" * 64, outlet=outlet, **facts
    )


def span(doc: Document, words: str, after: int = 0) -> Span:
    start = doc.text.index(words, after)
    return start, start + len(words)


def mention(doc: Document, words: str, name: str, refers_to: str | None = None, kind: str = "person") -> Mention:
    at = span(doc, words)
    return Mention(
        id=record_id(doc.id, "mention", at), doc=doc.id, anchor=(at,), kernel=at, score=0.9, by="hand/1",
        span=at, head=at, kind=kind, name=name, refers_to=refers_to,
    )  # fmt: skip


def statement(doc: Document, source: str, cue: str, content: str, by: str = "hand/1", **more: object) -> Statement:
    sources = (span(doc, source),) if source else ()
    at, inside = span(doc, cue), span(doc, content)
    return Statement(
        id=record_id(doc.id, "statement", at), doc=doc.id, anchor=(*sources, at, inside), kernel=at, score=0.8, by=by,
        source=sources, cue=(at,), content=(inside,), form=more.pop("form", "indirect"), **more,
    )  # fmt: skip


def harbour(doc: Document, by: str = "hand/1") -> tuple[Record, ...]:
    """The records of HARBOUR: a direct statement, a mixed one by a pronoun, and a second-hand promise inside it."""
    marrow = mention(doc, "harbour master Ilse Marrow", "Ilse Marrow")
    she = mention(doc, "She", "She", refers_to=marrow.id, kind="pronoun")
    ministry = mention(doc, "the ministry", "the ministry", kind="organization")
    lost = statement(doc, "harbour master Ilse Marrow", "said", "“We lost nine days,”", by, form="direct", speaker=marrow.id)
    added = statement(doc, "She", "added", "that the ministry had “promised cranes”", by, form="mixed", speaker=she.id)
    promised = statement(
        doc, "the ministry", "promised", "cranes", by, act="promise", speaker=ministry.id, within=added.id
    )  # fmt: skip
    return (marrow, she, ministry, lost, added, promised)
