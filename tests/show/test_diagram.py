from sayso.ask.records import Phrase, Score, whole
from sayso.show.diagram import SIDE, diagram
from tests.ask.test_records import made


def drawn(*units):  # type: ignore[no-untyped-def]
    score = whole(list(units))
    assert isinstance(score, Score)
    return diagram(score, [Phrase(phrase="likely", low=0.6, high=0.9, n=4, observed=0.5)])


def test_a_dot_stands_where_its_numbers_say() -> None:
    found = drawn(made(1, 0.7, 0.7, "yes"), made(2, 0.7, 0.7, "no"))
    (dot,) = found.dots
    assert (dot.x, dot.y) == (0.7 * SIDE, 0.5 * SIDE)
    assert dot.label == "said 70%, came true 50% of 2"


def test_a_bar_is_as_wide_as_its_readers_differ() -> None:
    (bar,) = drawn(made(1, 0.6, 0.9, "yes")).bars
    assert (bar.x, round(bar.width, 1), bar.y) == (0.6 * SIDE, round(0.3 * SIDE, 1), SIDE / 2)


def test_more_forecasts_are_a_larger_dot() -> None:
    few, many = drawn(made(1, 0.2, 0.2, "yes"), *(made(n, 0.8, 0.8, "yes") for n in range(9))).dots
    assert few.r < many.r


def test_nothing_is_drawn_of_nothing() -> None:
    assert diagram(None, []) is None
    assert diagram(whole([made(1, None, None, "yes")]), []) is None
