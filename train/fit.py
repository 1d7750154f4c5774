"""Train the reading encoder for a number of steps or of minutes.

    python -m train.fit OUT --minutes 75 [--start CHECKPOINT] [--few 20]

The learning rate falls linearly to zero over the budget. With `--minutes` the budget is time, and the log says how many steps that
was; with `--steps` the run can be repeated elsewhere.
"""

import argparse
import gzip
import json
import pathlib
import random
import time
from collections.abc import Iterator

import torch
from torch.nn import functional

from sayso.text.encoder_inputs import Pieces
from train import augment
from train.batch import Batch, anchors, batch
from train.data import (
    POLNEAR,
    SENTENCE,
    SHARED,
    UNKNOWN,
    Article,
    Example,
    cue_rates,
    examples,
    gold,
    pairs,
    polnear,
    silver,
    with_nested,
)
from train.net import Net, from_minilm, kept
from train.weights import minilm

TOP, HEADS, DECAY = 3e-4, 1e-3, 0.85
EMPTY = 0.5  # share of the windows without any statement that is kept


def groups(net: Net) -> list[dict[str, object]]:
    """Parameter groups: heads fastest, each layer slower than the one above; pieces, places and the lowest layers not at all."""
    for part in (net.words.pieces, net.words.places, net.words.norm, *net.words.layers[: net.words.third]):
        part.requires_grad_(False)
    top = len(net.words.layers) - 1
    out = [
        {"params": list(net.words.layers[i].parameters()), "lr": TOP * DECAY ** (top - i)}
        for i in range(net.words.third, top + 1)
    ]
    tables = [*net.words.features.parameters(), *net.words.guideline.parameters()]
    heads = [*net.words.cue.parameters(), *net.pairs.parameters(), *net.chain.parameters(), *net.marks.parameters()]
    out.append({"params": [*tables, *heads], "lr": HEADS})
    return out


MARKS = ("foretells", "events", "status")


class Feed:
    """Batches without end: every epoch the articles are changed, cut and shuffled anew."""

    def __init__(self, articles: list[Article], pieces: Pieces, pool: list[str], args: argparse.Namespace) -> None:
        self.articles, self.pieces, self.pool, self.size = articles, pieces, pool, args.batch
        self.gold, self.compose = args.gold, args.compose
        self.ours = frozenset(a.id for a in gold("train"))
        self.rng = random.Random(args.seed)
        self.rates = cue_rates([a for a in articles if a.guideline == POLNEAR] or articles)
        self.guests = augment.simple_sentences(articles)
        self.epoch = 0.0

    def changed(self, article: Article) -> Article:
        """The article after a throw of dice."""
        rng = self.rng
        if self.guests and rng.random() < self.compose:
            article = augment.composed(article, self.guests, rng)
        if self.pool and rng.random() < 0.4:
            article = augment.other_names(article, self.pool, rng)
        return augment.other_marks(article, rng) if rng.random() < 0.25 else article

    def epochs(self) -> Iterator[list[Example]]:
        """One list of batches after another, by length within a stretch."""
        while True:
            rows: list[Example] = []
            for article in self.articles:
                for _ in range(self.gold if article.id in self.ours else 1):
                    found = examples(self.changed(article), self.pieces, self.rates, self.rng)
                    rows += [e for e in found if e.anchors or article.guideline == SENTENCE or self.rng.random() < EMPTY]
            self.rng.shuffle(rows)
            stretch = self.size * 32
            batches = []
            for i in range(0, len(rows), stretch):
                part = sorted(rows[i : i + stretch], key=lambda e: len(e.inputs.pieces))
                batches += [part[j : j + self.size] for j in range(0, len(part), self.size)]
            self.rng.shuffle(batches)
            for n, one in enumerate(batches):
                self.epoch = int(self.epoch) + n / len(batches)
                yield one
            self.epoch = int(self.epoch) + 1.0


def losses(net: Net, rows: list[Example]) -> dict[str, torch.Tensor]:
    """The parts of the loss of one batch, each already weighted."""
    b = batch(rows)
    words, scores = net.words(b.pieces, b.features, b.firsts, b.guideline, b.real)
    return losses_of(net, rows, b, words, scores)


