import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.intake.opened import document


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from("\r\n\t\x0c\x85"), max_size=300))
def test_the_text_is_the_input_character_for_character(text: str) -> None:
    assert document(text, "a.txt").text == text


@pytest.mark.parametrize(
    "text", ["a\r\nb\r", "\ufeffGate", "e\u0301 é", "\u202eabc", "🛶", "  \n", "a\x00b", "…" * 5, "\t\x0c x"]
)
def test_nothing_is_normalised(text: str) -> None:
    assert document(text, "a.txt").text == text
