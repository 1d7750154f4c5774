"""Builds `borders.tsv`, the outlines of countries on maps, from the npm package world-atlas (Natural Earth 1:50m, TopoJSON).

    python -m train.lexicon.borders COUNTRIES_50M_JSON OUT_FOLDER

Coordinates are rounded to a fiftieth of a degree and points dropped that lie closer than that to the line between their
neighbours, so that a country fills a screen without corners and the file stays small.
"""

import csv
import json
import sys
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from train.lexicon.build import write

UNITS = 50
"""Units in a degree."""

CLOSE = 0.6
"""A point so many units from the line between its neighbours, or less, is dropped."""

STATES = Path("src/sayso/lexicon/states.tsv")
HEAD = "code name rings"
# Names of the atlas that are short, or whose country another name of ours would catch.
CODES = {
    "Marshall Is.": "MHL", "S. Sudan": "SSD", "Solomon Is.": "SLB", "São Tomé and Principe": "STP", "St. Vin. and Gren.": "VCT",
    "Curaçao": "CUW", "W. Sahara": "ESH", "Eq. Guinea": "GNQ", "Dominican Rep.": "DOM", "Dem. Rep. Congo": "COD", "Congo": "COG",
    "Central African Rep.": "CAF", "Bosnia and Herz.": "BIH", "Antigua and Barb.": "ATG",
}  # fmt: skip

Point = tuple[int, int]


def arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """The atlas's lines as points in our units, thinned; shared borders stay shared."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        xs, ys = (list(accumulate(step[i] for step in arc)) for i in (0, 1))
        points = [(round((x * sx + tx) * UNITS), round((y * sy + ty) * UNITS)) for x, y in zip(xs, ys, strict=True)]
        found.append(thinned(points))
    return found


def thinned(points: list[Point]) -> list[Point]:
    """The line without the points that hardly bend it (Douglas and Peucker)."""
    keep = {0, len(points) - 1}
    todo = [(0, len(points) - 1)]
    while todo:
        first, last = todo.pop()
        far = max(range(first + 1, last), key=lambda at: away(points[at], points[first], points[last]), default=None)
        if far is not None and away(points[far], points[first], points[last]) > CLOSE:
            keep.add(far)
            todo += [(first, far), (far, last)]
    return [points[at] for at in sorted(keep)]


def away(point: Point, a: Point, b: Point) -> float:
    """How far a point lies from the line between two others, from the first of them where they are one."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    if not dx and not dy:
        return float(abs(point[0] - a[0]) + abs(point[1] - a[1]))
    return float(abs(dx * (point[1] - a[1]) - dy * (point[0] - a[0]))) / float((dx * dx + dy * dy) ** 0.5)


def rings(geometry: dict[str, Any], lines: list[list[Point]]) -> list[list[Point]]:
    """The closed lines of a country; holes are lines like others and stay empty by the even-odd rule."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return [joined(ring, lines) for polygon in polygons for ring in polygon]


def joined(ring: list[int], lines: list[list[Point]]) -> list[Point]:
    """The points of one closed line; an arc whose number is negative is run backwards."""
    out: list[Point] = []
    for number in ring:
        points = lines[number] if number >= 0 else lines[~number][::-1]
        out += [point for point in points if not out or out[-1] != point]
    return out[:-1] if len(out) > 1 and out[0] == out[-1] else out


def encoded(ring: list[Point]) -> str:
    """A line as its first point and the steps from each to the next."""
    steps = pairwise(ring)
    return " ".join([f"{ring[0][0]} {ring[0][1]}", *(f"{b[0] - a[0]} {b[1] - a[1]}" for a, b in steps)])


def main(atlas: Path, out: Path) -> None:
    """Nothing; the file is written."""
    with STATES.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    ours = {name.casefold(): row["code"] for row in rows for name in (*row["aliases"].split("|"), row["name"]) if name}
    topology = json.loads(atlas.read_text(encoding="utf-8"))
    thin = arcs(topology)
    found = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        parts = [ring for ring in rings(geometry, thin) if len(ring) > 2]
        found.append([CODES.get(name) or ours.get(name.casefold(), ""), name, ";".join(encoded(ring) for ring in parts)])
    write(out / "borders.tsv", HEAD, sorted(row for row in found if row[2]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
