import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.text.attributions import FLOOR
from tests.reading import chain, parsed

WORDS = [
    "said",
    "“",
    "”",
    '"',
    "the mayor",
    "that",
    "it rained",
    ",",
    ".",
    "\n\n",
    "according to",
    "Orla Venn",
    ":",
    "’",
    "was told",
    "—",
]


def test_a_chain_of_three() -> None:
    text = "In a statement issued by the premier’s office, it was asserted the king asked the senate to send observers, reported Reuters."
    assert chain(text) == {"was asserted": "reported", "asked": "was asserted", "reported": None}


def test_telling_an_agency_nests_nothing() -> None:
    assert chain("Ada Brandt told Corvin News the roof had leaked for years.") == {"told": None}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_odd_text_never_raises_and_spans_hold(words: list[str]) -> None:
    text = " ".join(words)
    for a in parsed(text).attributions:
        assert a.content
        assert all(0 <= start < end <= len(text) for start, end in (*a.source, *a.cue, *a.content))
        assert FLOOR <= a.score <= 1


@pytest.mark.parametrize("text", ["“" * 50, "said " * 50, "“a” said " * 30, "X: " * 40])
def test_repetition_does_not_break_the_rules(text: str) -> None:
    found = parsed(text).attributions
    assert all(a.parent is None or a.parent < len(found) for a in found)
