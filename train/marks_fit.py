"""Train the heads of events and forecasts over an encoder that stands still: what it makes of the gold's windows is computed once.

    python -m train.marks_fit OUT.pt --start CHECKPOINT.pt [--passes 3] [--steps 1500] [--seed 1]

Each pass over the articles cuts windows a little elsewhere and puts other names in, as `train.fit` does. OUT.pt is the checkpoint with
other heads.
"""

import argparse
import random

import torch
from torch.nn import functional

from sayso.text.encoder_inputs import Pieces
from train import augment
from train.data import UNKNOWN, cue_rates, examples, gold
from train.fit import sample_texts
from train.kinds import GUIDELINES
from train.net import Net, kept
from train.weights import minilm

RATE, BATCH, DECAY = 4e-4, 24, 0.03
Row = tuple[torch.Tensor, torch.Tensor]


def rows(net: Net, passes: int, rng: random.Random) -> list[Row]:
    """(vectors [W, 384], labels [3, W]) of every window of the gold's train part and of what has events alone, `passes` times."""
    articles, pieces = gold("train") + gold("events"), Pieces(minilm()[1])
    pool, rates = augment.name_pool(sample_texts(1000)), cue_rates(articles)
    guideline = torch.tensor([GUIDELINES.index("sayso")])
    out = []
    for turn in range(passes):
        for article in articles:
            changed = augment.other_names(article, pool, rng) if turn and rng.random() < 0.6 else article
            for e in examples(changed, pieces, rates, rng):
                given = [torch.from_numpy(a).unsqueeze(0) for a in (e.inputs.pieces, e.inputs.features, e.inputs.firsts)]
                with torch.inference_mode():
                    vectors, _ = net.words(*given, guideline, torch.ones(given[0].shape))
                out.append((vectors[0].clone(), torch.from_numpy(e.marks)))
    return out


def main() -> None:
    """The command line."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("out")
    p.add_argument("--start", required=True)
    p.add_argument("--passes", type=int, default=3)
    p.add_argument("--steps", type=int, default=1500)
    p.add_argument("--rate", type=float, default=RATE)
    p.add_argument("--seed", type=int, default=1)
    asked = p.parse_args()
    torch.manual_seed(asked.seed)
    torch.set_num_threads(1)
    rng = random.Random(asked.seed)
    net = kept(asked.start)
    net.eval()
    found = rows(net, asked.passes, rng)
    print(len(found), "windows", flush=True)
    marks = net.marks.train()
    optimizer = torch.optim.AdamW(marks.parameters(), lr=asked.rate, weight_decay=DECAY)
    for step in range(asked.steps):
        batch = rng.sample(found, min(BATCH, len(found)))
        loss = torch.zeros(())
        words = torch.cat([v for v, _ in batch]).clone()
        labels = torch.cat([m for _, m in batch], 1)
        for scores, gold_marks in zip(marks(words.unsqueeze(0)), labels, strict=True):
            if (gold_marks != UNKNOWN).any():
                loss = loss + functional.cross_entropy(scores[0], gold_marks, ignore_index=UNKNOWN, reduction="sum") / 40
        for group in optimizer.param_groups:
            group["lr"] = asked.rate * (1 - step / asked.steps)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(marks.parameters(), 1.0)
        optimizer.step()
        if step % 250 == 0:
            print(step, round(float(loss.detach()), 3), flush=True)
    torch.save(net.state_dict(), asked.out)


if __name__ == "__main__":
    main()
