"""Who acts in an event and who undergoes it: the dependents of its trigger, and of the verb that governs it, as sides."""

from collections.abc import Container, Iterable, Iterator

from sayso.text import events_words as words
from sayso.text.events_cast import Cast, Side, Sides
from sayso.text.events_nouns import governing, noun_sides
from sayso.text.events_verbs import agents_of, is_passive, is_verbal, real, subject_of
from sayso.text.tree import Tree

__all__ = ["is_passive", "of_phrase", "sides"]


def sides(cast: Cast, i: int, kind: str) -> Sides:
    """Actors and recipients of the event of `kind` that word `i` names."""
    tree, lemma = cast.tree, cast.tree.tokens[i].lemma.lower()
    verbal = is_verbal(tree, i)
    verb = None if verbal else governing(tree, i)
    actors, recipients = _of_verb(cast, i, kind) if verbal else noun_sides(cast, i, kind, verb)
    doers = list(dict.fromkeys(x for a in actors for b in _behind(cast, i, a) for x in _meant(cast, b, words.OWNING)))
    objects = [x for r in dict.fromkeys(recipients) for x in _meant(cast, r, words.TOWARDS) if x not in doers and x != i]
    mutual = kind in words.MUTUAL and lemma not in words.VISITING
    if (mutual and (verbal or doers)) or (verbal and lemma in words.CLASHING):
        doers, objects = doers + [o for o in objects if cast.side(o).known], []
    return Sides(_sides(cast, doers), _sides(cast, objects), verb)


def of_phrase(cast: Cast, head: int) -> tuple[Side, ...]:
    """The sides that the phrase of a head word names."""
    return _sides(cast, _meant(cast, head, words.TOWARDS))


def _sides(cast: Cast, tokens: Iterable[int]) -> tuple[Side, ...]:
    out: list[Side] = []
    for token in dict.fromkeys(tokens):
        side = cast.side(token)
        if side.mention is None or all(side.mention != other.mention for other in out):
            out.append(side)
    return tuple(out)


def _meant(cast: Cast, head: int, cases: Container[str]) -> Iterator[int]:
    """The sides that a phrase names: those coordinated in it; of "hundreds of troops" the troops, of a thing whom it is of or for; no times."""
    for x in _each(cast.tree, head):
        if x in cast.timed:
            continue
        counted = cast.tree.tokens[x].lemma.lower() in words.COUNTING
        if not counted and (cast.side(x).known or (_is_act(cast, x) and agents_of(cast.tree, x))):
            yield x
            continue
        inner = [c for c in cast.tree.dependents(x, "nmod") if cast.tree.case(c) in (("of",) if counted else cases)]
        named = [c for c in inner if c not in cast.timed and (counted or cast.side(c).known)]
        yield from named or [x]


def _each(tree: Tree, head: int) -> Iterator[int]:
    """The head of a phrase and those coordinated with it."""
    yield head
    for c in tree.dependents(head, "conj"):
        if tree.tokens[c].upos in ("NOUN", "PROPN", "PRON", "NUM"):
            yield from _each(tree, c)


def _of_verb(cast: Cast, i: int, kind: str) -> tuple[list[int], list[int]]:
    """(actors, recipients) of a verb, active or passive, finite or not."""
    tree = cast.tree
    subject = subject_of(tree, i)
    subjects = [] if subject is None else [subject]
    if is_passive(tree, i):
        means = [c for c in tree.dependents(i, "obl") if tree.case(c) in ("in", "by", "during") and _is_act(cast, c)]
        own = [s for s in subjects if kind in words.MOVING and tree.tokens[s].lemma.lower() in words.CROWDS]
        aimed = (
            []
            if any(cast.side(s).known for s in subjects)
            else [c for c in tree.dependents(i, "obl") if tree.case(c) in words.ONTO]
        )
        return agents_of(tree, i) or means or own, subjects + aimed
    objects = [real(tree, c) for c in tree.dependents(i, "obj", "iobj")]
    told = kind in words.TELLING and any(agents_of(tree, o) for o in objects)  # what follows is the told act's, not the telling's
    clashing = tree.tokens[i].lemma.lower() in words.CLASHING
    towards = [
        c
        for c in tree.dependents(i, "obl")
        if (_towards(tree, c, kind) or (clashing and tree.case(c) == "with")) and not (told and tree.case(c) in words.ONTO)
    ]
    inner = [p for o in objects for p in _possessors(tree, o)]
    return subjects, objects + towards + inner


def _is_act(cast: Cast, c: int) -> bool:
    """Whether a word names an act and no actor: "strike" in "the strike killed two"."""
    token = cast.tree.tokens[c]
    return token.upos == "NOUN" and c not in cast.at and bool(cast.lexicon.triggers.senses("N", token.lemma.lower()))


def _behind(cast: Cast, i: int, doer: int) -> list[int]:
    """Who stands behind a doer: whose strike it is that kills; any other doer itself."""
    if doer == i or not _is_act(cast, doer):
        return [doer]
    verb = governing(cast.tree, doer)
    actors, _ = noun_sides(cast, doer, "ASSAULT", None if verb == i else verb)
    return [a for a in actors if a != i and not _is_act(cast, a)] or [doer]


def _possessors(tree: Tree, o: int) -> list[int]:
    """Whose the object is: "rejected Egypt's proposal", "criticised the president's decision"; not who a killing was done to."""
    lemma = tree.tokens[o].lemma.lower()
    cases = ("by", "from") if lemma in words.UNDERGONE | words.SUFFERED else ("by", "from", "of")
    owners = [] if lemma in words.SUFFERED else tree.dependents(o, "nmod:poss")
    return owners + [p for p in tree.dependents(o, "nmod") if tree.case(p) in cases]


def _towards(tree: Tree, c: int, kind: str) -> bool:
    case = tree.case(c)
    if kind in words.MUTUAL:
        return case in ("with", "to", "between")
    return case in words.SUFFERERS or (
        case in ("from", "with", "for") and kind in ("REQUEST", "RETREAT", "SUPPORT", "AID", "SANCTION")
    )
