"""Pages: documents, statements, full text, inputs set aside, each as HTML, JSON and CSV at one address with three endings."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Annotated, Any, NamedTuple, TypeVar

from fastapi import APIRouter, Query
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from sayso.ask import documents, find, problems, said, tied
from sayso.errors import UsageError
from sayso.http import facets
from sayso.http.forms import as_html, as_json, rows_as
from sayso.http.views import Views
from sayso.ledger import View
from sayso.ledger.keeping import Kept
from sayso.ledger.voiced import Voiced, counted
from sayso.model import Document, Span
from sayso.show import lists
from sayso.show.judging import Judging
from sayso.show.lists import Facet, Leaf
from sayso.show.page import document_page

Row = TypeVar("Row")
LEAF = 50
OF_DOCUMENTS = ("containing", "outlet", "since", "until")
Offset = Annotated[int, Query(ge=0, le=10_000_000)]
Words = Annotated[str | None, Query(max_length=1000)]
Form = Annotated[str, "html, json or csv"]


def router(views: Views, judging: Callable[[View, str], Judging]) -> APIRouter:
    """All pages over the views of one ledger; `judging` gives what people decided of a document."""
    made = APIRouter()
    _documents(made, views)
    _document(made, views, judging)
    _said(made, views)
    _find(made, views)
    _problems(made, views)
    return made


def leaf(rows: Iterable[Row], offset: int) -> tuple[list[Row], Leaf]:
    """One page of rows that begin at `offset`, and where it stands."""
    taken = list(islice(rows, LEAF + 1))
    return taken[:LEAF], Leaf(offset, LEAF, len(taken) > LEAF)


def given(**values: str | None) -> dict[str, Any]:
    """The questions asked; an empty field of a form asks nothing."""
    return {name: value.strip() or None if value else None for name, value in values.items()}


class Numbers(NamedTuple):
    """What the list of documents counts: all records, the documents asked for, and what narrows them."""

    counts: Mapping[str, int]
    total: int
    outlets: Sequence[Facet]
    dates: Sequence[Facet]


def _numbers(view: View, wanted: tuple[str | None, ...]) -> Numbers:
    """The numbers beside the documents of which these fields were asked."""
    asked, counts = dict(zip(OF_DOCUMENTS, wanted, strict=True)), view.counts()
    total = view.count(*wanted) if any(wanted) else counts["documents"]
    return Numbers(counts, total, facets.outlets(view, asked), facets.dates(view, asked))


def _documents(made: APIRouter, views: Views) -> None:
    """The list of documents."""
    kept = Kept(_numbers)

    @made.get("/")
    @made.get("/documents")
    def page(
        containing: Words = None, outlet: Words = None, since: Words = None, until: Words = None, offset: Offset = 0
    ) -> Response:
        asked = given(containing=containing, outlet=outlet, since=since, until=until)
        with views.one() as view:
            found = kept.of(view, tuple(asked[name] for name in OF_DOCUMENTS))
            rows = list(_listed(view, asked, LEAF, offset))
            part = Leaf(offset, LEAF, found.total > offset + len(rows), found.total)
            return as_html(lists.documents_page(rows, asked, part, found.outlets, found.dates, found.counts))

    @made.get("/documents.{form}")
    def rows(
        form: str, containing: Words = None, outlet: Words = None, since: Words = None, until: Words = None, raw: bool = False
    ) -> Response:
        asked = given(containing=containing, outlet=outlet, since=since, until=until)
        return rows_as(_known(form), views, lambda view: _listed(view, asked, None, 0), raw=raw)


def _listed(view: View, asked: dict[str, Any], limit: int | None, offset: int) -> Iterable[documents.Listed]:
    """The documents asked for."""
    return documents.ask(
        view, containing=asked["containing"], in_=asked["outlet"], since=asked["since"], until=asked["until"], limit=limit,
        offset=offset,
    )  # fmt: skip


def _document(made: APIRouter, views: Views, judging: Callable[[View, str], Judging]) -> None:
    """One document."""

    @made.get("/d/{id}.json")
    def records(id: str) -> Response:
        with views.one() as view:
            document = _found(view, id)
            return as_json({"document": document, "records": view.records(document.id)})

    @made.get("/d/{id}.csv")
    def statements(id: str, raw: bool = False) -> Response:
        with views.one() as view:
            whole = _found(view, id).id
        return rows_as("csv", views, lambda view: said.ask(view, in_=whole), raw=raw)

    @made.get("/d/{id}")
    def page(id: str, span: Words = None) -> Response:
        with views.one() as view:
            document = _found(view, id)
            if document.id != id:
                return RedirectResponse(lists.address(f"/d/{document.id}", {"span": span}))
            decided = judging(view, document.id)
            ties = tied.around(view, document.id)
            shown = _span(span, document)
            return as_html(document_page(document, view.records(document.id), span=shown, judging=decided, ties=ties))


def _found(view: View, id: str) -> Document:
    """The document of an id or of its first digits. Raises: 404."""
    document = view.document(id)
    if document is None:
        raise HTTPException(404, "There is no such document in this ledger.")
    return document


def _span(asked: str | None, document: Document) -> Span | None:
    """The span in an address, `START-END` in code points. Raises: UsageError where it is none of this document."""
    if not asked:
        return None
    start, _, end = asked.partition("-")
    if not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit()) or len(asked) > 40:
        raise UsageError(f"span={asked} is not START-END")
    if not int(start) < int(end) <= len(document.text):
        raise UsageError(f"span={asked} is not inside the document, which has {len(document.text)} characters")
    return int(start), int(end)


def _known(form: str) -> str:
    """The form if it is one. Raises: 404."""
    if form not in ("json", "csv"):
        raise HTTPException(404)
    return form


def _said(made: APIRouter, views: Views) -> None:
    """Statements by speaker, subject, words, place, date, form and act."""
    In = Annotated[str | None, Query(alias="in", max_length=1000)]  # noqa: N806 (a type, made here for its alias)
    counts = Kept(counted)

    @made.get("/said.{form}")
    def rows(
        form: str, by: Words = None, about: Words = None, containing: Words = None, in_: In = None, since: Words = None,
        until: Words = None, speech: Annotated[str | None, Query(alias="form")] = None, act: Words = None, exactly: bool = False,
        raw: bool = False,
    ) -> Response:  # fmt: skip
        asked = given(by=by, about=about, containing=containing, in_=in_, since=since, until=until, form=speech, act=act)
        return rows_as(_known(form), views, lambda view: said.ask(view, **asked, exactly=exactly), raw=raw)

    @made.get("/said")
    def page(
        by: Words = None, about: Words = None, containing: Words = None, in_: In = None, since: Words = None,
        until: Words = None, form: Words = None, act: Words = None, exactly: bool = False, offset: Offset = 0,
    ) -> Response:  # fmt: skip
        asked = given(by=by, about=about, containing=containing, in_=in_, since=since, until=until, form=form, act=act)
        with views.one() as view:
            found, part = leaf(islice(said.ask(view, **asked, exactly=exactly), offset, None), offset)
            told = {name: value for name, value in asked.items() if name != "about"}
            groups = None if about or exactly else counts.of(view, Voiced(**told))
            shown = {("in" if name == "in_" else name): value for name, value in asked.items()}
            shown["exactly"] = "true" if exactly else None
            return as_html(lists.said_page(found, shown, part, groups))


def _find(made: APIRouter, views: Views) -> None:
    """Words in the full text."""

    @made.get("/find.{form}")
    def rows(form: str, q: Words = None, raw: bool = False) -> Response:
        return rows_as(_known(form), views, lambda view: find.ask(view, q or ""), raw=raw)

    @made.get("/find")
    def page(q: Words = None, offset: Offset = 0) -> Response:
        query = (q or "").strip()
        with views.one() as view:
            found, part = leaf(islice(find.ask(view, query, limit=offset + LEAF + 1), offset, None) if query else (), offset)
        return as_html(lists.find_page(found, query, part))


def _problems(made: APIRouter, views: Views) -> None:
    """Inputs set aside."""

    @made.get("/problems.{form}")
    def rows(form: str, raw: bool = False) -> Response:
        return rows_as(_known(form), views, problems.ask, raw=raw)

    @made.get("/problems")
    def page() -> Response:
        with views.one() as view:
            return as_html(lists.problems_page(list(problems.ask(view))))
