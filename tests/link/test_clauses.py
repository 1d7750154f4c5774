from hypothesis import given
from hypothesis import strategies as st

from sayso.link.clauses import clauses, told

TEXT = "Marrow, who keeps the gate at Harl by night, said that the bridge would stay shut until the spring."


def shown(text: str) -> list[str]:
    return [text[start:end] for start, end in clauses(text, (0, len(text)))]


def test_the_sentence_comes_first_and_then_its_clauses():
    assert shown(TEXT) == [
        TEXT,
        "Marrow, who keeps the gate at Harl by night",
        "said that the bridge would stay shut until the spring.",
    ]


def test_a_short_sentence_is_one_clause():
    assert shown("The bridge at Harl, which was shut, opened.") == ["The bridge at Harl, which was shut, opened."]


@given(st.text(max_size=300))
def test_clauses_stay_within_the_sentence_whatever_it_is(text: str):
    assert all(0 <= start <= end <= len(text) for start, end in clauses(text, (0, len(text))))


def test_negation_is_read_in_its_short_form_too():
    assert [told(f"He {word} leave").denied for word in ("didn’t", "didn't", "did not", "did")] == [True, True, True, False]
