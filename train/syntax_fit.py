"""Train the part that reads tokens, over an encoder that stands still.

    python -m train.syntax_fit OUT.pt --encoder CHECKPOINT.pt --silver SILVER.jsonl --minutes 60 [--articles 340] [--start OLD.pt]

What the encoder makes of every window is computed once and held in memory (4 kB a word piece). The log has one line a quarter of the
budget, on the development parts of the treebanks and on forty analysed articles: heads (UAS) and relations (LAS) inside sentences as
given, tags, sentence starts and names.
"""

import argparse
import json
import pathlib
import random
import time
from collections import Counter
from collections.abc import Iterator

import msgspec
import torch
from torch import Tensor
from torch.nn import functional

from sayso.text.encoder_inputs import Pieces
from train.data import UNKNOWN
from train.net import Net, kept
from train.syntax_data import Labelled, Window, entities, example_windows, known_states, silver, tags, treebanks
from train.syntax_net import Syntax, load, tapped
from train.weights import minilm

RATE, WARMUP, HELD_BACK = 1e-3, 100, 40
FIELDS = ("head", "relation", "upos", "xpos", "name", "start")
WEIGHTS = {"head": 1.0, "relation": 1.0, "upos": 0.5, "xpos": 0.5, "name": 1.0, "start": 0.5}
Row = tuple[Window, Tensor]


def seen(net: Net, documents: list[Labelled], pieces: Pieces, known: object) -> list[Row]:
    """Every window with what the encoder makes of it."""
    out = []
    with torch.inference_mode():
        for window in (w for d in documents for w in example_windows(d, pieces, known)):
            given = window.inputs
            layers = tapped(net.words, torch.from_numpy(given.pieces)[None], torch.from_numpy(given.features)[None])
            out.append((window, layers[0].half()))
    return out


class Batch:
    """Windows side by side, padded."""

    def __init__(self, rows: list[Row]) -> None:
        deep, long = max(len(h) for _, h in rows), max(len(w.head) for w, _ in rows)
        self.layers = torch.zeros(len(rows), deep, rows[0][1].shape[-1])
        self.first, self.last, self.sentence = (torch.zeros(len(rows), long, dtype=torch.int64) for _ in range(3))
        self.looks = torch.zeros(len(rows), long, 3, dtype=torch.int64)
        self.real = torch.zeros(len(rows), long)
        self.gold = {field: torch.full((len(rows), long), UNKNOWN) for field in FIELDS}
        self.dialect = torch.tensor([w.dialect for w, _ in rows])
        self.sentence -= 1
        for i, (window, layers) in enumerate(rows):
            n = len(window.head)
            self.layers[i, : len(layers)] = layers.float()
            for name in ("first", "last", "sentence", "looks"):
                getattr(self, name)[i, :n] = torch.from_numpy(getattr(window, name))
            for name, table in self.gold.items():
                table[i, :n] = torch.from_numpy(getattr(window, name))
            self.real[i, :n] = 1

    def scores(self, part: Syntax) -> dict[str, Tensor]:
        """Scores by field; arcs across sentences are out of the question."""
        rows = torch.arange(len(self.first)).unsqueeze(1)
        x = part.first(self.layers)[rows, self.first] + part.last(self.layers)[rows, self.last]
        x = part.body(x, self.looks, self.dialect, self.real)
        arcs = part.arcs(x).masked_fill(self.sentence.unsqueeze(2) != self.sentence.unsqueeze(1), -1e4)
        heads = self.gold["head"].clamp(min=0) if part.training else arcs.argmax(-1)
        dependents, governors = part.ends(x)
        labels = part.labels(dependents.flatten(0, 1), governors[rows, heads].flatten(0, 1)).view(*heads.shape, -1)
        starts = part.start(x)
        return {"head": arcs, "relation": labels, "upos": part.up(x), "xpos": part.xp(x), "name": part.ner(x),
                "start": torch.cat([torch.zeros_like(starts), starts], -1)}  # fmt: skip


def loss(part: Syntax, batch: Batch) -> Tensor:
    """The weighted sum over all that is known of the batch."""
    out = torch.zeros(())
    for field, scores in batch.scores(part).items():
        gold = batch.gold[field]
        if (gold != UNKNOWN).any():
            out = out + WEIGHTS[field] * functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=UNKNOWN)
    return out


