"""Contents that are no clause: "criticised the strike as reckless", "accused him of lying", "called for a truce".

Such attributions are acts and attitudes as much as speech: the lexicon calls most of them weak.
"""

from collections.abc import Iterator

from sayso.text.attributions_parts import Candidate, Marks, made, passive
from sayso.text.tree import Tree

LIGHT_OBLIQUES = frozenset({"for", "on", "about", "of", "to", "against", "with", "in", "at", "over", "from", "toward", "towards"})
JOINS = frozenset({"to", "in", "on", "with", "against"})
PHRASES = frozenset({"obl", "advcl", "nmod", "acl", "advmod"})


def objects(tree: Tree, marks: Marks, verb: int) -> Iterator[Candidate]:
    """The candidate whose content is the object, or the first prepositional object, of a verb without a clause."""
    rest = [c for c in tree.children[verb] if c > verb]
    if passive(tree, verb):
        yield from _passive(tree, marks, verb, rest)
        return
    held = next((c for c in rest if tree.tokens[c].dep == "obj"), None)
    if held is not None:
        yield from _object(tree, marks, verb, held, rest)
        return
    for c in rest:
        if tree.tokens[c].dep in ("obl", "advcl") and (case := lead(tree, c)) in LIGHT_OBLIQUES:
            first = tree.left[c]
            tokens = [i for i in tree.subtree(c) if i != first]
            yield from made(tree, marks, verb, f"to {case}", tokens, (first,) if first == verb + 1 else ())
            return


def _passive(tree: Tree, marks: Marks, verb: int, rest: list[int]) -> Iterator[Candidate]:
    """ "The plan was described as X", "accused of X", "asked about X"."""
    raised = tree.first(verb, "nsubj:pass")
    for c in rest:
        if tree.tokens[c].dep not in PHRASES:
            continue
        case = lead(tree, c)
        if case == "as":
            named = tree.noun_phrase(raised) if raised is not None else []
            yield from made(tree, marks, verb, "as passive", sorted({*named, *tree.subtree(c)}))
            return
        if case in ("of", "about", "for", "with"):
            first = tree.left[c]
            tokens = [i for i in tree.subtree(c) if i != first]
            named = tree.noun_phrase(raised) if raised is not None and case != "about" else []
            yield from made(
                tree, marks, verb, f"passive {case}", sorted({*named, *tokens}), (first,) if first == verb + 1 else ()
            )
            return


def _object(tree: Tree, marks: Marks, verb: int, held: int, rest: list[int]) -> Iterator[Candidate]:
    tokens, kind = tree.subtree(held), "object"
    for c in rest:
        case = lead(tree, c)
        if c <= held or tree.tokens[c].dep not in (*PHRASES, "xcomp") or not case:
            continue
        if case in ("as", "for", "of"):
            tokens = sorted({*tokens, *tree.subtree(c)})
            kind = f"object {case}" if kind == "object" else kind
        elif kind == "object" and case in JOINS and tree.left[c] == tokens[-1] + 1:
            tokens = sorted({*tokens, *tree.subtree(c)})
    yield from made(tree, marks, verb, kind, tokens)


def lead(tree: Tree, i: int) -> str:
    """The preposition or conjunction that opens the phrase of `i`, "" where none does."""
    first = tree.left[i]
    return tree.words[first] if tree.tokens[first].dep in ("case", "mark") and first != i else ""
