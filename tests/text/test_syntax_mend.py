import pytest

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
