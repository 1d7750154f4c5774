"""Score a checkpoint or the shipped weights on PolNeAR dev and on our gold dev, with the common scorers.

    python -m train.judge CHECKPOINT.pt|PACKAGE [--few N] [--guideline polnear] [--accept 0.5] [--sweep]

`--sweep` reads once with a low threshold and scores the same readings at several, so that a threshold can be chosen.
"""

import argparse
import importlib.util
import json
import sys
import time
from types import ModuleType

import msgspec

from sayso.model import Document
from sayso.text.encoder import EncoderReader
from sayso.text.parse import Attribution
from train.data import SHARED, Article, gold, polnear

SWEEP = (0.2, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8)


def scorer(name: str) -> ModuleType:
    """A module of the common scorers."""
    sys.path.insert(0, str(SHARED / "score"))
    spec = importlib.util.spec_from_file_location(name, SHARED / "score" / f"{name}.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{name}.py: no such scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(reader: EncoderReader, articles: list[Article]) -> list[tuple[Attribution, ...]]:
    """Attributions of each article."""
    return [reader.attributions(Document(id=a.id, text=a.text, origin=a.id, sha256="")) for a in articles]


def statements(found: tuple[Attribution, ...], accept: float) -> list[dict[str, object]]:
    """Those above the threshold as the scorers want them; a parent below it is none."""
    return [
        {
            "id": i,
            "source": a.source,
            "cue": a.cue,
            "content": a.content,
            "within": a.parent if a.parent is not None and found[a.parent].score >= accept else None,
        }
        for i, a in enumerate(found)
        if a.score >= accept
    ]


def judge(
    articles: list[Article], readings: list[tuple[Attribution, ...]], accept: float, *, univocal: bool
) -> dict[str, object]:
    """Scores of the readings, chains too where the gold has them."""
    attrs = [[{"id": f"g{i}", **a} for i, a in enumerate(raw(article))] for article in articles]
    golds = [{"id": a.id, "text": a.text, "attrs": g} for a, g in zip(articles, attrs, strict=True)]
    predictions = {a.id: statements(r, accept) for a, r in zip(articles, readings, strict=True)}
    result: dict[str, object] = scorer("attribution").score(golds, predictions, univocal=univocal)
    if not univocal:
        empty: dict[str, list[object]] = {"events": [], "forecasts": []}
        rows = [
            (a.text, {"statements": g} | empty, {"statements": predictions[a.id]} | empty)
            for a, g in zip(articles, attrs, strict=True)
        ]
        whole = scorer("whole").compare(rows)
        result |= {key: whole[key] for key in ("chained", "core_recall")}
    return result


def raw(article: Article) -> list[dict[str, object]]:
    """The gold of an article as it stands in its file."""
    if article.guideline == 1:
        file = next((SHARED / "data/gold").glob(f"{article.id}.*.spans.json"))
        found: list[dict[str, object]] = json.loads(file.read_text(encoding="utf-8"))["statements"]
        return found
    return [{"source": a.source, "cue": a.cue, "content": a.content} for a in article.attrs]


def brief(scores: dict[str, object]) -> str:
    """The figures that are compared, in one line."""
    keys = ("relaxed", "credited", "strict", "chained", "core_recall", "tokens_cue", "recall_by_form", "gold", "predicted")
    return json.dumps({k: scores[k] for k in keys if k in scores})


def main() -> None:
    """Read and print."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("weights")
    p.add_argument("--few", type=int, default=0)
    p.add_argument("--guideline", default="sayso")
    p.add_argument("--accept", type=float, default=0.5)
    p.add_argument("--open", type=float, default=0.7)
    p.add_argument("--look", type=float, default=0.2)
    p.add_argument("--sweep", action="store_true")
    args = p.parse_args()
    reader = load(args.weights, args.guideline, accept=0.15 if args.sweep else args.accept, look=args.look, open=args.open)
    for name, articles in (("gold dev", gold("dev")), ("polnear dev", polnear("dev")[: args.few or None])):
        begun = time.monotonic()
        readings = read(reader, articles)
        print(f"{name}: {sum(len(a.text.split()) for a in articles) / (time.monotonic() - begun):.0f} words/s")
        for accept in SWEEP if args.sweep else (args.accept,):
            print(f"  {accept:.2f} {brief(judge(articles, readings, accept, univocal=name.startswith('polnear')))}")


def load(weights: str, guideline: str, **thresholds: float) -> EncoderReader:
    """A reader over a checkpoint, or over an installed or built package's folder."""
    if weights.endswith(".pt"):
        from train.torch_network import reader_of

        return reader_of(weights, guideline, **thresholds)
    from pathlib import Path

    from sayso.text.encoder_network import load_reader

    reader = load_reader(Path(weights))
    return EncoderReader(reader.network, msgspec.structs.replace(reader.settings, **thresholds), reader.pieces, name=reader.name)


if __name__ == "__main__":
    main()