def losses_of(net: Net, rows: list[Example], b: Batch, words: torch.Tensor, scores: torch.Tensor) -> dict[str, torch.Tensor]:
    """The same of word vectors and cue scores that are there already."""
    parts = {
        "cue": functional.cross_entropy(scores[..., :3].flatten(0, 1), b.cue.flatten(), ignore_index=UNKNOWN, reduction="sum")
        / (10 * len(rows))
    }
    known = b.open != UNKNOWN
    if known.any():
        parts["open"] = functional.binary_cross_entropy_with_logits(
            scores[..., 3][known], b.open[known].float(), reduction="sum"
        ) / (10 * len(rows))
    for name, found, gold_marks in zip(MARKS, net.marks(words), b.marks.unbind(-1), strict=True):
        if (gold_marks != UNKNOWN).any():
            loss = functional.cross_entropy(found.flatten(0, 1), gold_marks.flatten(), ignore_index=UNKNOWN, reduction="sum")
            parts[name] = loss / (10 * len(rows))
    if not words.requires_grad:
        return {name: parts[name] for name in MARKS if name in parts}
    liked = 1 - torch.softmax(scores[..., :3].detach(), -1)[..., 0]
    a = anchors(rows, liked, b.real_words)
    if a is None:
        return parts
    found = net.pairs(words, a.window, a.at, a.distance, a.relation, a.real)
    true = a.accept > 0
    if true.any():
        parts["role"] = net.chain.loss(found.roles[true], a.roles[true], a.real[true]).mean() / 10
        parts["act"] = 0.1 * functional.cross_entropy(found.act, a.act, ignore_index=UNKNOWN, reduction="sum") / len(rows)
        has = a.core != UNKNOWN
        if has.any():
            parts["core"] = (
                0.1
                * functional.binary_cross_entropy_with_logits(found.core[has], a.core[has].float(), reduction="sum")
                / len(rows)
            )
    parts["accept"] = 0.5 * functional.binary_cross_entropy_with_logits(found.accept, a.accept)
    return parts


def sample_texts(n: int) -> list[str]:
    """The first texts of the large corpus, for names."""
    with gzip.open(SHARED / "data/corpora/news12k.jsonl.gz", "rt", encoding="utf-8") as f:
        return [json.loads(line)["text"] for _, line in zip(range(n), f, strict=False)]


def train(args: argparse.Namespace) -> None:
    """Run the budget down, keep checkpoints and a log beside them."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    out = pathlib.Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    weights, tokenizer = minilm()
    net = kept(args.start) if args.start else from_minilm(weights)
    if args.only_marks:
        net.requires_grad_(False)
        net.marks.requires_grad_(True)
    articles = gold("train")[: args.few] if args.few else with_nested(polnear("train"), args.nested) + gold("train")
    articles += silver(args.silver) + pairs(args.pairs)
    pool = [] if args.few else augment.name_pool(sample_texts(2000))
    feed = Feed(articles, Pieces(tokenizer), pool, args)
    optimizer = torch.optim.AdamW(groups(net), weight_decay=0.01)
    tops = [g["lr"] for g in optimizer.param_groups]
    begun, step, sums = time.monotonic(), 0, {}
    saved = 0
    net.train()
    for rows in feed.epochs():
        spent = (time.monotonic() - begun) / 60
        done = step / args.steps if args.steps else spent / args.minutes
        if done >= 1:
            break
        rate = min(1.0, (step + 1) / args.warmup) * (1 - done) * args.scale
        for group, top in zip(optimizer.param_groups, tops, strict=True):
            group["lr"] = top * rate
        parts = losses(net, rows)
        if not parts:
            continue
        optimizer.zero_grad()
        sum(parts.values()).backward()
        torch.nn.utils.clip_grad_norm_([p for p in net.parameters() if p.requires_grad], 1.0)
        optimizer.step()
        step += 1
        for name, value in parts.items():
            sums[name] = sums.get(name, 0.0) + float(value.detach())
        if step % args.every == 0:
            line = {"step": step, "epoch": round(feed.epoch, 3), "minutes": round(spent, 1)} | {
                k: round(v / args.every, 4) for k, v in sums.items()
            }
            print(json.dumps(line), flush=True)
            sums = {}
        if int(spent / args.keep) > saved:
            saved = int(spent / args.keep)
            torch.save(net.state_dict(), out / "last.tmp")
            (out / "last.tmp").rename(out / f"step{step}.pt")
    torch.save(net.state_dict(), out / "final.pt")
    print(
        json.dumps({"steps": step, "epoch": round(feed.epoch, 3), "minutes": round((time.monotonic() - begun) / 60, 1)}),
        flush=True,
    )


def options() -> argparse.Namespace:
    """The command line."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("out")
    p.add_argument("--minutes", type=float, default=75)
    p.add_argument("--steps", type=int, default=0)
    p.add_argument("--start", default="")
    p.add_argument("--few", type=int, default=0)
    p.add_argument("--batch", type=int, default=4)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--every", type=int, default=50)
    p.add_argument("--warmup", type=int, default=150)
    p.add_argument("--scale", type=float, default=1.0)
    p.add_argument("--gold", type=int, default=5)
    p.add_argument("--compose", type=float, default=0.25)
    p.add_argument("--nested", default="")
    p.add_argument("--silver", default="")
    p.add_argument("--pairs", default="")
    p.add_argument("--keep", type=float, default=10)
    p.add_argument(
        "--only-marks", action="store_true", help="the encoder stands still, only the heads of events and forecasts learn"
    )
    return p.parse_args()


if __name__ == "__main__":
    train(options())
