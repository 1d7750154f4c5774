import numpy as np
import pytest

from sayso.model import Document
from sayso.text.encoder_main import main_event, sentences, side
from sayso.text.encoder_words import cut
from tests.bind.made import reader
from tests.text.encoder_weights import needs_weights

TEXT = "Iraq expelled two Syrian envoys on Friday."


class MainNetwork:
    """Takes the first word for who acts, the third to fifth for whom, the second for what says so."""

    def sides(self, vectors):
        chances = np.full((len(vectors), 2), 0.1, np.float32)
        chances[0, 0] = 0.9
        chances[2:5, 1] = 0.8
        return chances

    def main(self, vectors, roles):
        assert roles[:, 0].tolist() == [1, 0, 0, 0, 0, 0, 0, 0]
        says = np.where(np.arange(len(vectors)) == 1, 0.95, 0.005).astype(np.float32)
        return np.float32([0.2, 0.8] + [0.0] * 15), says


class Silent:
    def sides(self, vectors):
        return None


def words_of(text, spans):
    return [text[s:e] for s, e in spans]


def test_a_main_event_has_its_sides_and_the_words_that_say_so() -> None:
    words = cut(TEXT)
    found = main_event(MainNetwork(), words, 0, len(words), np.zeros((len(words), 384), np.float32))
    assert words_of(TEXT, found.source) == ["Iraq"]
    assert words_of(TEXT, found.target) == ["two Syrian envoys"]
    assert found.span == (0, len(TEXT))
    assert found.says == ((TEXT.index("expelled"), 0.95),)
    assert found.types[:2] == (0.2, 0.8)


def test_weights_without_such_a_part_read_none() -> None:
    words = cut(TEXT)
    assert main_event(Silent(), words, 0, len(words), np.zeros((len(words), 384), np.float32)) is None


def test_of_two_runs_of_likely_words_the_likeliest_is_the_side() -> None:
    assert side(np.array([0.6, 0.1, 0.7, 0.9])).tolist() == [False, False, True, True]


def test_where_no_word_is_sure_the_likeliest_is_the_side() -> None:
    assert side(np.array([0.1, 0.4, 0.2])).tolist() == [False, True, False]


def test_where_no_word_is_likely_nobody_is_the_side() -> None:
    assert not side(np.array([0.1, 0.2, 0.05])).any()


def test_a_sentence_of_two_words_is_left_out() -> None:
    text = "Breaking news.\nIraq expelled two envoys."
    words = cut(text)
    assert [words.starts[a] for a, _ in sentences(words, [(0, 13), (15, len(text))])] == [15]


@needs_weights
@pytest.mark.parametrize(("sentences_of_it", "read"), [(1, 1), (3, 3), (4, 0)])
def test_main_events_are_read_of_texts_of_few_sentences(sentences_of_it: int, read: int) -> None:
    text = " ".join([TEXT] * sentences_of_it)
    (analysis,) = reader().engine.analyse([Document(id="d", text=text, origin="d", sha256="")])
    assert len(analysis.mains) == read
