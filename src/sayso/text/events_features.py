"""What a linear model is told of a word that may name an event: the word, its place, its sides, what is around it."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from sayso.lexicon.triggers import TYPES, Features, Sense, Triggers
from sayso.model import Span
from sayso.text.events_cast import Cast, Side, Sides
from sayso.text.events_sides import is_passive, sides
from sayso.text.events_words import BODIES, POLITICAL

PARTS = {"VERB": "V", "AUX": "V", "NOUN": "N", "PROPN": "N", "ADJ": "N"}
MILITARY = frozenset(["MIL", "REB", "UAF", "PRM"])
POINTING = frozenset({"the", "this", "that", "these", "those", "such"})
LEAST = 0.15  # the encoder's chance from which on a word outside the list of triggers is looked at


class Seen(msgspec.Struct, frozen=True):
    """What the encoder makes of one word: the chance of no event, then of each type, and of each status such an event has."""

    none: float
    types: tuple[float, ...]
    status: tuple[float, ...] = ()


class Candidate(msgspec.Struct, frozen=True):
    """A word that may name an event, with the type it most likely has by the lexicon, its sides and the encoder's view."""

    token: int
    pos: str
    lemma: str
    senses: tuple[Sense, ...]
    sides: Sides
    seen: Seen | None


USUAL = 40  # words of ordinary political news that every document is taken to have beside its own: a sentence alone tells little of its topic


def candidates(cast: Cast, triggers: Triggers, seen: Mapping[int, Seen]) -> Iterator[Candidate]:
    """Every word worth looking at, in order; `seen` by where a word begins."""
    tree = cast.tree
    for i, token in enumerate(tree.tokens):
        pos, lemma = PARTS.get(token.upos, ""), token.lemma.lower()
        view = seen.get(token.start)
        senses = triggers.senses(pos, lemma) or (triggers.senses("V", lemma) if pos == "N" and token.xpos == "VBG" else ())
        if pos and (senses or (view is not None and 1 - view.none >= LEAST)):
            kind = senses[0].type if senses else _best(view)
            yield Candidate(i, pos, lemma, senses, sides(cast, i, kind), view)


def _best(view: Seen | None) -> str:
    return TYPES[max(range(len(TYPES)), key=view.types.__getitem__)] if view is not None else "ASSAULT"


class Surroundings:
    """What the model is told of a document beside the words themselves."""

    def __init__(self, cast: Cast, title: Span | None, quotes: Sequence[Span]) -> None:
        self.cast, self.tree, self.title, self.quotes = cast, cast.tree, title, quotes
        political = [
            m for m in cast.mentions if (m.sector or "") in POLITICAL or (m.country or "") in BODIES or m.kind == "state"
        ]
        words = len(cast.tree.tokens) + USUAL
        self.density = min(1.0, 20 * (len(political) + USUAL / 20) / words)
        self.told: dict[str, int] = {}
        self.armed = min(1.0, 40 * (sum((m.sector or "") in MILITARY for m in political) + USUAL / 160) / words)

    def features(self, c: Candidate, again: int) -> Features:
        """Names of features and their values; `again` says how often the word was met before in the same voice."""
        out = dict.fromkeys(self._names(c, again), 1.0)
        out["density"], out["armed"] = self.density, self.armed
        return out

    def _names(self, c: Candidate, again: int) -> Iterator[str]:
        token = self.tree.tokens[c.token]
        doer, done = _class(c.sides.actors), _class(c.sides.recipients)
        yield from (f"word {c.pos} {c.lemma}", f"part {c.pos}", f"tag {token.xpos}", f"place {c.pos} {token.dep}")
        yield from (f"doer {doer}", f"done {done}", f"sides {doer} {done}", f"sides {c.pos} {doer} {done}")
        for n, sense in enumerate(c.senses):
            yield f"sense {c.pos} {sense.type}"
            yield f"first {sense.type} {'strong' if sense.strong else 'plain'}" if not n else f"also {sense.type}"
        grade = "none" if not c.senses else "strong" if any(s.strong for s in c.senses) else "plain"
        yield from (f"grade {c.pos} {grade}", f"grade {grade} {doer} {done}", f"senses {len(c.senses)}")
        yield f"again {min(again, 3)}"
        yield f"again {c.pos} {min(again, 1)}"
        yield from self._told(c)
        yield from self._around(c.token, c)

    def _told(self, c: Candidate) -> Iterator[str]:
        """Whether an act of the type was named before in the document, by whatever word, and whether this word points back to it."""
        kind = c.senses[0].type if c.senses else ""
        before = self.told.get(kind, 0)
        self.told[kind] = before + bool(c.senses and (c.senses[0].strong or c.sides.actors or c.sides.recipients))
        definite = any(self.tree.words[d] in POINTING for d in self.tree.children[c.token] if d < c.token)
        met = "first" if not before else "again" if before < 4 else "often"
        yield f"told {kind} {met}"
        yield f"points {c.pos} {definite} {met} {_class(c.sides.recipients) if c.pos == 'N' else ''}"

    def _around(self, i: int, c: Candidate) -> Iterator[str]:
        tree, token = self.tree, self.tree.tokens[i]
        start, end = tree.sentence(i)
        near = [tree.tokens[k].lemma.lower() for k in range(max(start, i - 2), min(end, i + 3)) if k != i]
        yield from (f"near {word}" for word in near if word.isalpha())
        yield f"left {tree.words[i - 1] if i > start else '^'}"
        yield f"right {tree.words[i + 1] if i + 1 < end else '$'}"
        yield f"head {tree.tokens[token.head].lemma.lower()} {token.dep}"
        for child in tree.children[i]:
            if tree.tokens[child].dep in (
                "obl",
                "nmod",
                "obj",
                "compound:prt",
                "xcomp",
                "ccomp",
                "det",
                "nummod",
                "advcl",
                "aux",
            ):
                yield f"has {tree.tokens[child].dep} {tree.case(child)}"
            if tree.tokens[child].dep in ("obl", "nmod"):
                yield f"{c.lemma} {tree.case(child)}"
            if tree.tokens[child].dep == "obj":
                yield f"object {tree.tokens[child].lemma.lower()}"
                yield f"{c.lemma} what {tree.tokens[child].lemma.lower()}"
        if self.title is not None and self.title[0] <= token.start < self.title[1]:
            yield "title"
        if any(s <= token.start < e for s, e in self.quotes):
            yield "quoted"
        if c.pos == "V" and is_passive(tree, i):
            yield "passive"
        if c.sides.verb is not None:
            yield "governed"
            yield f"governed {tree.tokens[c.sides.verb].lemma.lower()}"


def _class(found: Sequence[Side]) -> str:
    """The most political of some sides in a word."""
    if not found:
        return "nobody"
    if any(s.political for s in found):
        return "political"
    if any(s.country for s in found):
        return "country"
    return "named" if any(s.known for s in found) else "pronoun" if any(s.mention is not None for s in found) else "thing"
