"""Fit the linear models that say which words name events, and of which type; write them into the lexicon.

    python -m train.events_model [--l2 3.0] [--folds 5] [--write] [--pairs FILE]

Trained on the gold's train part and on what has events alone, word by word as the reader describes them; cross-validated by article, the threshold that is best
there is kept; what the encoder adds is fitted on dev (`--mix`), since the encoder has seen train. Types are fitted on the
gold's triggers and on `events/plv_train.jsonl`, where the trigger is the word that names the given type nearest to both sides.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from eval.gold import keep
from eval.whole import documents
from numpy.typing import NDArray

from eval import shared
from sayso.lexicon import Lexicon
from sayso.lexicon.triggers import TYPES, Eventing, Features
from sayso.model import Document
from sayso.run import Reader
from sayso.text.events import Scene, likeliest
from sayso.text.parse import Parse
from sayso.text.parsing import parse

Floats = NDArray[np.float64]
OUT = shared.PROJECT / "src" / "sayso" / "lexicon" / "eventing.tsv"
RARE = 3  # a feature seen in fewer rows tells nothing


class Row(NamedTuple):
    """A candidate: its article, its features, the type of its event (None: none) and the place of that event among the gold's."""

    article: str
    features: Features
    kind: str | None
    gold: int | None
    weight: float = 1.0


def parses(part: str) -> Iterator[tuple[str, Parse, dict[str, Any]]]:
    """(name, parse, annotation) of a part of the gold."""
    folder = shared.PROJECT / "out" / f"events-{part}"
    keep.lay_out(folder, part)
    reader = Reader.load()
    docs = list(documents(folder))
    names = [file.stem for file in sorted(folder.glob("*.txt"))]
    for name, document, analysis in zip(names, docs, reader.engine.analyse(docs), strict=True):
        annotation = json.loads(next(folder.glob(f"{name}.*.spans.json")).read_text(encoding="utf-8"))
        yield name, parse(document, analysis, reader.lexicon), annotation


def rows(name: str, found: Parse, events: Sequence[dict[str, Any]], lexicon: Lexicon) -> list[Row]:
    """A row for each candidate of one article."""
    scene = Scene(found, lexicon)
    out = []
    for c, _, features in scene.described():
        token = found.tokens[c.token]
        hit = next((k for k, e in enumerate(events) if e["trigger"][0] < token.end and token.start < e["trigger"][1]), None)
        out.append(Row(name, features, None if hit is None else events[hit]["type"], hit))
    return out


class Table:
    """Rows as a sparse matrix: places and values of features, row by row."""

    def __init__(self, found: Sequence[Row], names: dict[str, int]) -> None:
        pairs = [[(names[f], v) for f, v in r.features.items() if f in names] for r in found]
        self.rows = np.repeat(np.arange(len(found)), [len(p) for p in pairs])
        self.columns = np.array([i for p in pairs for i, _ in p], dtype=np.int64)
        self.values = np.array([v for p in pairs for _, v in p], dtype=np.float64)
        self.height, self.width = len(found), len(names)

    def times(self, weights: Floats) -> Floats:
        """The matrix times weights [features, K]."""
        out = np.zeros((self.height, weights.shape[1]))
        np.add.at(out, self.rows, self.values[:, None] * weights[self.columns])
        return out

    def back(self, errors: Floats) -> Floats:
        """The transposed matrix times errors [rows, K]."""
        out = np.zeros((self.width, errors.shape[1]))
        np.add.at(out, self.columns, self.values[:, None] * errors[self.rows])
        return out


def names_of(found: Sequence[Row]) -> dict[str, int]:
    """Features seen often enough, numbered; the bias "" first."""
    seen = Counter(f for r in found for f in r.features)
    return {"": 0} | {f: i for i, f in enumerate(sorted(f for f, n in seen.items() if n >= RARE), 1)}


def fitted(found: Sequence[Row], names: dict[str, int], wanted: Floats, l2: float, steps: int = 250) -> Floats:
    """Weights [features, K] of a softmax regression (a logistic one for K = 1), by Adam on all rows at once."""
    table = Table([r._replace(features={"": 1.0, **r.features}) for r in found], names)
    weights = np.zeros((len(names), wanted.shape[1]))
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    importance = np.array([[r.weight] for r in found])
    for step in range(1, steps + 1):
        scores = table.times(weights)
        chances = 1 / (1 + np.exp(-scores)) if wanted.shape[1] == 1 else _softmax(scores)
        slope = table.back((chances - wanted) * importance) + l2 * weights
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        rate = 0.1 * (1 - step / (steps + 1))
        weights -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(1, keepdims=True))
    out: Floats = raised / raised.sum(1, keepdims=True)
    return out


def model_of(found: Sequence[Row], more: Sequence[Row], l2: float, threshold: float = 0.5) -> Eventing:
    """The two parts of a model: event or not from `found`, the type from its events and from `more`."""
    names = names_of(found)
    whether = fitted(found, names, np.array([[float(r.kind is not None)] for r in found]), l2)
    typed = [r for r in (*found, *more) if r.kind is not None]
    names_typed = names_of(typed)
    which = fitted(typed, names_typed, np.array([[float(r.kind == t) for t in TYPES] for r in typed]), l2)
    types = {f: tuple(round(float(w), 3) for w in which[i]) for f, i in names_typed.items()}
    return Eventing({f: round(float(whether[i, 0]), 3) for f, i in names.items()}, types, threshold)


