"""Ratings out of their rows, for the View and the check alike."""

from collections.abc import Iterator
from typing import Any

import apsw

from sayso.model.ratings import Rating, unaltered

RATING = "SELECT id, about, doc, scale, rating, who, added, why, nth, sha256 FROM rating ORDER BY key"


def rating_of(row: tuple[Any, ...]) -> Rating:
    """A Rating of the columns that RATING names."""
    return Rating(**dict(zip(Rating.__struct_fields__, row, strict=True)))


def altered(connection: apsw.Connection) -> Iterator[str]:
    """The ids of ratings that don't say what their hashes were taken over."""
    ratings = (rating_of(row) for row in connection.execute(RATING).fetchall())
    return (rating.id for rating in ratings if not unaltered(rating))
