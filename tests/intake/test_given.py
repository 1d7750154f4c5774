from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.intake import given


def test_maps_come_in_one_string_or_several() -> None:
    assert given(fields=["text=body", "title=head,url=link"]).fields == {"text": "body", "title": "head", "url": "link"}


@pytest.mark.parametrize("words", ["text", "text=", "colour=red", "=body"])
def test_a_map_that_says_nothing_is_refused_with_its_words(words: str) -> None:
    with pytest.raises(UsageError, match=f"--map {words}"):
        given(fields=[words])


def test_a_map_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "fields.toml").write_text('text = "story.words"\ntitle = "head"\n', encoding="utf-8")
    assert given(fields=[f"@{tmp_path / 'fields.toml'}", "url=link"]).fields == {
        "text": "story.words",
        "title": "head",
        "url": "link",
    }


@pytest.mark.parametrize("lines", ["text = 5", 'colour = "red"', "text", None])
def test_a_file_that_is_no_map_is_refused(tmp_path: Path, lines: str | None) -> None:
    file = tmp_path / "fields.toml"
    if lines is not None:
        file.write_text(lines, encoding="utf-8")
    with pytest.raises(UsageError, match="--map"):
        given(fields=[f"@{file}"])


@pytest.mark.parametrize("date", ["yesterday", "2031-02-30", "09/04/2031", "2031"])
def test_a_date_that_is_none_is_refused(date: str) -> None:
    with pytest.raises(UsageError, match="not a date"):
        given(published=date)
