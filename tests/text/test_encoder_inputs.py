import numpy as np
import pytest

from sayso.text.encoder_inputs import Pieces, inputs, relations
from sayso.text.encoder_windows import windows
from sayso.text.encoder_words import cut
from tests.text.encoder_weights import WEIGHTS, needs_weights

TEXT = "“Rain came,” Ana said. Bo slept.\n\nThe mill closed."


@pytest.fixture(scope="module")
def pieces():
    return Pieces(WEIGHTS / "tokenizer.json")


@needs_weights
def test_each_word_points_at_its_first_piece(pieces):
    words = cut(TEXT)
    ids = [pieces.of(TEXT[s:e]) for s, e in zip(words.starts, words.ends, strict=True)]
    (window,) = windows(words, [len(p) for p in ids])
    made = inputs(words, ids, window, pieces)
    assert [int(made.pieces[i]) for i in made.firsts] == [p[0] for p in ids]
    assert made.features.shape == (4, len(made.pieces))


@needs_weights
@pytest.mark.parametrize("word", ["\x00", "�", "🙂" * 40, "x" * 10_000])
def test_any_word_has_between_one_and_twelve_pieces(pieces, word):
    assert 1 <= len(pieces.of(word)) <= 12


def test_relations_tell_side_sentence_and_quotation():
    words = cut(TEXT)
    (window,) = windows(words, [1] * len(words))
    said = 6
    distance, relation = relations(words, window, [said])
    assert distance[0, said] == 11
    assert distance[0, 0] < 11 < distance[0, -1]
    assert relation[0, said] == 0
    assert relation[0, 1] // 5 == 1
    assert relation[0, -1] == 4
    assert np.all((distance >= 0) & (distance < 23) & (relation >= 0) & (relation < 20))
