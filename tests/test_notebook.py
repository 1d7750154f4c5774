"""What a notebook says: `sayso.read(text)`, `sayso.open(ledger).said(by=…)`, frames, and what shows itself."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso
from sayso.ask.said import Saying
from sayso.errors import LedgerError, UsageError
from sayso.model.span import quote
from sayso.notebook import Asked, Reading, Rows
from tests.export.made import articles, ledger, traps


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[Asked]:
    with sayso.open(ledger(tmp_path / "a.sayso")) as opened:
        yield opened


def test_a_text_is_read_and_every_row_quotes_it() -> None:
    text = "The harbour master said the ferry had left. Halden's troops attacked a border post of Orrin on Monday."
    reading = sayso.read(text, published="2031-04-09", outlet="Sill Courier")
    assert [row.quote for row in reading.statements] == ["the ferry had left"]
    rows = [*reading.statements, *reading.events, *reading.mentions]
    assert all(quote(text, row.spans) == row.quote for row in rows)
    assert reading.document.outlet == "Sill Courier"


def test_importing_sayso_loads_nothing_and_read_can_be_called() -> None:
    code = "import sys, sayso; assert 'msgspec' not in sys.modules; assert callable(sayso.read); import sayso.run; sayso.run.readers()"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    with pytest.raises(AttributeError):
        sayso.nothing  # noqa: B018


def test_a_ledger_answers_with_rows(asked: Asked) -> None:
    assert [row.quote for row in asked.said(by="Tova")] == ["The Quarry road will open by April 30", "Eleven clerks were killed"]
    assert [row.quote for row in asked.did(who="orrin", limit=1)] == ["stormed"]
    assert asked.actors(part="undergoes")[0].undergoes == 1
    assert len(asked.foretold(on="2031-04-10")) == 4
    assert len(asked.documents()) == 3
    assert len(asked.find("bridge")) >= 2
    assert len(asked.read(asked.documents()[0].doc or "").records) >= 5


def test_what_is_not_there_is_told(asked: Asked, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        asked.read("ffffff")
    with pytest.raises(LedgerError):
        sayso.open(tmp_path / "none.sayso")
    with pytest.raises(UsageError):
        Reading(*whole()).rows("dreams")


def whole():  # type: ignore[no-untyped-def]
    article = articles()[0]
    return article.document, article.records


@pytest.mark.parametrize("name", ["pandas", "polars"])
def test_frames_have_a_column_for_each_field_and_the_same_words(asked: Asked, name: str) -> None:
    pytest.importorskip(name)
    rows = asked.said()
    frame = getattr(rows, f"to_{name}")()
    assert list(frame.columns) == list(rows.columns)
    assert list(frame["quote"]) == [row.quote for row in rows]
    assert [tuple(map(tuple, spans)) for spans in frame["spans"]] == [row.spans for row in rows]
    assert list(getattr(Rows(Saying, []), f"to_{name}")().columns) == list(rows.columns)


def test_without_the_package_a_frame_is_refused_in_a_line(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    monkeypatch.setitem(sys.modules, "polars", None)
    for make in (asked.said().to_pandas, asked.said().to_polars, Reading(*whole()).to_pandas):
        with pytest.raises(UsageError, match="pip install"):
            make()


def test_rows_are_a_sequence(asked: Asked) -> None:
    rows = asked.said()
    assert (rows[0], rows[:2].rows, len(rows[1:])) == (next(iter(rows)), rows.rows[:2], len(rows) - 1)
    assert repr(rows[:2]) == "<2 × Saying>"


def test_everything_shows_itself_and_nothing_of_it_is_markup(asked: Asked) -> None:
    reading = Reading(traps().document, traps().records)
    shown = [reading, reading.statements, reading.statements[0], reading.records[2], asked.said(), asked.said()[0]]
    pages = [one._repr_html_() for one in shown]  # type: ignore[attr-defined]
    assert all("<b>@SUM" not in page for page in pages)
    assert "&lt;b&gt;@SUM" in pages[1]
    assert pages[0].startswith('<iframe sandbox="allow-scripts"')
    assert all(page.startswith("<table>") for page in pages[1:])
