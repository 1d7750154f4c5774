"""What a person may ask in SQL, and what becomes of what they may not."""

import shutil
import sqlite3
from pathlib import Path
from threading import Thread
from time import monotonic

import pytest

from sayso.errors import LedgerBusy, LedgerError, UsageError
from sayso.ledger import Ledger, sql
from tests.ledger.made import HARBOUR, document, harbour

LONG = "a" * 400_000


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sql") / "harbour.sayso"
    doc = document(HARBOUR.replace("\0", ""))
    with Ledger(made) as ledger:
        ledger.write(doc, harbour(doc), reader="hand/1")
        ledger.write(document(LONG, outlet="Long"), ())
        for n in range(300):
            ledger.write(document(f"Rain on day {n}.", outlet=f"Outlet {n}"), ())
    return made


def test_a_question_is_answered_with_its_columns(path):
    found = sql.asked(path, "SELECT speaker, count(*) AS said FROM statement GROUP BY speaker ORDER BY speaker;")
    assert found == sql.Table(("speaker", "said"), (("Ilse Marrow", 2), ("the ministry", 1)))


def test_the_index_and_json_may_be_asked_too(path):
    found = sql.asked(path, "SELECT count(*) FROM words WHERE words MATCH 'harbour'")
    assert found.rows == ((1,),)
    found = sql.asked(
        path, "SELECT value FROM record, json_each(record.body, '$.content') WHERE record.type = 'statement' LIMIT 2"
    )
    assert len(found.rows) == 2
    assert sql.asked(path, "SELECT 1 WHERE 0").rows == ()


def test_rows_and_cells_are_bounded(path):
    found = sql.asked(path, "SELECT a.id FROM document a, document b")
    assert (len(found.rows), found.cut) == (1000, True)
    (cell,) = sql.asked(path, "SELECT text FROM document WHERE chars = 400000").rows[0]
    assert str(cell).endswith("… (400,000 characters)")
    assert len(str(cell)) < 2100


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ("SELECT count(*) FROM document a, document b, document c, document d", "longer than 1 s"),
        ("SELECT a.id FROM record a, record b, document c, document d ORDER BY random()", "random"),
        (
            "SELECT instr(text || text || text || text, substr(text || text || text, 1, 800000) || 'b') FROM document WHERE chars > 1000",
            "was ended",
        ),
        ("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n", "RECURSIVE"),
        ("WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n", "RECURSIVE"),
        ("SELECT printf('%.*c', 1000000000, 'x')", r"printf\(\)"),
        ("SELECT format('%1000000000d', 1)", r"format\(\)"),
        ("SELECT length(zeroblob(1000000000))", r"zeroblob\(\)"),
        ("SELECT hex(randomblob(100000000))", r"\(\) can't be called"),
        ("SELECT replace('aaaa', 'a', 'aaaaaaaa')", r"replace\(\)"),
        ("SELECT load_extension('x')", r"load_extension\(\)"),
        ("SELECT fts5(1)", r"fts5\(\)"),
        ("SELECT group_concat(a.text) FROM document a, document b, document c", "too large|longer than"),
        ("SELECT a.text || a.text || a.text || b.text FROM document a, document b ORDER BY 1", "too large|longer than"),
        ("DELETE FROM document", "only SELECT"),
        ("INSERT INTO words(words) VALUES ('rebuild')", "only SELECT"),
        ("CREATE TEMP TABLE x(a)", "only SELECT"),
        ("PRAGMA journal_mode = delete", "only SELECT"),
        ("PRAGMA writable_schema = 1", "only SELECT"),
        ("ATTACH 'x.db' AS x", "only SELECT|too many"),
        ("VACUUM INTO '/tmp/x.db'", "only SELECT"),
        ("SELECT 1; SELECT 2", "one question"),
        ("SELECT 1; DROP TABLE document", "only SELECT|one question"),
        ("BEGIN EXCLUSIVE", "only SELECT"),
        ("EXPLAIN DELETE FROM document", "only SELECT"),
        ("SELECT * FROM person", "not here"),
        ("SELECT count(*) FROM document WHERE EXISTS (SELECT sha256 FROM person)", "not here"),
        ("SELECT a FROM nowhere", "no such table"),
        ("SELEKT", "syntax"),
        ("  ", "no question"),
        ("SELECT 1" + " " * 30_000, "longest"),
        ("SELECT " + "+".join("1" * 500), "too large"),
        ("SELECT " + ",".join(str(n) for n in range(150)), "100 at most"),
    ],
)
def test_what_may_not_be_asked_is_refused_and_soon(path, asked, why):
    before = path.read_bytes()
    started = monotonic()
    with pytest.raises(UsageError, match=why):
        sql.asked(path, asked)
    assert monotonic() - started < sql.STARTING
    assert path.read_bytes() == before


def test_a_cross_join_ends_in_about_a_second_and_its_process_is_gone(path):
    children = Path("/proc/self/task")
    with pytest.raises(UsageError, match="longer than 1 s"):
        sql.asked(path, "SELECT count(*) FROM document a, document b, document c, document d")
    found = [file.read_text() for file in children.glob("*/children")]
    alive = [pid for line in found for pid in line.split() if "sandbox" in Path(f"/proc/{pid}/cmdline").read_text()]
    assert alive == []


def test_no_more_than_two_are_answered_at_a_time(path):
    slow = "SELECT count(*) FROM document a, document b, document c, document d"
    outcomes: list[type[BaseException]] = []

    def ask() -> None:
        try:
            sql.asked(path, slow)
        except (UsageError, LedgerBusy) as fault:
            outcomes.append(type(fault))

    asking = [Thread(target=ask) for _ in range(4)]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()
    assert sorted(kind.__name__ for kind in outcomes) == ["LedgerBusy"] * 2 + ["UsageError"] * 2


def test_another_file_than_a_ledger_is_refused(path, tmp_path):
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE secret(a)")
    connection.commit()
    connection.close()
    with pytest.raises(UsageError, match="not a sayso ledger"):
        sql.asked(other, "SELECT * FROM secret")
    with pytest.raises(LedgerError, match="no such ledger"):
        sql.asked(tmp_path / "none", "SELECT 1")


def test_a_ledger_that_is_being_written_is_read_as_it_stands(path, tmp_path):
    copy = tmp_path / "copy.sayso"
    shutil.copy(path, copy)
    with Ledger(copy) as ledger:
        ledger.write(document("Snow.", outlet="New"), ())
        assert sql.asked(copy, "SELECT count(*) FROM document WHERE text = 'Snow.'").rows == ((1,),)


def test_the_tables_are_listed_with_their_columns():
    found = {table.name: dict(table.columns) for table in sql.tables()}
    assert found["document"]["text"] == "TEXT"
    assert "verdict" in found
    assert not {"words_data", "said_idx", "person"} & set(found)
