"""Claims of a ledger linked: each document's sentences compared with those of documents that have rare features in common."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.ledger.links import Pending, pending, retire
from sayso.ledger.traces import latest, named, opened, sign, signature, signed
from sayso.link import claims, stories, units
from sayso.link.sides import Side
from sayso.link.units import Units
from sayso.linking import Linked, Linker
from sayso.model.links import Link
from sayso.model.signatures import Signature

KEPT = "units"
"""The space in which the units of a document are kept, so that it need not be opened to be compared."""

OF_A_STORY = 12
"""Documents that a new one may share a story with directly: those that share most; the story grows from link to link."""

NEAR = 60
"""Documents compared with a new one: those that share most by weight."""


class ClaimLinking(Linker):
    """Sentences that tell of one thing in other words."""

    name, version = claims.LINKER, f"{claims.VERSION}+{units.VERSION}+{stories.VERSION}"
    waiting: set[int]

    def run(self) -> Linked:
        """What was done in all. All that is new is signed before any of it is compared, so that it is known what is rare."""
        waiting = pending(self.ledger, self.name, self.version)
        self.waiting = {one.key for one in waiting}
        for one in waiting:
            self.signed(one)
        return super().run()

    def signed(self, one: Pending) -> None:
        """Nothing; the units of a document are kept, and its features lead to it."""
        found = opened(self.ledger, one.key)
        if found is None:
            return
        side = Side(*found)
        made = units.units(side, self.lexicon)
        kept = Signature(space=KEPT, version=units.VERSION, size=len(made.units), values=units.coded(made, side.id))
        sign(self.ledger, one.key, kept, traced=False)
        traced = Signature(space=claims.SPACE, version=claims.VERSION, size=len(made.units), values=tuple(made.features()))
        sign(self.ledger, one.key, traced)

    def linked(self, one: Pending) -> list[Link]:
        """The links of one document's claims with those of documents linked before, and of new ones that came in before it."""
        if one.again:
            retire(self.ledger, claims.LINKER, one.doc)
            retire(self.ledger, stories.NAMED, one.doc)
        found = self.known(one.key)
        return self.between(one.key, *found) if found and found[1].units else []

    def between(self, key: int, name: tuple[str, str], made: Units) -> list[Link]:
        """The links of a document's units with those of others."""
        sharing = latest(self.ledger, claims.SPACE, made.features(), claims.COMMON)
        many = signed(self.ledger, claims.SPACE, claims.COMMON)
        weight = claims.weights({value: len(docs) for value, docs in sharing.items()}, many)
        out: dict[str, Link] = {link.id: link for link in self.stories(key, name[0], made, sharing)}
        for other in nearest(sharing, weight, key):
            found = self.known(other) if other < key or other not in self.waiting else None
            if found and claims.near_in_time(made, found[1]):
                ends = sorted(((name, made), found), key=lambda end: end[0])
                ((a, one), mine), ((b, two), others) = ends
                out.update((link.id, link) for link in claims.links((a, b), mine, others, (one, two), weight))
        return list(out.values())

    def stories(self, key: int, doc: str, made: Units, sharing: Mapping[int, Sequence[int]]) -> Iterator[Link]:
        """The links of a document with others of its story."""
        many = signed(self.ledger, claims.SPACE, claims.COMMON)
        weight = stories.weights({value: len(docs) for value, docs in sharing.items()}, many)
        whole, mine = sum(weight.values()), set(made.features())
        for other in nearest(sharing, weight, key)[:OF_A_STORY]:
            found = self.known(other) if other < key or other not in self.waiting else None
            if found is None or not stories.of_one_time(made, found[1]):
                continue
            theirs = found[1].features()
            shared = [value for value in theirs if value in mine]
            if len(shared) < stories.SHARED:
                continue
            if stories.likeness(shared, weight, whole, whole * len(theirs) / len(mine)) < stories.NEAR:
                continue
            counted = latest(self.ledger, claims.SPACE, theirs, claims.COMMON)
            other_whole = sum(stories.weights({value: len(docs) for value, docs in counted.items()}, many).values())
            if (alike := stories.likeness(shared, weight, whole, other_whole)) >= stories.ALIKE:
                ends = sorted(((doc, made), (found[0][0], found[1])), key=lambda end: end[0])
                yield stories.story((ends[0][0], ends[1][0]), ends[0][1], ends[1][1], alike, len(shared))

    def known(self, key: int) -> tuple[tuple[str, str], Units] | None:
        """Id, outlet and units of a document that was signed."""
        kept, name = signature(self.ledger, key, KEPT), named(self.ledger, key)
        if kept is None or name is None:
            return None
        doc, outlet = name
        return (doc, outlet or "an unknown outlet"), units.decoded(kept.values, doc)


def nearest(sharing: Mapping[int, Sequence[int]], weight: Mapping[int, float], key: int) -> list[int]:
    """Keys of the other documents that share most by weight."""
    sums: defaultdict[int, float] = defaultdict(float)
    for value, docs in sharing.items():
        for doc in docs:
            sums[doc] += weight[value]
    sums.pop(key, None)
    return sorted(sums, key=lambda doc: (-sums[doc], doc))[:NEAR]
