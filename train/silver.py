"""Statements of unannotated news as the whole reader finds them: lessons for the next network.

    python -m train.silver OUT.jsonl [--package FOLDER] [--articles 600] [--sure 0.6]

Teacher is the reading as it ships, rules and encoder together; the pupil is the encoder alone, on outlets, years and topics that
PolNeAR lacks. Statements below `sure` teach nothing: their cues are left open. Articles of the gold and their copies are left out.
"""

import argparse
import gzip
import json
import pathlib
from collections.abc import Iterator

from sayso import run
from sayso.model import Document, Statement
from sayso.text.encoder_engine import EncoderEngine
from sayso.text.encoder_network import load_reader
from sayso.text.spacy_engine import SpacyEngine
from train.data import SHARED, SPLIT

LONGEST, SHORTEST, SHINGLE, SAME = 9000, 800, 8, 0.2


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Runs of eight words of a text."""
    words = text.lower().split()
    return frozenset(tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))


def candidates(wanted: int, begin: int) -> Iterator[tuple[str, str]]:
    """Ids and texts, evenly over the corpus, none of the gold and no copy of it."""
    names = {name for part in json.loads(SPLIT.read_text(encoding="utf-8")).values() if isinstance(part, list) for name in part}
    with gzip.open(SHARED / "data/corpora/news12k.jsonl.gz", "rt", encoding="utf-8") as f:
        rows = [json.loads(line) for line in f]
    held = frozenset().union(*(shingles(r["text"]) for r in rows if r["id"] in names))
    fit = [r for r in rows if r["id"] not in names and SHORTEST <= len(r["text"]) <= LONGEST]
    for row in fit[begin :: max(1, len(fit) // wanted)][:wanted]:
        found = shingles(row["text"])
        if len(found & held) < SAME * max(len(found), 1):
            yield row["id"], row["text"]


def lesson(statement: Statement, sure: float) -> dict[str, object]:
    """A statement as training data; an unsure one gives its cue alone, which teaches nothing either way."""
    row: dict[str, object] = {"source": [], "cue": statement.cue, "content": [], "sure": statement.score >= sure}
    if statement.score >= sure:
        row |= {"source": statement.source, "content": statement.content, "act": statement.act, "core": statement.core}
    return row


def reader(package: str) -> run.Reader:
    """The whole reader, with the weights of a folder where one is named."""
    whole = run.Reader.load()
    if not package:
        return whole
    return run.Reader(EncoderEngine(SpacyEngine(), load_reader(pathlib.Path(package))), whole.lexicon)


def main() -> None:
    """Write {"id", "text", "statements"} a line; the file holds publishers' words and stays out of the repository."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("out")
    p.add_argument("--package", default="")
    p.add_argument("--articles", type=int, default=600)
    p.add_argument("--begin", type=int, default=0, help="the first article taken, so that two runs take different ones")
    p.add_argument("--sure", type=float, default=0.6)
    args = p.parse_args()
    whole = reader(args.package)
    with open(args.out, "w", encoding="utf-8") as out:
        for name, text in candidates(args.articles, args.begin):
            records = whole.read(Document(id=name, text=text, origin=name, sha256=""))
            statements = [lesson(r, args.sure) for r in records if isinstance(r, Statement)]
            out.write(json.dumps({"id": name, "text": text, "statements": statements}) + "\n")


if __name__ == "__main__":
    main()
