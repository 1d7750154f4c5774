"""Where a text may look ahead: every modal, "to", hedge and noun that could foretell, threaten, promise, plan or demand.

A candidate is a place and its clause; `forecasts` weighs it. Patterns: "modal", "going to", "to" (verb, adjective with infinitive),
"noun to", "noun for", "verb for", "object", "that", "adverb", "adjective", "imperative", "title to".
"""

from collections.abc import Iterator
from typing import NamedTuple

from sayso.text.forecast_words import ADVERBS, AHEAD, CLAUSAL, NOUNS, OBJECTS, RAISING, SEEKING
from sayso.text.frames import MODALS, NEGATIONS
from sayso.text.tree import Tree

UNDER = frozenset({"without", "barring", "absent", "depending on", "in case of", "in the event of"})
SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl")
CLAUSES = ("xcomp", "ccomp", "acl", "advcl", "acl:relcl")


class Candidate(NamedTuple):
    """`anchor` is the word that looks ahead, `head` of what is foretold, `words` the wording, `tokens` the proposition."""

    pattern: str
    anchor: int
    head: int
    lemma: str
    words: tuple[int, ...]
    tokens: tuple[int, ...]


def candidates(tree: Tree) -> Iterator[Candidate]:
    """Candidates in the order of their anchors, at most one of a pattern at each."""
    for i, t in enumerate(tree.tokens):
        if t.upos == "AUX" and t.dep == "aux" and tree.words[i] in MODALS:
            yield _modal(tree, i)
        elif t.upos in ("VERB", "ADJ", "NOUN", "AUX") or tree.words[i] in RAISING:
            yield from _of_word(tree, i)
        elif t.upos == "ADV" and tree.words[i] in ADVERBS:
            yield from _adverb(tree, i)


def _modal(tree: Tree, i: int) -> Candidate:
    head = tree.tokens[i].head
    lemma = {"wo": "will", "ca": "can", "'ll": "will", "’ll": "will", "'d": "would", "’d": "would"}.get(
        tree.words[i], tree.words[i]
    )
    words = [c for c in tree.children[head] if c == i or (_light(tree, c) and i < c < head)]
    return Candidate("modal", i, head, lemma, tuple(words), _clause(tree, head))


def _light(tree: Tree, c: int) -> bool:
    return tree.words[c] in NEGATIONS or tree.words[c] in ADVERBS


def _of_word(tree: Tree, i: int) -> Iterator[Candidate]:
    t, lemma = tree.tokens[i], tree.tokens[i].lemma.lower()
    clause = _infinitive(tree, i)
    if clause is not None and t.upos != "NOUN":
        going = tree.words[i] == "going"
        yield _to(tree, i, clause, "going to" if going else "to", lemma)
    elif clause is not None:
        yield Candidate("noun to", i, clause, lemma, (i,), tuple(_without_subject(tree, clause)))
    elif t.upos == "NOUN" and lemma in NOUNS and (held := _complement(tree, i)) is not None:
        case = tree.case(held) or "that"
        yield Candidate("noun for", i, held, f"{lemma} {case}", (i,), tuple(_under(tree, held)))
    elif t.upos == "VERB":
        yield from _verb(tree, i, lemma)
    elif t.upos == "ADJ" and t.dep == "amod" and lemma in AHEAD:
        yield Candidate("adjective", i, t.head, lemma, (i,), tuple(tree.trim(tree.noun_phrase(t.head))))
    if t.xpos == "TO" or t.upos != "VERB" or t.dep not in ("root", "ccomp", "conj", "parataxis"):
        return
    to = [c for c in tree.children[i] if tree.tokens[c].xpos == "TO" and c < i]
    if to and t.dep == "root":
        yield Candidate("title to", to[0], i, lemma, (to[0],), _clause(tree, i))
    elif t.xpos == "VB" and not to and tree.first(i, "aux", *SUBJECTS) is None:
        yield Candidate("imperative", i, i, lemma, (i,), _clause(tree, i))


def _infinitive(tree: Tree, i: int) -> int | None:
    """The clause with "to" that depends on `i`."""
    for c in tree.children[i]:
        t = tree.tokens[c]
        if t.dep in ("xcomp", "ccomp", "acl") and c > i and any(tree.tokens[m].xpos == "TO" for m in tree.children[c] if m < c):
            return c
    return None


