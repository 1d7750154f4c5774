"""Who acts in an event and who undergoes it: the dependents of its trigger, and of the verb that governs it, as sides."""

from collections.abc import Iterable, Iterator

from sayso.text import events_words as words
from sayso.text.events_cast import Cast, Side, Sides
from sayso.text.tree import Tree

DOERS, DONE_TO = ("nsubj",), ("nsubj:pass",)
RELATIVE = frozenset({"who", "which", "that", "whom"})


def sides(cast: Cast, i: int, kind: str) -> Sides:
    """Actors and recipients of the event of `kind` that word `i` names."""
    tree = cast.tree
    verbal = tree.tokens[i].upos in ("VERB", "AUX") and tree.tokens[i].dep not in ("amod", "compound")
    verb = None if verbal else governing(tree, i)
    actors, recipients = _of_verb(tree, i, kind) if verbal else _of_noun(cast, i, kind, verb)
    doers = list(dict.fromkeys(x for a in actors for x in _each(tree, a)))
    objects = [x for r in dict.fromkeys(recipients) for x in _each(tree, r) if x not in doers]
    if kind in words.MUTUAL and tree.tokens[i].lemma.lower() not in words.VISITING and (verbal or doers):
        doers, objects = doers + [o for o in objects if cast.side(o).known], []
    return Sides(_sides(cast, doers), _sides(cast, objects), verb)


def _sides(cast: Cast, tokens: Iterable[int]) -> tuple[Side, ...]:
    out: list[Side] = []
    for token in dict.fromkeys(tokens):
        side = cast.side(token)
        if side.mention is None or all(side.mention != other.mention for other in out):
            out.append(side)
    return tuple(out)


def _each(tree: Tree, head: int) -> Iterator[int]:
    """The head of a phrase and those coordinated with it."""
    yield head
    for c in tree.dependents(head, "conj"):
        if tree.tokens[c].upos in ("NOUN", "PROPN", "PRON", "NUM"):
            yield from _each(tree, c)


def _of_verb(tree: Tree, i: int, kind: str) -> tuple[list[int], list[int]]:
    """(actors, recipients) of a verb, active or passive, finite or not."""
    passive = is_passive(tree, i)
    subject, agents = subject_of(tree, i), agents_of(tree, i)
    if passive:
        return agents, [s for s in (subject,) if s is not None]
    actors = [s for s in (subject,) if s is not None]
    objects = [_real(tree, c) for c in tree.dependents(i, "obj", "iobj")]
    towards = [c for c in tree.dependents(i, "obl") if tree.case(c).split(" ")[-1:] and _towards(tree, c, kind)]
    inner = [p for o in objects for p in _possessors(tree, o)]
    return actors, objects + towards + inner


def _possessors(tree: Tree, o: int) -> list[int]:
    """Whose the object is: "rejected Egypt's proposal", "criticised the president's decision"."""
    return [
        p
        for p in tree.dependents(o, "nmod:poss", "nmod")
        if tree.tokens[p].dep == "nmod:poss" or tree.case(p) in ("by", "from", "of")
    ]


def _towards(tree: Tree, c: int, kind: str) -> bool:
    case = tree.case(c)
    if kind in words.MUTUAL:
        return case in ("with", "to", "between", "in")
    return case in words.SUFFERERS or (
        case in ("from", "with", "for") and kind in ("REQUEST", "RETREAT", "SUPPORT", "AID", "SANCTION")
    )


def _real(tree: Tree, c: int) -> int:
    """The noun behind a number or a relative pronoun."""
    if tree.words[c] in RELATIVE:
        return _antecedent(tree, c)
    return c


def _antecedent(tree: Tree, c: int) -> int:
    verb = tree.tokens[c].head
    for at in (verb, *tree.up(verb)):
        if tree.tokens[at].dep in ("acl:relcl", "acl"):
            return tree.tokens[at].head
    return c


def is_passive(tree: Tree, i: int) -> bool:
    """Whether a verb is passive: by its auxiliary or as a bare past participle after a noun."""
    if tree.first(i, "aux:pass", "nsubj:pass", "obl:agent") is not None:
        return True
    token = tree.tokens[i]
    if token.dep == "conj" and token.xpos == "VBN" and tree.first(i, "nsubj", "aux") is None:
        return is_passive(tree, token.head)
    return token.dep == "acl" and token.xpos == "VBN"


def subject_of(tree: Tree, i: int) -> int | None:
    """The head of the subject of a verb: its own, the noun that a participle follows, or that of the verb that governs it."""
    own = tree.first(i, *DOERS, *DONE_TO)
    if own is not None:
        return _real(tree, own)
    token = tree.tokens[i]
    if token.dep in ("acl", "acl:relcl"):
        return token.head if token.xpos in ("VBN", "VBG", "VBD", "VBZ", "VBP") else _of_owner(tree, token.head)
    if token.dep in ("xcomp", "ccomp", "advcl") and token.head != i:
        return _shared(tree, i, token.head)
    if token.dep == "conj" and tree.tokens[token.head].upos in ("VERB", "AUX", "ADJ") and token.head != i:
        return subject_of(tree, token.head)
    return None


