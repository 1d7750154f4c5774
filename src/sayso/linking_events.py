"""Events of a ledger linked: each document's acts with those of the documents of its story. Runs after the claims, which make the stories."""

from collections import Counter, OrderedDict
from collections.abc import Callable

from sayso.ledger import Ledger
from sayso.ledger.links import Pending, retire, tied_to
from sayso.ledger.traces import opened
from sayso.lexicon import Lexicon
from sayso.link import events
from sayso.link.events import Acts
from sayso.link.sides import Side
from sayso.linking import Linked, Linker
from sayso.model.links import Link
from sayso.text.vectors import Vectors

READY = 300
"""Documents whose acts are kept ready in memory."""

AN_ACT = 3
"""Links of one act of a new document: what many tell forms a star."""


class EventLinking(Linker):
    """Acts that are one. Without vectors it links nothing: a word in common is too little."""

    name = events.LINKER

    def __init__(
        self,
        ledger: Ledger,
        lexicon: Lexicon,
        tell: Callable[[Linked], None] = lambda _: None,
        *,
        vectors: Vectors | None = None,
    ) -> None:
        super().__init__(ledger, lexicon, tell)
        self.vectors = vectors
        self.version = f"{events.VERSION}+{vectors.name}" if vectors else f"{events.VERSION}+nothing"
        self.ready: OrderedDict[int, Acts | None] = OrderedDict()

    def linked(self, one: Pending) -> list[Link]:
        """The links of one document's acts with those of documents before it (of all, where it is linked anew), the surest of each act."""
        if one.again:
            retire(self.ledger, self.name, one.doc)
            self.ready.pop(one.key, None)
        mine = self.acts(one.key)
        if mine is None or not mine.events:
            return []
        others = [key for key in tied_to(self.ledger, one.doc, "story") if key < one.key or one.again]
        found = [link for key in others if (other := self.acts(key)) for link in pair(mine, other)]
        counts: Counter[str] = Counter()
        out = []
        for link in sorted(found, key=lambda link: (-link.score, link.id)):
            act = link.a if link.doc_a == one.doc else link.b
            counts[act] += 1
            out += [link] if counts[act] <= AN_ACT else []
        return out

    def acts(self, key: int) -> Acts | None:
        """The acts of the document of a key; None without vectors, or where it is gone."""
        if self.vectors is None:
            return None
        if key not in self.ready:
            found = opened(self.ledger, key)
            self.ready[key] = events.acts(Side(*found), self.vectors) if found else None
            while len(self.ready) > READY:
                self.ready.popitem(last=False)
        self.ready.move_to_end(key)
        return self.ready[key]


def pair(one: Acts, two: Acts) -> list[Link]:
    """The links of two documents' acts, the same whichever came first."""
    a, b = sorted((one, two), key=lambda acts: acts.doc)
    return list(events.links(a, b))
