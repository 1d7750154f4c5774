"""Write the table of sentence vectors as the files of the vectors package: table, tokenizer, a manifest with hashes.

python -m train.vectors packages/sayso-vectors-en/src/sayso_vectors_en [--version 1.0]

Nothing is trained. The table has for each word piece the vector that all-MiniLM-L6-v2 gives a sentence that is this piece alone, in the
128 directions in which they differ most, weighed by how rare it is in every sixth article of the large corpus, in eight bits.
"""

import argparse
import gzip
import hashlib
import json
import pathlib
import shutil

import msgspec
import numpy
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from eval import shared
from sayso.text.vectors import TABLE, TOKENS, Manifest
from train.net import from_minilm
from train.weights import minilm

EVERY, RARE, DIRECTIONS = 6, 1e-3, 128
FIRST, LAST, AT_ONCE = 101, 102, 512


class Sentence(nn.Module):
    """The mean of a sentence's word vectors, of length one."""

    def __init__(self, weights: pathlib.Path) -> None:
        super().__init__()
        words = from_minilm(weights).words
        self.pieces, self.places, self.norm, self.layers = words.pieces, words.places, words.norm, words.layers

    def forward(self, pieces: Tensor) -> Tensor:
        """Vectors [N, 384] of N sentences of T pieces each."""
        mask = torch.zeros(1, 1, 1, 1)
        x = self.norm(self.pieces(pieces) + self.places(torch.arange(pieces.shape[1])))
        for layer in self.layers:
            x = layer(x, mask)
        return functional.normalize(x.mean(1), dim=-1)


def table(weights: pathlib.Path, tokenizer: pathlib.Path, out: pathlib.Path) -> None:
    """Nothing; the table of word pieces is written: rows in eight bits, and what to multiply each with."""
    net = Sentence(weights).eval()
    share = shares(tokenizer, net.pieces.num_embeddings)
    with torch.no_grad():
        some = [range(start, min(start + AT_ONCE, len(share))) for start in range(0, len(share), AT_ONCE)]
        rows = numpy.concatenate([net(torch.tensor([[FIRST, piece, LAST] for piece in part])).numpy() for part in some])
    met = share > 0
    rows = rows - rows[met].mean(0)
    *_, directions = numpy.linalg.svd(rows[met], full_matrices=False)
    rows = rows @ directions[:DIRECTIONS].T * (RARE / (RARE + share))[:, None]
    scales = numpy.abs(rows).max(1) / 127
    small = numpy.round(rows / scales[:, None]).astype(numpy.int8)
    numpy.savez(out, rows=small, scales=scales.astype(numpy.float16))


def shares(tokenizer: pathlib.Path, many: int) -> NDArray[numpy.float64]:
    """The share that each word piece has of the pieces of the corpus."""
    cut = Tokenizer.from_file(str(tokenizer))
    cut.no_truncation()
    cut.no_padding()
    counts = numpy.zeros(many)
    with gzip.open(shared.data("data/corpora/news12k.jsonl.gz"), "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % EVERY == 0:
                numpy.add.at(counts, cut.encode(json.loads(line)["text"], add_special_tokens=False).ids, 1)
    return counts / counts.sum()


def main() -> None:
    """Nothing; writes the folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--version", default="1.0")
    given = parser.parse_args()
    torch.set_num_threads(1)
    weights, tokenizer = minilm()
    given.folder.mkdir(parents=True, exist_ok=True)
    table(weights, tokenizer, given.folder / TABLE)
    shutil.copy(tokenizer, given.folder / TOKENS)
    files = {name: hashlib.sha256((given.folder / name).read_bytes()).hexdigest() for name in (TABLE, TOKENS)}
    manifest = Manifest(name="vectors-en", version=given.version, files=files)
    (given.folder / "manifest.json").write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n")
    print(files)


if __name__ == "__main__":
    main()
