import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.quotes import quotes


def quoted(text: str) -> list[str]:
    return [text[slice(*q.span)] for q in quotes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Go,” she said, “and stay.”", ["“Go,”", "“and stay.”"]),
        ('"Go," she said, "and stay."', ['"Go,"', '"and stay."']),
        ("‘It’s the miners’ fault,’ she said.", ["‘It’s the miners’ fault,’"]),
        ("«Go», she said.", ["«Go»"]),
        ("„Go“, she said.", ["„Go“"]),
        ("``Go,'' she said.", ["``Go,''"]),
        ("“He told me, ‘Run,’ and I did.”", ["“He told me, ‘Run,’ and I did.”", "‘Run,’"]),
        ("\"It was 'odd',\" she said.", ["\"It was 'odd',\"", "'odd'"]),
        ('“mixed" and “sound”', ['“mixed"', "“sound”"]),
    ],
)
def test_pairs_are_found_whatever_the_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text", ["the soldiers' claim", "rock 'n' roll in the '90s", "He is 6'2\" tall", "the Kata'ib of Ann's", '5" and 7" pipes']
)
def test_apostrophes_feet_inches_and_elisions_are_no_marks(text: str) -> None:
    assert quoted(text) == []


def test_each_paragraph_opens_and_only_the_last_closes() -> None:
    text = "“One.\n\n“Two.\n\n“Three,” she said."
    assert [(text[slice(*q.inner)], q.closed) for q in quotes(text)] == [("One.", False), ("Two.", False), ("Three,", True)]


def test_what_nobody_closes_ends_with_its_paragraph_or_at_the_next_opening() -> None:
    assert quoted("She said “no.\n\nHe left.") == ["“no."]
    assert quoted("“He left. “She stayed,” he said.")[0] == "“He left."


def test_depth_counts_the_quotations_around() -> None:
    assert [q.depth for q in quotes("“a ‘b’ c” “d”")] == [0, 1, 0]


@given(st.text(alphabet="ab .,\n“”\"‘’'«»`12é😀", max_size=200))
def test_odd_marks_never_raise_and_spans_hold(text: str) -> None:
    for q in quotes(text):
        assert 0 <= q.span[0] < q.inner[0] <= q.inner[1] <= q.span[1] <= len(text)


def lines_run(text: str) -> int:
    """Lines of Python that finding the quotations of `text` runs."""
    count = 0

    def trace(frame, event, arg):  # type: ignore[no-untyped-def]
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        quotes(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("piece", ['"', "'", "“", "“a”", "‘x ", "a' ", "“‘", "“a\n\n"])
def test_work_grows_with_the_length_and_not_its_square(piece: str) -> None:
    assert lines_run(piece * 2000) < 6 * lines_run(piece * 500)
