"""Claims of a ledger linked: each document's sentences compared with those of documents that have rare features in common."""

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from sayso.ledger import Ledger
from sayso.ledger.links import Pending, pending, retire
from sayso.ledger.traces import latest, named, opened, sign, signature, signed, text_of
from sayso.lexicon import Lexicon
from sayso.link import claims, stories, units, wordings
from sayso.link.sides import Side
from sayso.link.units import Units
from sayso.link.worded import Worded
from sayso.link.wordings import Match
from sayso.linking import Linked, Linker
from sayso.model.links import Link
from sayso.model.signatures import Signature
from sayso.model.span import overlaps
from sayso.text.vectors import Vectors

KEPT = "units"
"""The space in which the units of a document are kept, so that it need not be opened to be compared."""

OF_A_STORY = 12
"""Documents that a new one may share a story with directly: those that share most; the story grows from link to link."""

NEAR = 60
"""Documents compared with a new one: those that share most by weight."""

WIDE = 100
"""Documents whose sentences are compared roughly by vectors, which costs little."""


READY = 400
"""Documents whose words are kept ready in memory, and so many times five of which the units are."""

Known = tuple[tuple[str, str], Units]
"""Id and outlet of a document, and its units."""


class ClaimLinking(Linker):
    """Sentences that tell of one thing in other words; with `vectors` also those that share hardly a word."""

    name = claims.LINKER
    waiting: set[int]

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
        self.ready: OrderedDict[int, Worded | None] = OrderedDict()
        self.units: OrderedDict[int, Known | None] = OrderedDict()
        self.wholes: dict[int, float] = {}
        how = f"+{wordings.VERSION}+{vectors.name}" if vectors else ""
        self.version = f"{claims.VERSION}+{units.VERSION}+{stories.VERSION}{how}"

    def run(self) -> Linked:
        """What was done in all. All that is new is signed before any of it is compared, so that it is known what is rare."""
        waiting = pending(self.ledger, self.name, self.version)
        self.waiting = {one.key for one in waiting}
        self.wholes.clear()
        for one in waiting:
            self.signed(one)
        return super().run()

    def signed(self, one: Pending) -> None:
        """Nothing; the units of a document are kept, and its features lead to it."""
        self.ready.pop(one.key, None)
        self.units.pop(one.key, None)
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
        near: dict[int, list[Link]] = {}
        timely: list[int] = []
        others = [other for other in nearest(sharing, weight, key) if other < key or other not in self.waiting]
        for place, other in enumerate(others[:WIDE]):
            found = self.known(other)
            if found and claims.near_in_time(made, found[1]):
                timely.append(other)
                if place < NEAR:
                    ends = sorted(((name, made), found), key=lambda end: end[0])
                    ((a, one), mine), ((b, two), theirs) = ends
                    near[other] = list(claims.links((a, b), mine, theirs, (one, two), weight))
        links = [*self.stories(key, name[0], made, sharing), *(link for made in near.values() for link in made)]
        links += self.reworded(key, timely, near)
        return list({link.id: link for link in reversed(links)}.values())[::-1]

    def reworded(self, key: int, others: Sequence[int], near: Mapping[int, Sequence[Link]]) -> Iterator[Link]:
        """The links of a document with others that vectors find, none where words in common had found one."""
        mine = self.worded(key)
        if mine is None:
            return
        theirs = [(other, found) for other in others if (found := self.worded(other))]
        known = {found.doc: near.get(other, ()) for other, found in theirs}
        looked = [
            (one, other)
            for one, other in wordings.candidates(mine, [found for _, found in theirs])
            if not linked_already(known[other.doc], mine, other, one)
        ]
        looked.sort(key=lambda pair: (-pair[0].chance, pair[1].doc, pair[0].i, pair[0].j))
        closest = looked[: wordings.A_DOCUMENT]
        mine.vectors.prepare(words for one, other in closest for words in wordings.compared(mine, other, one))
        for one, other in closest:
            if match := wordings.closely(mine, other, one):
                yield wordings.tie(mine, other, match)

    def worded(self, key: int) -> Worded | None:
        """The document of a key with its words ready; None without vectors, or where it is gone."""
        if self.vectors is None:
            return None
        if key not in self.ready:
            found, text = self.known(key), text_of(self.ledger, key)
            self.ready[key] = Worded(*found[0], text, found[1], self.vectors) if found and text is not None else None
            while len(self.ready) > READY:
                self.ready.popitem(last=False)
        self.ready.move_to_end(key)
        return self.ready[key]

    def stories(self, key: int, doc: str, made: Units, sharing: Mapping[int, Sequence[int]]) -> Iterator[Link]:
        """The links of a document with others of its story."""
        many = signed(self.ledger, claims.SPACE, claims.COMMON)
        weight = stories.weights({value: len(docs) for value, docs in sharing.items()}, many)
        whole = self.wholes[key] = sum(weight.values())
        mine = set(made.features())
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
            if (alike := stories.likeness(shared, weight, whole, self.whole(other, theirs))) >= stories.ALIKE:
                ends = sorted(((doc, made), (found[0][0], found[1])), key=lambda end: end[0])
                yield stories.story((ends[0][0], ends[1][0]), ends[0][1], ends[1][1], alike, len(shared))

    def whole(self, key: int, features: Sequence[int]) -> float:
        """What all features of a document weigh for its story: reckoned once a run, as all that is new is signed before."""
        if key not in self.wholes:
            counted = latest(self.ledger, claims.SPACE, features, claims.COMMON)
            many = signed(self.ledger, claims.SPACE, claims.COMMON)
            self.wholes[key] = sum(stories.weights({value: len(docs) for value, docs in counted.items()}, many).values())
        return self.wholes[key]

    def known(self, key: int) -> Known | None:
        """Id, outlet and units of a document that was signed."""
        if key not in self.units:
            kept, name = signature(self.ledger, key, KEPT), named(self.ledger, key)
            self.units[key] = (
                ((name[0], name[1] or "an unknown outlet"), units.decoded(kept.values, name[0])) if kept and name else None
            )
            while len(self.units) > 5 * READY:
                self.units.popitem(last=False)
        self.units.move_to_end(key)
        return self.units[key]


def linked_already(links: Sequence[Link], a: Worded, b: Worded, one: Match) -> bool:
    """Whether one of the links has its ends in these units of the documents."""
    places = {a.doc: a.made.units[one.i].span, b.doc: b.made.units[one.j].span}
    return any(
        any(overlaps(span, places[doc]) for span in spans)
        for link in links
        for doc, spans in ((link.doc_a, link.spans_a), (link.doc_b, link.spans_b))
    )


def nearest(sharing: Mapping[int, Sequence[int]], weight: Mapping[int, float], key: int) -> list[int]:
    """Keys of the other documents that share most by weight."""
    sums: defaultdict[int, float] = defaultdict(float)
    for value, docs in sharing.items():
        for doc in docs:
            sums[doc] += weight[value]
    sums.pop(key, None)
    return sorted(sums, key=lambda doc: (-sums[doc], doc))
