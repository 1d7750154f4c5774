"""Nouns of acts: who acts and who undergoes, by what modifies the noun, what follows it, and the verbs it stands with."""

from sayso.lexicon.words import key
from sayso.text import events_words as words
from sayso.text.events_cast import Cast
from sayso.text.events_verbs import agents_of, beside, is_passive, real, subject_of
from sayso.text.tree import Tree

Found = tuple[list[int], list[int]]
DEEP = 4


def governing(tree: Tree, i: int) -> int | None:
    """The verb that a noun's act is carried out or undergone by: "launched an attack", "an attack carried out by"; None without."""
    behind = [
        k for k in tree.dependents(i, "nmod") if k > i
    ]  # "attacks on bases carried out by": the tree may hang it on the bases
    behind += [m for k in behind for m in tree.dependents(k, "nmod") if m > k]
    for k in (i, *behind):
        for c in tree.dependents(k, "acl", "acl:relcl"):
            if tree.tokens[c].lemma.lower() in words.LIGHT and is_passive(tree, c) and (k == i or agents_of(tree, c)):
                return c
    at = _outermost(tree, i)
    head, dep = tree.tokens[at].head, tree.tokens[at].dep
    lemma = tree.tokens[head].lemma.lower()
    if tree.tokens[head].upos != "VERB" or head == at:
        return None
    if dep in ("obl", "advcl") and tree.case(at) == "with" and lemma in words.WITH_ACTS:
        return head
    taken = dep in ("obj", "nsubj:pass") or (dep == "obl" and tree.case(at) in ("in", "for", "to", "with"))
    return head if (taken and lemma in words.LIGHT | words.UNDERGOING) or (dep == "obj" and lemma in words.MINDED) else None


def _outermost(tree: Tree, i: int) -> int:
    """The noun of the phrase that stands for the act: of "a series of attacks", of "responsibility for the attack"."""
    at = i
    for _ in range(DEEP):
        head, dep = tree.tokens[at].head, tree.tokens[at].dep
        if head == at or (tree.tokens[head].upos not in ("NOUN", "PROPN") and tree.tokens[head].dep != "obj"):
            break
        lemma = tree.tokens[head].lemma.lower()
        if not (dep in ("conj", "compound") or (dep == "nmod" and lemma in words.BRIDGES.get(tree.case(at), ()))):
            break
        at = head
    return at


def noun_sides(cast: Cast, i: int, kind: str, verb: int | None) -> Found:
    """(actors, recipients) of a noun's act, head words, by its modifiers and the verb that governs it."""
    tree = cast.tree
    actors, recipients = agents_of(tree, i), list[int]()
    _before(cast, i, actors, recipients)
    _after(tree, i, kind, actors, recipients)
    outer = _outermost(tree, i)
    if outer != i and tree.tokens[i].dep == "nmod":
        actors += agents_of(tree, outer) + tree.dependents(outer, "nmod:poss")
        _towards(tree, outer, recipients)
    for agent in agents_of(tree, i):
        _towards(tree, agent, recipients)
        recipients += [c for c in beside(tree, i) if c > agent and tree.case(c) in words.ONTO]
    if verb is not None:
        _with_verb(tree, verb, i, actors, recipients)
    elif kind in words.MUTUAL:
        actors[:0] = _taking_part(tree, i, actors)
    elif not actors:
        actors += _blamed(tree, outer)
    recipients += _harmed(tree, i)
    return [real(tree, a) for a in actors], [real(tree, r) for r in recipients]


def _before(cast: Cast, i: int, actors: list[int], recipients: list[int]) -> None:
    """Add who is named before a noun: "Iran's attack", "U.S. drone strike", "X-led invasion"; of a killing the one killed."""
    tree, lemma = cast.tree, cast.tree.tokens[i].lemma.lower()
    victim = lemma in words.SUFFERED and not any(tree.case(c) == "of" for c in tree.dependents(i, "nmod"))
    for c in tree.dependents(i, "nmod:poss", "compound", "amod", "nmod"):
        if tree.tokens[c].dep == "nmod:poss":
            (recipients if victim else actors).append(c)
        elif c < i and not tree.case(c):
            named = _named(cast, c)
            hit = named and ((victim and cast.kind(c) == "person") or (lemma in words.AIMED and _is_state_name(cast, c)))
            (recipients if hit else actors).extend([c] if named else _inner(cast, c))


def _named(cast: Cast, c: int) -> bool:
    return c in cast.at or c in cast.covering or cast.country(c) is not None


def _inner(cast: Cast, c: int) -> list[int]:
    """The state named within a modifier: "U.S. drone" in "U.S. drone strike", "Iran" in "Iran-led"."""
    inner = [k for k in cast.tree.children[c] if k < c and (k in cast.at or cast.country(k))]
    return [] if inner and cast.tree.words[c].endswith("backed") else inner


