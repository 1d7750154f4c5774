"""Projections: from longitude and latitude to places on a drawing; the whole world by equal areas, a part of it by its own middle."""

import math
from collections.abc import Callable

import msgspec

WIDTH = 960.0
TALLEST = 620.0
A = (1.340264, -0.081106, 0.000893, 0.003796)
ROOT = math.sqrt(3) / 2
WORLD = 2.70663
"""Half the width of the world in Equal Earth's own units."""

TOP, BOTTOM = 84.0, -58.0
"""Latitudes between which the world is drawn: nothing in the news happens nearer to the poles."""

Project = Callable[[float, float], tuple[float, float]]


class Frame(msgspec.Struct, frozen=True):
    """A part of the world in degrees; `east` may lie beyond 180 where it reaches over the date line."""

    west: float
    south: float
    east: float
    north: float

    @property
    def middle(self) -> float:
        """The longitude in the middle."""
        return (self.west + self.east) / 2

    def holds(self, longitude: float, latitude: float) -> bool:
        """Whether a place lies in it."""
        return self.west <= near(longitude, self.middle) <= self.east and self.south <= latitude <= self.north


def equal_earth(longitude: float, latitude: float) -> tuple[float, float]:
    """A place on the Equal Earth projection (Šavrič, Patterson and Jenny 2018), in its own units, north positive.

    >>> [round(value, 3) for value in equal_earth(180, 0)]
    [2.707, 0.0]
    """
    theta = math.asin(ROOT * math.sin(math.radians(latitude)))
    squared = theta * theta
    sixth = squared**3
    x = math.radians(longitude) * math.cos(theta)
    x /= ROOT * (A[0] + 3 * A[1] * squared + sixth * (7 * A[2] + 9 * A[3] * squared))
    return x, theta * (A[0] + A[1] * squared + sixth * (A[2] + A[3] * squared))


def world() -> tuple[Project, float]:
    """The projection of the whole world onto the drawing, and the drawing's height."""
    scale = WIDTH / (2 * WORLD)
    top = equal_earth(0, TOP)[1]
    height = (top - equal_earth(0, BOTTOM)[1]) * scale

    def project(longitude: float, latitude: float) -> tuple[float, float]:
        x, y = equal_earth(longitude, latitude)
        return round(x * scale + WIDTH / 2, 1), round((top - y) * scale, 1)

    return project, round(height, 1)


def part(frame: Frame) -> tuple[Project, float]:
    """The projection of a part of the world, true to shape in its middle, and the drawing's height."""
    squeeze = math.cos(math.radians((frame.south + frame.north) / 2))
    scale = WIDTH / ((frame.east - frame.west) * squeeze)

    def project(longitude: float, latitude: float) -> tuple[float, float]:
        x = (near(longitude, frame.middle) - frame.west) * squeeze
        return round(x * scale, 1), round((frame.north - latitude) * scale, 1)

    return project, round((frame.north - frame.south) * scale, 1)


def near(longitude: float, middle: float) -> float:
    """The longitude as a number within half a turn of another.

    >>> near(-175, 170), near(10, 20)
    (185, 10)
    """
    while longitude < middle - 180:
        longitude += 360
    while longitude > middle + 180:
        longitude -= 360
    return longitude


def around(west: float, south: float, east: float, north: float) -> Frame:
    """A frame with room around a box, not closer than a region, in the shape that a screen has."""
    middle, centre = (west + east) / 2, (south + north) / 2
    squeeze = max(math.cos(math.radians(centre)), 0.2)
    wide = max((east - west) * 1.15, 14 / squeeze)
    high = max((north - south) * 1.2, 9.0)
    # As high as the drawing may be; what is too flat gets more north and south, what is too high more east and west.
    shape = TALLEST / WIDTH
    if high > wide * squeeze * shape:
        wide = high / (squeeze * shape)
    high = max(high, min(wide * squeeze * 0.5, 2 * (85 - abs(centre))))
    return Frame(middle - wide / 2, centre - high / 2, middle + wide / 2, centre + high / 2)
