"""Answers in the terminal: the chain, the words, the place, on any width."""

import io

import pytest
from rich.console import Console

from sayso.ask.find import Place
from sayso.ask.problems import Aside
from sayso.show.answers import short, tables, where

PLACE = Place(
    doc="c88a2659317ccfe5", spans=((10, 16),), quote="cranes", before="promised\n", after=" [bold]by\x1b[2J May", chain=("Courier", "Ilse"),
    outlet="Courier", published="2031-04-09T08:00:00Z", title=None,
)  # fmt: skip


def printed(rows: list, width: int = 100) -> str:
    console = Console(file=io.StringIO(), width=width)
    for table in tables(rows, size=2):
        console.print(table)
    return console.file.getvalue()


def test_a_place_shows_chain_words_date_and_span_and_takes_no_markup_from_the_text():
    out = printed([PLACE])
    assert "Courier ← Ilse" in out
    assert "… promised cranes [bold]by[2J May …" in out
    assert "2031-04-09 " in out
    assert "c88a265931" in out
    assert "10:16" in out
    assert "\x1b" not in out


@pytest.mark.parametrize("width", [24, 60, 200])
def test_no_line_is_wider_than_the_terminal(width):
    assert all(len(line) <= width for line in printed([PLACE] * 3, width).splitlines())


def test_rows_come_in_parts_under_one_header():
    aside = Aside(doc=None, spans=(), quote="", origin="a", why="b", next="c")
    assert printed([aside] * 5).count("what to do") == 1
    assert printed([aside] * 5).count("b") == 5
    assert printed([]) == ""


def test_long_words_are_cut_at_a_blank_and_many_spans_counted_off():
    assert short("one two three", 8) == "one two …"
    assert short("one\ntwo") == "one two"
    assert list(where("abc", [(n, n + 1) for n in range(9)]))[-1] == "…"
