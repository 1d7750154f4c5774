"""Gathering: the articles of a ledger that an export is asked for, one at a time."""

from collections.abc import Iterator
from itertools import groupby

import msgspec

from sayso.ask.settled import settled
from sayso.export.article import Article
from sayso.ledger import View
from sayso.model import Document, Statement


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What an export is asked for, as in `ask said`; without by, about, containing, form and act it is everything.

    `settled`: records as they stand once people's verdicts are heard, and not as the readers have them.
    """

    by: str | None = None
    about: str | None = None
    containing: str | None = None
    form: str | None = None
    act: str | None = None
    in_: str | None = None
    since: str | None = None
    until: str | None = None
    settled: bool = False

    @property
    def choosing(self) -> bool:
        """Whether statements are chosen, rather than all that stands in some documents."""
        return any((self.by, self.about, self.containing, self.form, self.act))


def gathered(view: View, wanted: Wanted) -> Iterator[Article]:
    """The articles with what was asked for in each, in order of their dates; those without any of it are left out.

    Statements are chosen by what readers found in them, also where somebody has corrected them since.
    """
    if not wanted.choosing:
        for id in _documents(view, wanted):
            if document := view.document(id):
                yield article(view, document, wanted)
        return
    fields = {name: value for name, value in msgspec.structs.asdict(wanted).items() if name != "settled"}
    for id, group in groupby(view.statements(**fields), key=lambda said: said.document.id):
        chosen = frozenset(said.statement.id for said in group)
        if document := view.document(id):
            made = article(view, document, wanted, chosen)
            if any(record.id in chosen for record in made.records if isinstance(record, Statement)):
                yield made


def article(view: View, document: Document, wanted: Wanted, chosen: frozenset[str] | None = None) -> Article:
    """An article with the readers' records, or with those that people have settled."""
    if not wanted.settled:
        return Article(document, view.records(document.id), chosen)
    stands = settled(view, document)
    named = {id: one.speaker for id, one in stands.judgements.items() if one.speaker}
    return Article(document, stands.records, chosen, named)


def _documents(view: View, wanted: Wanted) -> Iterator[str]:
    """The ids of the documents asked for, the earliest first, undated ones last."""
    if wanted.in_ and (whole := view.whole_id(wanted.in_)):
        yield whole
        return
    rows = view.documents(limit=None, outlet=wanted.in_, since=wanted.since, until=wanted.until)
    rows.sort(key=lambda row: (row.published is None, row.published or "", row.id))
    yield from (row.id for row in rows)
