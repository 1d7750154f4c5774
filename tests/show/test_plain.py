"""Nothing in a text moves the cursor, rings, hides or turns what a terminal shows."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.show.plain import plain


@given(st.text())
def test_what_is_left_is_on_one_line_and_steers_nothing(text):
    shown = plain(text)
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u2028\u2029\u202a\u202e\u2066\u200b\ufeff" for c in shown)
    assert len(shown.splitlines()) <= 1


def test_ordinary_words_and_joined_emoji_are_left_alone():
    assert plain("naïve “quote” 👩‍👧 — ok") == "naïve “quote” 👩‍👧 — ok"
