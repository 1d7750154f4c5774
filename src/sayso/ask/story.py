"""The story a document is of: the documents about the same unfolding event by date, what they tell day by day, and the figures they give."""

from collections.abc import Iterator

from sayso.ask import did, said
from sayso.ask.answer import Answer, Texts, lead
from sayso.errors import UsageError
from sayso.ledger import View
from sayso.ledger.did import Sought
from sayso.ledger.links import of_document
from sayso.model import Span

FIGURES = ("dead", "injured", "arrested")
STEPS = 2
"""Links followed from the document asked for: farther off, one story has become another."""


class Chapter(Answer, frozen=True, kw_only=True):
    """A document of a story; `quote` is its title or first words, `steps` how many links away it is, `why` the link that led to it."""

    steps: int
    why: str
    link: str | None
    outlet: str | None
    published: str | None
    title: str | None


def ask(view: View, doc: str) -> Iterator[Chapter]:
    """The documents of the story of one, by date, undated ones last. Raises: UsageError where there is no such document."""
    start = view.whole_id(doc)
    if start is None:
        raise UsageError(f"no document {doc}; sayso ask documents lists them")
    found: dict[str, tuple[int, str, str | None]] = {start: (0, "the document asked for", None)}
    edge = [start]
    for step in range(1, STEPS + 1):
        near = [(link, link.other(here)) for here in edge for link in of_document(view, here) if link.kind == "story"]
        edge = []
        for link, other in sorted(near, key=lambda pair: (-pair[0].score, pair[0].id)):
            if other not in found:
                found[other] = (step, link.reason, link.id)
                edge.append(other)
    chapters = [chapter(view, id, *found[id]) for id in found]
    yield from sorted(chapters, key=lambda one: (one.published is None, one.published or "", one.doc or ""))


def chapter(view: View, doc: str, steps: int, why: str, link: str | None) -> Chapter:
    """The answer that a document of a story makes."""
    texts, row = Texts(view), view.row(doc)
    text = texts.of(doc)
    start, end = (row.parts.get("title") if row else None) or lead(text)
    return Chapter(
        doc=doc, spans=((start, end),), quote=text[start:end], steps=steps, why=why, link=link, outlet=row.outlet if row else None,
        published=row.published if row else None, title=row.title if row else None,
    )  # fmt: skip


class Moment(Answer, frozen=True, kw_only=True):
    """Something that a story tells: an event on the day its text gives, else that of printing, or a statement on the day of printing.

    `part` is event or statement, `what` its type and how it shows, or the act of saying; `who` whose word it stands on; `also` how many
    other documents of the ledger tell the same, as far as they are linked.
    """

    day: str | None
    part: str
    what: str
    who: str
    id: str
    also: int
    outlet: str | None
    published: str | None


def timeline(view: View, doc: str) -> Iterator[Moment]:
    """What the documents of a story tell, by day, undated at the end; of what several tell only the first telling, as far as it is linked.

    Raises: UsageError where there is no such document.
    """
    found: list[Moment] = []
    passed: set[str] = set()
    for one in ask(view, doc):
        others = linked(view, one.doc or "")
        for row in (*events(view, one.doc or "", others), *statements(view, one.doc or "", others)):
            if row.id not in passed:
                found.append(row)
            passed |= others.get(row.id, set())
    yield from sorted(found, key=lambda row: (row.day is None, row.day or "", row.doc or "", row.spans, row.id))


def linked(view: View, doc: str) -> dict[str, set[str]]:
    """By record of a document the records of others that tell the same or print the same words."""
    out: dict[str, set[str]] = {}
    for link in of_document(view, doc):
        if link.kind in ("claim", "quote"):
            mine, theirs = (link.a, link.b) if link.doc_a == doc else (link.b, link.a)
            out.setdefault(mine, set()).add(theirs)
    return out


def events(view: View, doc: str, others: dict[str, set[str]]) -> Iterator[Moment]:
    """The events of a document."""
    for row in did.ask(view, Sought(in_=doc)):
        yield Moment(
            doc=row.doc, spans=row.spans, quote=row.quote, day=row.day or (row.published or "")[:10] or None, part="event",
            what=f"{row.type}, {row.reality}", who=row.voice, id=row.id, also=len(others.get(row.id, ())), outlet=row.outlet,
            published=row.published,
        )  # fmt: skip


def statements(view: View, doc: str, others: dict[str, set[str]]) -> Iterator[Moment]:
    """The statements of a document."""
    for row in said.ask(view, in_=doc):
        yield Moment(
            doc=row.doc, spans=row.spans, quote=row.quote, day=(row.published or "")[:10] or None, part="statement", what=row.act,
            who=row.speaker, id=row.id, also=len(others.get(row.id, ())), outlet=row.outlet, published=row.published,
        )  # fmt: skip


class Toll(Answer, frozen=True, kw_only=True):
    """A figure that a story gives of people dead, injured or arrested by acts of one type and day, with who gives it.

    `range` is over all figures of the same acts, from the lowest to the highest that somebody gives; `low` and `high` are this one.
    """

    figure: str
    type: str
    day: str | None
    low: int
    high: int | None
    range: str
    tellings: int
    who: str
    id: str
    outlet: str | None
    published: str | None


def tolls(view: View, doc: str) -> Iterator[Toll]:
    """The figures of a story, those of one kind, type of act and day together, with the range they span and each one's source.

    Raises: UsageError where there is no such document.
    """
    groups: dict[tuple[str, str, str], list[tuple[did.Doing, int, int | None]]] = {}
    met: set[tuple[str | None, str, Span | None]] = set()
    for one in ask(view, doc):
        for row in did.ask(view, Sought(in_=one.doc)):
            for name in FIGURES:
                count = getattr(row, name)
                # Two acts of one sentence bear the same words: they count once.
                if count is not None and count.low is not None and (one.doc, name, count.span) not in met:
                    met.add((one.doc, name, count.span))
                    groups.setdefault((name, row.type, row.day or ""), []).append((row, count.low, count.high))
    for (name, type_, day), rows in sorted(groups.items(), key=lambda pair: (pair[0][2] or "9", pair[0])):
        low, high = min(low for _, low, _ in rows), max(high if high is not None else low for _, low, high in rows)
        for row, least, most in rows:
            yield Toll(
                doc=row.doc, spans=row.spans, quote=row.quote, figure=name, type=type_, day=day or None, low=least, high=most,
                range=f"{low}–{high}" if low != high else str(low), tellings=len(rows), who=row.voice, id=row.id, outlet=row.outlet,
                published=row.published,
            )  # fmt: skip
