"""Statements against gold attributions: reads the gold's articles, writes the predictions, prints what the scorer prints.

python -m eval.attribution GOLD.jsonl [--limit N] [--univocal] [--out FILE]

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

from sayso.bind import chains
from sayso.lexicon import Lexicon
from sayso.model import Document, Record, Statement, document_id
from sayso.read import statements
from sayso.text.parse import Engine
from sayso.text.parsing import parse
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


def statements_of(text: str, engine: Engine, lexicon: Lexicon) -> list[Statement]:
    """The statements of one text, bound to each other."""
    document = Document(id=document_id(text), text=text, origin="", sha256="")
    parsed = parse(document, next(engine.analyse([document])), lexicon)
    found: tuple[Record, ...] = tuple(statements.read(parsed, lexicon))
    return [record for record in chains.bind(parsed, found, lexicon) if isinstance(record, Statement)]


def predictions(articles: Iterable[dict[str, Any]], engine: Engine, lexicon: Lexicon) -> Iterator[dict[str, Any]]:
    """One {"id", "statements"} an article, as the scorer wants them."""
    for article in articles:
        found = statements_of(article["text"], engine, lexicon)
        yield {"id": article["id"], "statements": msgspec.to_builtins(found)}


def main() -> None:
    """Read, write, score, print."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("gold", type=pathlib.Path)
    options.add_argument("--limit", type=int)
    options.add_argument("--univocal", action="store_true")
    options.add_argument("--out", type=pathlib.Path, default=PROJECT / "out" / "attribution.jsonl")
    given = options.parse_args()
    gold = [json.loads(line) for line in given.gold.read_text(encoding="utf-8").splitlines()][: given.limit]
    read = list(predictions(gold, SpacyEngine(), Lexicon.load()))
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_text("".join(json.dumps(row) + "\n" for row in read), encoding="utf-8")
    by_id = {row["id"]: row["statements"] for row in read}
    print(json.dumps(scorer("attribution").score(gold, by_id, univocal=given.univocal)))


if __name__ == "__main__":
    main()
