"""Pronouns: he, she, they, it, who and I bound to the actor they stand for, or to nobody.

A pronoun that speaks is the last live speaker or the last subject, whichever the text makes likelier; a man reported dead does not
argue. "I" inside a quotation is the one quoted. Weights were set on dev texts by hand and stand in `Weights`.
"""

from collections.abc import Sequence

import msgspec

from sayso.bind.actors import Cast
from sayso.bind.scene import Scene
from sayso.model import Statement
from sayso.text.parse import MentionFound

FIRST = frozenset({"i", "me", "my", "mine", "myself"})
MANY = frozenset({"they", "them", "their", "theirs"})
OURS = frozenset({"we", "us", "our", "ours"})
WINDOW = 40
REACH = 14


class Weights(msgspec.Struct, frozen=True):
    """What speaks for a candidate; distances in sentences."""

    far: float = -1.2
    subject: float = 1.7
    embedded: float = 1.1
    spoke: float = -1.2
    speaks_again: float = 1.8
    dead: float = -4.0
    quoted: float = -2.5
    matched: float = 1.2
    unknown: float = -0.6
    possessed: float = 0.0
    buried: float = -0.9
    oblique: float = -0.5
    chained: float = 0.0
    near: float = -0.2
    many_far: float = -0.9
    many_enough: float = -0.2
    often: float = 0.5
    often_speaking: float = 0.25
    last: float = 1.2
    owner: float = 1.0
    nearest: float = 2.0
    nested: float = 0.35
    told: float = 1.2
    outer: float = -1.0
    described: float = -1.0
    passed: float = -0.6
    patience: float = 0.45
    enough: float = -2.1


WEIGHTS = Weights()


def resolve(cast: Cast, statements: Sequence[Statement]) -> None:
    """Joins every pronoun to its actor in `cast`; one that fits nobody becomes an actor of its own."""
    scene = Scene(cast, statements)
    mentions = cast.mentions
    past: list[int] = []
    speakers: list[int] = []
    for i in sorted(range(len(mentions)), key=lambda i: mentions[i].head):
        found = mentions[i]
        if found.kind == "pronoun":
            cast.join(i, _antecedent(scene, i, past, speakers))
        past.append(i)
        if scene.is_dead(i):
            scene.dead.add(id(cast.of[i]))
        if scene.is_source(i):
            speakers.append(i)
            scene.voice = cast.of[i] if scene.told_by(i) is None else scene.voice


def _antecedent(scene: Scene, i: int, past: Sequence[int], speakers: Sequence[int]) -> int | None:
    word = scene.cast.mentions[i].name.casefold()
    if word in FIRST:
        return _quoted_speaker(scene, i, speakers)
    if word in OURS:
        return None
    if word == "who":
        return _relative(scene, i, past)
    least = WEIGHTS.many_enough if word in MANY and not scene.is_source(i) else WEIGHTS.enough
    cast, passed = scene.cast, set[int]()
    best: tuple[float, int] | None = None
    for j in dict.fromkeys([*reversed(past[-WINDOW:]), *reversed(speakers[-6:])]):
        if not _fits(scene, i, j, word):
            continue
        actor = id(cast.of[j])
        score = _score(scene, i, j, word) + WEIGHTS.passed * min(len(passed - {actor}), 3)
        if score > (best[0] if best else least):
            best = score, j
        if actor not in scene.dead and scene.leads(j):
            passed.add(actor)
    return best[1] if best else None


def _quoted_speaker(scene: Scene, i: int, speakers: Sequence[int]) -> int | None:
    """Who is quoted: the source of the statement around the pronoun, else the last to speak within two sentences."""
    told = scene.told_by(i)
    if told is not None or scene.quotation(scene.cast.mentions[i].span) < 0 or not speakers:
        return told
    last = speakers[-1]
    near = scene.token[last] >= 0 and scene.tokens[scene.token[i]].sentence - scene.tokens[scene.token[last]].sentence <= 2
    outside = scene.quotation(scene.cast.mentions[last].span) < 0
    return last if near and outside and scene.cast.of[last].person else None


def _relative(scene: Scene, i: int, past: Sequence[int]) -> int | None:
    """The mention that the relative clause hangs on, else the one right before "who"."""
    at = scene.token[i]
    for _ in range(4):
        if at < 0 or scene.tokens[at].dep in ("acl:relcl", "acl"):
            break
        at = scene.tokens[at].head if scene.tokens[at].head != at else -1
    head = scene.tokens[scene.tokens[at].head] if at >= 0 else None
    here = scene.cast.mentions[i].span[0]
    for j in reversed(past[-6:]):
        found = scene.cast.mentions[j]
        if found.kind != "pronoun" and ((head and found.span[0] <= head.start < found.span[1]) or 0 <= here - found.span[1] <= 2):
            return j
    return None


