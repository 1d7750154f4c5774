"""Frames: every predicate with its arguments, modality, polarity and condition, in Universal Dependencies terms.

A predicate is a full verb, or the adjective or noun of a copular clause. A verb without a subject of its own gets that of the
clause which governs it ("he came and left", "he promised to leave").
"""

from collections.abc import Iterator

import msgspec

from sayso.model import Span
from sayso.text.parse import Argument, Frame
from sayso.text.tree import Tree

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass")
ARGUMENTS = frozenset({*SUBJECTS, "obj", "iobj", "obl", "obl:agent", "obl:unmarked", "ccomp", "xcomp", "advcl"})
MODALS = frozenset("may might could would should must will shall can ought 'll 'd wo ca".split())  # noqa: SIM905
HEDGES = frozenset("likely unlikely possibly probably perhaps maybe potentially presumably certainly".split())  # noqa: SIM905
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no"})
CONDITIONAL = frozenset({"if", "unless", "provided", "providing", "should", "lest", "once"})
SHARED = {"xcomp": "nsubj", "conj": "", "advcl": ""}


def frames(tree: Tree) -> tuple[Frame, ...]:
    """One frame for every predicate, in the order of the text."""
    return tuple(_frame(tree, i) for i in range(len(tree.tokens)) if _is_predicate(tree, i))


def _is_predicate(tree: Tree, i: int) -> bool:
    t = tree.tokens[i]
    if t.upos == "VERB":
        return t.dep not in ("amod", "case", "compound", "aux", "aux:pass")
    return tree.first(i, "cop") is not None


def _frame(tree: Tree, i: int) -> Frame:
    t = tree.tokens[i]
    children = tree.children[i]
    passive = any(tree.tokens[c].dep in ("aux:pass", "nsubj:pass", "obl:agent") for c in children)
    return Frame(
        predicate=(t.start, t.end),
        token=i,
        lemma=t.lemma.lower(),
        arguments=tuple(_arguments(tree, i)),
        passive=passive,
        negated=any(tree.words[c] in NEGATIONS and tree.tokens[c].dep in ("advmod", "neg", "det") for c in children),
        modality=_modality(tree, i),
        condition=_condition(tree, i),
    )


def _arguments(tree: Tree, i: int) -> Iterator[Argument]:
    own = [c for c in tree.children[i] if tree.tokens[c].dep in ARGUMENTS]
    if not any(tree.tokens[c].dep in SUBJECTS for c in own) and (shared := _shared_subject(tree, i)) is not None:
        role = "nsubj:pass" if tree.first(i, "aux:pass", "obl:agent") is not None else "nsubj"
        yield msgspec.structs.replace(_argument(tree, shared), role=role)
    for c in own:
        yield _argument(tree, c)


def _argument(tree: Tree, c: int) -> Argument:
    dep, case = tree.tokens[c].dep, tree.case(c)
    role = f"obl:{case}" if dep == "obl" and case else dep
    tokens = tree.subtree(c, frozenset(x for x in tree.children[c] if tree.tokens[x].dep in ("case", "punct")))
    return Argument(role, (tree.tokens[tokens[0]].start, tree.tokens[tokens[-1]].end), c)


def _shared_subject(tree: Tree, i: int) -> int | None:
    at = i
    for head in tree.up(i):
        dep = tree.tokens[at].dep
        if dep == "acl":
            return head if tree.tokens[at].xpos != "TO" else None
        if dep not in SHARED or (dep == "conj" and tree.tokens[head].upos not in ("VERB", "AUX", "ADJ", "NOUN")):
            return None
        held = tree.first(head, "obj") if dep == "xcomp" else None
        found = held if held is not None and held < at else tree.first(head, *SUBJECTS)
        if found is not None:
            return found
        at = head
    return None


def _modality(tree: Tree, i: int) -> Span | None:
    """The first modal or hedge of the predicate, a modal shared by coordinated predicates included."""
    for at in (i, tree.tokens[i].head if tree.tokens[i].dep == "conj" else i):
        for c in tree.children[at]:
            dep = tree.tokens[c].dep
            if (dep == "aux" and tree.words[c] in MODALS) or (dep == "advmod" and tree.words[c] in HEDGES):
                return tree.tokens[c].start, tree.tokens[c].end
    return None


def _condition(tree: Tree, i: int) -> Span | None:
    """The if-clause of the predicate, its conjunction included."""
    for c in tree.children[i]:
        if tree.tokens[c].dep == "advcl" and any(
            tree.words[m] in CONDITIONAL for m in tree.children[c] if m < c and tree.tokens[m].dep in ("mark", "advmod", "aux")
        ):
            tokens = tree.trim(tree.subtree(c))
            return tree.tokens[tokens[0]].start, tree.tokens[tokens[-1]].end
    return None
