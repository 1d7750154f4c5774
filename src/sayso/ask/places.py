"""Where events are told to have happened: places with how closely they are known and how many events each has."""

from collections.abc import Iterator

import msgspec

from sayso.ask.did import checked
from sayso.ledger import View
from sayso.ledger.did import Sought, placed
from sayso.lexicon.gazetteer import Gazetteer, Spot

CLOSENESS = ("point", "region", "country", "unknown")


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place, with the names that texts give it; `precision` is point, region (somewhere around), country or unknown.

    `events` are all of them; `happened` to `foretold` (with those under a condition) how they are told, the rest told otherwise.
    """

    name: str
    precision: str
    country: str | None
    latitude: float | None
    longitude: float | None
    names: tuple[str, ...]
    events: int
    documents: int
    happened: int
    claimed: int
    denied: int
    foretold: int


def ask(view: View, known: Gazetteer, sought: Sought | None = None) -> Iterator[Place]:
    """Places, those with most events first; the options are those of `deeds_of`.

    Raises: UsageError for a type that PLOVER has not, or a status that is none.
    """
    found: dict[Spot, list[tuple[str, str, int, int]]] = {}
    for name, country, reality, doc, count in placed(view, checked(sought or Sought())):
        found.setdefault(known.spot(name, country), []).append((name, reality, doc, count))
    places = [place(spot, rows) for spot, rows in found.items()]
    yield from sorted(places, key=lambda row: (-row.events, CLOSENESS.index(row.precision), row.name, row.country or ""))


def place(spot: Spot, rows: list[tuple[str, str, int, int]]) -> Place:
    """The events of one spot counted."""
    told: dict[str, int] = {}
    for _, reality, _, count in rows:
        told[reality] = told.get(reality, 0) + count
    return Place(
        name=spot.name, precision=spot.precision, country=spot.country, latitude=spot.latitude, longitude=spot.longitude,
        names=tuple(sorted({name for name, *_ in rows})), events=sum(told.values()), documents=len({doc for _, _, doc, _ in rows}),
        happened=told.get("happened", 0), claimed=told.get("claimed", 0), denied=told.get("denied", 0),
        foretold=told.get("foretold", 0) + told.get("conditional", 0),
    )  # fmt: skip
