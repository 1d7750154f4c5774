"""What two documents have to do with each other: quotations that both have, conflicts, and why a link was made."""

from collections.abc import Iterator

from sayso.ask.answer import Answer, Texts
from sayso.errors import BrokenRecord
from sayso.ledger import DocumentRow, View
from sayso.ledger.links import links, of_document, one
from sayso.model import Spans
from sayso.model.links import Link
from sayso.model.span import quote

MOST = 80
ORDER = {"conflicts": 0, "copy": 1, "quote": 2, "claim": 3}
WHOLE = 200
"""Characters shown of a whole text that is linked."""


class Tie(Answer, frozen=True, kw_only=True):
    """A link seen from one document: its words and those of the other, with the words in which they part and the reason.

    `record` and `other_record` are the statements linked, or the documents where no statement holds the words.
    """

    link: str
    kind: str
    sort: str
    score: float
    reason: str
    record: str
    differs: str
    differs_spans: Spans
    outlet: str | None
    published: str | None
    title: str | None
    other_doc: str
    other_spans: Spans
    other_quote: str
    other_record: str
    other_differs: str
    other_differs_spans: Spans
    other_outlet: str | None
    other_published: str | None
    other_title: str | None
    by: str


class Ties:
    """Links made answers, with the documents at their ends looked up once."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.texts: dict[str, Texts] = {}
        self.rows: dict[str, DocumentRow] = {}

    def seen(self, link: Link, doc: str) -> Tie:
        """The link as an answer from `doc`'s side. Raises: BrokenRecord where a document is not there or its words are not."""
        ends = [
            (link.doc_a, link.a, link.spans_a, link.differs[0]),
            (link.doc_b, link.b, link.spans_b, link.differs[1]),
        ]
        (here, record, spans, differs), (there, other, others, parting) = ends if doc == link.doc_a else ends[::-1]
        mine, theirs = self.row(here), self.row(there)
        text, beyond = self.text(here), self.text(there)
        shown, seen = shortened(link, spans), shortened(link, others)
        return Tie(
            doc=here, spans=shown, quote=quote(text, shown), link=link.id, kind=link.kind, sort=link.sort, score=link.score,
            reason=link.reason, record=record, differs=quote(text, differs), differs_spans=differs, outlet=mine.outlet,
            published=mine.published, title=mine.title, other_doc=there, other_spans=seen, other_quote=quote(beyond, seen),
            other_record=other, other_differs=quote(beyond, parting), other_differs_spans=parting, other_outlet=theirs.outlet,
            other_published=theirs.published, other_title=theirs.title, by=link.by,
        )  # fmt: skip

    def row(self, doc: str) -> DocumentRow:
        """What is known of a document."""
        if doc not in self.rows:
            found = self.view.row(doc)
            if found is None:
                raise BrokenRecord(f"{self.view.path}: a link points to document {doc}, which is not there; run sayso check")
            self.rows[doc] = found
        return self.rows[doc]

    def text(self, doc: str) -> str:
        """A document's text."""
        return self.texts.setdefault(doc, Texts(self.view)).of(doc)


def ask(
    view: View, kind: str, *, sort: str | None = None, in_: str | None = None, limit: int | None = None, offset: int = 0
) -> Iterator[Tie]:
    """The links of a kind, the surest first; `in_` is a document, seen from its side, else the one published first."""
    ties = Ties(view)
    whole = view.whole_id(in_) or in_ if in_ is not None else None
    for link in links(view, kind, sort, whole, limit, offset):
        yield ties.seen(link, whole if whole in (link.doc_a, link.doc_b) and whole else earlier(ties, link))


def why(view: View, id: str) -> Tie | None:
    """The link of an id, also of one that stands no more; None where there is none."""
    ties = Ties(view)
    link = one(view, id)
    return ties.seen(link, earlier(ties, link)) if link else None


def around(view: View, doc: str, most: int = MOST) -> list[Tie]:
    """The live links of a document seen from its side, at most so many: conflicts, copies and quotations before claims and the rest."""
    ties = Ties(view)
    found = sorted(of_document(view, doc), key=lambda link: (ORDER.get(link.kind, len(ORDER)), -link.score, link.id))
    return [ties.seen(link, doc) for link in found[:most]]


def earlier(ties: Ties, link: Link) -> str:
    """The end that was published first, an undated one last."""
    dates = ((ties.row(doc).published or "9", doc) for doc in (link.doc_a, link.doc_b))
    return min(dates)[1]


def shortened(link: Link, spans: Spans) -> Spans:
    """The spans shown: of whole texts only so much that one sees what it is."""
    if link.kind != "copy":
        return spans
    out, left = [], WHOLE
    for start, end in spans:
        if left > 0:
            out.append((start, min(end, start + left)))
            left -= end - start
    return tuple(out)
