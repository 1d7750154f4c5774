"""The map of events: countries shaded by how many events they have, dots for places known as such, rings for what lies somewhere around."""

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from sayso.ask.places import Place
from sayso.lexicon.gazetteer import Country, Ring, outlines
from sayso.show.projecting import WIDTH, Frame, Project, around, near, part, world

SHADES = 5
LARGEST = 20.0
SMALLEST = 3.5
STEP = 1.4
"""Points of an outline that lie closer on the drawing are left out."""

WIDEST = 140.0
"""Degrees of longitude beyond which the whole world is drawn."""

SHARE = 2 / 3
"""The part of all events that a closer view has to hold."""

NAMED = 24
LONGEST = 200
LETTER = 6.6
LINE = 15.0


class Shape(msgspec.Struct, frozen=True):
    """A country as drawn: its outline, shade 0 (nothing) to 5, and what it says."""

    d: str
    shade: int
    code: str
    title: str


class Dot(msgspec.Struct, frozen=True):
    """A place as drawn; `wide` where only the surroundings are known."""

    x: float
    y: float
    r: float
    wide: bool
    title: str
    names: tuple[str, ...]


class Label(msgspec.Struct, frozen=True):
    """A name on the map."""

    x: float
    y: float
    text: str
    anchor: str


class Map(msgspec.Struct, frozen=True):
    """What is drawn; `outside` events lie beyond the view, `unplaced` ones have a name that the gazetteer has not."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    dots: tuple[Dot, ...]
    labels: tuple[Label, ...]
    closer: bool
    outside: int
    unplaced: int
    alt: str


def drawn(places: Sequence[Place], *, whole: bool) -> Map:
    """The map of some places; a closer view, unless the `whole` world is wanted, where that holds most of the events."""
    frame = None if whole else closer(places)
    project, height = part(frame) if frame else world()
    sums = by_country(places)
    dots = tuple(dot(place, project, scale(places)) for place in places if place.latitude is not None and inside(place, frame))
    shapes = tuple(shape(country, d, sums) for country, d in paths(frame))
    unplaced = sum(place.events for place in places if place.precision == "unknown")
    outside = sum(place.events for place in places if place.precision != "unknown" and not inside(place, frame))
    named = list(labels(places, dots, frame, project, height))
    return Map(WIDTH, height, shapes, dots, tuple(named), frame is not None, outside, unplaced, alt(places))


def by_country(places: Sequence[Place]) -> dict[str, tuple[int, int]]:
    """By country: all of its events, and those of which no closer place is known."""
    sums: dict[str, tuple[int, int]] = {}
    for place in places:
        if place.country:
            all_, vague = sums.get(place.country, (0, 0))
            sums[place.country] = all_ + place.events, vague + (place.events if place.precision == "country" else 0)
    return sums


def shape(country: Country, d: str, sums: dict[str, tuple[int, int]]) -> Shape:
    """A country shaded by the square root of its share of the most."""
    count, vague = sums.get(country.code, (0, 0))
    if not count:
        return Shape(d, 0, "", country.name)
    most = max(one for one, _ in sums.values())
    told = f"{country.name}: {count} event{'s' if count != 1 else ''}" + (f", {vague} without a closer place" if vague else "")
    return Shape(d, max(1, math.ceil(SHADES * math.sqrt(count / most))), country.code, told)


def scale(places: Sequence[Place]) -> float:
    """Radius of a place with one event, so that areas go by events."""
    most = max((place.events for place in places if place.latitude is not None), default=1)
    return LARGEST / math.sqrt(max(most, 16))


def dot(place: Place, project: Project, unit: float) -> Dot:
    """A place on the drawing."""
    x, y = project(place.longitude or 0.0, place.latitude or 0.0)
    title = f"{place.name[:LONGEST]}: {place.events} event{'s' if place.events != 1 else ''}"
    wide = place.precision == "region"
    return Dot(
        x,
        y,
        round(max(unit * math.sqrt(place.events), SMALLEST), 1),
        wide,
        title + (", somewhere around" if wide else ""),
        place.names,
    )


def closer(places: Sequence[Place]) -> Frame | None:
    """The view around the places with most events that have two thirds of them together; None where that is the world."""
    known = [place for place in places if place.precision != "unknown" and box(place)]
    wanted = SHARE * sum(place.events for place in known)
    boxes: list[tuple[float, float, float, float]] = []
    for place in known:
        if wanted <= 0:
            break
        wanted -= place.events
        boxes.append(box(place) or (0.0, 0.0, 0.0, 0.0))
    if not boxes:
        return None
    middle = (boxes[0][0] + boxes[0][2]) / 2
    edges = [(near(one[0], middle), one[1], near(one[2], middle), one[3]) for one in boxes]
    frame = around(*(min(one[at] for one in edges) for at in (0, 1)), *(max(one[at] for one in edges) for at in (2, 3)))
    return None if frame.east - frame.west > WIDEST else frame


def box(place: Place) -> tuple[float, float, float, float] | None:
    """West, south, east and north of a place: that of a country's largest part, None where nothing is known."""
    if place.latitude is not None and place.longitude is not None:
        return place.longitude, place.latitude, place.longitude, place.latitude
    main = mains().get(place.country or "")
    return bounds(main) if main else None


