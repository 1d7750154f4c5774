"""Actors of a ledger linked: each document's with the same actors of the documents that had them first."""

from collections import OrderedDict
from collections.abc import Callable

from sayso.ledger import Ledger
from sayso.ledger.links import Pending, retire
from sayso.ledger.traces import opened, sharing, sign
from sayso.lexicon import Lexicon
from sayso.link import actors
from sayso.link.actors import Actor
from sayso.link.sides import Side
from sayso.linking import KEPT, Linked, Linker
from sayso.model.links import Link
from sayso.model.signatures import Signature

Known = tuple[Side, dict[int, list[Actor]]]


class ActorLinking(Linker):
    """Actors that are one and are named otherwise."""

    name, version = actors.LINKER, actors.VERSION

    def __init__(self, ledger: Ledger, lexicon: Lexicon, tell: Callable[[Linked], None] = lambda _: None) -> None:
        super().__init__(ledger, lexicon, tell)
        self.sides: OrderedDict[int, Known | None] = OrderedDict()

    def linked(self, one: Pending) -> list[Link]:
        """The links of one document's actors."""
        if one.again:
            retire(self.ledger, self.name, one.doc)
            self.sides.pop(one.key, None)
        known = self.known(one.key)
        if known is None:
            return []
        side, mine = known
        size = sum(len(found) for found in mine.values())
        signature = Signature(space=actors.SPACE, version=self.version, size=size, values=tuple(mine))
        sign(self.ledger, one.key, signature)
        out: dict[str, Link] = {}
        for value, docs in sharing(self.ledger, actors.SPACE, tuple(mine), actors.CENTRES).items():
            for key in docs:
                if key != one.key and (other := self.known(key)):
                    out.update((link.id, link) for link in self.between(side, other[0], mine[value], other[1].get(value, [])))
        return list(out.values())

    def between(self, a: Side, b: Side, mine: list[Actor], theirs: list[Actor]) -> list[Link]:
        """The links of actors of two documents that are found by one number; the same whichever came first."""
        if a.id > b.id:
            a, b, mine, theirs = b, a, theirs, mine
        return [link for one in mine for two in theirs for link in actors.links(a, b, one, two, self.lexicon)]

    def known(self, key: int) -> Known | None:
        """The document of a key with its actors by their numbers; None where it is gone."""
        if key not in self.sides:
            found = opened(self.ledger, key)
            self.sides[key] = self.numbered(Side(*found)) if found else None
            while len(self.sides) > KEPT:
                self.sides.popitem(last=False)
        self.sides.move_to_end(key)
        return self.sides[key]

    def numbered(self, side: Side) -> Known:
        """A document with its actors by their numbers."""
        found: dict[int, list[Actor]] = {}
        for actor in actors.actors(side):
            found.setdefault(actors.value(actor, self.lexicon), []).append(actor)
        return side, found
