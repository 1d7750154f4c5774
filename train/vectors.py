"""Write the sentence encoder as the files of the vectors package: one int8 graph, its tokenizer, a manifest with hashes.

python -m train.vectors packages/sayso-vectors-en/src/sayso_vectors_en [--version 1.0]

Nothing is trained: the weights are those of all-MiniLM-L6-v2 as they came, made small. Prints how near the small vectors stay.
"""

import argparse
import hashlib
import pathlib
import shutil
import tempfile
import warnings

import msgspec
import numpy
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from sayso.text.vectors import Manifest, SentenceVectors
from train.net import Layer, from_minilm
from train.weights import minilm

NAME = "vectors.int8.onnx"
SAID = (
    "The ministry said on Friday that the bridge at Harl would stay shut until the spring.",
    "Until spring the Harl crossing will not reopen, according to officials.",
    "Two fishermen were rescued off the coast of Ossel after their boat sank.",
    "“We will never sign that treaty,” Marrow told reporters.",
)


class Sentence(nn.Module):
    """The mean of a sentence's word vectors, of length one."""

    def __init__(self, weights: pathlib.Path) -> None:
        super().__init__()
        words = from_minilm(weights).words
        self.pieces, self.places, self.norm, self.layers = words.pieces, words.places, words.norm, words.layers

    def forward(self, pieces: Tensor) -> Tensor:
        """A vector [384] of pieces [1, T]."""
        mask = torch.zeros(1, 1, 1, 1)
        x = self.norm(self.pieces(pieces) + self.places(torch.arange(pieces.shape[1])))
        for layer in self.layers:
            x = layer(x, mask)
        return functional.normalize(x.mean(1), dim=-1)[0]


def exported(out: pathlib.Path, version: str) -> Manifest:
    """The manifest of the folder, which is written."""
    weights, tokenizer = minilm()
    out.mkdir(parents=True, exist_ok=True)
    net = Sentence(weights).eval()
    for layer in net.modules():
        if isinstance(layer, Layer):
            layer.plain = True
    with tempfile.TemporaryDirectory() as scratch:
        whole = pathlib.Path(scratch) / "vectors.onnx"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the tracer warns of every shape it reads
            torch.onnx.export(net, (torch.randint(5, 900, (1, 30)),), str(whole), input_names=["pieces"], output_names=["vector"],
                              dynamic_axes={"pieces": {1: "t"}}, opset_version=17, dynamo=False)  # fmt: skip
        onnx.checker.check_model(str(whole))
        quantize_dynamic(
            whole, out / NAME, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather", "Gemm"]
        )
        shutil.copy(tokenizer, out / "tokenizer.json")
        files = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in ("tokenizer.json", NAME)}
        manifest = Manifest(name="vectors-en", version=version, files=files)
        (out / "manifest.json").write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n")
        compared(whole, out)
    return manifest


def compared(whole: pathlib.Path, out: pathlib.Path) -> None:
    """Nothing; prints the cosine of each small vector with the one in full precision, and of the sentences with the first."""
    small = SentenceVectors.load(out)
    session = onnxruntime.InferenceSession(str(whole))
    for text in SAID:
        (full,) = session.run(None, {"pieces": small.pieces(text)[None]})
        near = float(full @ small.of(text))
        print(f"{near:.4f} {float(small.of(text) @ small.of(SAID[0])):.3f} {text}")
    print(f"{(out / NAME).stat().st_size / 1e6:.1f} MB, width {numpy.shape(small.of(SAID[0]))[0]}")


def main() -> None:
    """Nothing; writes the folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--version", default="1.0")
    given = parser.parse_args()
    print(exported(given.folder, given.version).files)


if __name__ == "__main__":
    main()
