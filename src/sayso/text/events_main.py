"""The main event of a sentence as an event: what the encoder takes for who does what to whom, at the word that says most of it.

Only texts of a few sentences come with main events (`encoder_main`). Where a word of such a sentence names the same event already, that gets
the type and the sides that were read; where none does, the event is added.
"""

from collections.abc import Iterator, Sequence

import msgspec

from sayso.lexicon.triggers import TYPES
from sayso.model import Spans
from sayso.text.events_cast import Cast, Side, Sides
from sayso.text.events_features import PARTS, Candidate
from sayso.text.events_sides import of_phrase, sides
from sayso.text.events_weighing import Status, Voice
from sayso.text.parse import MainEvent
from sayso.text.tree import Tree

NOTHING = 0.3  # the chance of no event from which on nothing is taken for the main event
MUTUAL = frozenset({"CONSULT"})
SAYING = 0.05  # what a word that says nothing of the event is worth beside those that do
FITTING = 0.1  # what a word of another type is worth beside one of the event's
CONCEDE, RETREAT = TYPES.index("CONCEDE"), TYPES.index("RETREAT")  # one type in the pairs that were learnt from
WHOLE = 0.6  # what the sentence weighs in the type beside the word that names the event, both as logarithms
FAINT = 1e-3
THREAT = "THREATEN"
REFUSAL, NOT_SO = "REJECT", ("CT-", "PR-", "PS-")


class Main(msgspec.Struct, frozen=True):
    """A main event at the word that names it: its type, its sides, its chance."""

    at: Candidate
    type: str
    sides: Sides
    chance: float


def mains(cast: Cast, read: Sequence[MainEvent], candidates: Sequence[tuple[Candidate, Sequence[float]]]) -> Iterator[Main]:
    """The main events among those read: of sentences in which something is done, at a word of the sentence.

    `candidates` come with how likely each type is for them by themselves: that and what was read of the sentence tell the type.
    """
    for one in read:
        if one.types[0] >= NOTHING:
            continue
        kind = max(range(len(TYPES)), key=lambda k: one.types[1 + k])
        inside = [(c, s) for c, s in candidates if one.span[0] <= cast.tree.tokens[c.token].start < one.span[1]]
        found = _named(one, kind, inside, cast.tree) or _word(one, cast.tree)
        if found is not None:
            name = _type(one, found, next((s for c, s in inside if c is found), None))
            yield Main(found, name, _sides(cast, found.token, name, one), 1 - one.types[0])


def _type(read: MainEvent, at: Candidate, shares: Sequence[float] | None) -> str:
    """The type of the event by what was read of its sentence and by the word that names it: a word of force is no threat, if one of an act to come."""
    whole = [max(chance, FAINT) for chance in read.types[1:]]
    if at.senses and all(s.type != THREAT for s in at.senses):
        whole[TYPES.index(THREAT)] = FAINT
    whole[CONCEDE] = whole[RETREAT] = whole[CONCEDE] + whole[RETREAT]
    if shares is None:
        whole[CONCEDE] = 0.0
        return TYPES[max(range(len(TYPES)), key=whole.__getitem__)]
    both = [a**WHOLE * max(b, FAINT) ** (1 - WHOLE) for a, b in zip(whole, shares, strict=True)]
    return TYPES[max(range(len(TYPES)), key=both.__getitem__)]


def _named(read: MainEvent, kind: int, inside: Sequence[tuple[Candidate, Sequence[float]]], tree: Tree) -> Candidate | None:
    """Of words that may name acts the one that says most of the event and may be of its type."""
    says = dict(read.says)
    worth = [
        ((SAYING + says.get(tree.tokens[c.token].start, 0.0)) * (FITTING + shares[kind]), c)
        for c, shares in inside
        if tree.tokens[c.token].upos != "AUX"
    ]
    best, found = max(worth, key=lambda one: one[0], default=(0.0, None))
    return found if best >= SAYING * (2 * FITTING + 0.1) else None


def _word(read: MainEvent, tree: Tree) -> Candidate | None:
    """The verb or noun that says most of the event."""
    says = dict(read.says)
    words = [i for i, t in enumerate(tree.tokens) if t.start in says and t.upos in ("VERB", "NOUN")]
    if not words:
        return None
    i = max(words, key=lambda i: says[tree.tokens[i].start])
    token = tree.tokens[i]
    return Candidate(i, PARTS[token.upos], token.lemma.lower(), (), Sides(), None)


def refused(main: Main, status: Status, voice: Voice | None) -> Status:
    """The status of a main event: what somebody won't do or didn't let happen is a refusal, and that did happen."""
    if main.type != REFUSAL or status.value not in NOT_SO or any(s.type == REFUSAL for s in main.at.senses):
        return status
    return Status("CT+", "happened" if voice is None else "claimed", status.condition)


def without_teller(cast: Cast, main: Main, teller: Spans) -> Sides:
    """The sides of a main event that `teller` tells of: who only says that others did it did not, where the tree names those others."""
    told = [s for s in main.sides.actors if not _stands_in(cast, s, teller)]
    tree = sides(cast, main.at.token, main.type)
    whom = {s.token for s in main.sides.recipients}
    others = tuple(s for s in tree.actors if s.known and s.token not in whom and not _stands_in(cast, s, teller))
    if len(told) == len(main.sides.actors) or not others:
        return main.sides
    return Sides(others, main.sides.recipients or tree.recipients, main.sides.verb)


def _stands_in(cast: Cast, side: Side, spans: Spans) -> bool:
    start = cast.tree.tokens[side.token].start
    return any(s <= start < e for s, e in spans)


def _sides(cast: Cast, i: int, kind: str, read: MainEvent) -> Sides:
    """The sides that were read, as far as they name somebody; else those of the tree; all who consult are actors."""
    tree = sides(cast, i, kind)
    actors, recipients = _named_in(cast, read.source), _named_in(cast, read.target)
    actors = _or(actors, tree.actors, recipients)
    recipients = _or(recipients, tree.recipients, actors)
    if kind in MUTUAL:
        return Sides((*actors, *(r for r in recipients if r.known and r not in actors)), (), tree.verb)
    return Sides(actors, recipients, tree.verb)


def _or(read: tuple[Side, ...], tree: tuple[Side, ...], other: tuple[Side, ...]) -> tuple[Side, ...]:
    """The side that was read, or where that is nobody known the one of the tree; nobody stands on both sides."""
    if any(s.known for s in read):
        return read
    free = tuple(s for s in tree if all(s.token != o.token for o in other))
    return free if any(s.known for s in free) else read or free


def _named_in(cast: Cast, spans: Spans) -> tuple[Side, ...]:
    """Whom a phrase names: its head and those coordinated with it; where that is nobody known, whoever is named in it."""
    inside = [i for i, t in enumerate(cast.tree.tokens) if any(s <= t.start < e for s, e in spans)]
    if not inside:
        return ()
    head = next((i for i in inside if cast.tree.tokens[i].head not in inside or cast.tree.tokens[i].head == i), inside[0])
    found = tuple(side for side in of_phrase(cast, head) if side.token in inside)
    if any(side.known for side in found):
        return found
    return next(((side,) for side in (cast.side(i) for i in inside if i in cast.at) if side.country), found)
