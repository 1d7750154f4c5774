"""The part of the network that reads tokens: tags, heads, relations, names and where sentences begin, over layers of the encoder."""

import pathlib

import msgspec
import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.text.syntax import Tags
from train.kinds import GUIDELINES
from train.net import THIRDS, WIDTH, Layer, Words

NARROW, HEADS, DEEP = 256, 4, 2
ARC, LABEL = 128, 64
LOOKS = (2, 2, 6)
DIALECTS = 3  # 0 converted labels, as the readers want them; 1 UD's treebanks


def tapped(words: Words, pieces: Tensor, features: Tensor, guideline: int = GUIDELINES.index("sayso")) -> Tensor:
    """[B, P, 3 × 384]: what each third of the layers makes of whole windows without padding."""
    return torch.cat(words.seen(pieces, features, torch.tensor([guideline]), torch.ones(1, 1)), -1)


class Syntax(nn.Module):
    """Two narrow layers over the tokens of a window, and a head for each thing that is read from them."""

    def __init__(self, tags: Tags, dropout: float = 0.2) -> None:
        super().__init__()
        wide = THIRDS * WIDTH
        self.first, self.last = nn.Linear(wide, NARROW), nn.Linear(wide, NARROW, bias=False)
        self.f = nn.ModuleList(nn.Embedding(n, NARROW) for n in LOOKS)
        self.dialect = nn.Embedding(DIALECTS, NARROW)
        self.norm = nn.LayerNorm(NARROW)
        self.layers = nn.ModuleList(Layer(NARROW, HEADS, 2 * NARROW, 0.1) for _ in range(DEEP))
        self.drop = nn.Dropout(dropout)
        self.ad, self.ah = nn.Linear(NARROW, ARC), nn.Linear(NARROW, ARC)
        self.ld, self.lh = nn.Linear(NARROW, LABEL), nn.Linear(NARROW, LABEL)
        self.aw = nn.Parameter(torch.randn(ARC + 1, ARC + 1) / ARC)
        self.lw = nn.Parameter(torch.randn(len(tags.relations), LABEL + 1, LABEL + 1) / LABEL)
        self.up, self.xp = nn.Linear(NARROW, len(tags.upos)), nn.Linear(NARROW, len(tags.xpos))
        self.ner = nn.Linear(NARROW, 1 + 2 * len(tags.names))
        self.start = nn.Linear(NARROW, 1)
        for table in (*self.f, self.dialect):
            nn.init.normal_(table.weight, std=0.05)

    def body(self, x: Tensor, looks: Tensor, dialect: Tensor, real: Tensor) -> Tensor:
        """Vectors [B, T, 256] of tokens from the sum of what their first and last pieces give."""
        x = x + self.dialect(dialect).unsqueeze(1)
        for i, table in enumerate(self.f):
            x = x + table(looks[..., i])
        x = self.drop(self.norm(x))
        mask = ((1.0 - real) * -1e4).view(real.shape[0], 1, 1, -1)
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def arcs(self, x: Tensor) -> Tensor:
        """[B, T, T]: what each token gets from each head; from itself as the root."""
        dependents, governors = (self.drop(functional.gelu(part(x))) for part in (self.ad, self.ah))
        return _one(dependents) @ self.aw @ _one(governors).transpose(1, 2)

    def ends(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """[B, T, 65] twice: tokens as dependents and as governors of a relation."""
        dependents, governors = (_one(self.drop(functional.gelu(part(x)))) for part in (self.ld, self.lh))
        return dependents, governors

    def labels(self, dependents: Tensor, governors: Tensor) -> Tensor:
        """[N, R]: scores of the relations of N pairs."""
        n, wide = dependents.shape
        turned = (dependents @ self.lw.permute(1, 0, 2).reshape(wide, -1)).view(n, -1, wide)
        return (turned @ governors.unsqueeze(-1)).squeeze(-1)


def load(path: pathlib.Path) -> tuple[Tags, Syntax]:
    """The labels and the part as `train.syntax_fit` kept them."""
    kept = torch.load(path)
    tags = msgspec.convert(kept["tags"], Tags)
    syntax = Syntax(tags)
    syntax.load_state_dict(kept["state"])
    return tags, syntax


def _one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)
