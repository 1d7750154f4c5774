import numpy as np
import pytest

from sayso.model import Document
from sayso.text.encoder_inputs import inputs
from sayso.text.encoder_windows import windows
from sayso.text.encoder_words import cut
from sayso.text.lemmas import Lemmas
from sayso.text.syntax import Cut, Scored, SyntaxReader, Tags, looks

TAGS = Tags(
    upos=("NOUN", "PROPN", "VERB"), xpos=("NN", "NNP", "VBD"), relations=("nsubj", "root", "obj"), names=("person", "place")
)
TEXT = "Ana Ruiz left. Bo stayed.\n\nCarla slept"


class OnePiece:
    """Every word is one piece."""

    first, last = 1, 2

    def of(self, word):
        return (5,)

    def holding(self, word, at):
        return 0


class Chain:
    """Each token hangs on the one before it, capitalised ones are names of persons and begin a sentence by chance `sure`."""

    def __init__(self, sure):
        self.sure = sure

    def tokens(self, inner, first, last, looks):
        n = len(first)
        arcs = np.eye(n, k=-1, dtype=np.float32) * 5
        name = (looks[:, 2] == 1).astype(np.int64)
        name[1:] += name[1:] * name[:-1]  # goes on
        starts = np.where(looks[:, 2] == 1, self.sure, 0.0).astype(np.float32)
        ends = np.zeros((n, 3), np.float32)
        return Scored(arcs, ends, ends, np.full(n, 2), np.full(n, 2), name, starts)

    def labels(self, dependents, governors):
        return np.zeros(len(dependents), np.int64)


class Wavering(Chain):
    """Of a name's tags the first says place, the others person."""

    def tokens(self, inner, first, last, looks):
        scored = super().tokens(inner, first, last, looks)
        return scored._replace(names=np.where(scored.names == 1, 3, scored.names))


def read(text, sure=0.9, limit=254, furniture=(), network=Chain):
    document = Document(id="d", text=text, origin="d", sha256="", furniture=furniture)
    words = cut(text, furniture)
    found = Cut.of(document, words, OnePiece())
    reader = SyntaxReader(network(sure), TAGS, Lemmas.load())
    parts = []
    for window in windows(words, [1] * len(words), overlap=3, limit=limit):
        given = inputs(words, [(5,)] * len(words), window, OnePiece())
        part = reader.part(text, found, window, given, np.zeros((len(given.pieces), 4), np.float32))
        parts += [part] if part else []
    return reader.analysis(text, found, parts)


def sentences(text, **how):
    tokens, spans, _ = read(text, **how)
    return [text[tokens[a].start : tokens[b - 1].end] for a, b in spans]


def test_a_sentence_begins_after_a_mark_where_the_network_says_so_and_at_every_paragraph():
    assert sentences(TEXT) == ["Ana Ruiz left.", "Bo stayed.", "Carla slept"]
    assert sentences(TEXT, sure=0.1) == ["Ana Ruiz left. Bo stayed.", "Carla slept"]


def test_each_sentence_is_one_tree():
    tokens, spans, _ = read(TEXT)
    for number, (a, b) in enumerate(spans):
        assert sum(t.head == i for i, t in enumerate(tokens[a:b], a)) == 1
        assert all(a <= t.head < b and t.sentence == number for t in tokens[a:b])
        assert [t.dep for t in tokens[a:b] if t.dep == "root"] == ["root"]


def test_names_run_on_over_their_words():
    _, _, names = read(TEXT)
    assert [(TEXT[slice(*n.span)], n.kind) for n in names] == [("Ana Ruiz", "person"), ("Bo", "person"), ("Carla", "person")]


def test_a_name_whose_tags_disagree_is_one_name_of_the_kind_that_most_say():
    text = "Ana Ruiz Lo left Bo"
    _, _, names = read(text, network=Wavering)
    assert [(text[slice(*n.span)], n.kind) for n in names] == [("Ana Ruiz Lo", "person"), ("Bo", "place")]


@pytest.mark.parametrize("limit", [4, 6, 9])
def test_narrow_windows_lose_no_token(limit):
    text = "Ana went far and wide until the rain had stopped. Bo stayed at home."
    tokens, spans, _ = read(text, limit=limit)
    assert "".join(text[t.start : t.end] for t in tokens) == "".join(text.split())
    assert [a for a, _ in spans[1:]] == [b for _, b in spans[:-1]]


def test_furniture_has_no_tokens():
    tokens, _, _ = read(TEXT, furniture=((0, 25),))
    assert [t.start for t in tokens] == [TEXT.index("Carla"), TEXT.index("slept")]


def test_looks_say_whether_a_token_is_glued_shares_its_piece_and_how_it_is_written():
    text = "Ana's U.S."
    assert list(looks(text, [(0, 3), (3, 5), (6, 10)], range(3), np.array([1, 1, 2]))) == [(0, 0, 1), (1, 1, 4), (0, 0, 2)]
