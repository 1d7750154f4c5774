"""Fit the linear model that says of which type an act between two given sides is; write it into the lexicon.

    python -m train.pairs_model [--l2 1.0] [--folds 5] [--write]

Trained on `events/plv_train.jsonl` and, at less weight, on those events of our gold's train part whose sides are both named in their
sentence; what it prints is cross-validated over the published pairs. YIELD, as CONCEDE and RETREAT together are called there, is learnt
as RETREAT. The rules' parse alone is described: what the encoder makes of a text weighs beside the model, not in it.
"""

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from eval.events import rows_of
from eval.gold import keep
from eval.whole import documents

from eval import shared
from sayso.lexicon import Lexicon
from sayso.lexicon.triggers import TYPES, Eventing
from sayso.model import Document
from sayso.text.events import Scene, likeliest
from sayso.text.events_pairs import Sides, features
from sayso.text.parsing import parse
from sayso.text.spacy_engine import SpacyEngine
from train.events_model import Row, fitted, names_of, written

OUT = shared.PROJECT / "src" / "sayso" / "lexicon" / "pairing.tsv"
STEPS = 150
GOLD = 0.3
"""What a pair of our gold weighs beside a published one: at .3 as at .6 macro-F1 is .77 instead of .75, accuracy the same."""
MERGED = {"YIELD": "RETREAT", "CONCEDE": "RETREAT"}


class Pair(NamedTuple):
    """A text with two sides and the type of the act between them."""

    text: str
    source: Sides
    target: Sides
    kind: str


def described(items: Sequence[Pair], weight: float = 1.0) -> list[Row]:
    """A row for each pair."""
    engine, lexicon = SpacyEngine(), Lexicon.load()
    docs = [Document(id=f"{n:016x}", text=pair.text, origin="", sha256="") for n, pair in enumerate(items)]
    scenes = (Scene(parse(doc, analysis, lexicon), lexicon) for doc, analysis in zip(docs, engine.analyse(docs), strict=True))
    return [
        Row(str(n), features(scene, pair.source, pair.target), MERGED.get(pair.kind, pair.kind), None, weight)
        for n, (pair, scene) in enumerate(zip(items, scenes, strict=True))
    ]


def published() -> list[Pair]:
    """The published pairs."""
    notes = rows_of(shared.data("data/events/plv_train.jsonl"))
    return [Pair(note["text"], note["source_spans"], note["target_spans"], note["code"]) for note in notes]


def of_gold() -> Iterator[Pair]:
    """The events of our gold's train part whose sides are both named in their sentence, each with that sentence."""
    folder = shared.PROJECT / "out" / "pairs-train"
    keep.lay_out(folder, "train")
    docs, names = list(documents(folder)), [file.stem for file in sorted(folder.glob("*.txt"))]
    for name, doc, analysis in zip(names, docs, SpacyEngine().analyse(docs), strict=True):
        for event in json.loads((folder / f"{name}.G.spans.json").read_text(encoding="utf-8"))["events"]:
            token = next((t for t in analysis.tokens if t.start >= event["trigger"][0]), None)
            if token is not None:
                first, last = analysis.sentences[token.sentence]
                sentence = doc.text[analysis.tokens[first].start : analysis.tokens[last - 1].end]
                source, target = named(sentence, event["actors"]), named(sentence, event["recipients"])
                if source and target:
                    yield Pair(sentence, source, target, event["type"])


def named(sentence: str, sides: Sequence[str]) -> list[list[int]]:
    """Where the first of some names stands in a sentence, or its last word; nowhere where none does."""
    tries = (words for side in sides for words in (side, *side.split()[-1:]) if words)
    found = next((words for words in tries if words in sentence), None)
    return [] if found is None else [[sentence.index(found), sentence.index(found) + len(found)]]


def model_of(found: Sequence[Row], l2: float) -> Eventing:
    """The model of some pairs."""
    names = names_of(found)
    weights = fitted(found, names, np.array([[float(r.kind == t) for t in TYPES] for r in found]), l2, STEPS)
    return Eventing({}, {name: tuple(round(float(w), 3) for w in weights[i]) for name, i in names.items()}, 0.5)


def crossed(found: Sequence[Row], more: Sequence[Row], l2: float, folds: int) -> tuple[float, float]:
    """(accuracy, macro-F1) of all pairs, each by a model that has not seen it."""
    shuffled = list(found)
    random.Random(1).shuffle(shuffled)
    gold, read = [], []
    for k in range(folds):
        held = shuffled[k::folds]
        model = model_of([*(r for i, r in enumerate(shuffled) if i % folds != k), *more], l2)
        gold += [r.kind for r in held]
        read += [likeliest(model, r.features, None) for r in held]
    pairs = list(zip(gold, read, strict=True))
    kinds = sorted({kind for kind in gold if kind})
    scores = [2 * pairs.count((kind, kind)) / (gold.count(kind) + read.count(kind)) for kind in kinds]
    return sum(g == p for g, p in pairs) / len(pairs), sum(scores) / len(scores)


def main() -> None:
    """The command line described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--l2", type=float, default=1.0)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    found, more = described(published()), described(list(of_gold()), GOLD)
    scores = crossed(found, more, asked.l2, asked.folds)
    print(
        "cross-validated over {} pairs: accuracy {:.3f}, macro-F1 {:.3f}".format(len(found), *scores),
        f"({len(more)} of our gold beside)",
    )
    if asked.write:
        OUT.write_text(written(model_of([*found, *more], asked.l2)), encoding="utf-8")


if __name__ == "__main__":
    main()
