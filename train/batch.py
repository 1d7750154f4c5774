"""Windows of one step, padded into tensors."""

from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from train.data import UNKNOWN, Example, pair_arrays


class Batch(NamedTuple):
    """Tensors of B windows; `cue` and `open` are -100 where unknown or padded."""

    pieces: Tensor
    features: Tensor
    firsts: Tensor
    guideline: Tensor
    real: Tensor
    real_words: Tensor
    cue: Tensor
    open: Tensor
    marks: Tensor


class Anchors(NamedTuple):
    """Tensors of A anchors; roles are read only where `accept` is 1."""

    window: Tensor
    at: Tensor
    distance: Tensor
    relation: Tensor
    real: Tensor
    roles: Tensor
    accept: Tensor
    act: Tensor
    core: Tensor


def batch(examples: list[Example]) -> Batch:
    """The windows as tensors."""
    return Batch(
        pieces=_padded([e.inputs.pieces for e in examples], 0),
        features=_padded([e.inputs.features.T for e in examples], 0).transpose(1, 2),
        firsts=_padded([e.inputs.firsts for e in examples], 0),
        guideline=torch.tensor([e.guideline for e in examples]),
        real=_padded([np.ones(len(e.inputs.pieces), np.float32) for e in examples], 0),
        real_words=_padded([np.ones(len(e.cue), np.float32) for e in examples], 0),
        cue=_padded([e.cue for e in examples], UNKNOWN),
        open=_padded([e.open for e in examples], UNKNOWN),
        marks=_padded([e.marks.T for e in examples], UNKNOWN),
    )


def anchors(
    examples: list[Example], cue_scores: Tensor, real_words: Tensor, *, negatives: int = 1, most: int = 64
) -> Anchors | None:
    """For each statement the word of its cue that the net likes best, and in each window the likeliest words that are no cue; None without any."""
    rows: list[tuple[int, int, np.ndarray, int, int, int]] = []
    liked = cue_scores.numpy()
    for b, e in enumerate(examples):
        for candidates, roles, act, core in e.anchors:
            rows.append((b, max(candidates, key=lambda i: liked[b, i]), roles, 1, act, core))
        free = np.where((e.cue == 0) & (e.open != 1), liked[b, : len(e.cue)], -1.0)
        nothing = np.zeros(len(e.cue), np.int64)
        rows += [(b, int(i), nothing, 0, UNKNOWN, UNKNOWN) for i in np.argsort(-free, kind="stable")[:negatives] if free[i] >= 0]
    rows = rows[:most]
    if not rows:
        return None
    pairs = [pair_arrays(examples[b], [i]) for b, i, *_ in rows]
    width = real_words.shape[1]
    fit = lambda x: np.pad(x, (0, width - len(x)))  # noqa: E731
    window = torch.tensor([r[0] for r in rows])
    return Anchors(
        window=window,
        at=torch.tensor([r[1] for r in rows]),
        distance=torch.from_numpy(np.stack([fit(d[0]) for d, _ in pairs])),
        relation=torch.from_numpy(np.stack([fit(r[0]) for _, r in pairs])),
        real=real_words[window],
        roles=torch.from_numpy(np.stack([fit(r[2]) for r in rows])),
        accept=torch.tensor([float(r[3]) for r in rows]),
        act=torch.tensor([r[4] for r in rows]),
        core=torch.tensor([r[5] for r in rows]),
    )


def _padded(arrays: list[np.ndarray], value: int) -> Tensor:
    return torch.nn.utils.rnn.pad_sequence([torch.from_numpy(a) for a in arrays], batch_first=True, padding_value=value)
