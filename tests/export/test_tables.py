import csv
import io
import json
from pathlib import Path

import msgspec
import pytest

from sayso.errors import BrokenRecord
from sayso.export import tables
from sayso.export.article import Article
from sayso.export.gathering import Wanted, gathered
from sayso.export.rows import KINDS, StatementRow, events, statements, verified
from sayso.ledger import View
from sayso.model import Statement
from tests.export.made import articles, ledger, traps
from tests.ledger.doing import raid

TEXTS = {article.document.id: article.document.text for article in articles()}


def spans_of(row: dict[str, object]) -> list[list[int]]:
    spans = row["spans"]
    return json.loads(spans) if isinstance(spans, str) else list(spans)  # type: ignore[call-overload]


def holds(row: dict[str, object]) -> bool:
    text = TEXTS[str(row["doc"])]
    return " … ".join(text[start:end] for start, end in spans_of(row)) == row["quote"]


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_row_quotes_its_text_and_names_its_hash(kind: str) -> None:
    rows = [json.loads(line) for line in tables.as_jsonl(articles(), kind)]
    assert len(rows) >= 4
    assert all(holds(row) for row in rows)
    assert all(row["start"] <= min(s for s, _ in spans_of(row)) and len(row["sha256"]) == 64 for row in rows)


@pytest.mark.parametrize("kind", list(KINDS))
def test_raw_csv_comes_back_as_it_went(kind: str) -> None:
    sheet = b"".join(tables.as_csv(articles(), kind, raw=True)).decode()
    cells = list(csv.DictReader(io.StringIO(sheet, newline="")))
    rows = list(tables.rows(articles(), kind))
    assert [cell["quote"] for cell in cells] == [row.quote.replace("\0", "\ufffd") for row in rows]
    assert [json.loads(cell["spans"]) for cell in cells] == [[list(span) for span in row.spans] for row in rows]


def test_no_cell_of_safe_csv_begins_a_formula() -> None:
    sheet = b"".join(tables.as_csv([traps()], "statements")).decode()
    _, *lines = list(csv.reader(io.StringIO(sheet, newline="")))
    assert len(lines) == 3
    assert [cell for line in lines for cell in line if cell.lstrip()[:1] in tuple("=+-@|%")] == []
    assert any(cell.startswith("'=cmd()") for cell in lines[0])


def test_no_rows_are_a_header_alone() -> None:
    assert b"".join(tables.as_csv([], "events")).decode().strip().split(",")[:3] == ["doc", "sha256", "outlet"]


@pytest.mark.parametrize("kind", list(KINDS))
def test_parquet_reads_back_row_by_row(tmp_path: Path, kind: str) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    out = tmp_path / "a.parquet"
    count = tables.as_parquet(articles(), kind, out)
    read = parquet.read_table(out).to_pylist()
    assert count == len(read)
    assert read == [json.loads(msgspec.json.encode(row)) for row in tables.rows(articles(), kind)]


def test_chosen_statements_take_what_stands_in_them_along() -> None:
    doc, records = raid()
    said = next(record.id for record in records if isinstance(record, Statement))
    article = Article(doc, records, frozenset({said}))
    assert [row.speaker for row in statements(article)] == ["Tova Lindqvar"]
    assert [row.trigger for row in events(article)] == ["killed"]


def test_a_row_that_quotes_other_words_is_not_let_out() -> None:
    row = next(statements(Article(*raid())))
    with pytest.raises(BrokenRecord):
        verified(msgspec.structs.replace(row, quote="peace"), raid()[0].text)


def test_rows_name_the_chain_from_the_outlet_down() -> None:
    rows = {row.cue: row for row in tables.rows([Article(*raid())], "statements") if isinstance(row, StatementRow)}
    assert rows["said"].chain == ("Sill Courier", "Tova Lindqvar")
    assert rows["denied"].act == "deny"


def test_a_ledger_is_gathered_by_date_and_by_what_is_asked(tmp_path: Path) -> None:
    with View(ledger(tmp_path / "a.sayso")) as view:
        assert [article.document.published for article in gathered(view, Wanted())] == ["2031-04-07", "2031-04-08", None]
        (one,) = gathered(view, Wanted(act="deny"))
        assert [row.speaker for row in statements(one)] == ["Orrin"]
        assert [a.document.outlet for a in gathered(view, Wanted(in_=raid()[0].id[:8]))] == ["Sill Courier"]
        assert list(gathered(view, Wanted(by="Nobody"))) == []
        assert len(list(gathered(view, Wanted(since="2031-04-08")))) == 1
