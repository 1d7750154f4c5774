"""The arithmetic of error rates agrees with others'."""

import math
import random

import pytest

from sayso.ask.intervals import kappa, weighted, wilson


def test_wilson_at_the_ends_stays_inside_and_is_open_without_a_sample():
    assert (wilson(0, 20).low, wilson(20, 20).high) == (0.0, 1.0)
    assert wilson(0, 20).high == pytest.approx(0.1611, abs=1e-4)
    assert (wilson(0, 0).low, wilson(0, 0).high) == (0.0, 1.0)


@pytest.mark.filterwarnings("ignore")  # statsmodels warns of its own ways
def test_wilson_agrees_with_statsmodels_on_random_tables():
    proportion = pytest.importorskip("statsmodels.stats.proportion")
    drawn = random.Random(1)
    for _ in range(500):
        n = drawn.randint(1, 5000)
        right = drawn.randint(0, n)
        theirs = proportion.proportion_confint(right, n, alpha=0.05, method="wilson")
        assert (wilson(right, n).low, wilson(right, n).high) == pytest.approx(theirs, abs=6e-5)


@pytest.mark.filterwarnings("ignore")
def test_kappa_agrees_with_statsmodels_on_random_tables():
    rating = pytest.importorskip("statsmodels.stats.inter_rater")
    drawn = random.Random(2)
    for _ in range(100):
        table = [[drawn.randint(0, 30) + (8 if a == b else 0) for b in range(3)] for a in range(3)]
        pairs = [(str(a), str(b)) for a in range(3) for b in range(3) for _ in range(table[a][b])]
        assert kappa(pairs) == pytest.approx(float(rating.cohens_kappa(table).kappa), abs=6e-5)


def test_a_weighted_share_over_equal_parts_is_the_plain_one():
    p, n = weighted([(8, 10, 500), (6, 10, 500)])
    assert (p, n) == (0.7, 20.0)


def test_unequal_weights_make_a_sample_worth_less():
    p, n = weighted([(9, 10, 990), (1, 10, 10)])
    assert p == pytest.approx(0.892)
    assert 10 < n < 20
    assert not math.isnan(weighted([])[0])
