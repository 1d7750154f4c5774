"""CSV that says the same to a program and runs nothing in a spreadsheet."""

import csv as reader
import io

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.show import csv


class Row(msgspec.Struct):
    doc: str | None
    spans: tuple[tuple[int, int], ...]
    quote: str


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "\r=1", "＝1", "|cmd", "\u00a0=1", "%x"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(cell):
    assert csv.safe(cell) == f"'{cell}"


@given(st.text())
def test_no_cell_begins_with_what_runs(cell):
    assert not csv.safe(cell).lstrip().startswith(csv.RUNS)


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",), exclude_characters="\0")), st.text("=a,\"\n;' ", max_size=9))
def test_raw_cells_come_back_as_they_were(quote, doc):
    (row,) = reader.DictReader(io.StringIO("".join(csv.lines([Row(doc, ((0, 3),), quote)], raw=True)), newline=""))
    assert (row["doc"], row["quote"], row["spans"]) == (doc, quote, "[[0,3]]")


def test_no_rows_make_no_lines_and_nothing_known_makes_an_empty_cell():
    assert list(csv.lines([])) == []
    assert list(csv.lines([Row(None, (), "Vellin\0")])) == ["doc,spans,quote\r\n", ",[],Vellin\ufffd\r\n"]
