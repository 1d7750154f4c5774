"""Whole readings against our own gold: statements and chains, events, forecasts.

    python -m eval.whole --part dev [--limit N]

Lays the gold out under `out/`, reads its texts as `sayso read --json` would, and prints what the shared `score/whole.py` prints.
The split (`eval/gold/split.json`) is by outlet; the test part is for the last measurement before a release, never for choosing.
"""

import argparse
import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from eval import shared
from eval.gold import keep
from sayso.intake import Given, open_path
from sayso.model import Document
from sayso.run import Reader


def meta(name: str) -> dict[str, Any]:
    """What the shared folder knows of an article (outlet, date), empty where it keeps no note."""
    file = (shared.folder() or Path()) / "data" / "gold" / f"{name}.meta.json"
    return dict(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else {}


def documents(folder: Path, limit: int | None = None) -> Iterator[Document]:
    """The texts of a laid-out gold folder, with outlet and date as given."""
    for file in sorted(folder.glob("*.txt"))[:limit]:
        note = meta(file.stem)
        given = Given(published=note.get("date"), outlet=note.get("source"))
        yield from (found for found in open_path(file, given) if isinstance(found, Document))


def lines(documents: Iterator[Document]) -> Iterator[bytes]:
    """Records of the documents as JSON, the document itself first."""
    reader = Reader.load()
    for document in documents:
        yield msgspec.json.encode(document)
        yield from (msgspec.json.encode(record) for record in reader.read(document))


def laid_out(part: str, limit: int | None) -> Path:
    """A fresh folder with the gold of one part, cut to its first `limit` texts."""
    folder = shared.PROJECT / "out" / f"gold-{part}"
    shutil.rmtree(folder, ignore_errors=True)
    keep.lay_out(folder, part)
    beyond = sorted(folder.glob("*.txt"))[limit:] if limit else []
    for file in beyond:
        for part_of in folder.glob(f"{file.stem}.*"):
            part_of.unlink()
    return folder


def main() -> None:
    """The command line described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=["train", "dev", "test"], default="dev")
    parser.add_argument("--limit", type=int)
    asked = parser.parse_args()
    folder = laid_out(asked.part, asked.limit)
    read = folder.with_suffix(".jsonl")
    with read.open("wb") as out:
        out.writelines(line + b"\n" for line in lines(documents(folder)))
    sys.stdout.flush()
    shared.scorer("whole").main(str(folder), str(read))


if __name__ == "__main__":
    main()
