"""What a release is made by and came to: the terms that somebody set, and what was counted on the way."""

import msgspec

from sayso.ask.accuracy import Accuracy
from sayso.export.gathering import Wanted
from sayso.release.limits import Limit
from sayso.release.versions import Versions


class Terms(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody asks of a release: which part of the ledger, called what, of which day, how much of the texts, in which formats."""

    wanted: Wanted = Wanted()
    title: str = "A data set of statements, events and forecasts"
    date: str | None = None
    limit: Limit = Limit()
    texts: bool = False
    parquet: bool | None = None


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A list of the user's that a release keeps: where, what it was called, its hash and how many lines it has."""

    path: str
    called: str
    sha256: str
    lines: int


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """A release that was made. `id` is the beginning of a hash over its tables, `lists` are the user's own that it keeps, `accuracy` what
    people found in a sample (None: no sample)."""

    id: str
    name: str
    date: str
    terms: Terms
    lists: dict[str, Kept]
    counts: dict[str, int]
    versions: Versions
    accuracy: Accuracy | None