def _to(tree: Tree, i: int, clause: int, pattern: str, lemma: str) -> Candidate:
    passive = tree.first(i, "aux:pass", "nsubj:pass") is not None
    raising = lemma in RAISING or tree.words[i] in RAISING or passive
    name = f"be {tree.words[i]}" if passive else lemma
    aux = [c for c in tree.children[i] if tree.tokens[c].dep in ("aux", "aux:pass", "cop") and c < i]
    words = sorted({*aux, i, *(c for c in tree.children[i] if _light(tree, c) and c < i)})
    held = tree.first(i, "obj")
    tokens = _without_subject(tree, clause)
    if raising and (subject := tree.first(i, *SUBJECTS)) is not None and subject < i:
        tokens = [*tree.noun_phrase(subject), *range(words[0], i + 1), *tokens]
    elif held is not None and i < held < clause:
        tokens = [*tree.noun_phrase(held), *tokens]
    return Candidate(pattern, i, clause, name, tuple(words), tuple(sorted(set(tokens))))


def _without_subject(tree: Tree, clause: int) -> list[int]:
    skipped = [c for c in tree.children[clause] if is_condition(tree, c)]
    return tree.trim(tree.subtree(clause, frozenset(skipped)))


def _complement(tree: Tree, i: int) -> int | None:
    for c in tree.children[i]:
        if c > i and (
            (tree.tokens[c].dep == "nmod" and tree.case(c) in ("of", "for", "to", "against", "from")) or _that(tree, c)
        ):
            return c
    return None


def _that(tree: Tree, c: int) -> bool:
    return tree.tokens[c].dep in CLAUSES and any(
        tree.words[m] == "that" and tree.tokens[m].dep == "mark" for m in tree.children[c]
    )


def _verb(tree: Tree, i: int, lemma: str) -> Iterator[Candidate]:
    if lemma in CLAUSAL and (clause := tree.first(i, "ccomp")) is not None:
        yield Candidate("that", i, clause, lemma, (i,), tuple(_under(tree, clause)))
        return
    if lemma in SEEKING:
        for c in tree.dependents(i, "obl"):
            if c > i and (case := tree.case(c)) in ("for", "on", "from", "to"):
                yield Candidate("verb for", i, c, f"{lemma} {case}", (i,), tuple(_under(tree, c)))
                return
    if lemma in OBJECTS and (held := tree.first(i, "obj")) is not None and held > i:
        yield Candidate("object", i, held, lemma, (i,), tuple(_under(tree, held)))


def _under(tree: Tree, head: int) -> list[int]:
    own = [c for c in tree.children[head] if tree.tokens[c].dep in ("case", "mark") and c < head]
    tokens = tree.trim(tree.subtree(head, frozenset(own)))
    return tokens or [head]


def _adverb(tree: Tree, i: int) -> Iterator[Candidate]:
    head = tree.tokens[i].head
    if head != i and tree.first(head, "aux") is None:
        yield Candidate("adverb", i, head, tree.words[i], (i,), _clause(tree, head))


def _clause(tree: Tree, head: int) -> tuple[int, ...]:
    """The clause of `head` with its subject, without its conjunction, conditions and what is only tied to it."""
    skipped = [
        c
        for c in tree.children[head]
        if is_condition(tree, c)
        or (tree.tokens[c].dep in ("mark", "cc", "parataxis", "discourse", "advcl") and c < head)
        or (tree.tokens[c].dep == "parataxis")
    ]
    return tuple(tree.trim(tree.subtree(head, frozenset(skipped))) or [head])


def is_condition(tree: Tree, c: int) -> bool:
    """Whether the clause of `c` is a condition: if, unless, as long as, provided, without, depending on, in case of."""
    if tree.tokens[c].dep == "obl":
        return tree.case(c) in UNDER or (tree.case(c).startswith("in") and tree.words[c] in ("case", "event"))
    opening = " ".join(tree.words[tree.left[c] : tree.left[c] + 3])
    if tree.tokens[c].dep == "advmod":
        return opening in ("as long as", "so long as")
    if tree.tokens[c].dep not in ("advcl", "ccomp"):
        return False
    if opening in ("as long as", "so long as", "in case of") or tree.case(c) in UNDER:
        return True
    first = [m for m in tree.children[c] if m < c and tree.tokens[m].dep in ("mark", "advmod", "aux")]
    words = {tree.words[m] for m in first}
    if words & {"if", "unless", "provided", "providing", "lest"}:
        return tree.tokens[c].dep == "advcl"
    inverted = first and tree.words[first[0]] in ("should", "were") and first[0] == tree.left[c]
    return bool(inverted) and tree.tokens[c].dep == "advcl"
