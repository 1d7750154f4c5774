"""Events: which words name political acts, of what type, who acts on whom, and whether it happened in the voice it stands in.

Every word that may name an act is described by features (`events_features`); a linear model over them, trained on our gold
(`train/events_model.py`, weights in the lexicon), says whether it does and of which type, together with the encoder where there is
one. The tree gives sides, status and numbers.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import msgspec

from sayso.lexicon import Lexicon
from sayso.lexicon.triggers import TYPES, Eventing, Features
from sayso.model import Count, Span
from sayso.text.events_cast import Cast, Sides
from sayso.text.events_counts import counts
from sayso.text.events_features import Candidate, Seen, Surroundings, candidates
from sayso.text.events_main import mains, refused, without_teller
from sayso.text.events_sides import sides
from sayso.text.events_status import status
from sayso.text.events_weighing import Status, Voice, with_encoder
from sayso.text.nesting import holders
from sayso.text.parse import Parse, Token
from sayso.text.tree import Tree

# What the model's log odds and the encoder's are worth together, how far the encoder decides the type, and the least chance kept:
# fitted on the gold's dev part, which neither has seen (`train/events_model.py`).
MIX, LEAN, THRESHOLD = (0.0, 0.4, 0.5), 0.6, 0.3
UNSEEN = Seen(0.995, tuple(1 / len(TYPES) for _ in TYPES))
ONE_ACT = frozenset({"obj", "compound", "amod", "nsubj", "nsubj:pass", "obl", "obl:agent", "nmod", "xcomp", "acl", "acl:relcl"})
APART = frozenset({"", "after", "before", "along with"})  # prepositions behind which another act of the kind is told
PLACING = frozenset({"in", "at", "near", "outside", "inside", "across", "around", "off", "over"})
COUNTED = {"dead": ("ASSAULT",), "injured": ("ASSAULT", "PROTEST"), "arrested": ("COERCE", "ASSAULT", "PROTEST")}


class EventFound(msgspec.Struct, frozen=True):
    """An event as found: its trigger, type and modes, sides, status; `when` and `where` are indices of time expressions and mentions, `main` says that it is its sentence's main event."""

    token: int
    trigger: Span
    type: str
    modes: tuple[str, ...]
    sides: Sides
    status: Status
    score: float
    counts: Mapping[str, Count]
    when: int | None = None
    where: int | None = None
    main: bool = False