def scored(model: Eventing, found: Sequence[Row]) -> list[tuple[float, bool, bool]]:
    """(chance, is an event, has its type) of each row, the likeliest first; a gold event counts once."""
    taken: set[tuple[str, int]] = set()
    out = []
    for chance, r in sorted(((model.chance(r.features), r) for r in found), key=lambda pair: -pair[0]):
        hit = r.gold is not None and (r.article, r.gold) not in taken
        if hit and r.gold is not None:
            taken.add((r.article, r.gold))
        out.append((chance, hit, hit and likeliest(model, r.features, None) == r.kind))
    return out


def best(ranked: Sequence[tuple[float, bool, bool]], gold: int) -> tuple[float, float, float]:
    """(threshold, F1 of triggers, typed F1) where the typed F1 is highest."""
    found, hits, typed = (0.5, 0.0, 0.0), 0, 0
    for n, (chance, hit, right) in enumerate(sorted(ranked, key=lambda r: -r[0]), 1):
        hits, typed = hits + hit, typed + right
        if 200 * typed / (n + gold) > found[2]:
            found = (chance, 200 * hits / (n + gold), 200 * typed / (n + gold))
    return found


def crossed(found: Sequence[Row], more: Sequence[Row], l2: float, folds: int) -> list[tuple[float, bool, bool]]:
    """Scores of all rows, each by a model that has not seen its article."""
    articles = sorted({r.article for r in found})
    random.Random(1).shuffle(articles)
    out: list[tuple[float, bool, bool]] = []
    for k in range(folds):
        held = set(articles[k::folds])
        model = model_of([r for r in found if r.article not in held], more, l2)
        out += scored(model, [r for r in found if r.article in held])
    return out


class Pair(NamedTuple):
    """A published pair: its id and text, the trigger found for it with its features and type, and every other word that may name an act."""

    id: str
    text: str
    trigger: tuple[int, int]
    features: Features
    kind: str
    others: list[tuple[int, int]]


def pairs(lexicon: Lexicon, reader: Reader) -> Iterator[Pair]:
    """Pairs of `events/plv_train.jsonl` where a candidate of the given type stands: the one nearest to both sides."""
    lines = shared.data("data/events/plv_train.jsonl").read_text(encoding="utf-8").splitlines()
    notes = [json.loads(line) for line in lines]
    docs = [Document(id=f"{n:016x}", text=note["text"], origin=note["id"], sha256="") for n, note in enumerate(notes)]
    for note, document, analysis in zip(notes, docs, reader.engine.analyse(docs), strict=True):
        found = parse(document, analysis, lexicon)
        wanted = {"YIELD": ("CONCEDE", "RETREAT")}.get(note["code"], (note["code"],))
        near = [s for s, _ in (*note["source_spans"], *note["target_spans"])]
        rows = [(found.tokens[c.token], c, f) for c, _, f in Scene(found, lexicon).described()]
        fit = [row for row in rows if any(s.type in wanted for s in row[1].senses)]
        if fit and near:
            token, c, features = min(fit, key=lambda row: sum(abs(row[0].start - at) for at in near))
            kind = next(s.type for s in c.senses if s.type in wanted)
            others = [(t.start, t.end) for t, _, _ in rows if t is not token]
            yield Pair(note["id"], note["text"], (token.start, token.end), features, kind, others)


def given(lexicon: Lexicon, reader: Reader) -> list[Row]:
    """Rows of the published pairs."""
    return [Row(pair.id, pair.features, pair.kind, None, 0.7) for pair in pairs(lexicon, reader)]


def written(model: Eventing) -> str:
    """The model as the lines of `eventing.tsv`; weights that round to nothing are left out."""
    lines = ["\t".join(("feature", "event", *TYPES)), "\t".join(("threshold", f"{model.threshold:.3f}", *("" for _ in TYPES)))]
    for name in sorted({*model.weights, *model.types}):
        values = (model.weights.get(name, 0.0), *model.types.get(name, (0.0,) * len(TYPES)))
        if any(round(v, 2) for v in values):
            lines.append("\t".join((name, *(f"{v:.2f}" if round(v, 2) else "" for v in values))))
    return "\n".join(lines) + "\n"


def main() -> None:
    """The command line described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--l2", type=float, default=3.0)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--write", action="store_true")
    parser.add_argument(
        "--pairs", type=Path, help="write the triggers of the published pairs there, for train.fit, and nothing else"
    )
    asked = parser.parse_args()
    reader = Reader.load()
    if asked.pairs:
        rows_of = (
            {"id": p.id, "text": p.text, "trigger": p.trigger, "kind": p.kind, "others": p.others}
            for p in pairs(reader.lexicon, reader)
        )
        asked.pairs.write_text("".join(json.dumps(row) + "\n" for row in rows_of), encoding="utf-8")
        return
    train = [(name, found, note["events"]) for part in ("train", "events") for name, found, note in parses(part)]
    found = [row for name, p, events in train for row in rows(name, p, events, reader.lexicon)]
    more = given(reader.lexicon, reader)
    gold = sum(len(events) for _, _, events in train)
    print(f"train: {len(found)} candidates, {sum(r.kind is not None for r in found)} events of {gold}; {len(more)} given pairs")
    threshold, triggers, typed = best(crossed(found, more, asked.l2, asked.folds), gold)
    print(f"cross-validated: threshold {threshold:.3f}, triggers {triggers:.1f}, typed {typed:.1f}")
    model = model_of(found, more, asked.l2, round(threshold, 3))
    dev = [(name, p, note["events"]) for name, p, note in parses("dev")]
    held = [row for name, p, events in dev for row in rows(name, p, events, reader.lexicon)]
    print("dev at its own best threshold:", best(scored(model, held), sum(len(events) for _, _, events in dev)))
    if asked.write:
        OUT.write_text(written(model), encoding="utf-8")


if __name__ == "__main__":
    main()
