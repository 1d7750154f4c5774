from train.syntax_data import TREEBANK, Labelled, Word

from eval import trees
from sayso.text.parse import Analysis, Token

TEXT = "Ferries left. Gulls stayed."
GOLD = Labelled(
    TEXT,
    [
        Word(0, 7, 1, "nsubj", "NOUN", "NNS", 0),
        Word(8, 12, 1, "root", "VERB", "VBD", 0),
        Word(12, 13, 1, "punct", "PUNCT", ".", 0),
        Word(14, 19, 4, "nsubj:pass", "NOUN", "NNS", 1),
        Word(20, 26, 4, "root", "VERB", "VBD", 1),
        Word(26, 27, 4, "punct", "PUNCT", ".", 1),
    ],
    None,
    TREEBANK,
)


def read(**changed: Token) -> Analysis:
    tokens = [Token(w.start, w.end, "", w.upos, w.xpos, "", w.head, w.relation, w.sentence) for w in GOLD.words]
    for at, token in changed.items():
        tokens[int(at[1:])] = token
    return Analysis(tokens=tuple(tokens), sentences=((0, 3), (3, 6)))


def test_the_gold_itself_is_all_right() -> None:
    found = trees.counts(GOLD, read())
    assert {found[name] for name in (*trees.TAGGED, "tokens")} == {6}
    assert found["sentences"] == found["gold sentences"] == 2


def test_a_subtype_counts_in_the_stricter_measure_alone() -> None:
    found = trees.counts(GOLD, read(t3=Token(14, 19, "", "NOUN", "NNS", "", 4, "nsubj", 1)))
    assert (found["LAS"], found["LAS without subtypes"], found["UAS"]) == (5, 6, 6)


def test_tokens_cut_otherwise_are_counted_and_not_tagged() -> None:
    found = trees.counts(GOLD, read(t0=Token(0, 6, "", "NOUN", "NNS", "", 1, "nsubj", 0)))
    assert (found["tokens"], found["gold tokens"], found["UPOS"]) == (5, 6, 5)


def test_a_head_elsewhere_is_wrong_with_its_relation() -> None:
    found = trees.counts(GOLD, read(t0=Token(0, 7, "", "NOUN", "NNS", "", 2, "nsubj", 0)))
    assert (found["UAS"], found["LAS"]) == (5, 5)


def test_marks_and_conjunctions_are_left_out_of_the_second_count() -> None:
    found = trees.counts(GOLD, read(t2=Token(12, 13, "", "PUNCT", ".", "", 0, "punct", 0)))
    assert (found["UAS"], found["shared"], found["UAS, shared"]) == (5, 4, 4)


def test_figures_are_shares() -> None:
    lines = list(trees.report(trees.counts(GOLD, read())))
    assert [line.split()[1] for line in lines[:3]] == ["100.0", "100.0", "100.0"]
