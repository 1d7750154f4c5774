"""The network: a six-layer encoder, a head that finds cues and a narrow reader that gives each cue its source and content."""

import math
import pathlib
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from train.kinds import ACTS, EVENTS, FORETELLS, GUIDELINES, STATUSES

WIDTH, HEADS, INNER, LAYERS, VOCABULARY = 384, 12, 1536, 6, 30522
NARROW, NARROW_HEADS, NARROW_INNER, NARROW_LAYERS = 128, 4, 256, 1
THIRDS = 3
"""The encoder is seen after each third of its layers; the features join above the lowest, which stays as it came when six are trained."""
FEATURES = (7, 4, 3, 2)
DISTANCES, RELATIONS = 23, 20
ROLES = 4  # none, source, cue, content


class Found(NamedTuple):
    """What the narrow reader says of A anchors: emissions [A, W, 4], accept [A], act [A, 11], core [A]."""

    roles: Tensor
    accept: Tensor
    act: Tensor
    core: Tensor


class Layer(nn.Module):
    """One post-norm transformer layer, as in BERT."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out, self.up, self.down = nn.Linear(width, width), nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout) if dropout else nn.Identity()
        self.plain = False  # True while exporting: the attention is then written out in plain matrix products

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """The same shape [B, T, width]; `mask` [B, 1, 1, T] is added to the attention scores."""
        b, t, width = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        if self.plain:
            seen = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(width // self.heads) + mask, dim=-1) @ v
        else:
            seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.dropout(self.out(seen.transpose(1, 2).reshape(b, t, width))))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


def at_firsts(pieces: Tensor, firsts: Tensor) -> Tensor:
    """[B, W, N]: of vectors of pieces [B, T, N] those where words begin, `firsts` [B, W]."""
    return pieces.gather(1, firsts.unsqueeze(-1).expand(-1, -1, pieces.shape[-1]))


class Words(nn.Module):
    """From word pieces to word vectors and cue scores."""

    def __init__(self, layers: int = LAYERS, dropout: float = 0.1) -> None:
        super().__init__()
        self.third = layers // THIRDS
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.features = nn.ModuleList(nn.Embedding(n, WIDTH) for n in FEATURES)
        self.guideline = nn.Embedding(len(GUIDELINES), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, INNER, 0.0) for _ in range(layers))
        self.cue = nn.Linear(WIDTH, 4)  # O, B, I of a cue; a statement without cue begins here
        self.dropout = nn.Dropout(dropout)
        for table in (*self.features, self.guideline):
            nn.init.normal_(table.weight, std=0.02)

    def forward(self, pieces: Tensor, features: Tensor, firsts: Tensor, guideline: Tensor, real: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors [B, W, 384] and cue scores [B, W, 4]; pieces [B, T], features [B, 4, T], firsts [B, W], guideline [B], real [B, T]."""
        x = self.seen(pieces, features, guideline, real)[-1]
        words = at_firsts(x, firsts)
        return words, self.cue(words)

    def seen(self, pieces: Tensor, features: Tensor, guideline: Tensor, real: Tensor) -> list[Tensor]:
        """What is made of the pieces [B, T, 384] after each third of the layers."""
        mask = ((1.0 - real) * -1e4).view(real.shape[0], 1, 1, -1)
        x = self.norm(self.pieces(pieces) + self.places(torch.arange(pieces.shape[1])))
        out = []
        for number, layer in enumerate(self.layers):
            if number == self.third:
                x = x + self.guideline(guideline).unsqueeze(1)
                for i, table in enumerate(self.features):
                    x = x + table(features[:, i])
                x = self.dropout(x)
            x = layer(x, mask)
            out += [x] if (number + 1) % self.third == 0 else []
        return out


