import random

import pytest
from train.augment import composed, edited, other_marks, other_names, simple_sentences
from train.data import POLNEAR, Article, Attr

TEXT = "Ana Tarn said that the mill would close. “We wait,” said Bo Tarn.\n\nThe council of Tarn denied it would wait."
GOLD = [
    ("Ana Tarn", "said", "the mill would close"),
    ("Bo Tarn", "said", "“We wait,”"),
    ("The council of Tarn", "denied", "it would wait"),
]


def article():
    def span(words, start):
        at = TEXT.index(words, start)
        return [(at, at + len(words))]

    starts = (0, TEXT.index("“"), TEXT.index("The council"))
    return Article(
        "a", TEXT, [Attr(span(s, at), span(q, at), span(c, at)) for (s, q, c), at in zip(GOLD, starts, strict=True)], POLNEAR
    )


def quotes(one):
    return [tuple(one.text[s:e] for ((s, e),) in (a.source, a.cue, a.content)) for a in one.attrs]


def test_spans_move_with_the_text():
    changed = edited(article(), [(0, 3, "Margarethe"), (TEXT.index("mill"), TEXT.index("mill") + 4, "x")])
    assert quotes(changed)[0] == ("Margarethe Tarn", "said", "the x would close")
    assert quotes(changed)[1:] == GOLD[1:]


@pytest.mark.parametrize("seed", range(5))
def test_another_name_stands_wherever_the_old_one_stood(seed):
    changed = other_names(article(), ["Orsk"], random.Random(seed))
    assert [tuple(part.replace("Orsk", "Tarn") for part in row) for row in quotes(changed)] == GOLD
    assert changed.text.count("Tarn") in (0, TEXT.count("Tarn"))


@pytest.mark.parametrize("seed", range(5))
def test_other_marks_move_nothing(seed):
    changed = other_marks(article(), random.Random(seed))
    assert len(changed.text) == len(TEXT)
    assert "“" not in changed.text
    assert changed.attrs == article().attrs


def test_a_simple_sentence_comes_with_spans_of_its_own():
    text, attr = simple_sentences([article()])[0]
    assert text == "Ana Tarn said that the mill would close"
    assert text[slice(*attr.content[0])] == "the mill would close"


def test_a_statement_put_inside_another_nests():
    guests = [("Bo said rain came", Attr([(0, 2)], [(3, 7)], [(8, 17)]))]
    changed = next(c for c in (composed(article(), guests, random.Random(n)) for n in range(99)) if len(c.attrs) > 3)
    inner = changed.attrs[-1]
    assert changed.text[slice(*inner.content[0])] == "rain came"
    assert any(s <= inner.cue[0][0] < e for a in changed.attrs[:3] for s, e in a.content)
