"""Copies: documents with the same text, whole or in part, and what each added or dropped.

What it finds: documents that share a good part of the shorter one's runs of five words: the same text, excerpts, rewrites, updates.
What it misses: a text told anew in other words; runs that stand in very many documents count as boilerplate, not as copying.
Source: Broder 1997 (shingles, containment and resemblance); the sample is of all runs whose number lies below a bound, so that
containment can be read from it as well as resemblance (as the scaled MinHash of sourmash, Irber et al. 2022).
"""

from collections.abc import Iterator

import msgspec
import numpy
from numpy.typing import NDArray

from sayso.link.days import day
from sayso.link.sides import Side
from sayso.link.words import signed
from sayso.model import Spans
from sayso.model.links import End, Link, link
from sayso.model.signatures import Signature

LINKER, VERSION, SPACE = "copies", "3", "runs"
BY = f"{LINKER}/{VERSION}"

RUN = 5
ONE_IN = 16
LEAST_KEPT = 24
"""Short texts keep their least numbers up to so many, so that an excerpt of a paragraph is still found."""

COMMON = 40
"""A run in so many documents tells little: it is looked for last."""

LEAST_RUNS = 20
CONTAINED = 0.3
"""Share of the shorter one's own runs (outside quotations) from which on it is a copy in part."""

SAME, WHOLE = 0.8, 0.75
LONGER = 1.5
LEAD, LED, ENOUGH, BLOCK = 100, 0.3, 0.4, 0.4
"""First words of a document, and the share of them and of the whole that must be in common; the score of what is no copy without."""

LATER = 30
"""Days after which an outlet that carries words of its own again uses a passage twice and does not rewrite an article."""

NEWS = 3
"""Words beside each other that the other does not have, from which on they count as added or dropped."""

BOUND = numpy.uint64(2**64 // ONE_IN)
Mask = NDArray[numpy.bool_]


class Shared(msgspec.Struct, frozen=True, kw_only=True):
    """How much two documents share: runs in common, and their share of the shorter one (`containment`) and of both together."""

    runs: int
    containment: float
    resemblance: float
    own: float


def signature(side: Side) -> Signature:
    """The sample of the document's runs of words."""
    runs = numpy.unique(side.runs(RUN))
    kept = runs[runs < BOUND]
    if len(kept) < LEAST_KEPT:
        kept = runs[:LEAST_KEPT]
    return Signature(space=SPACE, version=VERSION, size=len(runs), values=signed(kept))


def links(new: Side, known: Side) -> Iterator[Link]:
    """The link of two documents of which one is a copy of the other, whole or in part; none for others."""
    one, two = sorted((new, known), key=lambda side: side.id)
    shared = measured(one, two)
    if shared.runs < LEAST_RUNS or shared.own < CONTAINED:
        return
    here, there = covered(one, two), covered(two, one)
    sort = sorted_as(one, two, shared, max(opening(here), opening(there)))
    ends = [
        End(record=side.id, doc=side.id, spans=spans_of(side, mask), differs=spans_of(side, ~mask, NEWS))
        for side, mask in ((one, here), (two, there))
    ]
    reason = told(one, two, sort, shared, (int((~here).sum()), int((~there).sum())))
    score = BLOCK if sort == "block" else min(1.0, 0.5 + shared.containment / 2)
    yield link("copy", *ends, sort=sort, reason=reason, score=score, by=BY)


def measured(a: Side, b: Side) -> Shared:
    """How much two documents share; `own` counts only runs outside quotations, as a speech that both print makes no copy."""
    one, two = (numpy.unique(side.runs(RUN)) for side in (a, b))
    common = numpy.intersect1d(one, two, assume_unique=True)
    least, all_ = min(len(one), len(two)), len(one) + len(two) - len(common)
    mine, theirs = (numpy.unique(side.runs(RUN)[unquoted(side)]) for side in (a, b))
    own = numpy.intersect1d(mine, theirs, assume_unique=True)
    return Shared(
        runs=len(common),
        containment=len(common) / least if least else 0.0,
        resemblance=len(common) / all_ if all_ else 0.0,
        own=len(own) / max(1, min(len(mine), len(theirs))),
    )


def unquoted(side: Side) -> Mask:
    """Which runs touch no quotation."""
    quoted = side.quoted
    many = max(0, len(quoted) - RUN + 1)
    touched = numpy.zeros(many, dtype=numpy.bool_)
    for place in range(RUN):
        touched |= quoted[place : place + many]
    return ~touched


def covered(a: Side, b: Side) -> Mask:
    """Which words of `a` stand in a run that `b` has too."""
    found = numpy.isin(a.runs(RUN), b.runs(RUN))
    out = numpy.zeros(len(a.words), dtype=numpy.bool_)
    for place in range(RUN):
        out[place : place + len(found)] |= found
    return out


def spans_of(side: Side, mask: Mask, least: int = 1) -> Spans:
    """The spans of the runs of words that are marked, those of `least` words and more."""
    edges = numpy.flatnonzero(numpy.diff(numpy.concatenate(([False], mask, [False])).astype(numpy.int8)))
    places = side.words.spans
    pairs = zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
    return tuple((places[start][0], places[end - 1][1]) for start, end in pairs if end - start >= least)


def opening(mask: Mask) -> float:
    """The share of a document's first words that stand in the other too."""
    return float(mask[:LEAD].mean()) if len(mask) else 0.0


def sorted_as(a: Side, b: Side, shared: Shared, lead: float) -> str:
    """What one document is to the other: same text, update, excerpt or rewrite; block where neither begins as any of the other goes.

    A block is what a page carries beside its article (captions, links, a bio) or a passage used again: no copy of the article.
    """
    sizes = sorted((len(a.words), len(b.words)))
    if a.document.url and a.document.url == b.document.url:
        return "update"
    if shared.resemblance >= SAME:
        return "same"
    if (
        (lead < LED and shared.containment < SAME)
        or shared.containment < ENOUGH
        or (own_words(a, b) and shared.containment < WHOLE)
    ):
        return "block"
    if shared.containment >= WHOLE and sizes[1] > LONGER * sizes[0]:
        return "excerpt"
    return "rewrite"


def own_words(a: Side, b: Side) -> bool:
    """Whether an outlet carries words of its own again after weeks."""
    one, two = day(a.document.published), day(b.document.published)
    return (
        a.document.outlet is not None and a.document.outlet == b.document.outlet and bool(one and two) and abs(one - two) > LATER
    )


def told(a: Side, b: Side, sort: str, shared: Shared, news: tuple[int, int]) -> str:
    """The reason in words: how much is common, what each has for itself."""
    shorter = a if len(a.words) <= len(b.words) else b
    share = f"{round(100 * shared.containment)} % of the runs of five words of {shorter.outlet}'s text stand in the other too"
    parts = f"{a.outlet} has {news[0]} words that {b.outlet} has not, {b.outlet} {news[1]}"
    named = {
        "same": "the same text",
        "update": "one address, two versions",
        "excerpt": "a part of the other",
        "rewrite": "rewritten",
    }
    named["block"] = "a passage or block that both carry, no copy of the article"
    return f"{named[sort]}: {share}; {parts}"
