"""A file is a ledger or it is refused, in one line, and nothing in it runs."""

import os
import random
from pathlib import Path

import apsw
import pytest

from sayso.errors import BrokenRecord, LedgerError
from sayso.ledger import Ledger, View, schema
from tests.ledger.made import document, harbour


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.sayso"
    with Ledger(path) as ledger:
        for n in range(30):
            doc = document(f"Day {n}. {document().text}", origin=str(n))
            ledger.write(doc, harbour(doc))
    return path


def altered(path: Path, sql: str) -> None:
    connection = apsw.Connection(str(path))
    connection.execute(sql)
    connection.close()


@pytest.mark.parametrize("opener", [Ledger, View])
@pytest.mark.parametrize("head", [b"<html>", b"SQLite format 3\0" + b"\xff" * 2000, os.urandom(9000)])
def test_what_is_no_database_is_refused(tmp_path, opener, head):
    path = tmp_path / "page.sayso"
    path.write_bytes(head)
    with pytest.raises(LedgerError, match=r"page\.sayso"):
        opener(path)
    assert path.read_bytes() == head


@pytest.mark.parametrize("opener", [Ledger, View])
def test_another_programs_database_is_refused_and_left_alone(tmp_path, opener):
    path = tmp_path / "shop.sayso"
    altered(path, "CREATE TABLE orders(id)")
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="not a sayso ledger"):
        opener(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("opener", [Ledger, View])
@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TRIGGER spy AFTER INSERT ON document BEGIN DELETE FROM record; END",
        "CREATE VIEW spy AS SELECT load_extension('x')",
        "CREATE TABLE sqlitestat1(a)",
        "DROP INDEX statement_form",
        "ALTER TABLE problem ADD COLUMN code TEXT",
    ],
)
def test_a_schema_with_anything_more_or_less_is_refused(path, opener, sql):
    altered(path, sql)
    with pytest.raises(LedgerError, match="not as sayso made it"):
        opener(path)


def test_a_newer_format_is_refused_by_number(path):
    altered(path, f"PRAGMA user_version = {schema.version() + 1}")
    for opener in (Ledger, View):
        with pytest.raises(LedgerError, match=f"format {schema.version() + 1}, this sayso knows up to {schema.version()}"):
            opener(path)


def test_an_older_format_is_brought_up_to_date_by_the_writer_and_named_by_the_view(tmp_path):
    path = tmp_path / "old.sayso"
    connection = apsw.Connection(str(path))
    schema.migrate(connection, schema.migrations()[:1])
    connection.execute("INSERT INTO document VALUES (1, '00000000000000aa', 'The lock holds.', 15, '2031')")
    facts = "INSERT INTO facts(doc, origin, sha256, byline, parts, furniture, added) VALUES (1, 'a', '', '[]', '{}', '[]', '')"
    connection.execute(facts)
    connection.close()
    with pytest.raises(LedgerError, match="format 1, older than"):
        View(path)
    Ledger(path).close()
    with View(path) as view:
        assert [hit.quote for hit in view.find("lock")] == ["lock"]


def test_a_migration_that_fails_leaves_the_version_before_it(tmp_path):
    connection = apsw.Connection(str(tmp_path / "half.db"))
    scripts = ("CREATE TABLE a(b)", "CREATE TABLE c(d); CREATE TABLE a(b)")
    with pytest.raises(apsw.SQLError):
        schema.migrate(connection, scripts)
    assert connection.pragma("user_version") == 1
    assert [name for (name,) in connection.execute("SELECT name FROM sqlite_schema")] == ["a"]


def test_damage_anywhere_is_refused_or_read_as_it_was_but_never_raises_anything_else(path):
    chance = random.Random(7)
    whole = path.read_bytes()
    refused = 0
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 20, 400))):
            data[chance.randrange(100, len(data))] = chance.randrange(256)
        path.write_bytes(data[: chance.choice((len(data), len(data), len(data) // 2))])
        refused += is_refused(path)
    assert refused > 20


def is_refused(path: Path) -> bool:
    try:
        with View(path) as view:
            view.counts()
            for row in view.documents():
                assert view.document(row.id) is None or isinstance(view.records(row.id), tuple)
            list(view.statements(by="Marrow"))
            list(view.find("dredging"))
    except (LedgerError, BrokenRecord):  # an index that disagrees with the text is a broken record, and says: run sayso check
        return True
    return False


def test_a_missing_ledger_is_named_with_the_command_that_makes_one(tmp_path):
    with pytest.raises(LedgerError, match="no such ledger; make one with: sayso add"):
        View(tmp_path / "none.sayso")
    with pytest.raises(LedgerError, match="folder that exists"):
        Ledger(tmp_path / "no" / "none.sayso")


@pytest.mark.parametrize(
    "sql",
    [
        "ATTACH 'new.db' AS stolen",
        "VACUUM INTO 'new.db'",
        "DELETE FROM document",
        "UPDATE document SET text = ''",
        "PRAGMA query_only = 0",
        "PRAGMA journal_mode = delete",
        "CREATE TEMP TABLE t(a)",
        "INSERT INTO words(words) VALUES ('delete-all')",
        "SELECT load_extension('x')",
    ],
)
def test_through_a_view_nothing_but_reading_goes(path, sql, tmp_path):
    before = path.read_bytes()
    with View(path) as view, pytest.raises(apsw.Error):
        view.connection.execute(sql)
    assert path.read_bytes() == before
    assert not list(tmp_path.glob("new*"))


def test_a_ledger_beside_which_nothing_can_be_made_is_read_all_the_same(path):
    Path(f"{path}-shm").mkdir()  # what SQLite would make there, and now can't
    with View(path) as view:
        assert view.counts()["documents"] == 30
        assert len(list(view.find("dredging"))) == 30


def test_a_file_left_by_a_run_killed_in_its_first_moment_becomes_a_ledger(tmp_path):
    path = tmp_path / "young.sayso"
    connection = apsw.Connection(str(path))
    connection.pragma("journal_mode", "wal")
    connection.close()
    assert path.stat().st_size > 0
    Ledger(path).close()
    with View(path) as view:
        assert view.counts()["documents"] == 0
