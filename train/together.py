"""Train what ships a while longer on everything at once, events foremost, and keep what the part that reads tokens takes from it.

    python -m train.together OUT --start Y.pt --syntax H.pt --minutes 55 [--hold-part 0]

Windows of PolNeAR and of our gold teach as in `train.fit`; articles annotated for events alone and sentences with two sides (`train.main_data`)
teach events. What tokens are read from is held near to what the start makes of a window, so that the part that reads them still fits.
"""

import argparse
import json
import pathlib
import random
import time
from collections.abc import Iterator

import torch
from torch import Tensor
from torch.nn import functional

from sayso.text.encoder_inputs import Pieces
from train import augment
from train.batch import batch
from train.data import UNKNOWN, Example, gold, polnear
from train.distil import tokens_of
from train.fit import Feed, groups, losses_of, sample_texts
from train.main_data import Lesson, lesson, sentences
from train.main_net import MainEvents
from train.net import Net, at_firsts, kept
from train.syntax_net import Syntax, load
from train.weights import minilm

WARMUP = 100
MAIN_RATE = 1e-3
OWN = 0.3  # of the sentences are typed between the sides that were read, not between the given ones; those without given sides always


def padded(lessons: list[Lesson]) -> dict[str, Tensor]:
    """Sentences as tensors; `roles` and `kind` are UNKNOWN where nobody looked."""
    pad = torch.nn.utils.rnn.pad_sequence
    rows = lambda arrays, value=0: pad([torch.as_tensor(a) for a in arrays], batch_first=True, padding_value=value)  # noqa: E731
    return {
        "pieces": rows([x.inputs.pieces for x in lessons]),
        "features": rows([x.inputs.features.T for x in lessons]).transpose(1, 2),
        "firsts": rows([x.inputs.firsts for x in lessons]),
        "real": rows([torch.ones(len(x.inputs.pieces)) for x in lessons]),
        "real_words": rows([torch.ones(len(x.inputs.firsts)) for x in lessons]),
        "roles": rows(
            [torch.full((len(x.inputs.firsts), 2), float(UNKNOWN)) if x.roles is None else x.roles for x in lessons], UNKNOWN
        ),
        "kind": torch.tensor([x.kind for x in lessons]),
    }


def main_losses(head: MainEvents, words: Tensor, b: dict[str, Tensor], smooth: float = 0.05) -> Tensor:
    """How far the sides and the types of some sentences [B, W, 384] are from the gold."""
    known = b["roles"][..., 0] != UNKNOWN
    gold = b["roles"].clamp(min=0.0) * known.unsqueeze(-1)
    found = head.sides(words, b["real_words"])
    loss = torch.zeros(())
    if known.any():
        loss = loss + 2 * functional.binary_cross_entropy_with_logits(found[known], gold[known])
    typed = b["kind"] != UNKNOWN
    if typed.any():
        own = (found.detach() > 0).float() * b["real_words"].unsqueeze(-1)
        given = known.any(1) & (torch.rand(len(words)) > OWN)
        scores, _ = head.types(words, torch.where(given.view(-1, 1, 1), gold, own), b["real_words"])
        loss = loss + functional.cross_entropy(scores[typed], b["kind"][typed], label_smoothing=smooth)
    return loss


def endless(lessons: list[Lesson], size: int, rng: random.Random) -> Iterator[list[Lesson]]:
    """Batches without end."""
    while True:
        rng.shuffle(lessons)
        yield from (lessons[i : i + size] for i in range(0, len(lessons) - size + 1, size))


def parts_of(
    net: Net, teacher: Net, syntax: Syntax, rows: list[Example], args: argparse.Namespace, near: bool
) -> dict[str, Tensor]:
    """The parts of the loss of one batch of windows."""
    b = batch(rows)
    given = (b.pieces, b.features, b.guideline, b.real)
    ours = net.words.seen(*given)
    words = at_firsts(ours[-1], b.firsts)
    parts = losses_of(net, rows, b, words, net.words.cue(words))
    for name in ("events", "status"):
        if name in parts:
            parts[name] = args.events * parts[name]
    if near:
        with torch.no_grad():
            wanted = tokens_of(syntax, teacher.words.seen(*given))
        real = b.real.bool()
        parts["tokens"] = args.near * functional.mse_loss(tokens_of(syntax, ours)[real], wanted[real]) / wanted[real].var()
    return parts