def _fits(scene: Scene, i: int, j: int, word: str) -> bool:
    """Number, gender, and that no two arguments of one verb are the same."""
    cast = scene.cast
    pronoun, found, actor = cast.mentions[i], cast.mentions[j], cast.of.get(j)
    if actor is None or (found.kind == "pronoun" and len(actor.members) == 1 and found.name.casefold() != word):
        return False
    if found.kind == "pronoun" and (
        found.name.casefold() in FIRST | OURS or scene.quotation(found.span) != scene.quotation(pronoun.span)
    ):
        return False
    if word in MANY:
        if not _is_many(scene, actor.full, j):
            return False
    elif word == "it":
        if actor.person or actor.plural or (found.kind == "pronoun" and found.name.casefold() != "it"):
            return False
    elif actor.gender not in (None, pronoun.gender) or not (
        found.gender == pronoun.gender if found.kind == "pronoun" else actor.person
    ):
        return False
    return not _same_clause(scene, i, j) and not _owns_itself(found, pronoun)


def _is_many(scene: Scene, full: int, j: int) -> bool:
    found, actor = scene.cast.mentions[j], scene.cast.of[j]
    if found.kind == "pronoun":
        return found.plural
    return actor.plural or scene.cast.mentions[full].kind in ("group", "organization")


def _same_clause(scene: Scene, i: int, j: int) -> bool:
    """Whether both are arguments of one verb: "Smith told him" is not Smith."""
    if scene.cast.mentions[i].possessive:
        return False
    a, b = scene.token[i], scene.token[j]
    while b >= 0 and scene.tokens[b].dep in ("flat", "compound") and scene.tokens[b].head != b:
        b = scene.tokens[b].head  # a name hangs on its first word or on its last
    return a >= 0 and b >= 0 and scene.tokens[a].head == scene.tokens[b].head and scene.tokens[a].head not in (a, b)


def _owns_itself(found: MentionFound, pronoun: MentionFound) -> bool:
    """Whether the pronoun stands inside the candidate's own phrase: "his office" is not him."""
    return found.span[0] <= pronoun.span[0] and pronoun.span[1] <= found.span[1]


def _score(scene: Scene, i: int, j: int, word: str) -> float:
    cast, w = scene.cast, WEIGHTS
    pronoun, found, actor = cast.mentions[i], cast.mentions[j], cast.of[j]
    far = (
        scene.tokens[scene.token[i]].sentence - scene.tokens[scene.token[j]].sentence
        if scene.token[i] >= 0 <= scene.token[j]
        else REACH
    )
    speaking, spoke = scene.is_source(i), scene.is_source(j)
    inner, outer = scene.quotation(found.span), scene.quotation(pronoun.span)
    score = w.far * min(far, REACH) * (w.patience if speaking and spoke else 1.0) - (
        0.002 * (pronoun.span[0] - found.span[0]) if far < 2 else 0.0
    )
    told = scene.told_by(i)
    nested = spoke and told is None and scene.told_by(j) is not None
    score += (w.nested if nested else w.speaks_again if speaking else w.spoke) if spoke else 0.0
    score += _standing(scene, i, j)
    if told is not None and outer < 0 and scene.owner(i) in (None, j):
        score += w.told if cast.of.get(told) is actor else w.outer if spoke and far == 0 else 0.0
    if inner != outer:
        score += w.quoted if inner >= 0 else 0.0
        score += w.quoted if outer >= 0 and spoke and far <= 1 else 0.0
    if id(actor) in scene.dead and (speaking or scene.role(i).startswith("nsubj")):
        score += w.dead
    score += w.many_far * min(far, 4) if word in MANY else 0.0
    score += w.chained if found.kind == "pronoun" else 0.0
    score += w.matched if actor.gender and actor.gender == pronoun.gender else w.unknown if pronoun.gender in ("m", "f") else 0.0
    score += w.described if found.kind == "role" and word in ("he", "she", "him", "her", "his") else 0.0
    if speaking and told is None:
        score += w.last if actor is scene.voice else 0.0
    return score + (w.often_speaking if speaking else w.often) * min(sum(m < i for m in actor.members[:8]), 4)


def _standing(scene: Scene, i: int, j: int) -> float:
    """What the candidate's place in its sentence is worth."""
    role = scene.role(j)
    if scene.leads(j) or role.startswith("nsubj"):
        return (WEIGHTS.subject if scene.leads(j) else WEIGHTS.embedded) + _ruling(scene, i, j)
    if role in ("nmod:poss", "poss", "compound", "amod"):
        return WEIGHTS.possessed
    return WEIGHTS.buried if role.startswith("nmod") else WEIGHTS.oblique if role.startswith("obl") else 0.0


def _ruling(scene: Scene, i: int, j: int) -> float:
    """What it is worth that the candidate is subject of a verb above the pronoun: most for a possessive's nearest verb."""
    if scene.owner(i) == j:
        return WEIGHTS.nearest
    at = scene.token[j]
    return WEIGHTS.owner if at >= 0 and scene.tokens[at].head in scene.ruled_by(i)[:2] else 0.0