class Pairs(nn.Module):
    """For each anchor, the role of every word of its window, and what kind of statement it is."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.anchor, self.word = nn.Linear(WIDTH, 2 * NARROW), nn.Linear(WIDTH, 2 * NARROW)
        self.distance, self.relation = nn.Embedding(DISTANCES, NARROW), nn.Embedding(RELATIONS, NARROW)
        self.norm = nn.LayerNorm(NARROW)
        self.layers = nn.ModuleList(Layer(NARROW, NARROW_HEADS, NARROW_INNER, dropout) for _ in range(NARROW_LAYERS))
        self.role = nn.Linear(2 * NARROW, ROLES)
        self.kind = nn.Linear(WIDTH + 2 * NARROW, 2 + len(ACTS))
        self.dropout = nn.Dropout(dropout)
        for table in (self.distance, self.relation):
            nn.init.normal_(table.weight, std=0.3)

    def forward(self, words: Tensor, window: Tensor, anchors: Tensor, distance: Tensor, relation: Tensor, real: Tensor) -> Found:
        """words [B, W, 384]; window and anchors [A]; distance and relation [A, W]; real [A, W]."""
        at = words[window, anchors]
        a_sum, a_product = self.anchor(at).unsqueeze(1).chunk(2, -1)
        w_sum, w_product = self.word(words)[window].chunk(2, -1)
        x = a_sum + w_sum + a_product * w_product + self.distance(distance) + self.relation(relation)
        first = self.norm(functional.gelu(x))
        x = self.dropout(first)
        mask = ((1.0 - real) * -1e4).view(real.shape[0], 1, 1, -1)
        for layer in self.layers:
            x = layer(x, mask)
        both = torch.cat([first, x], -1)
        here = both[torch.arange(anchors.shape[0]), anchors]
        kind = self.kind(torch.cat([at, here], -1))
        return Found(roles=self.role(both), accept=kind[:, 0], act=kind[:, 2:], core=kind[:, 1])


class Chain(nn.Module):
    """A linear chain over roles: which role follows which."""

    def __init__(self) -> None:
        super().__init__()
        self.step = nn.Parameter(torch.zeros(ROLES, ROLES))

    def loss(self, emissions: Tensor, gold: Tensor, real: Tensor) -> Tensor:
        """Negative log likelihood [A] of gold roles [A, W] under emissions [A, W, 4]; words where `real` is 0 don't count."""
        picked = emissions.gather(-1, gold.unsqueeze(-1)).squeeze(-1)
        moves = self.step[gold[:, :-1], gold[:, 1:]] * real[:, 1:]
        path = (picked * real).sum(1) + moves.sum(1)
        alpha = emissions[:, 0]
        for t in range(1, emissions.shape[1]):
            new = torch.logsumexp(alpha.unsqueeze(-1) + self.step, dim=1) + emissions[:, t]
            alpha = torch.where(real[:, t : t + 1] > 0, new, alpha)
        return torch.logsumexp(alpha, -1) - path


class Marks(nn.Module):
    """For each word what it foretells, which event it triggers, and that event's status."""

    def __init__(self, dropout: float = 0.2) -> None:
        super().__init__()
        self.inner = nn.Linear(WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, len(FORETELLS) + len(EVENTS) + len(STATUSES))
        self.dropout = nn.Dropout(dropout)

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores [B, W, 7], [B, W, 17] and [B, W, 7] of words [B, W, 384]."""
        found = self.out(self.dropout(functional.gelu(self.inner(self.dropout(words)))))
        foretells, events, status = found.split((len(FORETELLS), len(EVENTS), len(STATUSES)), -1)
        return foretells, events, status


class Net(nn.Module):
    """All that is trained."""

    def __init__(self, layers: int = LAYERS) -> None:
        super().__init__()
        self.words, self.pairs, self.chain, self.marks = Words(layers), Pairs(), Chain(), Marks()


def kept(path: str | pathlib.Path) -> Net:
    """The network of a checkpoint, with as many layers as that has; heads that it lacks (older ones have no marks) are as they begin."""
    state = torch.load(path)
    net = Net(len({name.split(".")[2] for name in state if name.startswith("words.layers.")}))
    net.load_state_dict(state, strict=False)
    return net


def from_minilm(path: pathlib.Path) -> Net:
    """A network whose encoder begins as MiniLM (a safetensors file in BERT's layout)."""
    net, old = Net(), load_file(str(path))
    get = lambda name: next(v for k, v in old.items() if k.endswith(name))  # noqa: E731 - the prefix differs between packagings
    with torch.no_grad():
        net.words.pieces.weight.copy_(get("embeddings.word_embeddings.weight"))
        net.words.places.weight.copy_(
            get("embeddings.position_embeddings.weight") + get("embeddings.token_type_embeddings.weight")[0]
        )
        _copy(net.words.norm, get, "embeddings.LayerNorm")
        for i, layer in enumerate(net.words.layers):
            at = f"encoder.layer.{i}."
            for part in ("weight", "bias"):
                three = [get(f"{at}attention.self.{name}.{part}") for name in ("query", "key", "value")]
                getattr(layer.qkv, part).copy_(torch.cat(three))
            _copy(layer.out, get, f"{at}attention.output.dense")
            _copy(layer.norm1, get, f"{at}attention.output.LayerNorm")
            _copy(layer.up, get, f"{at}intermediate.dense")
            _copy(layer.down, get, f"{at}output.dense")
            _copy(layer.norm2, get, f"{at}output.LayerNorm")
    return net


def _copy(module, get, name: str) -> None:
    module.weight.copy_(get(f"{name}.weight"))
    module.bias.copy_(get(f"{name}.bias"))
