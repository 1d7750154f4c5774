"""The page on method has its figures from files, and they are those of today."""

from pathlib import Path

import pytest
from docs.method import agreement, gold, marks, part, tabled, written

PAGE = (Path(__file__).parents[1] / "docs" / "method.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "made"), [("gold", gold), ("agreement", agreement)])
def test_counts_and_agreement_are_those_of_the_gold(name, made):
    assert part(PAGE, name) == made()


def test_a_table_ends_where_it_ends():
    assert list(tabled("words\n\n| a |\n| b |\nmore\n| c |")) == ["| a |", "| b |"]


def test_a_part_that_went_stale_is_written_anew_and_nothing_else():
    stale = PAGE.replace(gold(), "7 articles.")
    assert stale != PAGE
    assert part(written(stale), "gold") == gold()
    assert written(stale).split("<!-- gold: begin -->")[0] == PAGE.split("<!-- gold: begin -->")[0]
    assert "<!-- none: begin -->" in marks("none")
