"""Linking a ledger: each document that is new or was read anew is signed, compared with those it may have to do with, and linked.

Cost is that of the new ones: candidates are found by numbers in common, and never more than a fixed many are compared.
"""

from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

import msgspec

from sayso.ledger import Ledger
from sayso.ledger.links import Pending, keep, pending, retire
from sayso.ledger.traces import opened, sharing, sign
from sayso.lexicon import Lexicon
from sayso.link import conflicts, copies, quotations
from sayso.link.sides import Side
from sayso.model.links import Link
from sayso.model.signatures import Signature

T = TypeVar("T")
LINKER = "texts"
VERSION = "+".join((copies.BY, quotations.BY, conflicts.BY))

BATCH = 20
"""Documents linked in one transaction: what a stop may cost."""

KEPT = 1500
"""Documents kept ready in memory: news comes in bundles, so the same ones are asked for again and again."""

FEW, RARE = 3, 0.05
"""What a document must share to be compared: so many numbers, or one that at most twenty documents have; the rest are formulas."""

NEAR, QUOTING = 12, 24
"""Documents compared with a new one: those that share most of its text, those that share most of its quotations' words."""


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """What a run did so far: documents linked, of how many, links made by kind."""

    documents: int
    of: int
    links: dict[str, int]

    def also(self, other: "Linked") -> "Linked":
        """What two linkers did, each over all documents."""
        links = {**self.links, **other.links}
        return Linked(documents=max(self.documents, other.documents), of=max(self.of, other.of), links=links)


class Linker:
    """One run of a linker over a ledger; `tell` hears after each batch what was done."""

    name = ""
    version = ""

    def __init__(self, ledger: Ledger, lexicon: Lexicon, tell: Callable[[Linked], None] = lambda _: None) -> None:
        self.ledger = ledger
        self.lexicon = lexicon
        self.tell = tell

    def run(self) -> Linked:
        """What was done in all: every document of the ledger is linked as it was last read."""
        found: Counter[str] = Counter()
        waiting = pending(self.ledger, self.name, self.version)
        done = 0
        for batch in batches(waiting, BATCH):
            links = [link for one in batch for link in self.linked(one)]
            keep(self.ledger, self.name, self.version, batch, links)
            found.update(link.kind for link in links)
            done += len(batch)
            self.tell(Linked(documents=done, of=len(waiting), links=dict(found)))
        return Linked(documents=done, of=len(waiting), links=dict(sorted(found.items())))

    def linked(self, one: Pending) -> list[Link]:
        """The links of one document with all that came before it, or with all others where it is linked anew."""
        raise TypeError(f"{type(self).__name__} links nothing: {one.doc}")


class Linking(Linker):
    """Copies, shared quotations and conflicts: what documents have to do with each other by their words."""

    name, version = LINKER, VERSION

    def __init__(self, ledger: Ledger, lexicon: Lexicon, tell: Callable[[Linked], None] = lambda _: None) -> None:
        super().__init__(ledger, lexicon, tell)
        self.sides: OrderedDict[int, Side | None] = OrderedDict()

    def linked(self, one: Pending) -> list[Link]:
        """The links of one document with all that came before it (or with all others, where it is linked anew)."""
        if one.again:
            for linker in (copies.LINKER, quotations.LINKER, conflicts.LINKER):
                retire(self.ledger, linker, one.doc)
        side = self.side(one.key)
        if side is None:
            return []
        near = self.candidates(one.key, copies.signature(side), copies.COMMON, 1.0)[:NEAR]
        quoting = self.candidates(one.key, quotations.signature(side), quotations.COMMON, RARE)[:QUOTING]
        out: dict[str, Link] = {}
        for key in dict.fromkeys((*near, *quoting)):
            known = self.side(key)
            if known is not None:
                out.update((link.id, link) for link in self.between(side, known, key in near))
        return list(out.values())

    def between(self, side: Side, known: Side, near: bool) -> Iterator[Link]:
        """The links of two documents, copies only where they share so much that it may be one; the same whichever came first."""
        a, b = sorted((side, known), key=lambda one: one.id)
        if near:
            yield from copies.links(a, b)
        yield from quotations.links(a, b)
        yield from conflicts.links(a, b, self.lexicon, near=near)

    def candidates(self, key: int, signature: Signature, common: int, rare: float) -> list[int]:
        """Keys of the documents that share a few numbers or (as `rare` has it) a rare one, those with the most and rarest first."""
        sign(self.ledger, key, signature)
        weights: defaultdict[int, float] = defaultdict(float)
        shared: Counter[int] = Counter()
        for docs in sharing(self.ledger, signature.space, signature.values, common).values():
            for doc in docs:
                weights[doc] += 1 / len(docs)
                shared[doc] += 1
        fitting = [doc for doc, many in shared.items() if (many >= FEW or weights[doc] > rare) and doc != key]
        return sorted(fitting, key=lambda doc: (-weights[doc], doc))

    def side(self, key: int) -> Side | None:
        """The document of a key, ready to be compared; None where it is gone."""
        if key not in self.sides:
            found = opened(self.ledger, key)
            self.sides[key] = Side(*found) if found else None
            while len(self.sides) > KEPT:
                self.sides.popitem(last=False)
        self.sides.move_to_end(key)
        return self.sides[key]


def batches(items: Sequence[T], size: int) -> Iterator[list[T]]:
    """The items in lists of `size`, the last one shorter."""
    left = iter(items)
    while batch := list(islice(left, size)):
        yield batch
