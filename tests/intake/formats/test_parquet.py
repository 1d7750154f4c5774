import io
from typing import Any

import pytest

from sayso.intake import Given
from sayso.intake.formats import parquet
from sayso.intake.web import table
from sayso.model import Document
from tests.intake.opened import document, opened, problem

MAPPED = Given(fields={"text": "story"})


def packed(columns: dict[str, list[Any]]) -> bytes:
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet as files

    out = io.BytesIO()
    files.write_table(arrow.table(columns), out)
    return out.getvalue()


def test_rows_are_articles_with_their_numbers() -> None:
    found = opened(packed({"text": [f"Day {n}." for n in range(150)], "other": [b"\xff"] * 150}), "a.parquet")
    assert [item.text for item in found if isinstance(item, Document)] == [f"Day {n}." for n in range(150)]
    assert found[-1].origin == "a.parquet#150"


def test_columns_are_known_by_name_or_by_a_map() -> None:
    data = packed({"story": ["It is shut."], "title": ["Gate"], "authors": [["Ana Mirel"]], "date": ["2031-04-09"]})
    doc = document(data, "a.parquet", MAPPED)
    assert (doc.text, doc.byline, doc.published) == ("Gate\n\nIt is shut.", ("Ana Mirel",), "2031-04-09")


def test_fields_within_columns_are_mapped_by_their_path() -> None:
    data = packed({"story": [{"words": "It is shut."}]})
    assert document(data, "a.parquet", Given(fields={"text": "story.words"})).text == "It is shut."


def test_a_file_without_text_names_its_columns() -> None:
    found = problem(packed({"story": ["a"], "n": [1]}), "a.parquet")
    assert "columns: story, n" in found.why
    assert "--map" in found.next


def test_damage_is_a_problem_behind_what_was_whole() -> None:
    data = packed({"text": ["x" * 5000, "y"]})
    assert "can't be parsed" in problem(data[:-9], "a.parquet").why
    assert opened(data[:40] + b"\xff" * 40 + data[80:], "a.parquet")


def test_long_rows_come_in_several_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    data = packed({"text": ["x" * 1000] * 64})
    monkeypatch.setattr(table, "LARGEST", 8000)
    table.begin(data, ["text"])
    assert [len(table.rows().rows) for _ in range(9)] == [7, 7, 7, 7, 7, 7, 7, 7, 7]


def test_without_the_extra_the_problem_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "find_spec", lambda name: None)
    found = problem(b"PAR1\x15\x04", "a.data")
    assert "sayso[parquet]" in found.next
