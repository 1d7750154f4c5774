from sayso.text.universal import Word, universal

ACCORDING = [  # According to clerks, he is ill
    Word("according", "VERB", "VBG", 5, "prep"),
    Word("to", "ADP", "IN", 0, "prep"),
    Word("clerks", "NOUN", "NNS", 1, "pobj"),
    Word(",", "PUNCT", ",", 5, "punct"),
    Word("he", "PRON", "PRP", 5, "nsubj"),
    Word("is", "AUX", "VBZ", 5, "ROOT"),
    Word("ill", "ADJ", "JJ", 5, "acomp"),
]


def test_prepositions_become_the_case_of_their_object() -> None:
    found = universal(ACCORDING)
    assert found[2] == (6, "obl")
    assert found[0] == (2, "case")
    assert found[1] == (2, "case")


def test_a_copula_hangs_on_its_complement_with_all_it_held() -> None:
    found = universal(ACCORDING)
    assert found[6] == (6, "root")
    assert found[5] == (6, "cop")
    assert found[4] == (6, "nsubj")


def test_the_agent_of_a_passive_is_oblique() -> None:
    words = [Word("sold", "VERB", "VBN", 0, "ROOT"), Word("by", "ADP", "IN", 0, "agent"), Word("Ann", "PROPN", "NNP", 1, "pobj")]
    assert universal(words) == [(0, "root"), (2, "case"), (0, "obl:agent")]


def test_a_preposition_before_a_clause_marks_it() -> None:
    words = [
        Word("accused", "VERB", "VBD", 0, "ROOT"),
        Word("of", "ADP", "IN", 0, "prep"),
        Word("lying", "VERB", "VBG", 1, "pcomp"),
    ]
    assert universal(words) == [(0, "root"), (2, "mark"), (0, "advcl")]


def test_several_roots_become_one() -> None:
    words = [Word("go", "VERB", "VB", 0, "ROOT"), Word("stay", "VERB", "VB", 1, "ROOT")]
    assert universal(words) == [(0, "root"), (0, "parataxis")]
