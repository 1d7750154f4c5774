"""Kept searches as a page, and each as a feed (RFC 4287) of what came in last."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from sayso.ask.searched import MOST, Kept, Match
from sayso.ledger.searches import Search
from sayso.show.feeds import cell
from sayso.show.lists import address
from sayso.show.render import render

LISTS = {
    "/said": "who said what",
    "/find": "full text",
    "/events": "who did what",
    "/forecasts": "forecasts",
    "/conflicts": "conflicts",
}
NEVER = "1970-01-01T00:00:00Z"


def searches_page(rows: Sequence[Kept], token: str) -> str:
    """All kept searches with how much is new to each."""
    values = {"rows": rows, "token": token, "names": LISTS, "most": MOST, "href": lambda row: address(row.path, row.asked)}
    return render("searches.html", **values, json="/searches.json", csv="/searches.csv", home="/", inline=None, here="/searches")


def keeping_page(path: str, asked: Mapping[str, str], token: str) -> str:
    """The form that keeps a search under a name."""
    values = {"path": path, "asked": asked, "list": LISTS[path].capitalize(), "token": token, "back": address(path, asked)}
    return render("keeping.html", **values, home="/", inline=None, here="/searches")


def feed(search: Search, rows: Sequence[Match], home: str) -> str:
    """The feed of a search, the latest first; it was updated when the document of its first entry came in."""
    page = home + address(search.path, search.asked)
    updated = rows[0].came if rows else search.added
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>{cell(search.name)}</title>\n<id>urn:sayso:search:{search.id}</id>\n<updated>{instant(updated)}</updated>\n"
        f'<author><name>{cell(search.who)}</name></author>\n<link rel="self" href="{cell(home)}/searches/{search.id}.atom"/>\n'
        f'<link href="{cell(page)}"/>\n{"".join(entry(row, home) for row in rows)}</feed>\n'
    )


def entry(row: Match, home: str) -> str:
    """One answer of the feed."""
    start, end = row.spans[0][0], row.spans[-1][1]
    link = f"{home}/d/{row.doc}?{urlencode({'span': f'{start}-{end}'})}" if row.id is None else f"{home}/d/{row.doc}#r={row.id}"
    place = ", ".join(filter(None, (row.outlet, (row.published or "no date")[:10], row.title)))
    return (
        f"<entry>\n<title>{cell(f'{row.who}: {row.quote}')}</title>\n<id>urn:sayso:{row.id or f'{row.doc}:{start}-{end}'}</id>\n"
        f'<updated>{instant(row.came)}</updated>\n<link href="{cell(link)}"/>\n<summary>{cell(place)}</summary>\n</entry>\n'
    )


def instant(added: str) -> str:
    """A time of the ledger as feeds have it.

    >>> instant("2031-04-09T10:00:00+00:00"), instant("")
    ('2031-04-09T10:00:00+00:00', '1970-01-01T00:00:00Z')
    """
    return added if "T" in added else NEVER
