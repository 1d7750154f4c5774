import pytest

from sayso.link import units
from tests.link.made import LEXICON, shown, side

TEXT = (
    "Ilse Marrow said the lower lock at Ossel is shut. Nobody told the 40 barges, Gen. Brisk wrote. “Rain 😀.”\nThe mill stands."
)


def read(text: str):
    return side(text, ("Ilse Marrow", "said", "the lower lock at Ossel is shut", "Ilse Marrow"))


def test_sentences_end_where_sentences_end():
    doc = side(TEXT)
    assert shown(doc, tuple(units.sentences(doc))) == [
        "Ilse Marrow said the lower lock at Ossel is shut.",
        "Nobody told the 40 barges, Gen. Brisk wrote.",
        "“Rain 😀.”",
        "The mill stands.",
    ]


def test_a_unit_knows_who_says_it_and_what_it_is_about():
    doc = read(TEXT)
    first, second = units.units(doc, LEXICON).units
    assert first.record == doc.statements[0].id
    assert first.speaker == units.feature(units.NAME, "marrow")
    assert (second.record, second.speaker, second.denied) == ("", 0, True)
    assert units.feature(units.NUMBER, "40") in second.features
    assert units.feature(units.WORD, units.stem("barge")) in second.features


def test_units_come_back_from_numbers():
    doc = read(TEXT)
    made = units.units(doc, LEXICON)
    assert units.decoded(units.coded(made, doc.id), doc.id) == made


@pytest.mark.parametrize("text", ["", "\n", "😀", "\ud800 x", "Mr. " * 50, '"' * 99])
def test_odd_texts_have_few_units_and_never_raise(text: str):
    doc = side(text)
    made = units.units(doc, LEXICON)
    assert units.decoded(units.coded(made, doc.id), doc.id) == made
