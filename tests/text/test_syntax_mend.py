import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text import syntax_mend
from sayso.text.parse import Name, Token

ROOT = "root"


def sentence(*rows, base=0):
    """Tokens of (form, lemma, tag, head, relation), one space apart."""
    out, at = [], 0
    for i, (form, lemma, tag, head, dep) in enumerate(rows):
        out.append(Token(at, at + len(form), lemma, "X", tag, "", base + (i if head is None else head), dep, 0))
        at += len(form) + 1
    return out


@pytest.mark.parametrize("base", [0, 7])
def test_be_before_a_participle_makes_a_passive(base):
    tokens = sentence(
        ("It", "it", "PRP", 2, "nsubj"), ("was", "be", "VBD", 2, "aux"), ("mined", "mine", "VBN", None, ROOT), base=base
    )
    assert [t.dep for t in syntax_mend.tree(tokens, base)] == ["nsubj:pass", "aux:pass", ROOT]


def test_have_before_a_participle_does_not():
    tokens = sentence(("It", "it", "PRP", 2, "nsubj"), ("has", "have", "VBZ", 2, "aux"), ("left", "leave", "VBN", None, ROOT))
    assert syntax_mend.tree(tokens, 0) == tokens


def test_an_infinitive_without_a_subject_is_an_open_clause():
    rows = [
        ("asked", "ask", "VBD", None, ROOT),
        ("her", "she", "PRP", 0, "obj"),
        ("to", "to", "TO", 3, "mark"),
        ("go", "go", "VB", 0, "ccomp"),
    ]
    assert syntax_mend.tree(sentence(*rows), 0)[3].dep == "xcomp"


def test_what_something_is_called_hangs_on_the_verb():
    rows = [("called", "call", "VBD", None, ROOT), ("it", "it", "PRP", 0, "obj"), ("farce", "farce", "NN", 1, "nmod")]
    found = syntax_mend.tree(sentence(*rows), 0)[2]
    assert (found.head, found.dep) == (0, "xcomp")
    rows[0] = ("left", "leave", "VBD", None, ROOT)
    assert syntax_mend.tree(sentence(*rows), 0)[2].head == 1


def test_as_long_as_is_one_clause():
    rows = [("As", "as", "RB", 1, "advmod"), ("long", "long", "RB", 4, "advmod"), ("as", "as", "IN", 3, "mark"), ("paid", "pay", "VBN", 4, "advcl"),
            ("stays", "stay", "VBZ", None, ROOT)]  # fmt: skip
    assert syntax_mend.tree(sentence(*rows), 0)[1].head == 3


def test_pieces_of_one_compound_are_one_name_and_two_names_stay_two():
    rows = [("Grain", "Grain", "NNP", 1, "compound"), ("Board", "Board", "NNP", 2, "nsubj"), ("met", "meet", "VBD", None, ROOT)]
    found = [Name((0, 5), "organization"), Name((6, 11), "place")]
    assert syntax_mend.names(found, sentence(*rows)) == [Name((0, 11), "organization")]
    rows[0] = ("Grain", "Grain", "NNP", 2, "nsubj")
    assert syntax_mend.names(found, sentence(*rows)) == found


def test_a_clause_that_hung_on_long_takes_its_place():
    rows = [
        ("stay", "stay", "VBP", None, ROOT),
        ("as", "as", "RB", 2, "advmod"),
        ("long", "long", "RB", 0, "advmod"),
        ("as", "as", "IN", 5, "mark"),
        ("they", "they", "PRP", 5, "nsubj"),
        ("pay", "pay", "VBP", 2, "advcl"),
    ]
    mended = syntax_mend.tree(sentence(*rows, base=4), 4)
    assert [t.head - 4 for t in mended] == [0, 2, 5, 5, 5, 0]


FORMS = [("long", "long", "RB"), ("as", "as", "IN"), ("called", "call", "VBD"), ("pay", "pay", "VB"), ("to", "to", "TO")]
RELATIONS = ["mark", "advmod", "advcl", "obj", "nmod", "ccomp", "nsubj", "appos"]


@given(st.data())
def test_a_mended_tree_is_a_tree(data):
    rows = []
    order = data.draw(st.permutations(range(data.draw(st.integers(2, 9)))))
    for at, i in enumerate(order):
        head = order[data.draw(st.integers(0, at - 1))] if at else None
        rows.append((i, (*data.draw(st.sampled_from(FORMS)), head, data.draw(st.sampled_from(RELATIONS)) if at else ROOT)))
    mended = syntax_mend.tree(sentence(*(row for _, row in sorted(rows))), 0)
    for i in range(len(mended)):
        at, steps = i, 0
        while mended[at].head != at:
            at, steps = mended[at].head, steps + 1
            assert steps < len(mended)
    assert sum(t.head == i for i, t in enumerate(mended)) == 1


def test_the_second_word_of_a_preposition_is_one_too():
    rows = [
        ("off", "off", "JJ", None, ROOT),
        ("according", "accord", "VBG", 4, "case"),
        ("to", "to", "IN", 1, "fixed"),
        ("a", "a", "DT", 4, "det"),
        ("pilot", "pilot", "NN", 0, "obl"),
    ]
    assert [(t.dep, t.head) for t in syntax_mend.tree(sentence(*rows), 0)[1:3]] == [("case", 4), ("case", 4)]


def test_by_whom_an_object_was_done_hangs_on_the_object():
    rows = [
        ("Office", "office", "NN", 1, "nsubj"),
        ("denounced", "denounce", "VBD", None, ROOT),
        ("attacks", "attack", "NNS", 1, "obj"),
        ("by", "by", "IN", 4, "case"),
        ("rebels", "rebel", "NNS", 1, "obl:agent"),
        ("on", "on", "IN", 6, "case"),
        ("soldiers", "soldier", "NNS", 1, "obl"),
    ]
    found = syntax_mend.tree(sentence(*rows), 0)
    assert [(found[i].dep, found[i].head) for i in (4, 6)] == [("nmod", 2), ("nmod", 2)]


def test_a_body_s_name_takes_the_capitalised_words_that_hang_on_it():
    rows = [
        ("Northern", "northern", "NNP", 2, "compound"),
        ("Grain", "grain", "NNP", 2, "compound"),
        ("Board", "board", "NNP", 3, "nsubj"),
        ("met", "meet", "VBD", None, ROOT),
    ]
    tokens = [Token(t.start, t.end, t.lemma, "PROPN", t.xpos, "", t.head, t.dep, 0) for t in sentence(*rows)]
    assert syntax_mend.names([Name(span=(9, 20), kind="organization")], tokens)[0].span == (0, 20)
    assert syntax_mend.names([Name(span=(9, 20), kind="person")], tokens)[0].span == (9, 20)


def test_an_acronym_is_a_name_wherever_it_stands():
    text = "Board NGB met NGB fell"
    tokens = [Token(s, e, "", "PROPN", "NNP", "", 0, "dep", 0) for s, e in ((0, 5), (6, 9), (14, 17))]
    found = syntax_mend.repeated([Name(span=(6, 9), kind="organization")], text, tokens)
    assert [n.span for n in found] == [(6, 9), (14, 17)]
    assert syntax_mend.repeated([Name(span=(0, 5), kind="organization")], text, tokens) == [
        Name(span=(0, 5), kind="organization")
    ]