def _shared(tree: Tree, i: int, head: int) -> int | None:
    """Subject of an open clause: the object of "urge X to", of "accuse X of", else the subject of what governs it."""
    held = tree.first(head, "obj")
    controls = tree.tokens[i].dep != "advcl" or _marked(tree, i) in ("of", "for", "from", "into")
    if held is not None and held < i and controls:
        return _real(tree, held)
    if tree.tokens[head].upos in ("VERB", "AUX", "ADJ") and not (tree.tokens[i].dep == "ccomp" and tree.tokens[i].xpos != "VB"):
        passive = is_passive(tree, head)
        return subject_of(tree, head) if not passive or tree.tokens[i].dep != "advcl" or controls else None
    return None


def _marked(tree: Tree, i: int) -> str:
    """The preposition or mark that opens a clause."""
    return next((tree.words[c] for c in tree.children[i] if tree.tokens[c].dep in ("mark", "case") and c < i), "")


def _of_owner(tree: Tree, noun: int) -> int | None:
    """Whose plan or right it is: "Turkey's plan to", else the subject of the verb that has the noun as its object."""
    owner = tree.first(noun, "nmod:poss", "compound")
    if owner is not None and tree.tokens[owner].upos in ("PROPN", "NOUN", "PRON"):
        return owner
    governor = tree.tokens[noun].head
    return subject_of(tree, governor) if tree.tokens[noun].dep == "obj" and governor != noun else None


def agents_of(tree: Tree, i: int) -> list[int]:
    """The "by" phrases of a verb or of a noun."""
    return [
        c
        for c in tree.children[i]
        if tree.tokens[c].dep == "obl:agent" or (tree.tokens[c].dep in ("obl", "nmod") and tree.case(c) == "by")
    ]


def governing(tree: Tree, i: int) -> int | None:
    """The verb that a noun's act is carried out or undergone by: "launched an attack", "an attack carried out by"; None without."""
    for c in tree.dependents(i, "acl", "acl:relcl"):
        if tree.tokens[c].lemma.lower() in words.LIGHT and is_passive(tree, c):
            return c
    at = i
    while tree.tokens[at].dep in ("conj", "compound") and tree.tokens[tree.tokens[at].head].upos in ("NOUN", "PROPN"):
        at = tree.tokens[at].head
    head, dep = tree.tokens[at].head, tree.tokens[at].dep
    lemma = tree.tokens[head].lemma.lower()
    taken = dep in ("obj", "nsubj:pass") or (dep == "obl" and tree.case(at) in ("in", "for", "to", "with"))
    return head if taken and tree.tokens[head].upos == "VERB" and lemma in words.LIGHT | words.UNDERGOING else None


def _of_noun(cast: Cast, i: int, kind: str, verb: int | None) -> tuple[list[int], list[int]]:
    """(actors, recipients) of a noun, by its modifiers and the verb that governs it."""
    tree = cast.tree
    actors, recipients = agents_of(tree, i), list[int]()
    undergone = tree.tokens[i].lemma.lower() in words.UNDERGONE
    for c in tree.dependents(i, "nmod:poss", "compound", "amod"):
        if tree.tokens[c].dep != "amod" or cast.country(c):
            named = tree.tokens[c].dep == "nmod:poss" or c in cast.at or c in cast.covering or cast.country(c) is not None
            (recipients if undergone and tree.tokens[c].dep == "nmod:poss" else actors).extend([c] if named else [])
    for c in tree.dependents(i, "nmod", "obl"):
        case = tree.case(c).split(" ")[-1]
        if case == "of":
            (recipients if undergone or actors else actors).append(c)
        elif case in ("between", "from") or (case == "with" and kind in words.MUTUAL):
            actors.append(c)
        elif case in words.TOWARDS and (case != "in" or kind in ("ASSAULT", "COERCE", "RETREAT", "PROTEST")):
            recipients.append(c)
    if verb is not None:
        _with_verb(tree, verb, i, actors, recipients)
    return actors, recipients


def _with_verb(tree: Tree, verb: int, i: int, actors: list[int], recipients: list[int]) -> None:
    """Add what the governing verb tells."""
    undergoing = tree.tokens[verb].lemma.lower() in words.UNDERGOING
    if is_passive(tree, verb):
        actors += agents_of(tree, verb)
        return
    subject = subject_of(tree, verb)
    if subject is not None and subject != i:
        (recipients if undergoing else actors).insert(0, subject)
    others = tree.dependents(verb, "iobj") + [
        c for c in tree.dependents(verb, "obl") if tree.case(c) in words.SUFFERERS | {"with", "for"}
    ]
    recipients += [c for c in others if c != i] if not undergoing else []
