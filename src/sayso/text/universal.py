"""From ClearNLP's labels, which spaCy's English pipelines give, to Universal Dependencies.

What changes is more than names: a preposition becomes the `case` of its object, which goes to the preposition's head as `obl` or
`nmod`; a copula becomes `cop` of its complement, which takes its place. Conversion is as good as is practical, not complete:
coordinated prepositions and gaps keep the engine's shape.

Source: S. Schuster and C. Manning, Enhanced English Universal Dependencies (LREC 2016); universaldependencies.org, English.
"""

from typing import NamedTuple

SAME = frozenset({
    "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "compound", "conj", "csubj", "dep", "det", "expl", "mark",
    "nmod", "nsubj", "nummod", "parataxis", "punct", "xcomp", "ROOT",
})  # fmt: skip
RENAMED = {
    "acomp": "xcomp", "attr": "xcomp", "oprd": "xcomp", "auxpass": "aux:pass", "csubjpass": "csubj:pass", "nsubjpass": "nsubj:pass",
    "dobj": "obj", "dative": "iobj", "intj": "discourse", "meta": "dep", "neg": "advmod", "npadvmod": "obl:unmarked", "poss": "nmod:poss",
    "preconj": "cc:preconj", "predet": "det:predet", "prt": "compound:prt", "quantmod": "advmod", "relcl": "acl:relcl",
    "pcomp": "advcl", "pobj": "obl", "prep": "advmod", "agent": "advmod", "root": "ROOT",
}  # fmt: skip
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "X", "SYM"})
PREPOSITIONS = frozenset({"prep", "agent", "dative"})
BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "'s", "’s", "'re", "’re", "'m", "’m"})


class Word(NamedTuple):
    """What the conversion needs of a token; `head` counts from the sentence's own list, a root's is its own index."""

    lower: str
    upos: str
    xpos: str
    head: int
    dep: str


def universal(words: list[Word]) -> list[tuple[int, str]]:
    """Head and UD relation for every word of one tree, in order; exactly one root, no circle.

    >>> said = [Word("he", "PRON", "PRP", 1, "nsubj"), Word("is", "AUX", "VBZ", 1, "ROOT"), Word("ill", "ADJ", "JJ", 1, "acomp")]
    >>> universal(said)
    [(2, 'nsubj'), (2, 'cop'), (2, 'root')]
    """
    heads = [w.head for w in words]
    out = [_renamed(w) for w in words]
    _join_roots(heads, out)
    downward = _downward(heads)
    _lower_prepositions(words, heads, out, downward)
    _lower_copulas(words, heads, out, downward)
    return list(zip(heads, out, strict=True))


def _renamed(word: Word) -> str:
    if word.xpos == "TO" and word.dep == "aux":
        return "mark"
    return RENAMED.get(word.dep, word.dep if word.dep in SAME else "dep").lower()


def _join_roots(heads: list[int], out: list[str]) -> None:
    """Hang every further root on the first: dropping white space can leave several."""
    roots = [i for i, head in enumerate(heads) if head == i]
    for i in roots:
        heads[i], out[i] = roots[0], "parataxis"
    out[roots[0]] = "root"


def _children(heads: list[int]) -> list[list[int]]:
    children: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    return children


def _downward(heads: list[int]) -> list[int]:
    """Every index, heads before their dependents."""
    children = _children(heads)
    order = [i for i, head in enumerate(heads) if head == i]
    for i in order:
        order += children[i]
    return order


def _lower_prepositions(words: list[Word], heads: list[int], out: list[str], downward: list[int]) -> None:
    """Hang objects where their preposition hung; innermost prepositions first ("according to X", "from near X")."""
    children = _children(heads)
    for i in reversed(downward):
        if words[i].dep not in PREPOSITIONS:
            continue
        top = next((c for c in children[i] if words[c].dep in ("pobj", "pcomp") or out[c] == "lifted"), None)
        if top is None and words[i].lower == "as":
            top = next((c for c in children[i] if words[c].dep == "amod"), None)  # "as reckless"
        if top is None:
            continue
        above, clause = heads[i], words[top].dep == "pcomp"
        heads[top] = top if above == i else above
        out[top] = "root" if above == i else _relation(words, i, above, clause)
        if above != i:
            children[above] = [top if c == i else c for c in children[above]]
            out[top] = "lifted" if words[above].dep in PREPOSITIONS else out[top]
        children[top] += [c for c in children[i] if c != top] + [i]
        for c in children[i]:
            if c != top:
                heads[c] = top
        heads[i], out[i], children[i] = top, "mark" if clause else "case", []
    for i, dep in enumerate(out):
        if dep == "lifted":
            out[i] = _relation(words, i, heads[i], False)


def _relation(words: list[Word], preposition: int, head: int, clause: bool) -> str:
    nominal = words[head].upos in NOMINAL
    if clause:
        return "acl" if nominal else "advcl"
    if words[preposition].dep == "agent":
        return "obl:agent"
    return "nmod" if nominal else "obl"


def _lower_copulas(words: list[Word], heads: list[int], out: list[str], downward: list[int]) -> None:
    """Let the complement of "be" take its place, innermost first."""
    children = _children(heads)
    for be in reversed(downward):
        if words[be].lower not in BE or words[be].upos not in ("AUX", "VERB"):
            continue
        top = next((c for c in children[be] if words[c].dep in ("acomp", "attr") and heads[c] == be), None)
        if top is None:
            continue
        above = heads[be]
        heads[top], out[top] = (top, "root") if above == be else (above, out[be])
        if above != be:
            children[above] = [top if c == be else c for c in children[above]]
        for c in children[be]:
            if c != top:
                heads[c] = top
        children[top] += [c for c in children[be] if c != top] + [be]
        heads[be], out[be], children[be] = top, "cop", []
