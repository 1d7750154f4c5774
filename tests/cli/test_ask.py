"""`ask` prints tables, JSON lines and CSV, and nothing that a terminal or a spreadsheet would run."""

import csv
import io
import json

import pytest

from sayso.ledger import Ledger
from tests.ledger.made import document, harbour, statement


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "harbour.sayso"
    courier = document(published="2031-04-09", published_from="given")
    nasty = document(
        "=HYPERLINK() said \x1b[31mred\x07 and +1 more.", outlet="@SUM(\x1b]0;x\x07Post", origin="nasty", title="-1\x1b[2J"
    )
    with Ledger(path) as ledger:
        ledger.write(courier, harbour(courier))
        ledger.write(nasty, (statement(nasty, "=HYPERLINK()", "said", "+1 more"),))
    return path


@pytest.mark.parametrize("question", [("said",), ("voices",), ("documents",), ("find", "said"), ("problems",)])
def test_every_question_prints_as_table_json_and_csv(sayso, path, question):
    table, lines, sheet = (sayso("ask", *question, "--ledger", path, *how) for how in ((), ("--json",), ("--csv",)))
    assert table.code == lines.code == sheet.code == 0
    rows = [json.loads(line) for line in lines.out.splitlines()]
    cells = list(csv.DictReader(io.StringIO(sheet.out)))
    assert [row["doc"] or "" for row in rows] == [cell["doc"] for cell in cells]
    assert all({"doc", "spans", "quote"} <= set(row) for row in rows)
    assert table.out.strip()


@pytest.mark.parametrize("question", [("said",), ("voices",), ("documents",), ("find", "red")])
def test_no_control_character_reaches_the_terminal(sayso, path, question):
    out = sayso("ask", *question, "--ledger", path).out
    assert "\x1b" not in out
    assert "\x07" not in out


def test_a_spreadsheet_is_given_nothing_to_run_unless_asked_raw(sayso, path):
    args = ("ask", "said", "--by", "HYPERLINK", "--ledger", path, "--csv")
    (safe,), (raw,) = (list(csv.DictReader(io.StringIO(sayso(*args, *how).out))) for how in ((), ("--raw",)))
    assert (safe["quote"], safe["source"], raw["quote"]) == ("'+1 more", "'=HYPERLINK()", "+1 more")
    assert safe["outlet"].startswith("'@SUM")
    assert raw["title"].startswith("-1")


def test_the_table_shows_the_chain_and_the_words(sayso, path):
    out = sayso("ask", "said", "--containing", "cranes", "--ledger", path).out
    assert "Coast Courier ← Ilse Marrow ← the ministry" in out
    assert "2031-04-09" in out


def test_the_ledger_may_stand_in_the_environment(sayso, path, monkeypatch):
    monkeypatch.setenv("SAYSO_LEDGER", str(path))
    assert "no such statement" in sayso("ask", "said", "--by", "Nobody").out


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("said", "--since", "soon"), 2, "not a date: 'soon'"),
        (("find", "…"), 2, "give at least one word"),
        (("said", "--json", "--csv"), 2, "choose one"),
        (("said", "--raw"), 2, "--raw goes with --csv"),
    ],
)
def test_wrong_calls_are_told_in_one_line(sayso, path, arguments, code, words):
    called = sayso("ask", *arguments, "--ledger", path)
    assert called.code == code
    assert called.err.startswith("sayso: ")
    assert words in called.err
    assert called.err.count("\n") == 1


def test_a_ledger_that_is_none_is_code_4(sayso, tmp_path):
    (tmp_path / "x.sayso").write_text("no")
    assert sayso("ask", "said", "--ledger", tmp_path / "x.sayso").code == 4
    assert sayso("problems", "--ledger", tmp_path / "none.sayso").code == 4
