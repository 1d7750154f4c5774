"""Adding on several cores against the sum of its parts: reading, writing and linking, each alone.

python -m bench.adding PATH… [--limit 60] [--workers 2]

Compared is process time, as a busy machine makes wall time say little: that of `sayso add` with all its processes, against that of reading the same
articles in one process, writing what was read into a ledger, and linking it. Wall time of adding is beside it, and what it would be at best.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")

from bench.reading import documents
from sayso.cli.link import linked
from sayso.ledger import Ledger
from sayso.model import Document, Record
from sayso.run import Reader


def spent(work: Callable[[], object]) -> float:
    """Seconds of process time that a call takes."""
    started = process_time()
    work()
    return process_time() - started


def children() -> float:
    """Seconds of process time of this process's children that have ended, and of theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def parts(articles: list[Document], ledger: Path) -> dict[str, float]:
    """Process time of each part, alone in this process."""
    out: dict[str, float] = {}
    readers: list[Reader] = []
    out["loading"] = spent(lambda: readers.append(Reader.load()))
    found: list[tuple[Record, ...]] = []
    out["reading"] = spent(lambda: found.extend(readers[0].read_many(articles)))
    with Ledger(ledger) as opened:
        pairs = list(zip(articles, found, strict=True))
        out["writing"] = spent(lambda: [opened.write(one, records, reader=readers[0].name) for one, records in pairs])
        out["linking"] = spent(lambda: linked(opened))
    return out


def main() -> None:
    """The command line described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--limit", type=int, default=60)
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    articles = documents(asked.paths, asked.limit)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in.jsonl"
        lines = [json.dumps({"text": one.text, "outlet": one.outlet, "date": one.published, "url": one.url}) for one in articles]
        source.write_text("\n".join(lines), encoding="utf-8")
        before, started = children(), perf_counter()
        call = ["-m", "sayso.cli.main", "add", str(source), "--ledger", f"{folder}/added.sayso", "--workers", str(asked.workers)]
        subprocess.run([sys.executable, *call], check=True, stdout=subprocess.DEVNULL)
        wall, whole = perf_counter() - started, children() - before
        alone = parts(documents([source], len(articles)), Path(folder) / "parts.sayso")
    loads = alone.pop("loading")
    total = sum(alone.values()) + asked.workers * loads
    print(f"{len(articles)} articles, {asked.workers} workers: {whole:.1f} s of process time in {wall:.1f} s")
    print(
        f"parts: {', '.join(f'{name} {seconds:.1f} s' for name, seconds in alone.items())}, loading {loads:.1f} s a worker: {total:.1f} s"
    )
    best = alone["reading"] / asked.workers + alone["writing"] + alone["linking"] + loads
    print(f"{whole / total:.2f} times the sum of its parts; wall time at best {best:.1f} s")


if __name__ == "__main__":
    main()