def _is_state_name(cast: Cast, c: int) -> bool:
    """Whether a word is a state's name and no adjective of it: "Iran" in "Iran sanctions", but "U.S." in "U.S. sanctions"."""
    word = cast.tree.text[cast.tree.tokens[c].start : cast.tree.tokens[c].end]
    return not word.isupper() and key(word) not in cast.lexicon.adjectives and key(word) in cast.lexicon.states


def _after(tree: Tree, i: int, kind: str, actors: list[int], recipients: list[int]) -> None:
    """Add who is named behind a noun: "of", "between", "with", "from", "on", "against"."""
    undergone = tree.tokens[i].lemma.lower() in words.UNDERGONE | words.SUFFERED
    mutual = kind in words.MUTUAL or tree.tokens[i].lemma.lower() in words.CLASHES
    for c in tree.dependents(i, "nmod", "obl"):
        case = tree.case(c).split(" ")[-1]
        if case == "of":
            (recipients if undergone or actors else actors).append(c)
        elif case in ("between", "from") or (case == "with" and mutual):
            actors.append(c)
        elif case in words.TOWARDS:
            recipients.append(c)
    for c in tree.dependents(i, "acl"):
        if tree.tokens[c].lemma.lower() in words.HARMING and not is_passive(tree, c):
            recipients += tree.dependents(c, "obj")


def _towards(tree: Tree, i: int, recipients: list[int]) -> None:
    """Add what follows a word by "on", "against", "at": "attacks by militias on bases", "a wave of attacks on bases"."""
    recipients += [c for c in tree.dependents(i, "nmod", "obl") if tree.case(c) in words.ONTO]


def _with_verb(tree: Tree, verb: int, i: int, actors: list[int], recipients: list[int]) -> None:
    """Add what the governing verb tells."""
    lemma = tree.tokens[verb].lemma.lower()
    undergoing = lemma in words.UNDERGOING
    if is_passive(tree, verb):
        actors += agents_of(tree, verb)
        return
    subject = subject_of(tree, verb)
    if subject is not None and subject != i:
        (recipients if undergoing else actors).insert(0, subject)
    others = tree.dependents(verb, "iobj") + [
        c for c in tree.dependents(verb, "obl") if tree.case(c) in words.SUFFERERS | {"with", "for"}
    ]
    if lemma in words.WITH_ACTS and tree.tokens[i].dep != "obj":
        others += tree.dependents(verb, "obj")
    recipients += [c for c in others if c != i] if not undergoing else []


def _taking_part(tree: Tree, i: int, actors: list[int]) -> list[int]:
    """Who speaks or acts in a meeting that names no host: "X said in a call with Y"."""
    token = tree.tokens[i]
    if token.dep != "obl" or tree.case(i) not in words.DURING or tree.first(i, "nmod:poss") is not None:
        return []
    if any(tree.case(a) in ("between", "by") for a in actors) or tree.tokens[token.head].upos != "VERB":
        return []
    subject = subject_of(tree, token.head)
    return [] if subject is None or subject == i else [subject]


def _blamed(tree: Tree, i: int) -> list[int]:
    """Who is blamed for an act: "blamed X for the attack", "X was accused of attacks", "X is responsible for"."""
    token = tree.tokens[i]
    head, case = token.head, tree.case(i)
    lemma = tree.tokens[head].lemma.lower()
    if token.dep != "obl" or case not in ("for", "of", "in"):
        return []
    if lemma in words.BLAMING and tree.tokens[head].upos == "VERB":
        subject = subject_of(tree, head) if is_passive(tree, head) else None
        return [subject] if subject is not None else tree.dependents(head, "obj")
    if lemma in words.ANSWERABLE:
        return [s for s in [subject_of(tree, head)] if s is not None]
    return []


def _harmed(tree: Tree, i: int) -> list[int]:
    """Whom an act hurts by the verb it is the subject or the means of: "the strike killed X", "X was killed in the strike"."""
    token = tree.tokens[i]
    verbs = [c for c in tree.dependents(i, "acl:relcl") if subject_of(tree, c) == i and not is_passive(tree, c)]
    out = [o for v in verbs if _harms(tree, v) for o in tree.dependents(v, "obj")]
    if token.dep == "nsubj" and _harms(tree, token.head):
        return out + tree.dependents(token.head, "obj")
    if token.dep in ("obl", "obl:agent") and tree.case(i) in ("in", "by", "during") and _harms(tree, token.head):
        subject = subject_of(tree, token.head) if is_passive(tree, token.head) else None
        return out + ([subject] if subject is not None else tree.dependents(token.head, "obj"))
    return out


def _harms(tree: Tree, i: int) -> bool:
    return tree.tokens[i].lemma.lower() in words.HARMING
