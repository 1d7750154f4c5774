"""Reading again: the documents of a ledger through the reader of today. What people decided stays as it is."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from sayso.adding import STORED
from sayso.crew import Crew
from sayso.errors import BrokenRecord, UsageError
from sayso.ledger import Ledger, View
from sayso.ledger.reviewed import changed
from sayso.model import Document, Problem

LEAF = 500
"""Documents listed at a time."""


class Reread(msgspec.Struct, frozen=True, kw_only=True):
    """What a run came to: documents read, those in which something changed, records added and retired, documents set aside, and
    records about which the reader has changed its mind since a person judged them, by how (differs, gone, found, agrees)."""

    reader: str
    documents: int
    altered: int
    added: int
    retired: int
    aside: int
    turned: dict[str, int]


def listed(path: Path, ids: Sequence[str]) -> list[str]:
    """Ids of the documents to read: those that are given by their first digits, else all. Raises: UsageError for an unknown one."""
    with View(path) as view:
        if unknown := next((id for id in ids if view.whole_id(id) is None), None):
            raise UsageError(f"no document {unknown}; sayso ask documents lists them")
        if ids:
            return [whole for id in ids if (whole := view.whole_id(id))]
        found: list[str] = []
        while rows := view.documents(limit=LEAF, offset=len(found)):
            found += [row.id for row in rows]
    return found


def documents(path: Path, ids: Iterable[str], reader: Callable[[], str] | None = None) -> Iterator[Document]:
    """The documents of these ids one after the other; with `reader` (asked when the first is wanted) those that another has read."""
    with View(path) as view:
        for id in ids:
            row = view.row(id) if reader else None
            if row and reader and row.reader == reader():
                continue
            if document := view.document(id):
                yield document


def reread(path: Path, ledger: Ledger, crew: Crew, ids: Iterable[str], *, outdated: bool = False) -> Reread:
    """What the run came to. Each document is written when it is read, so that a run that was cut has done what it told of."""
    counts: Counter[str] = Counter()
    for document, found in crew.read(documents(path, ids, (lambda: crew.name) if outdated else None)):
        counts["documents"] += 1
        if isinstance(found, Problem):
            aside(ledger, found, counts)
        else:
            try:
                written = ledger.write(document, found, reader=crew.name)
            except BrokenRecord as fault:
                aside(ledger, Problem(origin=document.origin, why=str(fault), next="a fault of ours: report it"), counts)
            else:
                counts += Counter(altered=bool(written.added or written.retired), added=written.added, retired=written.retired)
    with View(path) as view:
        turned = Counter(row.turn for row in changed(view))
    names = ("documents", "altered", "added", "retired", "aside")
    return Reread(reader=crew.name, turned=dict(sorted(turned.items())), **{name: counts[name] for name in names})


def aside(ledger: Ledger, problem: Problem, counts: Counter[str]) -> None:
    """Nothing; the problem is kept, and the document keeps the records it has."""
    ledger.problem(problem, given=STORED)
    counts["aside"] += 1
