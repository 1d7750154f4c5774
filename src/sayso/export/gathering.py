"""Gathering: the articles of a ledger that an export is asked for, one at a time."""

from collections.abc import Iterator
from itertools import groupby

import msgspec

from sayso.export.article import Article
from sayso.ledger import View


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What an export is asked for, as in `ask said`; without by, about, containing, form and act it is everything."""

    by: str | None = None
    about: str | None = None
    containing: str | None = None
    form: str | None = None
    act: str | None = None
    in_: str | None = None
    since: str | None = None
    until: str | None = None

    @property
    def choosing(self) -> bool:
        """Whether statements are chosen, rather than all that stands in some documents."""
        return any((self.by, self.about, self.containing, self.form, self.act))


def gathered(view: View, wanted: Wanted) -> Iterator[Article]:
    """The articles with what was asked for in each, in order of their dates; those without any of it are left out."""
    if not wanted.choosing:
        for id in _documents(view, wanted):
            if document := view.document(id):
                yield Article(document, view.records(id))
        return
    fields = msgspec.structs.asdict(wanted)
    for id, group in groupby(view.statements(**fields), key=lambda said: said.document.id):
        if document := view.document(id):
            yield Article(document, view.records(id), frozenset(said.statement.id for said in group))


def _documents(view: View, wanted: Wanted) -> Iterator[str]:
    """The ids of the documents asked for, the earliest first, undated ones last."""
    if wanted.in_ and (whole := view.whole_id(wanted.in_)):
        yield whole
        return
    rows = view.documents(limit=None, outlet=wanted.in_, since=wanted.since, until=wanted.until)
    rows.sort(key=lambda row: (row.published is None, row.published or "", row.id))
    yield from (row.id for row in rows)
