import pytest

from sayso.intake.given import Given
from sayso.intake.making import Facts, document
from sayso.intake.spliced import spliced

TAG = "Ilse Jorun (Ila) BrammBramm calls for calm 'Nobody asked us': boatmen on the lower gate Harbour vote delayed MORE"
TEXT = f"Harbour master Ilse Bramm {TAG} said on Friday that the gate would stay shut."


def test_a_tag_begins_where_the_name_is_told_again_and_ends_with_its_closing_word() -> None:
    assert [TEXT[a:b] for a, b in spliced(TEXT)] == [TAG]


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Bramm said that McKay and Ilse BrammStreet wanted more.",
        "Ilse Bramm wants MORE BOATS, and Anna Loft wants fewer of them MORE often.",
        "THE BRAMM REPORT BY ILSE BRAMMS SAYS THERE ARE MORE.",
    ],
)
def test_names_and_capitals_without_such_a_tag_are_left_alone(text: str) -> None:
    assert spliced(text) == []


def test_a_long_row_of_names_takes_no_time() -> None:
    assert spliced("Ilse Bramm " * 20_000 + " MORE") == []


def test_a_document_marks_its_tags_as_furniture() -> None:
    made = document(Facts(body=TEXT), "gate.txt", TEXT.encode(), Given())
    assert [made.text[a:b] for a, b in made.furniture] == [TAG]
