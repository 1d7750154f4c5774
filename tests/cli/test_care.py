"""check, backup and forget: what keeps a ledger whole, and what takes something out of it."""

import json

import pytest

from sayso.ledger import Ledger, View
from sayso.model import Problem
from tests.ledger.made import document, harbour


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "harbour.sayso"
    with Ledger(path) as ledger:
        for outlet in ("Coast Courier", "Inland Post"):
            doc = document(outlet=outlet)
            ledger.write(doc, harbour(doc))
        ledger.problem(Problem(origin="x.pdf", why="a PDF", next="save its text"))
    return path


def test_check_is_quiet_about_a_whole_ledger_and_code_8_for_a_flawed_one(sayso, path):
    assert sayso("check", "--ledger", path).code == 0
    with Ledger(path) as ledger:
        ledger.connection.execute("UPDATE document SET chars = 1")
    flawed = sayso("check", "--ledger", path, "--json")
    assert flawed.code == 8
    assert [json.loads(line)["kind"] for line in flawed.out.splitlines()] == ["offset", "offset"]
    assert "2 flaws" in sayso("check", "--ledger", path).out
    assert sayso("check", "--ledger", path.with_name("none")).code == 4


def test_backup_makes_a_copy_and_never_overwrites(sayso, path, tmp_path):
    made = json.loads(sayso("backup", tmp_path / "copy.sayso", "--ledger", path, "--json").out)
    assert (made["documents"], made["statements"]) == (2, 6)
    again = sayso("backup", tmp_path / "copy.sayso", "--ledger", path)
    assert again.code == 4
    assert "overwrites nothing" in again.err


def test_forget_takes_a_document_out_and_names_its_twin(sayso, path):
    mine, twin = document().id, document(outlet="Inland Post").id
    called = sayso("forget", mine[:8], "--ledger", path, "--why", "asked", "--yes")
    assert called.code == 0
    assert twin in called.out
    with View(path) as view:
        assert view.document(mine) is None
        assert view.counts()["forgotten"] == 1
    assert sayso("forget", "00000000", "--ledger", path).code == 4


def test_problems_are_listed_with_what_to_do(sayso, path):
    assert "save its text" in sayso("problems", "--ledger", path).out
    (row,) = (json.loads(line) for line in sayso("problems", "--ledger", path, "--json").out.splitlines())
    assert (row["origin"], row["doc"]) == ("x.pdf", None)
