"""The story a document is of: the documents about the same unfolding event, by date."""

from collections.abc import Iterator

from sayso.ask.answer import Answer, Texts, lead
from sayso.errors import UsageError
from sayso.ledger import View
from sayso.ledger.links import of_document

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
