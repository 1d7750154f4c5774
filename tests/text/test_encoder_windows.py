from hypothesis import given
from hypothesis import strategies as st

from sayso.text.encoder_windows import windows
from sayso.text.encoder_words import cut

TEXT = "The mill closed early. Nobody said why.\n\nThe town waited for news of it. Rain fell.\n\n"


def test_a_short_text_is_one_window():
    words = cut(TEXT)
    (only,) = windows(words, [1] * len(words))
    assert (only.start, only.end, only.first, only.last) == (0, len(words), 0, len(words))


def test_windows_end_with_paragraphs_where_they_can():
    words = cut(TEXT * 9)
    ends = [w.end for w in windows(words, [1] * len(words), limit=50)][:-1]
    assert ends
    assert all(words.positions[end] == 2 for end in ends)


def test_neighbours_overlap_by_whole_sentences():
    words = cut(TEXT * 9)
    starts = [w.start for w in windows(words, [1] * len(words), overlap=12, limit=50)][1:]
    assert starts
    assert all(words.positions[start] > 0 for start in starts)


@given(st.lists(st.integers(1, 12), max_size=200), st.integers(0, 48), st.integers(20, 120))
def test_every_word_is_decided_once_and_no_window_is_too_long(counts, overlap, limit):
    words = cut("w " * len(counts))
    found = windows(words, counts, overlap=overlap, limit=limit)
    decided = [i for w in found for i in range(w.first, w.last)]
    assert decided == list(range(len(counts)))
    assert all(w.start <= w.first <= w.last <= w.end and sum(counts[w.start : w.end]) <= limit for w in found)
