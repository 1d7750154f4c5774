import pytest

from sayso.errors import UsageError
from sayso.intake import given


def test_maps_come_in_one_string_or_several() -> None:
    assert given(fields=["text=body", "title=head,url=link"]).fields == {"text": "body", "title": "head", "url": "link"}


@pytest.mark.parametrize("words", ["text", "text=", "colour=red", "=body"])
def test_a_map_that_says_nothing_is_refused_with_its_words(words: str) -> None:
    with pytest.raises(UsageError, match=f"--map {words}"):
        given(fields=[words])


@pytest.mark.parametrize("date", ["yesterday", "2031-02-30", "09/04/2031", "2031"])
def test_a_date_that_is_none_is_refused(date: str) -> None:
    with pytest.raises(UsageError, match="not a date"):
        given(published=date)
