"""The arithmetic, on examples worked out by hand and on anybody's numbers."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ask.scoring import bootstrap, brier, brier_interval, losses, murphy

TRIES = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 1)), min_size=1, max_size=60)
RANGES = st.lists(
    st.tuples(st.tuples(st.floats(0, 1), st.floats(0, 1)).map(sorted), st.integers(0, 1), st.floats(0, 1)),
    min_size=1,
    max_size=40,
)


def test_brier_by_hand() -> None:
    # (0.9 - 1)² = .01, (0.7 - 0)² = .49, (0.2 - 0)² = .04; together .54, a third of it .18
    assert brier([0.9, 0.7, 0.2], [1, 0, 0]) == 0.18


def test_murphy_by_hand() -> None:
    # Ten forecasts: five of .8 (four came true), five of .2 (two came true). Base rate 6/10.
    # Reliability: (5 (.8 - .8)² + 5 (.2 - .4)²) / 10 = .02
    # Resolution:  (5 (.8 - .6)² + 5 (.4 - .6)²) / 10 = .04
    # Uncertainty: .6 × .4 = .24, so .02 - .04 + .24 = .22
    # Brier: .8 right 4 × .04, wrong 1 × .64; .2 wrong 3 × .04, right 2 × .64: (.16 + .64 + .12 + 1.28) / 10 = .22
    found = murphy([0.8] * 5 + [0.2] * 5, [1, 1, 1, 1, 0, 1, 1, 0, 0, 0])
    assert (found.reliability, found.resolution, found.uncertainty) == (0.02, 0.04, 0.24)
    assert found.binned == found.brier == 0.22
    assert [(one.n, round(one.forecast, 3), one.observed) for one in found.bins] == [(5, 0.2, 0.4), (5, 0.8, 0.8)]


def test_a_word_has_an_interval_by_hand() -> None:
    # "likely" is .6 to .9 to its readers. It came true: (.9 - 1)² = .01 to (.6 - 1)² = .16.
    # "unlikely" is .1 to .3. It came true as well: (.3 - 1)² = .49 to (.1 - 1)² = .81. Means: .25 and .485.
    found = brier_interval([(0.6, 0.9), (0.1, 0.3)], [1, 1])
    assert (found.low, found.high) == (0.25, 0.485)


def test_always_right_and_always_wrong_are_the_ends() -> None:
    assert (brier([1.0, 0.0], [1, 0]), brier([0.0, 1.0], [1, 0])) == (0.0, 1.0)


@given(TRIES)
def test_the_parts_add_up_for_binned_forecasts(tries: list[tuple[float, int]]) -> None:
    forecasts, outcomes = [p for p, _ in tries], [o for _, o in tries]
    found = murphy(forecasts, outcomes)
    means = {}
    for number, one in zip(sorted({min(int(p * 10), 9) for p in forecasts}), found.bins, strict=True):
        means[number] = one.forecast
    moved = [means[min(int(p * 10), 9)] for p in forecasts]
    assert found.binned == pytest.approx(sum((p - o) ** 2 for p, o in zip(moved, outcomes, strict=True)) / len(tries), abs=2e-4)
    assert sum(one.n for one in found.bins) == found.n == len(tries)


@given(RANGES)
def test_the_interval_holds_the_score_of_every_point_inside(rows: list[tuple[list[float], int, float]]) -> None:
    ranges, outcomes = [(low, high) for (low, high), _, _ in rows], [o for _, o, _ in rows]
    points = [low + share * (high - low) for (low, high), _, share in rows]
    found = brier_interval(ranges, outcomes)
    exact = sum((p - o) ** 2 for p, o in zip(points, outcomes, strict=True)) / len(rows)
    assert found.low - 1e-4 <= exact <= found.high + 1e-4


@given(RANGES)
def test_resampling_is_the_same_each_time_and_stays_among_the_losses(rows: list[tuple[list[float], int, float]]) -> None:
    least, greatest = losses([(low, high) for (low, high), _, _ in rows], [o for _, o, _ in rows])
    found = bootstrap(least, greatest)
    assert found == bootstrap(least, greatest)
    assert min(least) - 1e-4 <= found.low <= found.high <= max(greatest) + 1e-4


def test_resampling_finds_how_far_a_mean_may_lie() -> None:
    # A hundred losses of 0 and a hundred of 1: the mean's standard error is √(.25 / 200) = .0354, so ±1.96 of them.
    found = bootstrap([0.0, 1.0] * 100, [0.0, 1.0] * 100)
    assert math.isclose(found.low, 0.5 - 1.96 * 0.0354, abs_tol=0.02)
    assert math.isclose(found.high, 0.5 + 1.96 * 0.0354, abs_tol=0.02)
