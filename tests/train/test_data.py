import random

import numpy as np
import pytest
from train.data import CONTENT, CUE, OURS, POLNEAR, SOURCE, UNKNOWN, Article, Attr, examples, gold

TEXT = "Ana said Bo thinks rain came."


class Pieces:
    first, last = 1, 2

    def of(self, word):
        return (7,) * (1 + len(word) // 4)


def only(guideline, attrs, rates=None):
    article = Article("a", TEXT, attrs, guideline)
    (one,) = examples(article, Pieces(), rates or {}, random.Random(0))
    return one


OUTER = Attr([(0, 3)], [(4, 8)], [(9, 28)])
INNER = Attr([(9, 11)], [(12, 18)], [(19, 28)])


def test_a_cue_inside_a_content_is_labelled_where_the_gold_nests():
    assert only(OURS, [OUTER, INNER]).cue.tolist() == [0, 1, 0, 1, 0, 0, 0]


def test_a_possible_cue_inside_a_content_is_unknown_where_the_gold_never_nests():
    cue = only(POLNEAR, [OUTER], {"thinks": 0.5, "bo": 0.0, "rain": 0.0, "came": 0.0}).cue
    assert cue.tolist() == [0, 1, 0, UNKNOWN, 0, 0, 0]


def test_each_statement_has_roles_of_its_own():
    (_, outer, _, _), (_, inner, _, _) = only(OURS, [OUTER, INNER]).anchors
    assert np.nonzero(outer == CONTENT)[0].tolist() == [2, 3, 4, 5]
    assert (inner[2], inner[3], inner[4]) == (SOURCE, CUE, CONTENT)


def test_the_test_part_of_the_gold_is_refused():
    with pytest.raises(ValueError, match="only train, dev and events"):
        gold("test")
