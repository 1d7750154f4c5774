"""The codebook has every field of the records and of a release's tables, and nothing that is not there."""

import msgspec
import pytest
from docs.codebook import PAGE

from sayso.model import records
from sayso.release import book, codebook
from sayso.release.tables import TABLES


def shapes():
    """Every shape that model/records.py makes, found by looking."""
    return [
        one for one in vars(records).values()
        if isinstance(one, type) and issubclass(one, msgspec.Struct) and one.__module__ == records.__name__ and one is not records.Found
    ]  # fmt: skip


@pytest.mark.parametrize("shape", shapes(), ids=lambda shape: shape.__name__)
def test_every_field_of_a_record_has_its_entry(shape):
    assert shape in book.RECORDS
    lacking = [field for field, _ in book.hints(shape) if not entered(book.named(shape), field)]
    assert lacking == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_of_a_release_has_its_entry(table):
    assert [name for name in ("", *table.columns) if not entered(table.name, name)] == []


def entered(table, field):
    found = codebook.entries()
    return any(len(found.get((of, field), ("",))[0].split()) > 0 for of in (table, codebook.ANY))


def test_a_field_without_an_entry_is_noticed():
    class Event(msgspec.Struct):
        wholly_new: str

    assert not entered("event", book.hints(Event)[0][0])


def test_no_entry_is_of_something_that_is_gone():
    there = {(table.name, name) for table in TABLES for name in ("", *table.columns)}
    there |= {(book.named(shape), field) for shape in book.RECORDS for field in ("", *(name for name, _ in book.hints(shape)))}
    used = there | {(codebook.ANY, field) for _, field in there}
    assert [entry for entry in codebook.entries() if entry not in used] == []


def test_the_page_is_current_and_names_every_code():
    page = book.page()
    assert PAGE.read_text(encoding="utf-8") == page, "python -m docs.codebook"
    assert all(f"| {type} |" in page for type in ("ASSAULT", "CONSULT", "AGREE"))
    assert "A completely reliable" in page
