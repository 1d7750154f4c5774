import numpy as np
import pytest

from sayso.text.encoder_decode import CONTENT, Raw, Settings, calibrated, viterbi, without_doubles


def raw(anchor, content, score, cue=None):
    return Raw(
        anchor=anchor, source=(), cue=(anchor,) if cue is None else cue, content=tuple(content), score=score, act="say", core=True
    )


def test_the_best_path_follows_the_scores_where_steps_are_free():
    emissions = np.random.default_rng(3).normal(size=(2, 7, 4))
    assert (viterbi(emissions, np.zeros((4, 4))) == emissions.argmax(-1)).all()


def test_dear_steps_bridge_a_doubtful_word():
    emissions = np.zeros((1, 3, 4))
    emissions[0, :, CONTENT] = (3.0, -0.5, 3.0)
    steps = np.where(np.eye(4) > 0, 0.0, -4.0)
    assert viterbi(emissions, steps)[0].tolist() == [CONTENT] * 3


def test_one_word_is_a_path():
    emissions = np.zeros((1, 1, 4))
    emissions[0, 0, 2] = 1.0
    assert viterbi(emissions, np.zeros((4, 4))).tolist() == [[2]]


def test_of_two_statements_on_one_cue_the_likelier_stays():
    kept = without_doubles([raw(3, (5, 6, 7), 0.6, cue=(3, 4)), raw(4, (5, 6), 0.8, cue=(3, 4))])
    assert [r.score for r in kept] == [0.8]


def test_statements_inside_each_other_both_stay():
    assert len(without_doubles([raw(1, range(2, 9), 0.9), raw(4, range(5, 9), 0.7)])) == 2


def test_statements_come_in_order_of_their_anchors():
    kept = without_doubles([raw(9, (10,), 0.9), raw(2, (3,), 0.5)])
    assert [r.anchor for r in kept] == [2, 9]


@pytest.mark.parametrize("chance", [0.0, 1e-9, 0.3, 1.0])
def test_a_calibrated_score_is_a_chance(chance):
    settings = Settings(steps=((0.0,),), acts=("say",), slope=2.0, shift=-1.0)
    assert 0 <= calibrated(settings, chance, chance) <= 1