@lru_cache(1)
def mains() -> dict[str, Ring]:
    """The largest part of each country."""
    return {country.code: max(country.rings, key=extent) for country in outlines() if country.code}


def extent(ring: Ring) -> float:
    """The area of a closed line in square degrees."""
    turned = zip(ring, (*ring[1:], ring[0]), strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in turned)) / 2


def bounds(ring: Ring) -> tuple[float, float, float, float]:
    """West, south, east and north of a line."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return min(xs), min(ys), max(xs), max(ys)


def inside(place: Place, frame: Frame | None) -> bool:
    """Whether a place, or the middle of a country, is in view."""
    edges = box(place)
    if frame is None or edges is None:
        return edges is not None
    return frame.holds((edges[0] + edges[2]) / 2, (edges[1] + edges[3]) / 2)


@lru_cache(32)
def paths(frame: Frame | None) -> tuple[tuple[Country, str], ...]:
    """The outlines in view; those of the last views are kept, as they don't hang on what is counted."""
    project, height = part(frame) if frame else world()
    drawn = ((country, "".join(line(ring, project, height, frame) for ring in country.rings)) for country in outlines())
    return tuple((country, d) for country, d in drawn if d)


def line(ring: Ring, project: Project, height: float, frame: Frame | None) -> str:
    """A closed line on the drawing, empty where it is out of view, too small, or torn apart by the edge of the map."""
    if frame and torn(ring, frame.middle):
        return ""
    out: list[tuple[float, float]] = []
    for longitude, latitude in ring:
        x, y = project(longitude, latitude)
        if not out or abs(x - out[-1][0]) + abs(y - out[-1][1]) >= STEP:
            out.append((x, y))
    xs, ys = [x for x, _ in out], [y for _, y in out]
    if len(out) < 3 or max(xs) < 0 or min(xs) > WIDTH or max(ys) < 0 or min(ys) > height:
        return ""
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in out) + "Z"


def torn(ring: Ring, middle: float) -> bool:
    """Whether a line jumps from one side of the world to the other when its middle is moved."""
    moved = [near(x, middle) for x, _ in ring]
    return any(abs(a - b) > 180 for a, b in zip(moved, (*moved[1:], moved[0]), strict=True))


def labels(places: Sequence[Place], dots: Sequence[Dot], frame: Frame | None, project: Project, height: float) -> Iterator[Label]:
    """Names of the places with most events, each where it lies over no other name; those without room are left to their titles."""
    taken = [(dot.x - dot.r, dot.y, 2 * dot.r, dot.r + LINE / 2) for dot in dots]
    at = {dot.names: dot for dot in dots}
    for place in [one for one in places if one.precision != "unknown" and inside(one, frame)][:NAMED]:
        found = label(place, at.get(place.names), project)
        width = len(found.text) * LETTER
        left = found.x - (width / 2 if found.anchor == "middle" else 0)
        free = all(left + width < x or left > x + w or abs(found.y - y) > high for x, y, w, high in taken)
        if free and left >= 0 and left + width <= WIDTH and LINE / 2 <= found.y <= height - LINE / 2:
            taken.append((left, found.y, width, LINE))
            yield found


def label(place: Place, dot: Dot | None, project: Project) -> Label:
    """A name beside its dot, or in the middle of its country."""
    if dot:
        return Label(round(dot.x + dot.r + 4, 1), dot.y, place.name, "start")
    west, south, east, north = box(place) or (0.0, 0.0, 0.0, 0.0)
    x, y = project((west + east) / 2, (south + north) / 2)
    return Label(x, y, place.name, "middle")


def alt(places: Sequence[Place]) -> str:
    """The places with most events in a sentence."""
    told = "; ".join(f"{place.name[:LONGEST]}, {place.events}" for place in places[:6])
    return f"Where events are told to have happened. Most: {told}. All are in the table below."
