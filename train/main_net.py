"""The part of the network that reads one act out of one sentence: who acts, on whom, and of which PLOVER type the act is."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from train.kinds import EVENTS
from train.net import WIDTH, Layer

NARROW, HEADS = 128, 4
LONGEST = 96  # words: those behind have the last place


class MainEvents(nn.Module):
    """A reader of sides and a reader of types, each a narrow layer over a sentence's vectors."""

    def __init__(self, dropout: float = 0.3) -> None:
        super().__init__()
        self.side, self.kind = nn.Linear(WIDTH, NARROW), nn.Linear(WIDTH, NARROW)
        self.side_place, self.kind_place = nn.Embedding(LONGEST, NARROW), nn.Embedding(LONGEST, NARROW)
        self.role = nn.Linear(2, NARROW, bias=False)
        self.side_norm, self.kind_norm = nn.LayerNorm(NARROW), nn.LayerNorm(NARROW)
        self.side_layer, self.kind_layer = (Layer(NARROW, HEADS, 2 * NARROW, 0.1) for _ in range(2))
        self.sides_out = nn.Linear(2 * NARROW, 2)
        self.weight = nn.Linear(NARROW, 1)
        self.types_out = nn.Linear(4 * NARROW, len(EVENTS))
        self.drop = nn.Dropout(dropout)
        for table in (self.side_place, self.kind_place):
            nn.init.normal_(table.weight, std=0.1)
        nn.init.normal_(self.role.weight, std=0.5)

    def sides(self, words: Tensor, real: Tensor) -> Tensor:
        """Scores [B, W, 2] of the words [B, W, 384] to name who acts and who is acted on."""
        first = self.side_norm(functional.gelu(self.side(self.drop(words)) + self.side_place(_places(words))))
        seen = self.side_layer(self.drop(first), _mask(real))
        return self.sides_out(self.drop(torch.cat([first, seen], -1)))

    def types(self, words: Tensor, roles: Tensor, real: Tensor) -> tuple[Tensor, Tensor]:
        """Scores [B, 17] of the types of the act (none first) and how much each word says of it [B, W]; `roles` [B, W, 2] are 0..1."""
        x = self.kind(self.drop(words)) + self.kind_place(_places(words)) + self.role(roles)
        x = self.kind_layer(self.drop(self.kind_norm(functional.gelu(x))), _mask(real))
        says = (self.weight(x).squeeze(-1) + (1.0 - real) * -1e4).softmax(-1)
        parts = [_mean(x, says), _mean(x, roles[..., 0]), _mean(x, roles[..., 1]), _mean(x, real)]
        return self.types_out(self.drop(torch.cat(parts, -1))), says


def _places(words: Tensor) -> Tensor:
    return torch.arange(words.shape[1]).clamp(max=LONGEST - 1)


def _mask(real: Tensor) -> Tensor:
    return ((1.0 - real) * -1e4).view(real.shape[0], 1, 1, -1)


def _mean(x: Tensor, weights: Tensor) -> Tensor:
    return (x * weights.unsqueeze(-1)).sum(1) / weights.sum(1, keepdim=True).clamp(min=1e-3)
