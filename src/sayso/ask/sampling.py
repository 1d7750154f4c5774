"""Samples: records and passages drawn at random for people to judge, so that what they find holds for the whole ledger.

Each kind is a stratum of its own, drawn from alike; within it every record is as likely as every other, and the draw is spread over
outlet, year and code (systematic sampling with a random start). Random numbers come from SHA-256 of seed and id: the same ledger, seed
and size give the same sample on every machine.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence

from sayso.ask.answer import Answer, Texts
from sayso.errors import UsageError
from sayso.ledger import Ledger, View, sampled
from sayso.ledger.reviewed import reviewed
from sayso.ledger.sampled import Candidate, Drawn
from sayso.model.span import quote
from sayso.model.verdicts import JUDGING, standing

KINDS = ("statement", "event", "forecast")
PASSAGE = re.compile(r"\S[^\n]{38,}\S")
"""A line of at least forty characters: a paragraph of most articles."""


class Waiting(Answer, frozen=True, kw_only=True):
    """Something of the sample that is not judged yet: a record by its words, a passage to be read whole."""

    id: str
    kind: str
    outlet: str | None
    published: str | None
    title: str | None


def draw(view: View, ledger: Ledger, *, size: int, seed: int, passages: int = 0, in_: str | None = None) -> tuple[Drawn, ...]:
    """What was drawn and kept; the same again adds nothing. Raises: UsageError where there is nothing to draw from."""
    found = sampled.candidates(view, in_)
    lines = list(paragraphs(view, in_)) if passages else []
    if not found and not lines:
        raise UsageError("nothing to draw from: no statement, event or forecast")
    sizes = {kind: sum(one.kind == kind for one in found) for kind in KINDS}
    drawn = [
        one
        for kind, many in allotted(sizes, size).items()
        for one in systematic([c for c in found if c.kind == kind], many, seed, kind)
    ]
    drawn += systematic(lines, min(passages, len(lines)), seed, "passage")
    named = hashlib.sha256("\n".join([f"{seed}", *(f"{one.id} {one.population}" for one in drawn)]).encode()).hexdigest()[:12]
    sampled.keep(ledger, named, drawn)
    return tuple(drawn)


def allotted(sizes: dict[str, int], size: int) -> dict[str, int]:
    """How many are drawn of each kind: alike, as far as there are so many.

    >>> allotted({"statement": 500, "event": 300, "forecast": 20}, 200)
    {'statement': 90, 'event': 90, 'forecast': 20}
    """
    found: dict[str, int] = {}
    left = size
    order = sorted(sizes, key=lambda kind: (sizes[kind], kind))
    for place, kind in enumerate(order):
        found[kind] = min(sizes[kind], left // (len(order) - place))
        left -= found[kind]
    return {kind: found[kind] for kind in sizes}


def systematic(found: Sequence[Candidate], many: int, seed: int, kind: str) -> list[Drawn]:
    """So many of the candidates, each as likely as the others: every n-th of a list in order of outlet, year, code and chance."""
    if not many:
        return []
    order = sorted(found, key=lambda one: (one.outlet, one.year, one.code, chance(seed, one.id), one.id))
    step = len(order) / many
    start = chance(seed, kind) * step
    picked = [order[min(int(start + step * n), len(order) - 1)] for n in range(many)]
    return [
        Drawn(id=one.id, doc=one.doc, kind=one.kind, start=one.start, end=one.end, population=len(order), seed=seed)
        for one in picked
    ]


def chance(seed: int, words: str) -> float:
    """A number from 0 up to 1 that nobody can foresee from the words."""
    return int.from_bytes(hashlib.sha256(f"{seed}\x1f{words}".encode()).digest()[:6], "big") / 2**48


def paragraphs(view: View, in_: str | None) -> Iterator[Candidate]:
    """The passages that may be drawn: lines long enough to say something, not within the furniture of a page."""
    for doc, text, outlet, year in sampled.texts(view, in_):
        document = view.document(doc)
        furniture = document.furniture if document else ()
        for match in PASSAGE.finditer(text):
            start, end = match.span()
            if not any(a < end and start < b for a, b in furniture):
                yield Candidate(
                    id=f"{doc}:{start}-{end}", doc=doc, kind="passage", start=start, end=end, outlet=outlet, year=year, code=""
                )  # fmt: skip


def waiting(view: View, who: str | None = None) -> Iterator[Waiting]:
    """What of the last draw nobody has judged; with `who` what this person has not."""
    texts = Texts(view)
    drawn = sampled.last(view)
    readers = sampled.readers(view)
    judged = {id for doc in dict.fromkeys(one.doc for one in drawn) for id in judged_in(view, doc, who)}
    for one in drawn:
        read = readers.get(one.id, ())
        if one.id in judged or (one.kind == "passage" and (who in read if who else read)):
            continue
        row = view.row(one.doc)
        spans = ((one.start, one.end),)
        yield texts.verified(
            Waiting(
                doc=one.doc, spans=spans, quote=quote(texts.of(one.doc), spans), id=one.id, kind=one.kind,
                outlet=row.outlet if row else None, published=row.published if row else None, title=row.title if row else None,
            )
        )  # fmt: skip


def judged_in(view: View, doc: str, who: str | None) -> Iterator[str]:
    """The ids of a document's records that somebody, or this person, has judged."""
    for row in reviewed(view, doc):
        if any(one.says in JUDGING and who in (None, one.who) for one in standing(row.verdicts)):
            yield row.id
