"""`sayso scale` at the command line."""

import importlib.util
import json

import pytest

from sayso.cli import scale
from sayso.scale.engines.local import Local
from tests.crew import fakes
from tests.scale import made

pytestmark = pytest.mark.skipif(importlib.util.find_spec("pyarrow") is None, reason="needs sayso[parquet]")


@pytest.fixture
def run(tmp_path, monkeypatch):
    """The arguments of a run whose articles are read with the one rule of tests.crew.fakes."""
    monkeypatch.setattr(scale, "engine_of", lambda *_: Local(1, fakes.load))
    return ["scale", "run", made.collection(tmp_path, many=9), "--out", tmp_path / "run", "--no-link"]


def test_a_run_tells_what_it_made_and_can_be_looked_at_asked_and_brought_into_a_ledger(sayso, run, tmp_path):
    told = sayso(*run)
    assert told.code == 0
    assert told.out.splitlines()[0] == "2 shards made, 0 whole already, 0 tried again, 0 shards undone"
    assert told.err.splitlines()[-1] == "records/000000-000000: made (1 of 1)"
    assert json.loads(sayso(*run, "--json").out)["whole"] == 2
    status = sayso("scale", "status", tmp_path / "run").out.splitlines()
    assert status[:2] == ["articles: 1 of 1 shards", "records: 1 of 1 shards"]
    assert sayso("scale", "check", tmp_path / "run").out == f"{tmp_path / 'run'}: every shard is whole\n"
    brought = json.loads(sayso("scale", "into", tmp_path / "run", tmp_path / "a.sayso", "--no-link", "--json").out)
    assert (brought["new"], brought["set_aside"], brought["reader"]) == (9, 2, "fake/1")


def test_a_damaged_shard_ends_check_with_its_code_and_is_named(sayso, run, tmp_path):
    sayso(*run)
    (tmp_path / "run" / "records" / "000000-000000" / "records.parquet").unlink()
    told = sayso("scale", "check", tmp_path / "run")
    assert (told.code, told.out) == (8, "records/000000-000000: records.parquet is missing\n")


def test_sql_answers_as_lines_json_or_csv(sayso, run, tmp_path):
    pytest.importorskip("duckdb")
    sayso(*run)
    query = ("scale", "sql", tmp_path / "run", "SELECT outlet, count(*) AS many FROM documents GROUP BY 1 ORDER BY 1 LIMIT 1")
    assert sayso(*query).out == "outlet\tmany\nCoast Courier 0\t4\n"
    assert sayso(*query, "--json").out == '{"outlet":"Coast Courier 0","many":4}\n'
    assert sayso(*query, "--csv").out.splitlines() == ["outlet,many", "Coast Courier 0,4"]


def test_an_engine_that_is_none_is_refused(sayso, tmp_path):
    (tmp_path / "a.txt").write_text("The ferry to Vellin was late.")
    told = sayso("scale", "run", tmp_path / "a.txt", "--out", tmp_path / "run", "--engine", "steam")
    assert (told.code, told.err) == (2, "sayso: --engine steam: local or ray; --address goes with ray\n")
