"""Gazetteer: where named places lie and how closely a name says it, with the outlines of countries that maps are drawn from."""

from collections.abc import Mapping
from functools import cache

import msgspec

from sayso.lexicon import tables
from sayso.lexicon.entries import Entry
from sayso.lexicon.words import key

POINTS = ("city", "capital", "village", "site", "base", "airport", "border", "district")
"""Kinds of place that a dot may stand for; all others are wide."""

MOST = 12
"""Words that a name may have for a known place to be looked for in it: what is longer is no name, and would take too long."""

UNITS = 50
"""Steps in a degree, in `borders.tsv`."""

Ring = tuple[tuple[float, float], ...]


class Spot(msgspec.Struct, frozen=True):
    """What a place's name comes to: a dot (`point`), somewhere around it (`region`), a whole `country`, or `unknown`."""

    name: str
    precision: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


class Country(msgspec.Struct, frozen=True):
    """A country's outline: closed lines of (longitude, latitude); its code is empty where it has none of ours."""

    code: str
    name: str
    rings: tuple[Ring, ...]


class Gazetteer(msgspec.Struct, frozen=True):
    """Places and states by key; `names` gives a state's name by its code."""

    places: Mapping[str, Entry]
    states: Mapping[str, str]
    names: Mapping[str, str]

    @classmethod
    def load(cls) -> "Gazetteer":
        """The places and states that ship; of two places of one name the first in the files."""
        places: dict[str, Entry] = {}
        for name, entry in tables.places():
            places.setdefault(key(name), entry)
        rows = [row for row, _ in tables.states()]
        states = {key(alias): row["code"] for row in reversed(rows) for alias in tables.aliases(row)}
        return cls(places, states, {row["code"]: row["name"] for row in rows})

    def spot(self, name: str, country: str | None) -> Spot:
        """Where a place lies that a text names so and gives to `country`, if to any.

        >>> known = Gazetteer.load()
        >>> known.spot("a market in Baghdad", "IRQ").name, known.spot("Anbar", "IRQ").precision, known.spot("the bridge", "IRQ").precision
        ('Baghdad', 'region', 'country')
        """
        words = key(name).removeprefix("the ").split()
        if state := self.states.get(" ".join(words)):
            return self.whole(state)
        if len(words) > MOST:
            return self.whole(country) if country in self.names else Spot(name, "unknown")
        for size in range(len(words), 0, -1):
            for first in range(len(words) - size + 1):
                entry = self.places.get(" ".join(words[first : first + size]))
                if entry and entry.latitude is not None and fits(entry, country, size == len(words)):
                    return spot_of(entry)
        return self.whole(country) if country in self.names else Spot(name, "unknown")

    def whole(self, country: str | None) -> Spot:
        """The place that is a whole country."""
        return Spot(self.names.get(country or "", country or ""), "country", country)


def fits(entry: Entry, country: str | None, whole: bool) -> bool:
    """Whether a place may be meant: its country is the text's; without one, only by its whole name, unless that is a common word."""
    if entry.country and country:
        return entry.country == country
    return whole and (country is None or not entry.country) and not entry.weak


def spot_of(entry: Entry) -> Spot:
    """The spot of an entry; what only has its name in it ("Baghdad airport") lies in or near it."""
    return Spot(entry.name, "point" if entry.office in POINTS else "region", entry.country, entry.latitude, entry.longitude)


@cache
def outlines() -> tuple[Country, ...]:
    """The countries of the world; they are read once a process, as maps alone need them."""
    return tuple(
        Country(row["code"], row["name"], tuple(ring(line) for line in row["rings"].split(";")))
        for row in tables.rows("borders.tsv")
    )


def ring(line: str) -> Ring:
    """A closed line of its first point and the steps that follow.

    >>> ring("50 100 -25 0")
    ((1.0, 2.0), (0.5, 2.0))
    """
    numbers = [int(number) for number in line.split()]
    x = y = 0
    out = []
    for at in range(0, len(numbers), 2):
        x, y = x + numbers[at], y + numbers[at + 1]
        out.append((x / UNITS, y / UNITS))
    return tuple(out)
