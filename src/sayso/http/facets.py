"""Facets of the list of documents: outlets and years (months within a year), each with its count and address."""

from collections.abc import Mapping
from itertools import islice

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
        months = _periods(view, asked, 7) if len(since) == 4 else {}
        back = Facet(since, _count(view, asked), address("/", asked, since=None, until=None), True)
        return [back, *_facets(asked, months)]
    return [] if since or until else _facets(asked, _periods(view, asked, 4))


def _facets(asked: Asked, periods: Mapping[str, int]) -> list[Facet]:
    """A facet for each of the latest periods."""
    found = islice(periods.items(), MOST)
    return [Facet(period, count, address("/", asked, since=period, until=period)) for period, count in found]


def _periods(view: View, asked: Asked, digits: int) -> dict[str, int]:
    """Documents like what is asked, by year or by month."""
    return view.periods(digits, asked.get("containing"), asked.get("outlet"), asked.get("since"), asked.get("until"))


def _count(view: View, asked: Asked) -> int:
    """How many documents are like what is asked."""
    return view.count(asked.get("containing"), asked.get("outlet"), asked.get("since"), asked.get("until"))
