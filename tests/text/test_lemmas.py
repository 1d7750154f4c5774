import pytest

from sayso.text.lemmas import Lemmas, edited, looked_up


@pytest.fixture(scope="module")
def lemmas():
    return Lemmas.load()


@pytest.mark.parametrize(
    ("form", "tag", "wanted"),
    [
        ("said", "VBD", "say"), ("Warns", "VBZ", "warn"), ("carrying", "VBG", "carry"), ("bombed", "VBN", "bomb"), ("’ll", "MD", "will"),
        ("wo", "MD", "will"), ("n’t", "RB", "not"), ("countries", "NNS", "country"), ("women", "NNS", "woman"), ("them", "PRP", "they"),
        ("Better", "JJR", "good"), ("frobbed", "VBD", "frob"), ("striking", "VBG", "strike"), ("ministers", "NNS", "minister"),
    ],
)  # fmt: skip
def test_base_forms(lemmas, form, tag, wanted):
    assert lemmas.of(form, tag, "X") == wanted


def test_a_name_keeps_its_form(lemmas):
    assert lemmas.of("Tarns", "NNPS", "PROPN") == "Tarns"


def test_the_longest_ending_wins():
    assert edited("flies", looked_up({("N", "s"): (1, ""), ("N", "ies"): (3, "y")}, "flies", "N")) == "fly"


def test_a_word_without_a_rule_is_its_own_base_form():
    assert edited("sheep", looked_up({}, "sheep", "N")) == "sheep"
