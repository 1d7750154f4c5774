"""A run by processes of this machine and one by a Ray cluster of two nodes on it, one worker killed in the middle: the same bytes?

python -m bench.cluster FILE.jsonl[.gz] [--limit 600] [--workers 4] [--articles 20] [--folder DIR]     needs sayso[ray]; ends with 1 where they differ
"""

import argparse
import gzip
import importlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from time import perf_counter, sleep

from sayso.scale.plan import load
from sayso.scale.running import state

MARK = "SAYSO_BENCH_CLUSTER"
"""A variable that the nodes and their workers inherit, so that none but ours is ever killed."""


def first(path: Path, limit: int, out: Path) -> Path:
    """A file of the first lines of another."""
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as lines:
        out.write_bytes(b"".join(islice(lines, limit)))
    return out


def keyed(mark: str) -> dict[str, str]:
    """What lets a process into our cluster: Ray's own keys differ from one way of starting it to another."""
    return {"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": mark * 2, "RAY_USAGE_STATS_ENABLED": "0", "RAY_worker_niceness": "0"}


def run(source: Path, out: Path, mark: str, *more: str) -> "subprocess.Popen[bytes]":
    """A run of `sayso scale run` that has been started."""
    call = [sys.executable, "-m", "sayso.cli.main", "scale", "run", str(source), "--out", str(out), "--seconds", "600", *more]
    return subprocess.Popen(call, env=os.environ | keyed(mark), stderr=subprocess.DEVNULL)


@contextmanager
def cluster(cores: int, mark: str) -> Iterator[str]:
    """The address of a cluster of two nodes with so many cores each, ended afterwards."""
    host = str(importlib.import_module("ray.util").get_node_ip_address())
    with socket.socket() as free:
        free.bind((host, 0))
        address = f"{host}:{free.getsockname()[1]}"
    call = [str(Path(sys.executable).with_name("ray")), "start", "--block", "--num-cpus", str(cores), "--disable-usage-stats"]
    head = ["--head", "--node-ip-address", host, "--port", address.rpartition(":")[2], "--include-dashboard", "false"]
    environment = os.environ | {MARK: mark} | keyed(mark)
    nodes = []
    try:
        for more in (head, ["--address", address]):
            nodes.append(subprocess.Popen([*call, *more], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
            sleep(25)  # until it answers
        yield address
    finally:
        for node in reversed(nodes):
            node.terminate()
            node.wait()


def workers(mark: str) -> list[int]:
    """The processes of our cluster's actors."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            ours = f"{MARK}={mark}".encode() in (place / "environ").read_bytes()
            if ours and (place / "cmdline").read_bytes().startswith(b"ray::Worker"):
                found.append(int(place.name))
        except OSError:
            continue  # it has ended, or is not ours
    return sorted(found)


def kill_one(out: Path, mark: str, running: "subprocess.Popen[bytes]") -> str:
    """What was killed, once a third of the shards is made."""
    while running.poll() is None:
        there, of = state(out, load(out)).stages.get("records", (0, 1)) if (out / "plan.json").exists() else (0, 1)
        if there >= of / 3 and (found := workers(mark)):
            os.kill(found[0], signal.SIGKILL)
            return f"killed worker {found[0]} of {found} after {there} of {of} shards"
        sleep(0.5)
    return "no worker was killed: the run was over"


def files(folder: Path) -> dict[str, bytes]:
    """The bytes of each file of a run."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def main() -> None:
    """The command line described above; ends with 1 where the two runs differ."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--limit", type=int, default=600)
    parser.add_argument("--workers", type=int, default=4)
    parser.add_argument("--articles", type=int, default=20)
    parser.add_argument("--folder", type=Path, help="keep both runs here; what is whole there is passed over")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder, mark = asked.folder or Path(temporary), uuid.uuid4().hex
        folder.mkdir(exist_ok=True)
        source = first(asked.path, asked.limit, folder / "in.jsonl")
        started = perf_counter()
        run(source, folder / "local", mark, "--workers", "2", "--articles", str(asked.articles)).wait()
        print(f"processes: {perf_counter() - started:.0f} s", flush=True)
        with cluster(asked.workers // 2, mark) as address:
            started = perf_counter()
            more = ("--engine", "ray", "--address", address, "--workers", str(asked.workers), "--articles", str(asked.articles))
            running = run(source, folder / "ray", mark, *more)
            print(kill_one(folder / "ray", mark, running), flush=True)
            code = running.wait()
        print(f"cluster: {perf_counter() - started:.0f} s, ended with {code}")
        one, two = files(folder / "local"), files(folder / "ray")
        size = sum(map(len, one.values()))
        print(
            f"{len(one)} files, {size / 1e6:.1f} MB, {size / asked.limit / 1e3:.1f} kB an article: {'the same bytes' if one == two else 'THEY DIFFER'}"
        )
    sys.exit(one != two)


if __name__ == "__main__":
    main()
