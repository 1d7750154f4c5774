"""Train the part that reads one act out of one sentence, over an encoder that stands still.

    python -m train.main_fit OUT.pt --encoder Y.pt [--cross] [--epochs 10] [--only-part 0]

With `--cross` nothing is kept: each fifth of the sentences is read by a part that has not seen it, and what it found is counted. Our own
sentences come twice, with other countries.
"""

import argparse
import random
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from sayso.text.encoder_inputs import Pieces
from sayso.text.encoder_main import side
from train.data import UNKNOWN
from train.main_data import PARTS, Sentence, everyday, lesson, own, quiet, sentences
from train.main_net import MainEvents
from train.net import Net, kept
from train.together import main_losses
from train.weights import minilm

RATE, DECAY, WARMUP, BATCH = 2e-3, 0.05, 30, 32
WHOSE = ("", "gold ", "own ")


class Row(dict[str, Tensor]):
    """A sentence's vectors `words` [W, 384], `roles` [W, 2] and `kind`."""


def rows_of(net: Net, found: Sequence[Sentence]) -> list[tuple[Sentence, Row]]:
    """What a still encoder makes of the sentences that fit into a window."""
    pieces, guideline, out = Pieces(minilm()[1]), torch.ones(1, dtype=torch.int64), []
    for sentence in found:
        one = lesson(sentence, pieces)
        if one is None:
            continue
        given = [torch.from_numpy(a).unsqueeze(0) for a in (one.inputs.pieces, one.inputs.features, one.inputs.firsts)]
        with torch.inference_mode():
            words, _ = net.words(*given, guideline, torch.ones(given[0].shape))
        roles = torch.full((words.shape[1], 2), float(UNKNOWN)) if one.roles is None else torch.from_numpy(one.roles)
        whose = 0 if sentence.id.startswith(("PLV", "cameo")) else 2 if sentence.id.startswith("own ") else 1
        out.append((sentence, Row(words=words[0].clone(), roles=roles, kind=torch.tensor(one.kind), whose=torch.tensor(whose))))
    return out


def batch_of(rows: Sequence[Row]) -> tuple[Tensor, dict[str, Tensor]]:
    """Vectors [B, W, 384] and what `main_losses` takes."""
    pad = lambda name, value=0.0: torch.nn.utils.rnn.pad_sequence([r[name] for r in rows], batch_first=True, padding_value=value)  # noqa: E731
    real = torch.nn.utils.rnn.pad_sequence([torch.ones(len(r["words"])) for r in rows], batch_first=True)
    return pad("words"), {"real_words": real, "roles": pad("roles", UNKNOWN), "kind": torch.stack([r["kind"] for r in rows])}


def fitted(rows: Sequence[Row], epochs: int, seed: int) -> MainEvents:
    """The part, trained on rows."""
    torch.manual_seed(seed)
    head, rng, rows = MainEvents(), random.Random(seed), list(rows)
    optimizer = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=DECAY)
    steps, step = epochs * len(_batches(rows, rng)), 0
    head.train()
    for _ in range(epochs):
        for part in _batches(rows, rng):
            words, b = batch_of(part)
            for group in optimizer.param_groups:
                group["lr"] = RATE * min(1.0, (step + 1) / WARMUP) * (1 - step / steps)
            optimizer.zero_grad()
            main_losses(head, words.clone(), b).backward()
            torch.nn.utils.clip_grad_norm_(head.parameters(), 1.0)
            optimizer.step()
            step += 1
    return head.eval()


def _batches(rows: list[Row], rng: random.Random) -> list[list[Row]]:
    """The rows in batches of about the same length, in any order."""
    rng.shuffle(rows)
    out = []
    for i in range(0, len(rows), 20 * BATCH):
        part = sorted(rows[i : i + 20 * BATCH], key=lambda r: len(r["words"]))
        out += [part[k : k + BATCH] for k in range(0, len(part), BATCH)]
    rng.shuffle(out)
    return out


@torch.inference_mode()
def judged(head: MainEvents, rows: Sequence[Row]) -> dict[str, list[bool]]:
    """Whether each side was met and each type right, sides given and not, whether a sentence without an act was told apart."""
    out = defaultdict[str, list[bool]](list)
    for row in rows:
        words, b = batch_of([row])
        chances = torch.sigmoid(head.sides(words, b["real_words"]))[0].numpy().astype(np.float64)
        source = side(chances[:, 0])
        target = side(chances[:, 1] * ~source)
        if row["roles"][0, 0] != UNKNOWN:
            for name, found, k in (("source", source, 0), ("target", target, 1)):
                gold = row["roles"][:, k].numpy() > 0
                if gold.any():
                    out[name].append(bool((found & gold).any()))
        kind = int(row["kind"])
        own = head.types(
            words, torch.from_numpy(np.stack([source, target], -1).astype(np.float32)).unsqueeze(0), b["real_words"]
        )[0][0]
        of = WHOSE[int(row["whose"])]
        if kind > 0:
            given = head.types(words, row["roles"].unsqueeze(0), b["real_words"])[0][0]
            out[f"{of}given"].append(int(given[1:].argmax()) + 1 == kind)
            out[f"{of}own"].append(int(own[1:].argmax()) + 1 == kind)
            out[f"{of}some"].append(int(own.argmax()) > 0)
        elif kind == 0:
            out[f"{of}none"].append(int(own.argmax()) == 0)
    return out


def main() -> None:
    """The command line."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("out", nargs="?")
    p.add_argument("--encoder", required=True)
    p.add_argument("--epochs", type=int, default=10)
    p.add_argument("--cross", action="store_true")
    p.add_argument("--only-part", type=int, default=-1, help="with --cross: judge this part alone")
    p.add_argument("--hold-part", type=int, default=-1, help="a part that is not learnt from, for judging what reads with it")
    p.add_argument("--quiet", type=int, default=600, help="sentences of our gold without an event")
    p.add_argument("--seed", type=int, default=1)
    asked = p.parse_args()
    torch.set_num_threads(1)
    rng = random.Random(asked.seed)
    learnt = [*sentences(), *quiet(asked.quiet, rng), *everyday(asked.quiet, rng), *own(rng)]
    found = rows_of(kept(asked.encoder).eval(), learnt)
    print(
        len(found),
        "sentences;",
        sum(s.kind > 0 for s, _ in found),
        "typed,",
        sum(s.kind == 0 for s, _ in found),
        "without an act",
    )
    if not asked.cross:
        torch.save(fitted([r for s, r in found if s.part != asked.hold_part], asked.epochs, asked.seed).state_dict(), asked.out)
        return
    tally: dict[str, list[bool]] = {}
    for part in range(PARTS) if asked.only_part < 0 else [asked.only_part]:
        head = fitted([r for s, r in found if s.part != part], asked.epochs, asked.seed)
        for name, hits in judged(head, [r for s, r in found if s.part == part]).items():
            tally.setdefault(name, []).extend(hits)
        print(part, {name: (round(float(np.mean(hits)), 3), len(hits)) for name, hits in tally.items()}, flush=True)


if __name__ == "__main__":
    main()
