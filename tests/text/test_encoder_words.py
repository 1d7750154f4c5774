import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text import encoder_words as ew


def words(text):
    found = ew.cut(text)
    return [text[s:e] for s, e in zip(found.starts, found.ends, strict=True)], found


def quoted(text):
    cut, found = words(text)
    return [w for w, q in zip(cut, found.quotes, strict=True) if q]


def test_a_possessive_parts_from_its_name_and_a_hyphen_does_not_part():
    assert words("Orsk's anti-war vow isn’t new.")[0] == ["Orsk", "'s", "anti-war", "vow", "isn", "’t", "new", "."]


def test_marks_count_as_inside_their_quotation():
    assert quoted("She said “come in” twice.") == ["“", "come", "in", "”"]


def test_straight_marks_open_and_close_in_turn():
    assert quoted('He said "no" and "never" again.') == ['"', "no", '"', '"', "never", '"']


def test_an_apostrophe_opens_nothing():
    assert quoted("The mayors’ plan, Orsk's plan and the '90s.") == []


def test_a_quotation_that_never_closes_ends_with_its_paragraph():
    assert quoted("“We wait.\n\nThey left.") == ["“", "We", "wait", "."]


def test_nested_marks_are_told_apart_from_outer_ones():
    _, found = words("“He said ‘no’ twice.”")
    assert ew.NESTED in found.quotes
    assert found.quotes[0] == ew.DOUBLE
    assert len(set(found.quotation)) == 1


def test_each_outer_quotation_has_its_own_number():
    _, found = words("“One,” she said. “Two.”\n\n“Three.”")
    assert sorted(set(found.quotation)) == [0, 1, 2, 3]


def test_an_abbreviation_ends_no_sentence():
    _, found = words("Gen. Tarn met Dr. Ruiz. They spoke.")
    assert found.positions.count(ew.SENTENCE_START) == 1


def test_furniture_has_no_words():
    text = "Share\n\nThe ship sank."
    found = ew.cut(text, [(0, 5)])
    assert text[found.starts[0] : found.ends[0]] == "The"


@given(st.text(alphabet=st.sampled_from("aB9 .,\n\r\t'\"“”‘’—é\u2028\U0001f600\x00"), max_size=80))
def test_words_of_any_text_are_in_order_and_apart(text):
    found = ew.cut(text)
    ends = [0, *found.ends]
    assert all(a <= s < e for a, s, e in zip(ends, found.starts, found.ends, strict=False))
    assert {len(column) for column in (found.cases, found.quotes, found.quotation, found.paragraph)} == {len(found)}


@pytest.mark.parametrize("piece", [" ", "\u00a0", "\t", ".", '."', "?!)", "Share\n"])
def test_no_run_of_marks_or_lines_is_a_trap(piece: str) -> None:
    text = "He left.\n" + piece * 60_000 + "\nthen"
    started = time.monotonic()
    ew.cut(text, [(n, n + 5) for n in range(9, 360_000, 6)] if piece == "Share\n" else [])
    assert time.monotonic() - started < 10


def test_a_sentence_ends_behind_the_marks_that_close_it() -> None:
    text = "He said (“No!”). She left... “Why?” 'Yes.' U.S. Then Mr. Orr."
    found = ew.cut(text)
    starts = [s for s, position in zip(found.starts, found.positions, strict=True) if position == ew.SENTENCE_START]
    assert [text[s:].split()[0] for s in starts] == ["She", "“Why?”", "'Yes.'", "U.S."]
