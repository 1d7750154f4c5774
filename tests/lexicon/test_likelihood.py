import pytest

from sayso.errors import ModelError
from sayso.lexicon import likelihood


def test_the_longest_phrase_counts_and_the_words_as_written_stay() -> None:
    found = likelihood.load().of("will very likely")
    assert found is not None
    assert (found.low, found.high, found.phrase) == (0.75, 0.95, "will very likely")
    assert "Highly Likely" in found.source


def test_a_denied_wording_is_turned_round() -> None:
    may, never = likelihood.load().of("may"), likelihood.load().of("may not")
    assert may is not None
    assert never is not None
    assert (never.low, never.high) == (round(1 - may.high, 3), round(1 - may.low, 3))
    assert likelihood.load().of("won’t") is not None


def test_words_that_no_survey_asked_about_have_no_range() -> None:
    assert likelihood.load().of("vowed") is None
    assert likelihood.load().of("mayor") is None


def test_a_row_that_does_not_hold_is_named() -> None:
    with pytest.raises(ModelError, match="line 2"):
        likelihood.read(["phrase\tlow\thigh\tasked\tsource", "may\tten\t70\tMay Happen\tx"])