def train(args: argparse.Namespace) -> None:
    """Run the budget down; keep the network every ten minutes."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    out = pathlib.Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    teacher = kept(args.start).eval().requires_grad_(False)
    syntax = load(pathlib.Path(args.syntax))[1].eval().requires_grad_(False)
    net, head = kept(args.start), MainEvents()
    pieces, rng = Pieces(minilm()[1]), random.Random(args.seed)
    ours = gold("train")
    articles = polnear("train") + ours + gold("events") * args.gold
    feed = Feed(articles, pieces, augment.name_pool(sample_texts(2000)), args)
    learnt = [s for s in sentences() if s.part != args.hold_part]
    lessons = endless([x for x in (lesson(s, pieces) for s in learnt) if x is not None], args.sentences, rng)
    optimizer = torch.optim.AdamW([*groups(net), {"params": list(head.parameters()), "lr": MAIN_RATE}], weight_decay=0.01)
    tops = [g["lr"] * (args.scale if i < len(optimizer.param_groups) - 1 else 1.0) for i, g in enumerate(optimizer.param_groups)]
    begun, sums, saved = time.monotonic(), dict[str, float](), 0
    guideline = torch.ones(args.sentences, dtype=torch.int64)
    net.train()
    for step, rows in enumerate(feed.epochs(), 1):
        spent = (time.monotonic() - begun) / 60
        done = spent / args.minutes
        if done >= 1:
            break
        for group, top in zip(optimizer.param_groups, tops, strict=True):
            group["lr"] = top * min(1.0, step / WARMUP) * (1 - done)
        parts = parts_of(net, teacher, syntax, rows, args, near=step % 2 == 1)
        b = padded(next(lessons))
        words, _ = net.words(b["pieces"], b["features"], b["firsts"], guideline, b["real"])
        parts["main"] = args.main * main_losses(head, words, b)
        optimizer.zero_grad()
        sum(parts.values()).backward()
        torch.nn.utils.clip_grad_norm_([p for p in net.parameters() if p.requires_grad], 1.0)
        optimizer.step()
        for name, value in parts.items():
            sums[name] = sums.get(name, 0.0) + float(value.detach())
        if step % 50 == 0:
            line = {"step": step, "epoch": round(feed.epoch, 3), "minutes": round(spent, 1)}
            print(json.dumps(line | {name: round(v / 50, 4) for name, v in sums.items()}), flush=True)
            sums = {}
        if int(spent / 10) > saved:
            saved = int(spent / 10)
            torch.save(net.state_dict(), out / f"step{step}.pt")
    torch.save(net.state_dict(), out / "final.pt")
    torch.save(head.state_dict(), out / "main.pt")


def options() -> argparse.Namespace:
    """The command line."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("out")
    p.add_argument("--start", required=True)
    p.add_argument("--syntax", required=True)
    p.add_argument("--minutes", type=float, default=55)
    p.add_argument("--scale", type=float, default=0.5)
    p.add_argument("--events", type=float, default=2.0, help="what the loss of events and their status weighs")
    p.add_argument("--main", type=float, default=0.3, help="what the loss of sentences weighs")
    p.add_argument("--near", type=float, default=2.0, help="what it weighs to stay near to what tokens are read from")
    p.add_argument("--batch", type=int, default=5)
    p.add_argument("--sentences", type=int, default=8)
    p.add_argument("--gold", type=int, default=4)
    p.add_argument("--compose", type=float, default=0.2)
    p.add_argument("--hold-part", type=int, default=-1, help="a part of the sentences that is not learnt from")
    p.add_argument("--seed", type=int, default=71)
    return p.parse_args()


if __name__ == "__main__":
    train(options())
