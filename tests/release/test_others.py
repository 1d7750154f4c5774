"""Programs that know nothing of sayso read a release as it was written."""

import pytest

from tests.release.made import ledger, released
from tests.release.test_making import table


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    pytest.importorskip("pyarrow")
    place = tmp_path_factory.mktemp("others")
    released(ledger(place / "a.sayso"), place / "r", parquet=True)
    return place / "r"


@pytest.mark.parametrize(
    "name", ["documents", "statements", "events", "forecasts", "actors", "sources", "links", "verdicts", "ratings"]
)
def test_duckdb_reads_every_table(folder, name):
    duckdb = pytest.importorskip("duckdb")
    rows = duckdb.sql("SELECT * FROM read_parquet($file)", params={"file": str(folder / "data" / f"{name}.parquet")})
    assert rows.columns == list(header(folder, name))
    assert len(rows.fetchall()) == len(table(folder, name))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_polars_reads_every_table_and_counts_alike(folder):
    polars = pytest.importorskip("polars")
    for name in ("statements", "events", "sources"):
        frame = polars.read_parquet(folder / "data" / f"{name}.parquet")
        assert (frame.columns, frame.height) == (list(header(folder, name)), len(table(folder, name)))
    events = polars.read_parquet(folder / "data" / "events.parquet").group_by("plover").len().sort("plover")
    assert events["len"].sum() == len(table(folder, "events"))
    assert events["plover"].to_list() == sorted({row["plover"] for row in table(folder, "events")})


def header(folder, name):
    """The columns of a table as its CSV has them."""
    return (folder / "data" / f"{name}.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
