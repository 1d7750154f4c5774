"""`release` makes a folder once, of what was asked for."""

import json

import pytest

from tests.release.made import ledger


@pytest.fixture
def path(tmp_path):
    return ledger(tmp_path / "a.sayso")


def test_a_release_tells_what_it_holds(sayso, path, tmp_path):
    called = sayso("release", tmp_path / "r", "--ledger", path, "--date", "2031-05-01", "--no-parquet", "--json")
    made = json.loads(called.out)
    assert (called.code, made["date"], made["counts"]["documents"]) == (0, "2031-05-01", 3)
    assert sayso("release", tmp_path / "r", "--ledger", path).code == 2


def test_the_query_that_chose_is_kept(sayso, path, tmp_path):
    assert sayso("release", tmp_path / "r", "--ledger", path, "--act", "deny", "--no-parquet").code == 0
    package = json.loads((tmp_path / "r" / "datapackage.json").read_text(encoding="utf-8"))
    assert package["sayso"]["query"] == {"act": "deny"}
    assert package["sayso"]["counts"]["statements"] == 1
