"""What docs/file-format.md says of the file is so, for any SQLite."""

import re
import sqlite3
from pathlib import Path

import pytest

from sayso.ledger import Ledger, schema
from tests.ledger.made import HARBOUR, document, harbour

PAGE = (Path(__file__).parents[2] / "docs" / "file-format.md").read_text("utf-8")
EXAMPLES = re.findall(r"```sql\n(.*?)```", PAGE, re.S)


@pytest.fixture
def plain(tmp_path):
    """A ledger opened with Python's own sqlite3."""
    path = tmp_path / "harbour.sayso"
    doc = document(HARBOUR.replace("\0", ""), published="2031-04-09", published_from="given")
    with Ledger(path) as ledger:
        ledger.write(doc, harbour(doc))
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    yield connection
    connection.close()


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_every_example_gives_rows_with_any_sqlite(plain, number):
    assert plain.execute(EXAMPLES[number]).fetchall()


def test_the_examples_give_what_they_say(plain):
    said, words, chains = (plain.execute(EXAMPLES[number]).fetchall() for number in (1, 2, 3))
    assert [row[2] for row in said] == [row[0] for row in words]
    assert ("Ilse Marrow ← the ministry", 1) in chains


def test_the_marks_are_those_on_the_page(plain):
    (application,) = plain.execute("PRAGMA application_id").fetchone()
    (version,) = plain.execute("PRAGMA user_version").fetchone()
    assert f"| `PRAGMA application_id` | {application}," in PAGE
    assert f"| `PRAGMA user_version` | {version}," in PAGE
    assert (application, version) == (schema.APPLICATION_ID, schema.version())


def test_every_table_and_column_is_on_the_page(plain):
    tables = [
        name for (name,) in plain.execute("SELECT name FROM sqlite_schema WHERE type = 'table'") if name not in schema.SHADOWS
    ]
    assert all(f"**{table}**" in PAGE for table in tables)
    columns = {column for table in tables for (column,) in plain.execute("SELECT name FROM pragma_table_info(?)", (table,))}
    assert {column for column in columns if column not in PAGE} <= {"key"}
