"""Fit the linear model that says of which type an act between two given sides is; write it into the lexicon.

    python -m train.pairs_model [--l2 1.0] [--folds 5] [--write]

Trained on `events/plv_train.jsonl`; what it prints is cross-validated by pair. YIELD, as CONCEDE and RETREAT together are called
there, is learnt as RETREAT.
"""

import argparse
import random
from collections.abc import Sequence

import numpy as np
from eval.events import document, rows_of

from eval import shared
from sayso.lexicon.triggers import TYPES, Eventing
from sayso.run import Reader
from sayso.text.events import Scene
from sayso.text.events_pairs import features
from sayso.text.parsing import parse
from train.events_model import Row, fitted, likeliest, names_of, written

OUT = shared.PROJECT / "src" / "sayso" / "lexicon" / "pairing.tsv"
STEPS = 150


def described(reader: Reader) -> list[Row]:
    """A row for each published pair."""
    notes = rows_of(shared.data("data/events/plv_train.jsonl"))
    docs = [document(note) for note in notes]
    out = []
    for note, doc, analysis in zip(notes, docs, reader.engine.analyse(docs), strict=True):
        scene = Scene(parse(doc, analysis, reader.lexicon), reader.lexicon)
        kind = "RETREAT" if note["code"] == "YIELD" else note["code"]
        out.append(Row(note["id"], features(scene, note["source_spans"], note["target_spans"]), kind, None))
    return out


def model_of(found: Sequence[Row], l2: float) -> Eventing:
    """The model of some pairs."""
    names = names_of(found)
    weights = fitted(found, names, np.array([[float(r.kind == t) for t in TYPES] for r in found]), l2, STEPS)
    return Eventing({}, {name: tuple(round(float(w), 3) for w in weights[i]) for name, i in names.items()}, 0.5)


def crossed(found: Sequence[Row], l2: float, folds: int) -> tuple[float, float]:
    """(accuracy, macro-F1) of all pairs, each by a model that has not seen it."""
    shuffled = list(found)
    random.Random(1).shuffle(shuffled)
    gold, read = [], []
    for k in range(folds):
        held = shuffled[k::folds]
        model = model_of([r for i, r in enumerate(shuffled) if i % folds != k], l2)
        gold += [r.kind for r in held]
        read += [likeliest(model, r.features) for r in held]
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
    found = described(Reader.load())
    print(
        "cross-validated over {} pairs: accuracy {:.3f}, macro-F1 {:.3f}".format(
            len(found), *crossed(found, asked.l2, asked.folds)
        )
    )
    if asked.write:
        OUT.write_text(written(model_of(found, asked.l2)), encoding="utf-8")


if __name__ == "__main__":
    main()
