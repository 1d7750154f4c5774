import pytest

from sayso.link import events
from sayso.link.events import Acts
from sayso.link.sides import Side
from sayso.run import Reader
from sayso.text.vectors import Vectors
from tests.link.made import shown, side
from tests.reading import engine, lexicon
from tests.text.test_vectors import FOLDER, needs_vectors

RAID = "Police in Ossel arrested nine reporters of the Harl Sheet on Monday."


@pytest.fixture(scope="module")
def vectors() -> Vectors:
    return Vectors.load(FOLDER)


def read(text: str, outlet: str) -> Side:
    doc = side(text, outlet=outlet).document
    return Side(doc, Reader(engine(), lexicon()).read(doc))


def linked(one: str, two: str, vectors: Vectors) -> list[tuple[str, str]]:
    a, b = read(one, "Ossel Gazette"), read(two, "Lower Post")
    made: list[Acts] = [events.acts(each, vectors) for each in (a, b)]
    sides = {each.id: each for each in (a, b)}
    return [(shown(sides[x.doc_a], x.spans_a)[0], shown(sides[x.doc_b], x.spans_b)[0]) for x in events.links(*made)]


@needs_vectors
def test_an_act_told_by_two_is_linked_with_its_clauses(vectors: Vectors) -> None:
    (found,) = linked(RAID, "Nine reporters were arrested in Ossel, where police searched the Harl Sheet on Monday.", vectors)
    assert any("arrested nine reporters" in words for words in found)


@needs_vectors
@pytest.mark.parametrize(
    "other",
    [
        "Police in Ossel arrested 14 reporters and 12 printers of the Harl Sheet on Monday.".replace("14", "44"),
        "The mayor of Harl thanked the nurses of Ossel on Monday.",
    ],
)
def test_other_figures_and_other_acts_are_not_the_same(vectors: Vectors, other: str) -> None:
    assert linked(RAID.replace("nine", "29"), other, vectors) == []


@needs_vectors
def test_documents_without_acts_have_no_links(vectors: Vectors) -> None:
    assert linked(RAID, "Rain.", vectors) == []


def test_one_word_in_far_clauses_is_not_enough_nor_are_near_clauses_alone() -> None:
    assert [events.alike(*of) for of in ((True, 1.0, 0.4), (True, 1.0, 0.1), (False, 0.2, 0.9), (False, 0.8, 0.7))] == [
        True, False, False, True,
    ]  # fmt: skip
