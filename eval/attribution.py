"""Statements against gold attributions: reads the gold's articles, writes the predictions, prints what the scorer prints.

python -m eval.attribution GOLD.jsonl [--limit N] [--univocal] [--rules] [--out FILE]

The scorer is `score/attribution.py` of the folder named by SAYSO_SHARED, else of `shared` beside the project.
"""

import argparse
import importlib.util
import json
import os
import pathlib
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any

import msgspec

from sayso.lexicon import Lexicon
from sayso.model import Document, Statement, document_id
from sayso.run import Reader
from sayso.text.spacy_engine import SpacyEngine

PROJECT = pathlib.Path(__file__).resolve().parent.parent


def shared() -> pathlib.Path:
    """The folder with data and scorers."""
    return pathlib.Path(os.environ.get("SAYSO_SHARED", PROJECT.parent / "shared"))


def scorer(name: str) -> ModuleType:
    """The scorer of that name, loaded from its file."""
    path = shared() / "score" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: no such scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predictions(articles: Iterable[dict[str, Any]], reader: Reader) -> Iterator[dict[str, Any]]:
    """One {"id", "statements"} an article, as the scorer wants them."""
    for article in articles:
        document = Document(id=document_id(article["text"]), text=article["text"], origin="", sha256="")
        found = [record for record in reader.read(document) if isinstance(record, Statement)]
        yield {"id": article["id"], "statements": msgspec.to_builtins(found)}


def main() -> None:
    """Read, write, score, print."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("gold", type=pathlib.Path)
    options.add_argument("--limit", type=int)
    options.add_argument("--univocal", action="store_true")
    options.add_argument("--rules", action="store_true", help="without the encoder, whatever is installed")
    options.add_argument("--out", type=pathlib.Path, default=PROJECT / "out" / "attribution.jsonl")
    given = options.parse_args()
    gold = [json.loads(line) for line in given.gold.read_text(encoding="utf-8").splitlines()][: given.limit]
    reader = Reader(SpacyEngine(), Lexicon.load()) if given.rules else Reader.load()
    read = list(predictions(gold, reader))
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_text("".join(json.dumps(row) + "\n" for row in read), encoding="utf-8")
    by_id = {row["id"]: row["statements"] for row in read}
    print(json.dumps(scorer("attribution").score(gold, by_id, univocal=given.univocal)))


if __name__ == "__main__":
    main()
