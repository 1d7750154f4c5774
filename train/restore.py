"""Make checkpoints of the files of a weights package, so that training goes on from what ships.

    python -m train.restore FOLDER OUT.pt [--syntax SYNTAX.pt] [--ahead AHEAD.pt]

Weights that were kept in int8 come back as what int8 stands for; pieces, places and the layers that were never trained come whole
from MiniLM. Only our guideline's vector and the dialect that readers want are in a package: the others begin as those.
"""

import argparse
import pathlib

import msgspec
import numpy as np
import onnx
import torch
from onnx import numpy_helper

from sayso.text.encoder_network import Manifest
from train.kinds import GUIDELINES
from train.net import LAYERS, NARROW_LAYERS, Net, from_minilm
from train.syntax_net import DEEP, DIALECTS, Syntax
from train.weights import minilm

LINEAR = ("qkv", "out", "up", "down")
TURNED = "_Transposed"  # how the quantizer calls the matrix of a layer with a bias


def tables(path: pathlib.Path) -> tuple[dict[str, torch.Tensor], list[torch.Tensor]]:
    """The named weights of a graph, and in the graph's order those of its matrix products, which the exporter left nameless."""
    raw = {i.name: numpy_helper.to_array(i) for i in onnx.load(str(path)).graph.initializer}
    named, nameless = {}, []
    for name, value in raw.items():
        if name.endswith(("_scale", "_zero_point")):
            continue
        base = name.removesuffix("_quantized")
        if base != name:
            value = (value.astype(np.float32) - raw[f"{base}_zero_point"].astype(np.float32)) * raw[f"{base}_scale"]
        one = torch.from_numpy(np.array(value, dtype=np.float32))
        if base.endswith(TURNED):
            base, one = base.removesuffix(TURNED), one.T
        if base.startswith("onnx::"):
            nameless.append(one)
        else:
            named[base] = one
    return named, nameless


def net_of(folder: pathlib.Path, head: str = "marks") -> Net:
    """The network of a package of any number of layers, with the head of events or, for "ahead", that of what words foretell."""
    words, products = tables(folder / "words.int8.onnx")
    layers = len({name.split(".")[2] for name in words if name.startswith("words.layers.")})
    state = {name: value for name, value in words.items() if name.startswith("words.")}
    own = next(v for v in products if v.dim() != 2).view(1, -1)
    state["words.guideline.weight"] = own.repeat(len(GUIDELINES), 1)
    matrices = iter(v.T for v in products if v.dim() == 2)
    state |= {f"words.layers.{n}.{part}.weight": next(matrices) for n in range(layers) for part in LINEAR}
    state["words.cue.weight"] = next(matrices)
    pairs, products = tables(folder / "pairs.int8.onnx")
    names = ["word", *(f"layers.{n}.{part}" for n in range(NARROW_LAYERS) for part in LINEAR), "role"]
    state |= pairs | {f"pairs.{name}.weight": v.T for name, v in zip(names, products, strict=True)}
    state |= marks_of(folder, head)
    state["chain.step"] = torch.tensor(settings(folder).settings.steps)
    if layers == LAYERS:
        still = from_minilm(minilm()[0]).words
        kept = ("pieces.", "places.", "norm.", *(f"layers.{n}." for n in range(still.third)))
        state |= {f"words.{name}": value for name, value in still.state_dict().items() if name.startswith(kept)}
    net = Net(layers)
    net.load_state_dict(state)
    return net


def marks_of(folder: pathlib.Path, head: str) -> dict[str, torch.Tensor]:
    """The head of events ("marks") or of what words foretell ("ahead"; the same where a package has but one), as the network's `marks`."""
    named, products = tables(folder / "marks.onnx")
    own = head if any(name.startswith(f"{head}.") for name in named) else "marks"
    first = 0 if own == "marks" else 2
    state = {f"marks.{name.removeprefix(own + '.')}": value for name, value in named.items() if name.startswith(f"{own}.")}
    return state | {f"marks.{name}.weight": v.T for name, v in zip(("inner", "out"), products[first : first + 2], strict=True)}


def syntax_of(folder: pathlib.Path) -> dict[str, object]:
    """The part that reads tokens, as `train.syntax_fit` keeps it."""
    words, products = tables(folder / "words.int8.onnx")
    first, last = [v.T for v in products if v.dim() == 2][-2:]
    named, products = tables(folder / "syntax.int8.onnx")
    tags = settings(folder).tags
    if tags is None:
        raise SystemExit(f"{folder}: has no part that reads tokens")
    state = {name.removeprefix("syntax."): value for name, value in (words | named).items() if name.startswith("syntax.")}
    state |= {"first.weight": first, "last.weight": last}
    state["dialect.weight"] = next(v for v in products if v.dim() == 3).view(1, -1).repeat(DIALECTS, 1)
    matrices = iter(v.T for v in products if v.dim() == 2)
    parts = [*(f"layers.{n}.{part}" for n in range(DEEP) for part in LINEAR), "up", "xp", "ner", "ad", "ah", "ld", "lh", "start"]
    state |= {f"{name}.weight": v for name, v in zip(parts, matrices, strict=True)}
    state["lw"] = tables(folder / "labels.onnx")[1][0].permute(1, 0, 2).contiguous()
    Syntax(tags).load_state_dict(state)
    return {"tags": msgspec.to_builtins(tags), "state": state}


def settings(folder: pathlib.Path) -> Manifest:
    """The manifest of a package."""
    return msgspec.json.decode((folder / "manifest.json").read_bytes(), type=Manifest)


def main() -> None:
    """The command line."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("folder", type=pathlib.Path)
    p.add_argument("out")
    p.add_argument("--syntax", default="")
    p.add_argument("--ahead", default="", help="the same network with the head that says what words foretell")
    asked = p.parse_args()
    torch.save(net_of(asked.folder).state_dict(), asked.out)
    if asked.ahead:
        torch.save(net_of(asked.folder, "ahead").state_dict(), asked.ahead)
    if asked.syntax:
        torch.save(syntax_of(asked.folder), asked.syntax)


if __name__ == "__main__":
    main()
