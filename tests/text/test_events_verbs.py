from hypothesis import given
from hypothesis import strategies as st

from sayso.text.events_verbs import is_passive, subject_of
from sayso.text.parse import Token
from sayso.text.tree import Tree

RELATIONS = ("acl", "acl:relcl", "advcl", "case", "ccomp", "conj", "mark", "nmod", "nsubj", "obj", "obl", "xcomp")
TAGS = {"VERB": ("VBD", "VBN", "VBG", "VBZ", "VB"), "NOUN": ("NN",), "PROPN": ("NNP",), "SCONJ": ("IN",)}
WORDS = ("after", "since", "guards", "left")


def tree(words: list[str], heads: list[int], tags: list[tuple[str, str]], relations: list[str]) -> Tree:
    """One sentence of such words; a word that is its own head is the root."""
    text, tokens, at = " ".join(words), [], 0
    for i, (word, head, (upos, xpos), dep) in enumerate(zip(words, heads, tags, relations, strict=True)):
        tokens.append(Token(at, at + len(word), word, upos, xpos, "", head, "root" if head == i else dep, 0))
        at += len(word) + 1
    return Tree(text, tuple(tokens), ((0, len(tokens)),))


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Any tree over up to nine words."""
    n = draw(st.integers(1, 9))
    order = draw(st.permutations(range(n)))
    heads = [0] * n
    for place, i in enumerate(order):
        heads[i] = order[draw(st.integers(0, place - 1))] if place else i
    kinds = st.sampled_from([(upos, xpos) for upos, tags in TAGS.items() for xpos in tags])
    return tree(*(draw(st.lists(one, min_size=n, max_size=n)) for one in (st.sampled_from(WORDS),)), heads,
                draw(st.lists(kinds, min_size=n, max_size=n)), draw(st.lists(st.sampled_from(RELATIONS), min_size=n, max_size=n)))  # fmt: skip


@given(trees())
def test_every_tree_has_subjects_or_none(found: Tree) -> None:
    for i in range(len(found.tokens)):
        who = subject_of(found, i)
        assert who is None or 0 <= who < len(found.tokens)
        assert is_passive(found, i) in (True, False)


def test_the_root_between_a_mark_and_its_verb_ends_the_search() -> None:
    words, heads = ["after", "guards", "arrived", "left"], [3, 2, 2, 2]
    tags, relations = [("SCONJ", "IN"), ("NOUN", "NNS"), ("VERB", "VBD"), ("VERB", "VBD")], ["mark", "nsubj", "root", "advcl"]
    assert subject_of(tree(words, heads, tags, relations), 3) == 1
