"""Families of copies: which documents are one text, where it likely comes from and why, what each added or dropped."""

from collections.abc import Iterator, Mapping, Sequence

from sayso.ask.answer import Answer, Texts, lead
from sayso.ledger import DocumentRow, View
from sayso.ledger.links import links
from sayso.lexicon import agencies
from sayso.link.credits import Credit, credits
from sayso.link.sides import Side
from sayso.model.links import Link

FAR = 0.75
"""Links below this score are of texts that share a part: they are shown beside a family and hold none together."""


class Copy(Answer, frozen=True, kw_only=True):
    """A document of a family; `quote` is its title or first words.

    `family` is the id of the likely origin, `members` how many documents the family has; `why` says what makes this one the
    origin, or what it has that the origin has not. `credits` are those whom it names as its source.
    """

    family: str
    members: int
    origin: bool
    why: str
    sort: str
    credits: tuple[str, ...]
    outlet: str | None
    published: str | None
    title: str | None
    url: str | None
    link: str | None


def ask(view: View, *, in_: str | None = None) -> Iterator[Copy]:
    """The members of each family, the largest family first, its origin first in it; `in_` is a document whose family is meant."""
    whole = view.whole_id(in_) if in_ is not None else None
    found = [link for link in links(view, "copy") if link.score >= FAR]
    families = sorted(joined(found), key=lambda family: (-len(family), family))
    texts, names = Texts(view), agencies.load()
    for family in families:
        if in_ is None or whole in family:
            for member in told(view, family, found, names):
                yield texts.verified(member)


def joined(found: Sequence[Link]) -> list[list[str]]:
    """The documents that links hold together, each family sorted by id."""
    roots: dict[str, str] = {}

    def root(doc: str) -> str:
        while roots.setdefault(doc, doc) != doc:
            roots[doc] = roots[roots[doc]]
            doc = roots[doc]
        return doc

    for link in found:
        first, second = sorted((root(link.doc_a), root(link.doc_b)))
        roots[second] = first
    families: dict[str, list[str]] = {}
    for doc in sorted(roots):
        families.setdefault(root(doc), []).append(doc)
    return list(families.values())


def told(view: View, family: Sequence[str], found: Sequence[Link], names: Mapping[str, str]) -> Iterator[Copy]:
    """The members of one family, its likely origin first, then by date."""
    rows = {doc: row for doc in family if (row := view.row(doc))}
    credited = {doc: credits_of(view, doc, names) for doc in rows}
    first, why = origin(rows, credited)
    between = {link.other(first): link for link in found if first in (link.doc_a, link.doc_b)}
    for doc in sorted(rows, key=lambda doc: (doc != first, rows[doc].published or "9", doc)):
        link = between.get(doc)
        yield member(view, rows[doc], first, len(rows), why if doc == first else parted(link), credited[doc], link)


def credits_of(view: View, doc: str, names: Mapping[str, str]) -> tuple[Credit, ...]:
    """Those whom a document credits."""
    document = view.document(doc)
    return credits(Side(document), names) if document else ()


def origin(rows: Mapping[str, DocumentRow], credited: Mapping[str, Sequence[Credit]]) -> tuple[str, str]:
    """The likely origin of a family, and why: it is whom most of the others credit, else the earliest, else the longest."""
    votes: dict[str, int] = {}
    for doc, found in credited.items():
        for name in (credit.name for credit in found if credit.name != rows[doc].outlet):
            votes[name] = votes.get(name, 0) + 1
    best = max(sorted(votes), key=lambda name: votes[name], default=None)
    own = [doc for doc in rows if best and rows[doc].outlet == best]
    dates = sorted((row.published or "9", -row.chars, doc) for doc, row in rows.items())
    if own:
        first = min(own, key=lambda doc: (rows[doc].published or "9", doc))
        return first, f"{votes[best or '']} of the others credit {best}"
    behind = f"; {votes[best]} of {len(rows)} credit {best}, whose own text is not here" if best else ""
    if dates[0][0] != "9" and (len(dates) < 2 or dates[0][0] < dates[1][0]):
        return dates[0][2], f"published first, on {dates[0][0][:10]}{behind}"
    return dates[0][2], f"the longest of those published first{behind}"


def parted(link: Link | None) -> str:
    """What a member has to do with the origin."""
    return link.reason if link else "a copy of another member of the family"


def member(
    view: View, row: DocumentRow, family: str, members: int, why: str, credited: Sequence[Credit], link: Link | None
) -> Copy:
    """The answer that a member makes."""
    text = Texts(view).of(row.id)
    start, end = row.parts.get("title") or lead(text)
    return Copy(
        doc=row.id, spans=((start, end),), quote=text[start:end], family=family, members=members, origin=row.id == family, why=why,
        sort=link.sort if link else "", credits=tuple(credit.name for credit in credited), outlet=row.outlet,
        published=row.published, title=row.title, url=row.url, link=link.id if link else None,
    )  # fmt: skip
