"""A run on Ray as a process of its own, as Ray leaves its own loose ends: `python -m tests.scale.cluster_run FOLDER SOURCE MEMORY`."""

import sys
from pathlib import Path

import msgspec

from sayso.scale.engines.cluster import Cluster
from tests.scale import made

if __name__ == "__main__":
    folder, source, memory = map(Path, sys.argv[1:])
    print(msgspec.json.encode(made.run(folder, source, Cluster(2, made.struck(memory)))).decode())
