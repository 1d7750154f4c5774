"""Write a checkpoint as the files of the weights package: int8 graphs, tokenizer, manifest with hashes and decoder settings.

python -m train.export CHECKPOINT.pt FOLDER --version 1.0 [--accept 0.5 --slope 1 --shift 0] [--fp32]
"""

import argparse
import hashlib
import pathlib
import shutil
import tempfile
import warnings
from collections.abc import Sequence

import msgspec
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from sayso.lexicon.triggers import TYPES
from sayso.text.encoder_network import Manifest
from train.kinds import EVENTS
from train.main_net import MainEvents
from train.net import DISTANCES, RELATIONS, WIDTH, Layer, Marks, Net, Pairs, Words, at_firsts, kept
from train.syntax_net import LABEL, NARROW, Syntax, load, tapped
from train.torch_network import settings_of
from train.weights import minilm

SMALL = ("words", "pairs", "syntax", "sides", "main")  # the graphs that are kept in int8


class OneWindow(nn.Module):
    """The encoder for one window under our guideline, nothing padded."""

    def __init__(self, words: Words, syntax: Syntax | None = None) -> None:
        super().__init__()
        self.words, self.syntax = words, syntax

    def forward(self, pieces: Tensor, features: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """Vectors [1, W, 384] and cue scores [1, W, 4]; with a part for tokens also [1, P, 512]."""
        seen = tapped(self.words, pieces, features)
        top = seen[..., -WIDTH:]
        vectors = at_firsts(top, firsts)
        found = (vectors, self.words.cue(vectors))
        return found if self.syntax is None else (*found, torch.cat([self.syntax.first(seen), self.syntax.last(seen)], -1))


class OneWindowSyntax(nn.Module):
    """The tokens of one window, labelled as the readers want them."""

    def __init__(self, syntax: Syntax) -> None:
        super().__init__()
        self.syntax = syntax

    def forward(self, vectors: Tensor, looks: Tensor) -> tuple[Tensor, ...]:
        """Arcs, dependents, governors, tags twice, names, chances of a start; each with one row a token."""
        part = self.syntax
        x = part.body(vectors, looks, torch.zeros(1, dtype=torch.int64), torch.ones_like(vectors[..., 0]))
        tags = [head(x).argmax(-1) for head in (part.up, part.xp, part.ner)]
        return part.arcs(x), *part.ends(x), *tags, part.start(x).squeeze(-1).sigmoid()


class OneWindowLabels(nn.Module):
    """The relation of each pair of a dependent and its head."""

    def __init__(self, syntax: Syntax) -> None:
        super().__init__()
        self.syntax = syntax

    def forward(self, dependents: Tensor, governors: Tensor) -> Tensor:
        """Numbers of relations [N]."""
        return self.syntax.labels(dependents, governors).argmax(-1)


class OneSentenceSides(nn.Module):
    """Who acts and who is acted on in a sentence, by several heads."""

    def __init__(self, heads: Sequence[MainEvents]) -> None:
        super().__init__()
        self.heads = nn.ModuleList(heads)

    def forward(self, vectors: Tensor) -> Tensor:
        """Chances [1, W, 2]."""
        real = torch.ones_like(vectors[..., 0])
        return torch.stack([head.sides(vectors, real).sigmoid() for head in self.heads]).mean(0)


class OneSentenceMain(nn.Module):
    """What the one does to the other, by several heads."""

    def __init__(self, heads: Sequence[MainEvents]) -> None:
        super().__init__()
        self.heads = nn.ModuleList(heads)
        self.order = [EVENTS.index(name) for name in ("none", *TYPES)]

    def forward(self, vectors: Tensor, roles: Tensor) -> tuple[Tensor, Tensor]:
        """Chances of types [1, 17] and what each word says of them [1, W]."""
        real = torch.ones_like(vectors[..., 0])
        found = [head.types(vectors, roles, real) for head in self.heads]
        types = torch.stack([scores[..., self.order].softmax(-1) for scores, _ in found]).mean(0)
        return types, torch.stack([says for _, says in found]).mean(0)


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

    def __init__(self, marks: Marks, ahead: Marks) -> None:
        super().__init__()
        self.marks, self.ahead = marks, ahead
        self.order = torch.tensor([0, *(EVENTS.index(kind) for kind in TYPES)])

    def forward(self, vectors: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Chances [1, W, 7], [1, W, 17] and of the status of an event there [1, W, 7]."""
        _, events, status = self.marks(vectors)
        foretells = self.ahead(vectors)[0]
        return foretells.softmax(-1), events[..., self.order].softmax(-1), status.softmax(-1)


def graphs(net: Net, syntax: Syntax | None, ahead: Marks, folder: pathlib.Path) -> dict[str, pathlib.Path]:
    """The graphs by name, in full precision; `ahead` is the head that says what words foretell."""
    net.eval()
    ahead.eval()
    for layer in [*net.modules(), *(syntax.eval().modules() if syntax else ())]:
        if isinstance(layer, Layer):
            layer.plain = True
    words, pairs, marks = (folder / f"{name}.onnx" for name in ("words", "pairs", "marks"))
    t, w, a = 40, 30, 3
    ids, features, firsts = (
        torch.randint(5, 900, (1, t)),
        torch.zeros((1, 4, t), dtype=torch.int64),
        torch.arange(1, w + 1).unsqueeze(0),
    )
    seen = ["vectors", "cues", "inner"] if syntax else ["vectors", "cues"]
    axes = {"pieces": {1: "t"}, "features": {2: "t"}, "firsts": {1: "w"}, "vectors": {1: "w"}, "cues": {1: "w"}}
    _export(OneWindow(net.words, syntax), (ids, features, firsts), words, ["pieces", "features", "firsts"], seen,
            axes | ({"inner": {1: "t"}} if syntax else {}))  # fmt: skip
    example = (
        torch.randn(1, w, WIDTH),
        torch.tensor([1, 4, 9]),
        torch.randint(0, DISTANCES, (a, w)),
        torch.randint(0, RELATIONS, (a, w)),
    )
    _export(OneWindowPairs(net.pairs), example, pairs, ["vectors", "anchors", "distance", "relation"], ["roles", "accept", "act", "core"],
            {"vectors": {1: "w"}, "anchors": {0: "a"}, "distance": {0: "a", 1: "w"}, "relation": {0: "a", 1: "w"},
             "roles": {0: "a", 1: "w"}, "accept": {0: "a"}, "act": {0: "a"}, "core": {0: "a"}})  # fmt: skip
    _export(OneWindowMarks(net.marks, ahead), (example[0],), marks, ["vectors"], ["foretells", "events", "status"],
            {name: {1: "w"} for name in ("vectors", "foretells", "events", "status")})  # fmt: skip
    out = {"words": words, "pairs": pairs, "marks": marks}
    if syntax:
        out |= {name: folder / f"{name}.onnx" for name in ("syntax", "labels")}
        token = (torch.randn(1, w, NARROW), torch.zeros((1, w, 3), dtype=torch.int64))
        rows = ["arcs", "dependents", "governors", "upos", "xpos", "names", "starts"]
        _export(OneWindowSyntax(syntax), token, out["syntax"], ["vectors", "looks"], rows,
                {name: {1: "w"} for name in ("vectors", "looks", *rows)} | {"arcs": {1: "w", 2: "w"}})  # fmt: skip
        _export(OneWindowLabels(syntax), (torch.randn(w, LABEL + 1), torch.randn(w, LABEL + 1)), out["labels"],
                ["dependents", "governors"], ["relations"], {n: {0: "n"} for n in ("dependents", "governors", "relations")})  # fmt: skip
    return out


def main_graphs(kept_in: Sequence[str], folder: pathlib.Path) -> dict[str, pathlib.Path]:
    """The graphs that read a sentence's main event, in full precision, of the heads that `train.main_fit` kept."""
    heads = []
    for path in kept_in:
        heads.append(MainEvents().eval())
        heads[-1].load_state_dict(torch.load(path))
        heads[-1].side_layer.plain = heads[-1].kind_layer.plain = True
    out, vectors = {name: folder / f"{name}.onnx" for name in ("sides", "main")}, torch.randn(1, 30, WIDTH)
    _export(
        OneSentenceSides(heads), (vectors,), out["sides"], ["vectors"], ["chances"], {n: {1: "w"} for n in ("vectors", "chances")}
    )
    _export(OneSentenceMain(heads), (vectors, vectors[..., :2]), out["main"], ["vectors", "roles"], ["types", "says"],
            {n: {1: "w"} for n in ("vectors", "roles", "says")})  # fmt: skip
    return out


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
    net = kept(args.checkpoint)
    out = pathlib.Path(args.folder)
    out.mkdir(parents=True, exist_ok=True)
    tags, syntax = load(pathlib.Path(args.syntax)) if args.syntax else (None, None)
    with tempfile.TemporaryDirectory() as scratch:
        found = graphs(net, syntax, kept(args.ahead).marks if args.ahead else net.marks, pathlib.Path(scratch))
        if args.main:
            found |= main_graphs(args.main, pathlib.Path(scratch))
        for name, graph in found.items():
            if args.fp32 or name not in SMALL:
                shutil.copy(graph, out / (f"{name}.int8.onnx" if name in SMALL else f"{name}.onnx"))
                continue
            quantize_dynamic(graph, out / f"{name}.int8.onnx", weight_type=QuantType.QInt8, per_channel=args.per_channel, reduce_range=args.reduce_range,
                             op_types_to_quantize=["MatMul", "Gather", "Gemm"])  # fmt: skip
    shutil.copy(minilm()[1], out / "tokenizer.json")
    names = [*(f"{name}.int8.onnx" if name in SMALL else f"{name}.onnx" for name in found), "tokenizer.json"]
    files = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in sorted(names)}
    settings = settings_of(
        net, accept=args.accept, slope=args.slope, shift=args.shift, look=args.look, open=args.open, fragment=args.fragment
    )
    manifest = Manifest(name=args.name, version=args.version, files=files, settings=settings, tags=tags)
    (out / "manifest.json").write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n")
    return manifest


def options() -> argparse.Namespace:
    """The command line."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("checkpoint")
    p.add_argument("folder")
    p.add_argument("--version", default="1.0")
    p.add_argument("--name", default="encoder-en", help="what records call their reader")
    p.add_argument("--ahead", default="", help="a checkpoint over the same encoder whose head says what words foretell")
    p.add_argument("--syntax", default="", help="what `train.syntax_fit` kept; without it tokens are another engine's")
    p.add_argument(
        "--main",
        nargs="*",
        default=[],
        help="what `train.main_fit` kept, of one or more seeds; without it no main events are read",
    )
    for name, value in (("accept", 0.5), ("slope", 1.0), ("shift", 0.0), ("look", 0.4), ("open", 0.7), ("fragment", 8.0)):
        p.add_argument(f"--{name}", type=float, default=value)
    p.add_argument("--fp32", action="store_true")
    p.add_argument("--per-channel", action="store_true")
    p.add_argument("--reduce-range", action="store_true")
    return p.parse_args()


if __name__ == "__main__":
    print(package(options()).files)
