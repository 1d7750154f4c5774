"""`ask did` and `ask actors` print what the questions answer."""

import csv
import io
import json

import pytest

from tests.ledger.doing import filled


@pytest.fixture
def path(tmp_path):
    return filled(tmp_path / "raid.sayso")


@pytest.mark.parametrize("question", ["did", "actors"])
def test_events_and_actors_print_as_table_json_and_csv(sayso, path, question):
    table, lines, sheet = (sayso("ask", question, "--ledger", path, *how) for how in ((), ("--json",), ("--csv",)))
    assert table.code == lines.code == sheet.code == 0
    rows = [json.loads(line) for line in lines.out.splitlines()]
    assert rows
    assert [row["quote"] for row in rows] == [cell["quote"] for cell in csv.DictReader(io.StringIO(sheet.out))]
    assert all({"doc", "spans", "quote"} <= set(row) for row in rows)


def test_the_table_tells_status_by_sign_and_word_and_on_whose_word(sayso, path):
    out = sayso("ask", "did", "--status", "denied", "--in", "Sill Courier", "--ledger", path).out
    assert "⊘ denied, certainly not" in out
    assert "Soldiers of Orrin [ORR MIL] → –" in " ".join(out.split())
    assert "Sill Courier ← Orrin" in out


def test_options_narrow_the_events(sayso, path):
    found = sayso(
        "ask", "did", "--who", "soldiers", "--to", "customs", "--where", "Vellin", "--own", "--limit", "1", "--ledger", path
    )
    assert "stormed" in found.out
    assert "no such event" in sayso("ask", "did", "--who", "Nobody", "--ledger", path).out
    assert sayso("ask", "did", "--type", "war", "--ledger", path).code == 2


def test_actors_by_the_part_they_take(sayso, path):
    out = sayso("ask", "actors", "--part", "undergoes", "--ledger", path).out
    assert "Eleven clerks" in out
    assert "Lindqvar" not in out


def test_events_are_asked_by_codes_and_groups_of_ones_own(sayso, path, tmp_path):
    (tmp_path / "t.csv").write_text("type,mode,code,label\nASSAULT,,V,violence\n", encoding="utf-8")
    (tmp_path / "o.csv").write_text("outlet,group\nSill Courier,coast\n", encoding="utf-8")
    lists = ("--types", tmp_path / "t.csv", "--outlets", tmp_path / "o.csv")
    called = sayso("ask", "did", "--code", "V", "--group", "coast", "--json", "--ledger", path, *lists)
    rows = [json.loads(line) for line in called.out.splitlines()]
    assert {(row["type"], row["code"], row["outlet"]) for row in rows} == {("ASSAULT", "V", "Sill Courier")}
    (tmp_path / "t.csv").write_text("type,code\nASSAULT,\nATTACK,V\n", encoding="utf-8")
    wrong = sayso("ask", "did", "--ledger", path, *lists)
    assert wrong.code == 3
    assert [line.split(".csv:")[1].split(":")[0] for line in wrong.err.splitlines()] == ["2", "3"]
