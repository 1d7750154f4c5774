"""`export` writes every format, whole or not at all."""

import json

import pytest

from tests.export.made import articles, ledger


@pytest.fixture
def path(tmp_path):
    return ledger(tmp_path / "a.sayso")


@pytest.mark.parametrize("format", ["csv", "jsonl", "webannotation", "ftm", "markdown", "html"])
def test_a_stream_goes_to_the_terminal_and_into_a_file_alike(sayso, path, tmp_path, format):
    shown = sayso("export", "--format", format, "--ledger", path)
    written = sayso("export", "--format", format, "--ledger", path, "--out", tmp_path / "out.x")
    assert shown.code == written.code == 0
    assert (tmp_path / "out.x").read_bytes().decode() == shown.out != ""
    assert sorted(file.name for file in tmp_path.iterdir() if file.name.startswith("out")) == ["out.x"]


def test_polecat_comes_with_its_evidence(sayso, path, tmp_path):
    assert sayso("export", "--format", "polecat", "--ledger", path, "--out", tmp_path / "events.txt").code == 0
    rows, evidence = (
        (tmp_path / name).read_text(encoding="utf-8").splitlines() for name in ("events.txt", "events.evidence.txt")
    )
    told = [record for article in articles() for record, _ in article.events() if record.status != "CT-"]
    assert len(rows) == len(evidence) == 1 + len(told) >= 5
    assert {row.split("\t")[0] for row in rows} == {row.split("\t")[0] for row in evidence}
    assert {row.count("\t") for row in rows} == {39}


def test_brat_is_a_folder_with_every_text(sayso, path, tmp_path):
    assert sayso("export", "--format", "brat", "--ledger", path, "--out", tmp_path / "brat").code == 0
    names = sorted(file.suffix for file in (tmp_path / "brat").iterdir())
    assert names == [".ann", ".ann", ".ann", ".conf", ".txt", ".txt", ".txt"]


def test_parquet_is_a_file_of_rows(sayso, path, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    out = tmp_path / "events.parquet"
    assert sayso("export", "--format", "parquet", "--of", "events", "--ledger", path, "--out", out).code == 0
    assert parquet.read_table(out).column("reality").to_pylist().count("denied") == 1


def test_only_what_is_asked_for_is_given_away(sayso, path):
    rows = [json.loads(line) for line in sayso("export", "--format", "jsonl", "--act", "deny", "--ledger", path).out.splitlines()]
    assert [row["speaker"] for row in rows] == ["Orrin"]
    events = sayso("export", "--format", "jsonl", "--of", "events", "--act", "deny", "--ledger", path).out.splitlines()
    assert [json.loads(line)["trigger"] for line in events] == ["shelled"]
    assert sayso("export", "--format", "jsonl", "--in", "Upper", "--ledger", path).out == ""


@pytest.mark.parametrize(
    "wrong",
    [
        ("--format", "word"),
        ("--format", "csv", "--of", "dreams"),
        ("--format", "brat"),
        ("--format", "jsonl", "--raw"),
        ("--format", "csv", "--out", "no/such/folder/x"),
    ],
    ids=" ".join,
)
def test_a_wrong_call_is_told_and_writes_nothing(sayso, path, wrong):
    assert sayso("export", *wrong, "--ledger", path).code == 2


def test_what_is_there_already_is_never_written_over(sayso, path, tmp_path):
    (tmp_path / "kept.csv").write_text("mine")
    assert sayso("export", "--format", "csv", "--ledger", path, "--out", tmp_path / "kept.csv").code == 2
    assert (tmp_path / "kept.csv").read_text() == "mine"
