"""Train an encoder of fewer layers to make of every window what a trained one makes of it.

    python -m train.distil OUT.pt --teacher V.pt --syntax H.pt --silver SILVER.jsonl --minutes 60 [--layers 3] [--start OLD.pt]

Layer k of the pupil begins as the last layer of the teacher's k-th part. It learns from windows of PolNeAR, our gold, articles annotated for events alone and read
ones (`train.silver`): the vectors after each third, what the part that reads tokens takes from them, the teacher's scores of cues and marks,
and the gold itself (`train.fit`). Pieces and places stay as they are. Source: X. Jiao et al., TinyBERT (EMNLP 2020); V. Sanh et al., DistilBERT (2019).
"""

import argparse
import json
import time
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from sayso.text.encoder_inputs import Pieces
from train import augment
from train.batch import batch
from train.data import gold, polnear, silver
from train.fit import Feed, losses_of, sample_texts
from train.net import Net, at_firsts, kept
from train.syntax_net import Syntax, load
from train.weights import minilm

RATE, WARMUP = 6e-4, 100
SHARES = {"thirds": 1.0, "tokens": 1.0, "cues": 1.0, "marks": 0.5}


def pupil(teacher: Net, layers: int) -> Net:
    """A network of fewer layers that begins with some of the teacher's and with all of its heads."""
    deep = len(teacher.words.layers)
    if deep % layers:
        raise SystemExit(f"{layers} layers: the teacher has {deep}, which are no multiple")
    step = deep // layers
    net = Net(layers)
    state = {name: value for name, value in teacher.state_dict().items() if not name.startswith("words.layers.")}
    for k in range(layers):
        state |= {f"words.layers.{k}.{name}": v for name, v in teacher.words.layers[(k + 1) * step - 1].state_dict().items()}
    net.load_state_dict(state)
    return net


def taught(net: Net, teacher: Net, syntax: Syntax, rows: list, share: float) -> dict[str, Tensor]:
    """The parts of the loss of one batch: how far from the teacher, and `share` of what `train.fit` asks of the gold."""
    b = batch(rows)
    given = (b.pieces, b.features, b.guideline, b.real)
    with torch.no_grad():
        theirs = teacher.words.seen(*given)
        their_words = at_firsts(theirs[-1], b.firsts)
        their_cues, their_marks = teacher.words.cue(their_words), teacher.marks(their_words)
        their_tokens = tokens_of(syntax, theirs)
    ours = net.words.seen(*given)
    words = at_firsts(ours[-1], b.firsts)
    cues = net.words.cue(words)
    real, real_words = b.real.bool(), b.real_words.bool()
    parts = {
        "thirds": sum(functional.mse_loss(a[real], t[real]) / t[real].var() for a, t in zip(ours, theirs, strict=True)),
        "tokens": functional.mse_loss(tokens_of(syntax, ours)[real], their_tokens[real]) / their_tokens[real].var(),
        "cues": _apart(cues[real_words], their_cues[real_words]),
        "marks": sum(_apart(a[real_words], t[real_words]) for a, t in zip(net.marks(words), their_marks, strict=True)),
    }
    parts = {name: SHARES[name] * value for name, value in parts.items()}
    if share:
        parts |= {name: share * value for name, value in losses_of(net, rows, b, words, cues).items()}
    return parts


def tokens_of(syntax: Syntax, seen: list[Tensor]) -> Tensor:
    """[B, P, 512]: what the part that reads tokens takes from the thirds of an encoder."""
    both = torch.cat(seen, -1)
    return torch.cat([syntax.first(both), syntax.last(both)], -1)


def _apart(ours: Tensor, theirs: Tensor) -> Tensor:
    """How far scores are from others: ten times the mean over all rows of the divergence of the chances that they stand for."""
    wanted = theirs.softmax(-1)
    return 10 * (wanted * (theirs.log_softmax(-1) - ours.log_softmax(-1))).sum(-1).mean()


def train(args: argparse.Namespace) -> None:
    """Run the budget down; the pupil is kept every ten minutes."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    teacher = kept(args.teacher).eval().requires_grad_(False)
    syntax = load(Path(args.syntax))[1].eval().requires_grad_(False)
    net = kept(args.start) if args.start else pupil(teacher, args.layers)
    net.words.pieces.requires_grad_(False)
    net.words.places.requires_grad_(False)
    articles = polnear("train") + gold("train") + gold("events") * args.gold + silver(args.silver)
    feed = Feed(articles, Pieces(minilm()[1]), augment.name_pool(sample_texts(2000)), args)
    learning = [p for p in net.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(learning, lr=RATE, weight_decay=0.01)
    begun, sums, saved = time.monotonic(), dict[str, float](), 0
    net.train()
    for step, rows in enumerate(feed.epochs()):
        spent = (time.monotonic() - begun) / 60
        done = step / args.steps if args.steps else spent / args.minutes
        if done >= 1:
            break
        for group in optimizer.param_groups:
            group["lr"] = RATE * args.scale * min(1.0, (step + 1) / WARMUP) * (1 - done)
        parts = taught(net, teacher, syntax, rows, args.share)
        optimizer.zero_grad()
        sum(parts.values()).backward()
        torch.nn.utils.clip_grad_norm_(learning, 1.0)
        optimizer.step()
        for name, value in parts.items():
            sums[name] = sums.get(name, 0.0) + float(value.detach())
        if (step + 1) % args.every == 0:
            line = {"step": step + 1, "epoch": round(feed.epoch, 3), "minutes": round(spent, 1)}
            print(json.dumps(line | {name: round(v / args.every, 4) for name, v in sums.items()}), flush=True)
            sums = {}
        if int(spent / 10) > saved:
            saved = int(spent / 10)
            torch.save(net.state_dict(), args.out)
    torch.save(net.state_dict(), args.out)


def options() -> argparse.Namespace:
    """The command line."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("out")
    p.add_argument("--teacher", required=True)
    p.add_argument("--syntax", required=True)
    p.add_argument("--silver", default="")
    p.add_argument("--start", default="")
    p.add_argument("--layers", type=int, default=3)
    p.add_argument("--minutes", type=float, default=60)
    p.add_argument("--steps", type=int, default=0)
    p.add_argument("--scale", type=float, default=1.0)
    p.add_argument("--share", type=float, default=1.0, help="of what the gold asks")
    p.add_argument("--batch", type=int, default=4)
    p.add_argument("--gold", type=int, default=5)
    p.add_argument("--compose", type=float, default=0.25)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--every", type=int, default=50)
    return p.parse_args()


if __name__ == "__main__":
    train(options())
