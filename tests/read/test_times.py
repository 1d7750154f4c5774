from sayso.model import Time
from sayso.read import times
from tests.reading import lexicon, parsed


def times_of(text: str, **fields) -> list[Time]:
    return list(times.read(parsed(text, **fields), lexicon()))


def test_an_expression_becomes_a_record_that_hangs_on_its_first_word() -> None:
    text = "The ferry sank two days ago."
    (found,) = times_of(text, published="2031-05-09")
    assert (text[slice(*found.span)], text[slice(*found.kernel)]) == ("two days ago", "two")
    assert (found.timex, found.value, found.relative) == ("DATE", "2031-05-07", "P-2D")
    assert (found.id, found.anchor) == (f"{found.doc}.t15-18", (found.span,))


def test_without_a_document_date_the_relative_value_stays() -> None:
    (found,) = times_of("The ferry sank yesterday.")
    assert (found.value, found.relative) == (None, "P-1D")


def test_records_come_in_the_order_of_the_text() -> None:
    found = times_of("In 1999 it rose, in 1987 it fell; now it stands.", published="2031-05-09")
    assert [t.value for t in found] == ["1999", "1987", "PRESENT_REF"]
    assert [t.kernel for t in found] == sorted(t.kernel for t in found)
