"""SQL over a run reads its shards and nothing else."""

import importlib.util

import pytest

from sayso.errors import UsageError
from sayso.scale.asking import ask
from sayso.scale.engines.here import Here
from tests.crew import fakes
from tests.scale import made

pytestmark = pytest.mark.skipif(importlib.util.find_spec("pyarrow") is None, reason="needs sayso[parquet]")

pytest.importorskip("duckdb")


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sql")
    made.run(folder / "it's", made.collection(folder, many=25), Here(fakes.load), articles=20)
    return folder / "it's"


def test_every_table_can_be_asked_with_the_shard_of_each_row(run):
    found = ask(run, "SELECT outlet, count(*) AS many FROM documents GROUP BY outlet ORDER BY outlet")
    assert (found.columns, list(found.rows)) == (
        ("outlet", "many"),
        [("Coast Courier 0", 9), ("Coast Courier 1", 9), ("Coast Courier 2", 8)],
    )
    assert list(ask(run, "SELECT DISTINCT shard FROM statements WHERE quote LIKE '% 22.'").rows) == [("000000-000001",)]
    assert list(ask(run, "SELECT count(*) FROM problems").rows) == [(2,)]


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_text('/etc/hostname')",
        "COPY documents TO '{run}/x.csv'",
        "SELECT 1; SELECT 2",
        "SET enable_external_access = true",
        "ATTACH '{run}/x.db'",
        "SELEKT",
        "SELECT nothing FROM documents",
        "SELECT CAST(text AS INTEGER) FROM documents",
    ],
)
def test_what_is_no_select_or_reaches_elsewhere_is_refused(run, sql):
    with pytest.raises(UsageError, match="sayso scale sql: "):
        list(ask(run, sql.format(run=run)).rows)
    assert not list(run.glob("x.*"))


def test_a_folder_without_a_run_is_refused(tmp_path):
    with pytest.raises(UsageError, match="no run of sayso scale"):
        ask(tmp_path, "SELECT 1")
