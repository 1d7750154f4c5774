"""A run on Ray ends with the bytes of a run in one process, also where a worker is killed."""

import importlib.util
import os
import subprocess
import sys

import msgspec
import pytest

from sayso.errors import UsageError
from sayso.scale.engines.here import Here
from sayso.scale.running import Run
from tests.crew import fakes
from tests.scale import made

pytestmark = pytest.mark.skipif(importlib.util.find_spec("pyarrow") is None, reason="needs sayso[parquet]")

RAY = importlib.util.find_spec("ray") is not None


@pytest.mark.skipif(not RAY, reason="ray is not installed")
def test_a_worker_of_a_cluster_that_is_killed_loses_nothing_and_is_told_of(tmp_path):
    source = made.collection(tmp_path, words="STRIKE")
    made.run(tmp_path / "here", source, Here(fakes.load))
    call = [sys.executable, "-m", "tests.scale.cluster_run", str(tmp_path / "ray"), str(source), str(tmp_path / "memory")]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "RAY_USAGE_STATS_ENABLED": "0"}
    ended = subprocess.run(call, env=environment, capture_output=True, timeout=600)
    assert ended.returncode == 0, ended.stderr
    done = msgspec.json.decode(ended.stdout.splitlines()[-1], type=Run)
    assert (done.lost, done.undone) == (("records/000000-000001: a worker died over it",), ())
    assert made.files(tmp_path / "ray") == made.files(tmp_path / "here")


def test_without_ray_it_is_told_what_to_install(monkeypatch):
    from sayso.scale.engines import cluster

    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(UsageError, match=r"pip install 'sayso\[ray\]'"):
        cluster.Cluster(1)
