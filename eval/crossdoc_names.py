"""Whom mentions stand for, against News-Fair's links to Wikidata, as far as the lexicon has the entity under its Wikidata name.

python -m eval.crossdoc_names data/crossdoc/el_newsfair_v2.dev.jsonl [--limit 40]

A gold mention (names, descriptions and pronouns in the evaluated part of each text) is right where a mention of ours overlaps it and the
fullest name of its actor is of the same entry of the lexicon; wrong where it is of another. Prints counts and precision, recall, F1.
"""

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from eval import shared
from eval.coreference import f1
from sayso.lexicon import Lexicon
from sayso.link import identity
from sayso.model import Document, Mention, document_id
from sayso.model.span import overlaps
from sayso.run import Reader


def entry(name: str, lexicon: Lexicon) -> str | None:
    """The lexicon's name of whoever is called so, None where it has nobody."""
    found = identity.known(name, lexicon)
    return found[0].name if found else None


def judged(row: Mapping[str, Any], reader: Reader) -> Iterator[tuple[str, str | None]]:
    """For each gold mention of an entity that the lexicon has: its entry there, and the entry that ours stands for."""
    text = row["text"]
    document = Document(id=document_id(text, None, None), text=text, origin=str(row["id"]), sha256="", language="en")
    mentions = [record for record in reader.read(document) if isinstance(record, Mention)]
    full = {one.id: one for one in mentions}
    for label in row["labels"]:
        gold = entry(label["name"], reader.lexicon) if label["entity_id"].startswith("Q") else None
        if gold is not None:
            here = [one for one in mentions if overlaps(one.span, tuple(label["span"]))]
            best = max(
                here, key=lambda one: min(one.span[1], label["span"][1]) - max(one.span[0], label["span"][0]), default=None
            )
            named = full.get(best.refers_to or "", best) if best else None
            yield gold, entry(named.name, reader.lexicon) if named else None


def main() -> None:
    """Nothing; prints the scores as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--limit", type=int)
    given = parser.parse_args()
    path = given.path if given.path.exists() else shared.data(str(given.path))
    reader = Reader.load()
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()][: given.limit]
    found = [pair for row in rows for pair in judged(row, reader)]
    right, linked = sum(gold == ours for gold, ours in found), sum(ours is not None for _, ours in found)
    precision, recall = right / linked if linked else 0.0, right / len(found) if found else 0.0
    scores = [round(100 * value, 1) for value in (precision, recall, f1(precision, recall))]
    print(json.dumps({"scores": scores, "gold": len(found), "linked": linked, "right": right, "documents": len(rows)}))


if __name__ == "__main__":
    main()
