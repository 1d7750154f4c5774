"""Write a checkpoint as the files of the weights package: int8 graphs, tokenizer, manifest with hashes and decoder settings.

python -m train.export CHECKPOINT.pt FOLDER --version 1.0 [--accept 0.5 --slope 1 --shift 0] [--fp32]
"""

import argparse
import hashlib
import pathlib
import shutil
import tempfile
import warnings

import msgspec
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from sayso.lexicon.triggers import TYPES
from sayso.text.encoder_network import Manifest
from train.kinds import EVENTS, GUIDELINES
from train.net import DISTANCES, RELATIONS, WIDTH, Layer, Marks, Net, Pairs, Words
from train.torch_network import settings_of
from train.weights import minilm


class OneWindow(nn.Module):
    """The encoder for one window under our guideline, nothing padded."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words

    def forward(self, pieces: Tensor, features: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors [1, W, 384] and cue scores [1, W, 4]."""
        guideline = torch.full((1,), GUIDELINES.index("sayso"))
        found: tuple[Tensor, Tensor] = self.words(
            pieces, features, firsts, guideline, torch.ones_like(pieces, dtype=torch.float32)
        )
        return found


class OneWindowPairs(nn.Module):
    """The narrow reader for one window."""

    def __init__(self, pairs: Pairs) -> None:
        super().__init__()
        self.pairs = pairs

    def forward(self, vectors: Tensor, anchors: Tensor, distance: Tensor, relation: Tensor) -> tuple[Tensor, ...]:
        """Roles, accept, act and core of each anchor."""
        real = torch.ones_like(distance, dtype=torch.float32)
        return tuple(self.pairs(vectors, torch.zeros_like(anchors), anchors, distance, relation, real))


class OneWindowMarks(nn.Module):
    """What the words of one window foretell and trigger, as chances; PLOVER types in the reader's order."""

    def __init__(self, marks: Marks) -> None:
        super().__init__()
        self.marks = marks
        self.order = torch.tensor([0, *(EVENTS.index(kind) for kind in TYPES)])

    def forward(self, vectors: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Chances [1, W, 7], [1, W, 17] and of the status of an event there [1, W, 7]."""
        foretells, events, status = self.marks(vectors)
        return foretells.softmax(-1), events[..., self.order].softmax(-1), status.softmax(-1)


def graphs(net: Net, folder: pathlib.Path) -> tuple[pathlib.Path, pathlib.Path, pathlib.Path]:
    """The three graphs in full precision."""
    net.eval()
    for layer in net.modules():
        if isinstance(layer, Layer):
            layer.plain = True
    words, pairs, marks = (folder / f"{name}.onnx" for name in ("words", "pairs", "marks"))
    t, w, a = 40, 30, 3
    ids, features, firsts = (
        torch.randint(5, 900, (1, t)),
        torch.zeros((1, 4, t), dtype=torch.int64),
        torch.arange(1, w + 1).unsqueeze(0),
    )
    _export(OneWindow(net.words), (ids, features, firsts), words, ["pieces", "features", "firsts"], ["vectors", "cues"],
            {"pieces": {1: "t"}, "features": {2: "t"}, "firsts": {1: "w"}, "vectors": {1: "w"}, "cues": {1: "w"}})  # fmt: skip
    example = (
        torch.randn(1, w, WIDTH),
        torch.tensor([1, 4, 9]),
        torch.randint(0, DISTANCES, (a, w)),
        torch.randint(0, RELATIONS, (a, w)),
    )
    _export(OneWindowPairs(net.pairs), example, pairs, ["vectors", "anchors", "distance", "relation"], ["roles", "accept", "act", "core"],
            {"vectors": {1: "w"}, "anchors": {0: "a"}, "distance": {0: "a", 1: "w"}, "relation": {0: "a", 1: "w"},
             "roles": {0: "a", 1: "w"}, "accept": {0: "a"}, "act": {0: "a"}, "core": {0: "a"}})  # fmt: skip
    _export(OneWindowMarks(net.marks), (example[0],), marks, ["vectors"], ["foretells", "events", "status"],
            {name: {1: "w"} for name in ("vectors", "foretells", "events", "status")})  # fmt: skip
    return words, pairs, marks


def _export(module: nn.Module, example: tuple[Tensor, ...], path: pathlib.Path, names: list[str], outputs: list[str],
            axes: dict[str, dict[int, str]]) -> None:  # fmt: skip
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracer warns of every shape it reads
        torch.onnx.export(
            module, example, str(path), input_names=names, output_names=outputs, dynamic_axes=axes, opset_version=17, dynamo=False
        )
    onnx.checker.check_model(str(path))


def package(args: argparse.Namespace) -> Manifest:
    """Write the folder and return its manifest."""
    net = Net()
    net.load_state_dict(torch.load(args.checkpoint), strict=False)
    out = pathlib.Path(args.folder)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        words, pairs, marks = graphs(net, pathlib.Path(scratch))
        if args.fp32:
            shutil.copy(words, out / "words.int8.onnx")
        else:
            quantize_dynamic(words, out / "words.int8.onnx", weight_type=QuantType.QInt8, per_channel=args.per_channel, reduce_range=args.reduce_range,
                             op_types_to_quantize=["MatMul", "Gather", "Gemm"])  # fmt: skip
        shutil.copy(pairs, out / "pairs.onnx")
        shutil.copy(marks, out / "marks.onnx")
    shutil.copy(minilm()[1], out / "tokenizer.json")
    files = {
        name: hashlib.sha256((out / name).read_bytes()).hexdigest()
        for name in ("marks.onnx", "pairs.onnx", "tokenizer.json", "words.int8.onnx")
    }
    settings = settings_of(
        net, accept=args.accept, slope=args.slope, shift=args.shift, look=args.look, open=args.open, fragment=args.fragment
    )
    manifest = Manifest(name="encoder-en", version=args.version, files=files, settings=settings)
    (out / "manifest.json").write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n")
    return manifest


def options() -> argparse.Namespace:
    """The command line."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("checkpoint")
    p.add_argument("folder")
    p.add_argument("--version", default="1.0")
    for name, value in (("accept", 0.5), ("slope", 1.0), ("shift", 0.0), ("look", 0.2), ("open", 0.7), ("fragment", 8.0)):
        p.add_argument(f"--{name}", type=float, default=value)
    p.add_argument("--fp32", action="store_true")
    p.add_argument("--per-channel", action="store_true")
    p.add_argument("--reduce-range", action="store_true")
    return p.parse_args()


if __name__ == "__main__":
    print(package(options()).files)
