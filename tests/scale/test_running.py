"""Whoever does the tasks and whatever happens to them, a run ends with the same bytes, and says what happened."""

import errno
import importlib.util
import os

import pytest

from sayso.errors import LedgerError, UsageError
from sayso.scale import folder as folders
from sayso.scale.columns import rows
from sayso.scale.engines.here import Here
from sayso.scale.engines.local import Local
from sayso.scale.plan import load
from sayso.scale.running import checked, state
from tests.crew import fakes
from tests.scale import made

pytestmark = pytest.mark.skipif(importlib.util.find_spec("pyarrow") is None, reason="needs sayso[parquet]")


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    return made.collection(tmp_path_factory.mktemp("in"), words="STRIKE")


@pytest.fixture(scope="module")
def once(source, tmp_path_factory):
    """A run in one process, undisturbed."""
    folder = tmp_path_factory.mktemp("once") / "run"
    return folder, made.run(folder, source, Here(fakes.load))


def test_every_article_is_read_or_a_problem_with_its_reason(once, source):
    folder, done = once
    assert done.counts == {
        "articles": {"inputs": 1, "articles": 71, "problems": 1},
        "records": {"documents": 70, "problems": 1, "statement": 140},
    }
    problems = [row for place in folder.glob("*/*/problems.parquet") for row in rows(place)]
    reasons = {row["origin"].rpartition("#")[2]: row["why"] for row in problems}
    assert reasons.pop("71") == "the reading process died (exit code 9)"
    assert [why.startswith(f"{source}") for why in reasons.values()] == [True]


def test_two_processes_write_what_one_writes_byte_for_byte(once, source, tmp_path):
    done = made.run(tmp_path / "run", source, Local(2, fakes.load))
    assert done == once[1]
    assert made.files(tmp_path / "run") == made.files(once[0])


def test_a_worker_that_is_killed_loses_nothing_and_is_told_of(once, source, tmp_path):
    done = made.run(tmp_path / "run", source, Local(2, made.struck(tmp_path / "memory")))
    assert (tmp_path / "memory").exists()
    assert done.lost == ("records/000000-000001: a worker died over it (exit code -9)",)
    assert made.files(tmp_path / "run") == made.files(once[0])


def test_a_shard_that_kills_every_worker_is_reported_and_the_rest_is_done(source, tmp_path):
    done = made.run(tmp_path / "run", source, Local(1, made.struck(None)))
    assert done.lost == ("records/000000-000001: a worker died over it (exit code -9)",) * 3
    assert done.undone == done.lost[:1]
    assert done.counts["records"]["documents"] == 50


def test_a_worker_that_fails_once_loses_nothing(once, source, tmp_path, monkeypatch):
    folder, synced, met = tmp_path / "run", folders.sync, []

    def failing(path):
        if "000000-000002" in str(path) and not met:
            met.append(path)
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        synced(path)

    monkeypatch.setattr(folders, "sync", failing)
    done = made.run(folder, source, Here(fakes.load))
    assert (done.lost, done.undone) == (("records/000000-000002: Input/output error",), ())
    assert made.files(folder) == made.files(once[0])


def test_a_run_goes_on_where_it_was_and_does_nothing_twice(once, source, tmp_path):
    folder = tmp_path / "run"
    made.run(folder, source, Here(fakes.load))
    for name in ("000000-000001", "000000-000003"):
        os.rename(folder / "records" / name, tmp_path / name)
    assert state(folder, load(folder)).stages == {"articles": (1, 1), "records": (2, 4)}
    done = made.run(folder, source, Here(fakes.load))
    assert (done.made, done.whole) == (2, 3)
    assert made.files(folder) == made.files(once[0])


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("records/000000-000002/records.parquet", "records.parquet is not what was written"),
        ("records/000000-000000/manifest.json", "no manifest that can be read"),
        ("articles/000000/articles-000001.parquet", "articles-000001.parquet is not what was written"),
    ],
)
def test_a_damaged_shard_is_found_and_made_again(once, source, tmp_path, name, told):
    folder = tmp_path / "run"
    made.run(folder, source, Here(fakes.load))
    (folder / name).write_bytes((folder / name).read_bytes()[:-9] + b"damaged!!")
    assert checked(folder, load(folder)) == [f"{name.rpartition('/')[0]}: {told}"]
    assert made.run(folder, source, Here(fakes.load)).again == (f"{name.rpartition('/')[0]}: {told}",)
    assert made.files(folder) == made.files(once[0])


def test_a_full_disk_is_told_leaves_no_half_shard_and_loses_nothing(once, source, tmp_path, monkeypatch):
    folder, synced = tmp_path / "run", folders.sync

    def full(path):
        if "000000-000002" in str(path):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        synced(path)

    monkeypatch.setattr(folders, "sync", full)
    with pytest.raises(LedgerError, match="No space left on device, at records/000000-000002: make room"):
        made.run(folder, source, Here(fakes.load))
    assert sorted(place.name for place in (folder / "records").iterdir()) == ["000000-000000", "000000-000001"]
    monkeypatch.setattr(folders, "sync", synced)
    made.run(folder, source, Here(fakes.load))
    assert made.files(folder) == made.files(once[0])


def test_a_folder_of_another_run_is_refused(once, source, tmp_path):
    with pytest.raises(UsageError, match="other options: go on with the same, or take another folder"):
        made.run(once[0], source, Here(fakes.load), articles=7)
    other = made.collection(tmp_path, many=3)
    with pytest.raises(UsageError, match="other inputs"):
        made.run(once[0], other, Here(fakes.load))