class Scene:
    """A document's words with what was found of it so far; finds its events."""

    def __init__(self, parse: Parse, lexicon: Lexicon) -> None:
        self.parse, self.triggers = parse, lexicon.triggers
        self.tree = Tree(parse.document.text, parse.tokens, parse.sentences)
        self.cast = Cast(self.tree, parse.mentions, lexicon, [t.span for t in parse.times])
        self.around = Surroundings(self.cast, parse.document.parts.get("title"), [q.span for q in parse.quotes if q.depth == 0])
        self.model = self.triggers.model
        self.seen = None if parse.marks is None else {m.start: Seen(m.events[0], m.events[1:], m.status) for m in parse.marks}

    def described(self) -> list[tuple[Candidate, Voice | None, Features]]:
        """Every candidate with its voice and what the model is told of it."""
        return self._described

    @cached_property
    def _described(self) -> list[tuple[Candidate, Voice | None, Features]]:
        """The same, described once: what was told before counts within one pass over the document."""
        found = list(candidates(self.cast, self.triggers, self.seen or {}))
        voices = self.voices([self.tree.tokens[c.token] for c in found])
        met: dict[tuple[str, int | None], int] = {}
        out = []
        for c, (place, voice) in zip(found, voices, strict=True):
            again = met.get((c.lemma, place), 0)
            met[c.lemma, place] = again + 1
            out.append((c, voice, self.around.features(c, again)))
        return out

    def voices(self, tokens: Sequence[Token]) -> list[tuple[int | None, Voice | None]]:
        """For each token whose statement it stands in (by source) and that statement as a voice; None: the outlet's."""
        core = [a for a in self.parse.attributions if a.core]
        held = holders([a.content for a in core], [(t.start, t.end) for t in tokens])
        speakers = {a.source: n for n, a in reversed(list(enumerate(core)))}
        return [
            (speakers[core[inner[0]].source], Voice(core[inner[0]].cue, core[inner[0]].act, core[inner[0]].content))
            if inner
            else (None, None)
            for inner in held
        ]

    def likely(self, least: float) -> Iterator[tuple[Candidate, Voice | None, str, float]]:
        """Candidates that are events with at least this chance, each with its voice, its likeliest type and the chance."""
        for c, voice, features in self.described():
            seen = c.seen or (None if self.seen is None else UNSEEN)
            score = chance(self.model, features, seen)
            if score >= least:
                yield c, voice, likeliest(self.model, features, seen), score

    def events(self) -> tuple[EventFound, ...]:
        """The events of the document, in order of their triggers."""
        kept = list(self.likely(self.model.threshold if self.seen is None else THRESHOLD))
        at = {c.token: (kind, score) for c, _, kind, score in kept}
        found = [self.event(*one) for one in kept if not self._told_by_another(one[0].token, at)]
        return tuple(self._with_mains(found)) if self.parse.mains else tuple(found)

    def _with_mains(self, found: Sequence[EventFound]) -> list[EventFound]:
        """Events with the main ones of their sentences among them, each with the sides that were read for it."""
        at = {e.token: e for e in found}
        candidates = [(c, shares(self.model, features, c.seen)) for c, _, features in self.described()]
        for main in mains(self.cast, self.parse.mains, candidates):
            old = at.get(main.at.token)
            ((speaker, voice),) = self.voices([self.tree.tokens[main.at.token]])
            teller = () if speaker is None else [a.source for a in self.parse.attributions if a.core][speaker]
            of = without_teller(self.cast, main, teller)
            one = self.event(main.at, voice, main.type, max(main.chance, old.score if old else 0.0), of)
            at[main.at.token] = msgspec.structs.replace(one, main=True, status=refused(main, one.status, voice))
        return [at[i] for i in sorted(at) if at[i].main or not self._told_by_main(at[i], at)]

    def _told_by_main(self, event: EventFound, at: Mapping[int, EventFound]) -> bool:
        """Whether the main event tells the same act: "carried out strikes"."""
        return any(k in at and at[k].main and at[k].type == event.type for k in self._linked(event.token))

    def _told_by_another(self, i: int, at: Mapping[int, tuple[str, float]]) -> bool:
        """Whether a surer word of the same type names the same act: "imposed sanctions", "the strike killed", "killed in strikes"."""
        kind, score = at[i]
        return any(k in at and at[k][0] == kind and (at[k][1], k) > (score, i) for k in self._linked(i))

    def _linked(self, i: int) -> list[int]:
        """The words that a word hangs on or that hang on it as parts of what one of them tells."""
        above = [self.tree.tokens[i].head] if self._tells_of(i) else []
        return [k for k in (*above, *(c for c in self.tree.children[i] if self._tells_of(c))) if k != i]

    def _tells_of(self, i: int) -> bool:
        """Whether a word that names an act hangs on another as a part of what that one tells: not as a second act beside it."""
        dep = self.tree.tokens[i].dep
        return dep in ONE_ACT and (dep not in ("obl", "nmod") or self.tree.case(i) not in APART)

    def event(self, c: Candidate, voice: Voice | None, kind: str, score: float, of: Sides | None = None) -> EventFound:
        """A candidate as an event of `kind`, between the sides `of` or those that the tree gives."""
        token = self.tree.tokens[c.token]
        of = of or sides(self.cast, c.token, kind)
        numbers = counts(self.tree, c.token)
        return EventFound(
            token=c.token,
            trigger=(token.start, token.end),
            type=kind,
            modes=next((s.modes for s in c.senses if s.type == kind), ()),
            sides=of,
            status=with_encoder(status(self.tree, c.token, of.verb, voice), c.seen.status if c.seen else (), voice),
            score=round(score, 3),
            counts={fate: n for fate, n in numbers.items() if kind in COUNTED[fate]},
            when=self.when(c.token),
            where=self.where(c.token, of),
        )

    def when(self, i: int) -> int | None:
        """The time expression that goes with a word: the nearest date of its sentence, within its own clause where there is one."""
        start, end = self.tree.sentence(i)
        bounds = self.tree.tokens[start].start, self.tree.tokens[end - 1].end
        dated = [k for k, t in enumerate(self.parse.times) if t.timex in ("DATE", "TIME") and bounds[0] <= t.span[0] < bounds[1]]
        place = self.tree.tokens[i].start
        return min(
            dated,
            key=lambda k: (self._crossed(place, self.parse.times[k].span[0]), abs(self.parse.times[k].span[0] - place)),
            default=None,
        )

    def _crossed(self, a: int, b: int) -> int:
        """Commas and semicolons between two places."""
        between = self.parse.document.text[min(a, b) : max(a, b)]
        return between.count(",") + 2 * between.count(";")

    def where(self, i: int, of: Sides) -> int | None:
        """The place that depends on a word, on the verb that governs it or on its object by "in", "at", "near", "outside"."""
        tree = self.tree
        for at in (i, of.verb, tree.tokens[i].head, *tree.dependents(i, "obj")):
            for c in () if at is None else tree.dependents(at, "obl", "nmod"):
                side = self.cast.at.get(c, self.cast.covering.get(c))
                placed = side is not None and self.parse.mentions[side].kind in ("place", "state")
                if placed and tree.case(c) in PLACING:
                    return side
        return None


def chance(model: Eventing, features: Features, seen: Seen | None) -> float:
    """The chance of an event by the model and, where it has seen the word, the encoder."""
    alone = model.chance(features)
    if seen is None:
        return alone
    bias, own, other = MIX
    return 1 / (1 + math.exp(-(bias + own * _odds(alone) + other * _odds(1 - seen.none))))


def shares(model: Eventing, features: Features, seen: Seen | None) -> list[float]:
    """What each type is worth for an event there, in the order of `TYPES`, by both."""
    alone = model.kinds(features)
    return alone if seen is None else [a ** (1 - LEAN) * (b + 1e-4) ** LEAN for a, b in zip(alone, seen.types, strict=True)]


def likeliest(model: Eventing, features: Features, seen: Seen | None) -> str:
    """The type that an event there most likely has."""
    worth = shares(model, features, seen)
    return TYPES[max(range(len(TYPES)), key=worth.__getitem__)]


def _odds(chance: float) -> float:
    chance = min(max(chance, 0.005), 0.995)
    return math.log(chance / (1 - chance))


def find(parse: Parse, lexicon: Lexicon) -> tuple[EventFound, ...]:
    """The events of a document, in order of their triggers."""
    return Scene(parse, lexicon).events()
