"""Links: what records of two documents have to do with each other, with the words that show it. Frozen; nothing is rewritten."""

import hashlib

import msgspec

from sayso.model.span import Spans

KINDS = ("copy", "quote", "claim", "supports", "conflicts", "actor", "event", "story")
"""What a link may be. `sort` says it more closely, in words of the linker that made it (conflicts: attribution, shortened, fact)."""


class Link(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="link"):
    """Two places that belong together or against each other.

    `a` and `b` are ids of records (of documents where the whole text is meant), `doc_a` and `doc_b` their documents, the one with
    the lesser id first; `spans_a` and `spans_b` the words shown. `differs` are the words in which they part: spans in a, spans
    in b. `reason` says in a sentence why the link was made, `by` is "linker/version".
    """

    id: str
    kind: str
    sort: str = ""
    a: str
    b: str
    doc_a: str
    doc_b: str
    spans_a: Spans
    spans_b: Spans
    differs: tuple[Spans, Spans] = ((), ())
    reason: str
    score: float
    by: str

    def other(self, doc: str) -> str:
        """The document at the other end, seen from `doc`."""
        return self.doc_b if doc == self.doc_a else self.doc_a


class End(msgspec.Struct, frozen=True, kw_only=True):
    """One end of a link: the record (the document's id where the whole text is meant), the words shown, those in which it parts."""

    record: str
    doc: str
    spans: Spans
    differs: Spans = ()


def link(kind: str, one: End, two: End, *, reason: str, score: float, by: str, sort: str = "") -> Link:
    """The link between two ends, the same whichever comes first.

    >>> one, two = End(record="b.s3-7", doc="b", spans=((0, 9),)), End(record="a.s1-2", doc="a", spans=((4, 8),))
    >>> made = link("quote", one, two, reason="same words", score=0.98765, by="quotes/1")
    >>> made.doc_a, made.spans_a, made.score, made == link("quote", two, one, reason="same words", score=0.98765, by="quotes/1")
    ('a', ((4, 8),), 0.988, True)
    """
    a, b = sorted((one, two), key=lambda end: (end.doc, end.spans, end.record))
    return Link(
        id=link_id(kind, sort, a, b),
        kind=kind,
        sort=sort,
        a=a.record,
        b=b.record,
        doc_a=a.doc,
        doc_b=b.doc,
        spans_a=a.spans,
        spans_b=b.spans,
        differs=(a.differs, b.differs),
        reason=reason,
        score=round(score, 3),
        by=by,
    )


def link_id(kind: str, sort: str, a: End, b: End) -> str:
    """Sixteen hex digits made of what is linked: kind, records and the place where the words shown begin."""
    places = (f"{end.record}\x1f{end.spans[0][0] if end.spans else 0}" for end in (a, b))
    return hashlib.sha256("\x1f".join((kind, sort, *places)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
