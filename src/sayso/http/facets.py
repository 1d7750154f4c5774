"""Facets of the list of documents: outlets and years (months within a year), each with its count and address."""

from sayso.ledger import View
from sayso.show.lists import Asked, Facet, address

MOST = 12


def outlets(view: View, asked: Asked) -> list[Facet]:
    """The outlets with most documents; the chosen one leads back to all."""
    found = list(view.outlets().items())[:MOST]
    chosen = asked.get("outlet")
    return [
        Facet(name, count, address("/", asked, outlet=None if name == chosen else name), name == chosen) for name, count in found
    ]


def dates(view: View, asked: Asked) -> list[Facet]:
    """The latest years with documents, or the months of the year that is chosen, under all else that is asked."""
    since, until = asked.get("since"), asked.get("until")
    if since and since == until:
        parts = [f"{since}-{month:02}" for month in range(1, 13)] if len(since) == 4 else []
        chosen = [Facet(since, _count(view, asked, since), address("/", asked, since=None, until=None), True)]
        return chosen + _facets(view, asked, parts)
    if since or until:
        return []
    return _facets(view, asked, _years(view))


def _facets(view: View, asked: Asked, dates: list[str]) -> list[Facet]:
    """A facet for each date that has documents."""
    counted = ((date, _count(view, asked, date)) for date in dates)
    return [Facet(date, count, address("/", asked, since=date, until=date)) for date, count in counted if count]


def _years(view: View) -> list[str]:
    """The latest years that have documents, latest first."""
    latest = view.documents(limit=1)
    if not latest or not latest[0].published:
        return []
    year = int(latest[0].published[:4])
    years: list[str] = []
    while len(years) < MOST and year > 0 and view.count(until=str(year).zfill(4)):
        years.append(str(year).zfill(4))
        year -= 1
    return years


def _count(view: View, asked: Asked, date: str) -> int:
    """How many documents of a date are like what is asked."""
    return view.count(query=asked.get("containing"), outlet=asked.get("outlet"), since=date, until=date)
