"""Verbs of acts: whether one is passive, whose subject it has, who it is done by."""

from sayso.text.tree import Tree

DOERS, DONE_TO = ("nsubj",), ("nsubj:pass",)
OPENING = frozenset({"after", "before", "since", "until", "as", "once", "while"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


def is_verbal(tree: Tree, i: int) -> bool:
    """Whether a word names its act as a verb, not as a noun or as an adjective before one."""
    return tree.tokens[i].upos in ("VERB", "AUX") and tree.tokens[i].dep not in ("amod", "compound", "obj", "nmod")


def real(tree: Tree, c: int) -> int:
    """The noun that a relative pronoun stands for; any other word itself."""
    return _antecedent(tree, c) if tree.words[c] in RELATIVE else c


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
    own = _own_subject(tree, i)
    if own is not None:
        return real(tree, own)
    token = tree.tokens[i]
    if token.dep in ("acl", "acl:relcl"):
        return token.head if token.xpos in ("VBN", "VBG", "VBD", "VBZ", "VBP") else _of_owner(tree, token.head)
    if token.dep in ("xcomp", "ccomp", "advcl") and token.head != i:
        return _shared(tree, i, token.head)
    if token.dep == "conj" and tree.tokens[token.head].upos in ("VERB", "AUX", "ADJ") and token.head != i:
        return subject_of(tree, token.head)
    return None


def _own_subject(tree: Tree, i: int) -> int | None:
    """The subject that depends on the verb itself, of several the nearest before it; of a gerund its owner."""
    found = tree.dependents(i, *DOERS, *DONE_TO)
    if not found:
        return tree.first(i, "nmod:poss") if tree.tokens[i].xpos == "VBG" else _mishung(tree, i)
    before = [c for c in found if c < i]  # of two, as after a dateline or a title, the one next to the verb
    return before[-1] if before else found[0]


def _mishung(tree: Tree, i: int) -> int | None:
    """The subject of a finite side clause that the tree hangs elsewhere: between its "after" and the verb, or as if "after" were its case."""
    token = tree.tokens[i]
    if token.dep != "advcl" or token.xpos not in ("VBD", "VBZ", "VBP") or is_passive(tree, i):
        return None
    mark = tree.first(i, "mark")
    if mark is None or mark > i:
        return next((c for c in tree.dependents(i, "obl") if c < i and tree.case(c) in OPENING), None)
    at = i - 1
    for above in tree.up(at):
        if not mark < above < i:
            break
        at = above
    return at if at > mark and tree.tokens[at].upos in ("NOUN", "PROPN", "PRON") and tree.words[mark] in OPENING else None


def _shared(tree: Tree, i: int, head: int) -> int | None:
    """Subject of an open clause: the object of "urge X to", of "accuse X of", else the subject of what governs it."""
    held = tree.first(head, "obj")
    controls = tree.tokens[i].dep != "advcl" or _marked(tree, i) in ("of", "for", "from", "into")
    if held is not None and held < i and controls:
        return real(tree, held)
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
    """The "by" phrases of a verb or of a noun, of a noun also those that the tree hangs on a phrase or a verb beside it."""
    found = [c for c in tree.children[i] if _is_agent(tree, c)]
    if found or is_verbal(tree, i):
        return found
    inner = [k for c in tree.dependents(i, "nmod") if c > i for k in tree.children[c] if k > c and _is_agent(tree, k)]
    return inner or [c for c in beside(tree, i) if tree.case(c) == "by"]


def beside(tree: Tree, i: int) -> list[int]:
    """The phrases behind a noun that the tree hangs on its verb: "denounced attacks by rebels on soldiers"; none of a passive verb."""
    token = tree.tokens[i]
    if token.dep not in ("obj", "obl") or not is_verbal(tree, token.head) or is_passive(tree, token.head):
        return []
    return [c for c in tree.dependents(token.head, "obl") if c > i]


def _is_agent(tree: Tree, c: int) -> bool:
    return tree.tokens[c].dep == "obl:agent" or (tree.tokens[c].dep in ("obl", "nmod") and tree.case(c) == "by")
