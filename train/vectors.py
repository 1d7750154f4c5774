"""Write the sentence encoder as the files of the vectors package: an int8 graph, a table, the tokenizer, a manifest with hashes.

python -m train.vectors packages/sayso-vectors-en/src/sayso_vectors_en [--version 1.0]

Nothing is trained: the weights are those of all-MiniLM-L6-v2 as they came, made small. The table has for each word piece the
vector of a sentence that is this piece alone, in the 128 directions in which they differ most, weighed by how rare it is in every sixth article of the large corpus, in eight bits.
"""

import argparse
import gzip
import hashlib
import json
import pathlib
import shutil
import tempfile
import warnings

import msgspec
import numpy
import onnx
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from eval import shared
from sayso.text.vectors import GRAPH, TABLE, TOKENS, Manifest
from train.net import Layer, from_minilm
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


class OneSentence(nn.Module):
    """The encoder for one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__()
        self.sentence = sentence

    def forward(self, pieces: Tensor) -> Tensor:
        """A vector [384] of pieces [1, T]."""
        found: Tensor = self.sentence(pieces)[0]
        return found


def graph(weights: pathlib.Path, out: pathlib.Path) -> None:
    """Nothing; the graph is written in eight bits, one scale for each channel."""
    net = OneSentence(Sentence(weights)).eval()
    for layer in net.modules():
        if isinstance(layer, Layer):
            layer.plain = True
    with tempfile.TemporaryDirectory() as scratch:
        whole = pathlib.Path(scratch) / GRAPH
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the tracer warns of every shape it reads
            torch.onnx.export(net, (torch.randint(5, 900, (1, 30)),), str(whole), input_names=["pieces"], output_names=["vector"],
                              dynamic_axes={"pieces": {1: "t"}}, opset_version=17, dynamo=False)  # fmt: skip
        onnx.checker.check_model(str(whole))
        quantize_dynamic(
            whole, out, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather", "Gemm"]
        )


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
    graph(weights, given.folder / GRAPH)
    table(weights, tokenizer, given.folder / TABLE)
    shutil.copy(tokenizer, given.folder / TOKENS)
    files = {name: hashlib.sha256((given.folder / name).read_bytes()).hexdigest() for name in (TABLE, TOKENS, GRAPH)}
    manifest = Manifest(name="vectors-en", version=given.version, files=files)
    (given.folder / "manifest.json").write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n")
    print(files)


if __name__ == "__main__":
    main()
