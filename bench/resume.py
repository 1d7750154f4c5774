"""Kills `sayso add` at random moments and shows that the ledger ends as if nothing had happened.

python -m bench.resume PATH… [--kills 5] [--seed 1] [--workers 2]
"""

import argparse
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter, sleep

from tests.ledger.content import content

from sayso.errors import LedgerError
from sayso.ledger import View


def add(ledger: Path, paths: list[str], workers: int) -> "subprocess.Popen[bytes]":
    """A run of `sayso add` that has been started."""
    call = [sys.executable, "-m", "sayso.cli.main", "add", *paths, "--ledger", str(ledger), "--workers", str(workers)]
    return subprocess.Popen(call, stdout=subprocess.DEVNULL)


def until(ledger: Path, run: "subprocess.Popen[bytes]", number: int) -> None:
    """Nothing; so many documents are in the ledger, or the run has ended."""
    while run.poll() is None and documents(ledger) < number:
        sleep(0.2)


def documents(ledger: Path) -> int:
    """How many documents stand in the ledger, none while it is being made."""
    try:
        with View(ledger) as view:
            return view.counts()["documents"]
    except LedgerError:
        return 0


def main() -> None:
    """The command line described above; ends with 1 where the two ledgers differ."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    with tempfile.TemporaryDirectory() as folder:
        once, killed = Path(folder) / "once.sayso", Path(folder) / "killed.sayso"
        started = perf_counter()
        add(once, asked.paths, asked.workers).wait()
        whole = perf_counter() - started
        print(f"undisturbed: {whole:.1f} s, {len(content(once)[0])} documents")
        total = len(content(once)[0])
        for number in range(asked.kills):
            run = add(killed, asked.paths, asked.workers)
            until(killed, run, chance.randrange(total * number // asked.kills, total * (number + 1) // asked.kills))
            sleep(chance.uniform(0, 1))
            run.kill()
            print(f"killed ({run.wait()}): {documents(killed)} documents", flush=True)
        add(killed, asked.paths, asked.workers).wait()
        same = content(once) == content(killed)
        print(f"resumed to the end: {len(content(killed)[0])} documents, the ledgers {'are equal' if same else 'DIFFER'}")
    sys.exit(not same)


if __name__ == "__main__":
    main()