def judged(part: Syntax, rows: list[Row]) -> dict[str, float]:
    """Accuracy in per cent by field, `las` for head and relation, F1 of starts and of names."""
    part.eval()
    counts: Counter[str] = Counter()
    with torch.inference_mode():
        for i in range(0, len(rows), 16):
            batch = Batch(rows[i : i + 16])
            best = {field: scores.argmax(-1) for field, scores in batch.scores(part).items()}
            right = {field: (best[field] == gold) & (gold != UNKNOWN) for field, gold in batch.gold.items()}
            counts.update({field: int(ok.sum()) for field, ok in right.items()})
            counts.update({f"{field} of": int((gold != UNKNOWN).sum()) for field, gold in batch.gold.items()})
            counts["las"] += int((right["head"] & right["relation"]).sum())
            for name, found, gold in (("s", best["start"], batch.gold["start"]), ("n", best["name"], batch.gold["name"])):
                a, b = (_marked(name, t, gold) for t in (found, gold))
                counts.update({f"{name} both": len(a & b), f"{name} all": len(a) + len(b)})
    part.train()
    share = lambda a, b: round(100 * counts[a] / max(1, counts[b]), 1)  # noqa: E731
    return {"uas": share("head", "head of"), "las": share("las", "head of"), "upos": share("upos", "upos of"),
            "xpos": share("xpos", "xpos of"), "starts": 2 * share("s both", "s all"), "names": 2 * share("n both", "n all")}  # fmt: skip


def _marked(what: str, labels: Tensor, gold: Tensor) -> set[tuple[int, ...]]:
    """Starts as places, names as (row, start, end, kind)."""
    out: set[tuple[int, ...]] = set()
    for row, (line, known) in enumerate(zip(labels.tolist(), gold.tolist(), strict=True)):
        line = [t if k != UNKNOWN else 0 for t, k in zip(line, known, strict=True)]
        if what == "s":
            out |= {(row, i) for i, t in enumerate(line) if t}
            continue
        i = 0
        while i < len(line):
            begun, kind, i = i, (line[i] + 1) // 2, i + 1
            while kind and i < len(line) and line[i] == 2 * kind:
                i += 1
            out |= {(row, begun, i, kind)} if kind else set()
    return out


def batches(rows: list[Row], size: int, rng: random.Random) -> Iterator[Batch]:
    """Batches without end, of windows about as long as each other."""
    while True:
        rng.shuffle(rows)
        for i in range(0, len(rows), 16 * size):
            near = sorted(rows[i : i + 16 * size], key=lambda row: len(row[1]))
            groups = [near[j : j + size] for j in range(0, len(near), size)]
            rng.shuffle(groups)
            yield from map(Batch, groups)


def train(args: argparse.Namespace) -> None:
    """Run the budget down and keep the part with its labels."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    net = kept(args.encoder)
    net.eval()
    articles = silver(args.silver, args.articles + HELD_BACK)
    learned = treebanks("train") + articles[HELD_BACK:] + entities(known_states(articles))
    known, part = load(pathlib.Path(args.start)) if args.start else (tags(learned), None)
    part = part or Syntax(known)
    pieces = Pieces(minilm()[1])
    rows, dev, own = (seen(net, some, pieces, known) for some in (learned, treebanks("dev"), articles[:HELD_BACK]))
    optimizer = torch.optim.AdamW(part.parameters(), lr=RATE, weight_decay=0.01)
    begun, told = time.monotonic(), 0
    part.train()
    for step, batch in enumerate(batches(rows, args.batch, random.Random(args.seed))):
        done = step / args.steps if args.steps else (time.monotonic() - begun) / 60 / args.minutes
        if int(4 * done) > told or done >= 1:
            told = int(4 * done)
            torch.save({"tags": msgspec.to_builtins(known), "state": part.state_dict()}, args.out)
            print(json.dumps({"step": step, "treebanks": judged(part, dev), "articles": judged(part, own)}), flush=True)
        if done >= 1:
            return
        for group in optimizer.param_groups:
            group["lr"] = args.rate * min(1.0, (step + 1) / WARMUP) * (1 - done)
        optimizer.zero_grad()
        loss(part, batch).backward()
        torch.nn.utils.clip_grad_norm_(part.parameters(), 1.0)
        optimizer.step()


def options() -> argparse.Namespace:
    """The command line."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("out")
    p.add_argument("--encoder", required=True)
    p.add_argument("--silver", required=True)
    p.add_argument("--articles", type=int, default=340)
    p.add_argument("--minutes", type=float, default=60)
    p.add_argument("--steps", type=int, default=0)
    p.add_argument("--start", default="")
    p.add_argument("--rate", type=float, default=RATE)
    p.add_argument("--batch", type=int, default=8)
    p.add_argument("--seed", type=int, default=1)
    return p.parse_args()


if __name__ == "__main__":
    train(options())
