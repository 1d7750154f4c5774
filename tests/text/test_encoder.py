"""The reader over a network that knows one word: whatever follows "said" is said by what comes before."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Document
from sayso.text.encoder import EncoderReader
from sayso.text.encoder_decode import Roles, Seen, Settings
from tests.text.encoder_weights import WEIGHTS, needs_weights

FREE = tuple((0.0,) * 4 for _ in range(4))
SETTINGS = Settings(steps=FREE, acts=("say", "claim"), accept=0.5)
SAID = 900


class Pieces:
    """Numbers for words, so that the network below can know "said"."""

    first, last = 1, 2

    def of(self, word):
        return (SAID,) if word == "said" else (5,)


class SaidNetwork:
    def words(self, inputs):
        ids = inputs.pieces[inputs.firsts]
        cues = np.where(ids[:, None] == SAID, (-5.0, 5.0, -5.0, -9.0), (5.0, -5.0, -5.0, -9.0)).astype(np.float32)
        return Seen(ids[:, None].astype(np.float32), cues)

    def marks(self, vectors):
        return None

    def roles(self, vectors, anchors, distance, relation):
        scores = np.zeros((*distance.shape, 4), np.float32)
        scores[..., 0] = 0.1
        same = relation % 5 == 0
        scores[..., 1] = np.where(same & (distance < 11), 1.0, 0.0)
        scores[..., 3] = np.where(same & (distance > 11), 1.0, 0.0)
        one = np.full(len(anchors), 4.0, np.float32)
        return Roles(roles=scores, accept=one, act=np.tile(np.float32([0, 1]), (len(anchors), 1)), core=one)


def found(text, settings=SETTINGS):
    document = Document(id="d", text=text, origin="d", sha256="")
    return EncoderReader(SaidNetwork(), settings, Pieces(), name="encoder/test").attributions(document)


def words(text, spans):
    return [text[s:e] for s, e in spans]


def test_a_statement_has_its_parts_and_its_kind():
    text = "Ana Orsk said the mill would close."
    (one,) = found(text)
    assert [words(text, spans) for spans in (one.source, one.cue, one.content)] == [
        ["Ana Orsk"],
        ["said"],
        ["the mill would close"],
    ]
    assert (one.act, one.core, one.parent, one.by) == ("claim", True, None, "encoder/test")


def test_a_cue_inside_a_content_is_held_by_it():
    text = "Ana said Bo said the mill would close."
    outer, inner = found(text)
    assert inner.parent == 0
    assert outer.parent is None
    assert words(text, inner.content) == ["the mill would close"]


def test_what_stays_below_the_threshold_is_not_given():
    assert found("Ana said rain came.", Settings(steps=FREE, acts=("say", "claim"), accept=0.9999)) == ()


@pytest.mark.parametrize("text", ["", "\n\n", "“", "said", "said said said", "\x00 said \x00", "A said " + "x" * 5000])
def test_odd_texts_raise_nothing(text):
    assert all(0 <= s < e <= len(text) for a in found(text) for s, e in a.source + a.cue + a.content)


@given(st.lists(st.sampled_from(["Ana", "said", "“", "”", "rain.", "\n", "’", "—", "it"]), max_size=60).map(" ".join))
def test_parents_are_other_attributions_that_hold_the_cue(text):
    rows = found(text)
    for i, row in enumerate(rows):
        assert row.parent is None or (row.parent != i and any(s <= row.cue[0][0] < e for s, e in rows[row.parent].content))


@needs_weights
def test_the_shipped_weights_read_a_plain_sentence_and_nothing_into_a_plain_fact():
    from sayso.text.encoder_network import load_reader

    text = (
        "The mayor of Orsk, Ana Tarn, said on Friday that the ferry would not sail again.\n\nRain fell on the harbour all night."
    )
    (one,) = load_reader(WEIGHTS).attributions(Document(id="d", text=text, origin="d", sha256=""))
    assert words(text, one.cue) == ["said"]
    assert words(text, one.content) == ["the ferry would not sail again"]
