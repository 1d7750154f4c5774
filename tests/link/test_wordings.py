import numpy
import pytest

from sayso.link import units, wordings
from sayso.link.worded import WHOLE, Worded, nearest, product
from sayso.text.vectors import Vectors
from tests.link.made import LEXICON, side
from tests.text.test_vectors import FOLDER, needs_vectors

SAID = "Ilse Marrow said that the bridge at Harl would stay shut until the spring."
AGAIN = (
    "Marrow told the council the crossing at Harl won’t be shut. The bridge stays closed until spring comes, Ilse Marrow added."
)


@pytest.fixture(scope="module")
def vectors() -> Vectors:
    return Vectors.load(FOLDER)


def worded(text: str, outlet: str, vectors: Vectors) -> Worded:
    who = next((name for name in ("Ilse Marrow", "Orla Venn") if name in text), "")
    said = [(who, "said" if "said" in text else "added", "spring", who)] if who else []
    one = side(text, *said, outlet=outlet)
    return Worded(one.id, outlet, one.text, units.units(one, LEXICON), vectors)


def linked(one: str, two: str, vectors: Vectors) -> list[tuple[str, str]]:
    a, b = worded(one, "Ossel Gazette", vectors), worded(two, "Lower Post", vectors)
    made = [wordings.tie(a, b, match) for found, _ in wordings.candidates(a, [b]) if (match := wordings.closely(a, b, found))]
    texts = {a.doc: a.text, b.doc: b.text}
    return [(texts[link.doc_a][slice(*link.spans_a[0])], texts[link.doc_b][slice(*link.spans_b[0])]) for link in made]


@needs_vectors
def test_what_says_the_same_in_other_words_is_linked_and_its_denial_is_not(vectors: Vectors):
    (found,) = linked(SAID, AGAIN, vectors)
    assert {words.split(",")[0] for words in found} == {SAID, "The bridge stays closed until spring comes"}


@needs_vectors
@pytest.mark.parametrize(
    ("old", "new"), [("would stay", "would not stay"), ("the bridge", "14 bridges"), ("Ilse Marrow", "Orla Venn")]
)
def test_near_copies_with_another_sense_figure_or_name_are_not_the_same(vectors: Vectors, old: str, new: str):
    one = SAID.replace("the bridge", "12 bridges") if "14" in new else SAID
    two = one.replace("12 bridges", new) if "14" in new else one.replace(old, new)
    assert linked(one, two.replace("until the spring", "until spring"), vectors) == []


@needs_vectors
def test_the_same_words_are_no_other_words(vectors: Vectors):
    assert linked(SAID, SAID, vectors) == []


@needs_vectors
def test_documents_without_sentences_are_linked_by_nothing(vectors: Vectors):
    assert linked(SAID, "Oh.", vectors) == []


@needs_vectors
def test_nearness_is_the_same_alone_and_in_company(vectors: Vectors):
    a, b, other = (
        worded(SAID, "Ossel Gazette", vectors),
        worded(AGAIN, "Lower Post", vectors),
        worded(SAID * 30, "Harl Sheet", vectors),
    )
    (_, alone, pairs), *_ = nearest(a, [b])
    _, (found, among, same) = nearest(a, [other, b])
    roughly = vectors.of([a.words(a.places[0][0]), b.words(b.places[0][0])])
    assert found is b
    assert pairs == same
    assert numpy.array_equal(alone, among)
    assert float(alone[0, 0]) == pytest.approx(float(roughly[0] @ roughly[1]), abs=1e-3)


def test_products_in_blocks_are_those_of_the_whole_to_the_last_bit():
    many = numpy.random.default_rng(7).normal(size=(300, 128))
    rows = numpy.rint(WHOLE * many / numpy.linalg.norm(many, axis=1, keepdims=True)).astype(numpy.float32)
    assert numpy.array_equal(product(rows[:37], rows), rows[:37].astype(numpy.int64) @ rows.T.astype(numpy.int64))


@needs_vectors
def test_a_document_without_sentences_stands_in_no_ones_way(vectors: Vectors):
    a, none, b = (worded(text, "Lower Post", vectors) for text in (SAID, "Oh.", AGAIN))
    assert [found for found, *_ in nearest(a, [none, b])] == [b]


@needs_vectors
def test_of_many_near_sentences_those_with_a_figure_in_common_are_looked_at_first(
    vectors: Vectors, monkeypatch: pytest.MonkeyPatch
):
    flood = "At least 25 bargemen were drowned below Harl."
    a = worded(f"{SAID} The flood took 25 bargemen of Harl.", "Ossel Gazette", vectors)
    b = worded(f"{SAID} {flood}", "Lower Post", vectors)
    monkeypatch.setattr(wordings, "A_PAIR", 1)
    ((found, _),) = wordings.candidates(a, [b])
    assert "25" in a.words(found.spans[0])
    assert b.words(found.spans[1]) == flood
