import pytest

from sayso.model import Document
from tests.intake.opened import opened


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_each_row_is_an_article_character_for_character(sign: str) -> None:
    data = (
        sign.join(("title", "text", "date"))
        + "\r\n"
        + sign.join(('"Gate"', '"It is\r\nshut; he ""said"", \t."', "2031-04-09"))
        + "\r\n"
    )
    (doc,) = opened(data, "a.csv")
    assert isinstance(doc, Document)
    assert (doc.text, doc.published) == ('Gate\n\nIt is\r\nshut; he "said", \t.', "2031-04-09")


def test_rows_that_do_not_fit_the_header_are_told() -> None:
    found = opened("text,title\nOne.\nTwo.,T,x,y\n,\n", "a.csv")
    assert [getattr(item, "text", None) for item in found] == ["One.", "T\n\nTwo.", None]
    assert [item.origin for item in found] == ["a.csv#1", "a.csv#2", "a.csv#3"]


def test_a_header_is_known_without_a_suffix_and_prose_is_not() -> None:
    assert len(opened("title,text\na,b\nc,d\n", "a")) == 2
    assert len(opened("The text, he said, is shut.\nNo, it is not.\n", "a")) == 1


@pytest.mark.parametrize("data", ["", "\n", "text", '"', 'text,a\n"x', "text\n" + "x" * 2_000_000, "\x00,text\n\x00,\x00"])
def test_odd_tables_never_raise(data: str) -> None:
    assert all(item.origin.startswith("a.csv#") for item in opened(data, "a.csv"))
