"""The pages of pictures: who speaks about whom, events on a map, days in a row. Each has its table beside it."""

from collections.abc import Iterator, Mapping, Sequence

from sayso.ask.actors import KINDS
from sayso.ask.did import REALITIES, STATUSES
from sayso.ask.places import Place
from sayso.ledger.days import Days
from sayso.ledger.talking import Talk
from sayso.lexicon.gazetteer import outlines
from sayso.lexicon.triggers import TYPES
from sayso.show.atlas import drawn
from sayso.show.events import Counted
from sayso.show.events import facets as event_facets
from sayso.show.events import summed as event_sums
from sayso.show.flow import flow, ranked, summed
from sayso.show.lists import ACTS, FORMS, Asked, Facet, address, turning
from sayso.show.lists import Leaf as Part
from sayso.show.render import render
from sayso.show.strip import timeline

TABS = (("/network", "Network"), ("/map", "Map"), ("/timeline", "Timeline"))
SIZES = (10, 25, 50, 100)
"""How many names each side of the network may have."""

ROWS = 200
"""Rows of a page's table; all are in its CSV and JSON."""

NARROWER = 10


def network_page(rows: Sequence[Talk], asked: Asked, most: int) -> str:
    """The network with its table; the facets are those of the pairs that are asked for."""
    kept = {**asked, "top": None if most == 25 else str(most)}
    kinds = summed((row.kind, row.statements) for row in rows)
    speakers = summed((row.speaker, row.statements) for row in rows)
    named = summed((row.about, row.statements) for row in rows)
    values = {
        "flow": flow(rows, most), "rows": rows[:ROWS], "more": len(rows) - ROWS, "asked": asked, "forms": FORMS, "acts": ACTS, "kinds": KINDS,
        "facets": [
            ("Speaker is", chosen("kind", kept, kinds, ranked(kinds))),
            ("Speaker", chosen("by", kept, speakers, ranked(speakers)[:NARROWER])),
            ("About", chosen("about", kept, named, ranked(named)[:NARROWER])),
        ],
        "sizes": [(size, address("/network", asked, top=size if size != 25 else None), size == most) for size in SIZES],
        "pairs": [said_of(row, asked) for row in rows[:ROWS]], "narrowed": lambda **one: address("/network", {**kept, **one}),
    }  # fmt: skip
    return picture("/network", values, asked)


def map_page(rows: Sequence[Place], asked: Asked, counts: Counted, total: int, *, whole: bool) -> str:
    """The map with its table; `counts` are those of events with a place, `total` all events that are asked for."""
    countries = summed((row.country, row.events) for row in rows if row.country)
    values = {
        "map": drawn(rows, whole=whole) if rows else None, "rows": rows[:ROWS], "more": len(rows) - ROWS, "asked": asked,
        "types": TYPES, "statuses": (*REALITIES, *STATUSES), "total": sum(row.events for row in rows),
        "all": total,
        "facets": [
            ("Type", event_facets("type", asked, event_sums(counts, 0), "/map")),
            ("Told as", event_facets("status", asked, event_sums(counts, 1), "/map")),
            ("Country", country_facets(asked, countries)),
        ],
        "here_events": lambda **one: address("/events", {**asked, **one}), "CLOSENESS": CLOSENESS,
        "world": address("/map", asked, view=None if whole else "world"),
    }  # fmt: skip
    return picture("/map", values, asked)


CLOSENESS = {
    "point": "this place",
    "region": "somewhere around",
    "country": "somewhere in the country",
    "unknown": "not on the map",
}


def country_facets(asked: Asked, sums: Mapping[str, int]) -> list[Facet]:
    """The countries with most events; where one is asked for by its code, the way back."""
    if asked.get("where"):
        return [Facet(str(asked["where"]), sum(sums.values()), address("/map", asked, where=None), True)]
    names = {country.code: country.name for country in outlines()}
    return [Facet(names.get(code, code), sums[code], address("/map", asked, where=code)) for code in ranked(sums)[:NARROWER]]


def timeline_page(days: Days, asked: Asked, within: str | None, *, whole: bool, alone: bool) -> str:
    """The timeline with its table; `alone`: what is asked, only events have."""
    line = timeline(days.days, within=within, whole=whole, alone=alone)
    kept = {**asked, "within": within, "view": "all" if whole else None}
    values = {
        "line": line, "asked": asked, "types": TYPES, "statuses": (*REALITIES, *STATUSES), "within": within, "whole": whole, "alone": alone,
        "dateless": days.dateless, "wider": address("/timeline", kept, within=None, view=None), "all": address("/timeline", kept, view="all"),
        "hrefs": lambda period: dict(listed(period, asked)), "closer": lambda period: address("/timeline", asked, within=period),
        "hidden": {"within": within, "places": asked.get("places"), "day": asked.get("day"), "own": asked.get("own")},
    }  # fmt: skip
    return picture("/timeline", values, kept)


def listed(period: str, asked: Asked) -> Iterator[tuple[str, str]]:
    """Where what lies on a day, month or year is listed, for each strip."""
    printed = {
        "by": asked.get("voice"),
        "in": asked.get("in"),
        "since": later(asked.get("since"), period),
        "until": earlier(asked.get("until"), period),
    }
    yield "statements", address("/said", printed)
    yield "events", address("/events", asked, day=period)
    yield (
        "due",
        address(
            "/forecasts",
            {"by": asked.get("voice"), "day": period, **{name: asked.get(name) for name in ("in", "since", "until")}},
        ),
    )


def later(since: str | None, period: str) -> str:
    """The later of two beginnings."""
    return max(since or "", period)


def earlier(until: str | None, period: str) -> str:
    """The earlier of two ends: of a year and a day in it, the day."""
    return period if until is None or until[: len(period)] > period or len(until) < len(period) else until


def chosen(name: str, asked: Asked, sums: dict[str, int], values: Sequence[str]) -> list[Facet]:
    """What narrows the picture by one field; where it is narrowed already, the one value that leads back."""
    on = asked.get(name)
    if on:
        return [Facet(on, sum(sums.values()), address("/network", asked, **{name: None}), True)]
    return [Facet(value, sums[value], address("/network", asked, **{name: value})) for value in values]


def said_of(row: Talk, asked: Asked) -> str:
    """Where the statements of a pair are listed."""
    kept = {name: asked.get(name) for name in ("in", "since", "until", "form", "act")}
    return address("/said", {"by": row.speaker, "about": row.about, "exactly": "true", **kept})


def picture(path: str, values: Mapping[str, object], asked: Asked) -> str:
    """A page of pictures, with the way to the others."""
    shown = turning(path, asked, Part(0, 0, False))
    return render(f"{path[1:]}.html", **values, **shown, tabs=TABS, path=path, home="/", inline=None, here="/network")
