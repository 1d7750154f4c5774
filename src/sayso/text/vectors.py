"""Vectors of sentences: what two sentences say in other words is near in them. From a package of its own, verified when loaded.

Two kinds: `of`, microseconds a sentence, by which it is found what is worth the second, `exact`, milliseconds. Nothing depends on batches.
Source: all-MiniLM-L6-v2 (Reimers and Gurevych 2019; Wang et al. 2020) in eight bits; the first are sums over a table of what it gives each
word piece alone, rare ones weighing most (Arora, Liang and Ma 2017).
"""

import importlib.util
import os
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import numpy
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.text.packaged import verified

PACKAGE = "sayso_vectors_en"
TABLE, TOKENS, GRAPH = "table.npz", "tokenizer.json", "vectors.int8.onnx"
LONGEST = 96
"""Word pieces looked at: what is longer than this is more than one claim."""

KEPT = 20_000
"""Exact vectors kept in memory (30 MB): a sentence is compared with many, and copies have the same ones."""

Matrix = NDArray[numpy.float32]


class Manifest(msgspec.Struct, frozen=True):
    """What a vectors package says of itself: name and version, sha256 of each file."""

    name: str
    version: str
    files: dict[str, str]


class Vectors:
    """Vectors of sentences, of length one."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.name = f"{manifest.name}/{manifest.version}"
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENS))
        self._tokenizer.enable_truncation(LONGEST)
        self._tokenizer.no_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._graph = onnxruntime.InferenceSession(str(folder / GRAPH), options, providers=["CPUExecutionProvider"])
        self._kept: OrderedDict[str, Matrix] = OrderedDict()
        self._threads = ThreadPoolExecutor(os.cpu_count() or 1)
        with numpy.load(folder / TABLE) as table:
            self._rows, self._scales = table["rows"], table["scales"].astype(numpy.float32)

    @classmethod
    def load(cls, folder: Path) -> "Vectors":
        """The vectors of the files in `folder`. Raises ModelError where one is missing or isn't the one it should be."""
        return cls(folder, verified(folder, Manifest, "vectors"))

    def exact(self, text: str) -> Matrix:
        """The encoder's vector [384] of a sentence."""
        self.prepare([text])
        return self._kept[text]

    def prepare(self, texts: Iterable[str]) -> None:
        """Nothing; the exact vectors of texts are at hand, made on all cores but each by itself, so that they are the same in any company."""
        wanted = dict.fromkeys(texts)
        missing = [text for text in wanted if text not in self._kept]
        made = self._threads.map(self._encoded, missing) if len(missing) > 1 else map(self._encoded, missing)
        self._kept.update(zip(missing, made, strict=True))
        for text in wanted:
            self._kept.move_to_end(text)
        while len(self._kept) > max(KEPT, len(wanted)):
            self._kept.popitem(last=False)

    def _encoded(self, text: str) -> Matrix:
        pieces = numpy.asarray(self._tokenizer.encode(text.encode("utf-8", "replace").decode()).ids, dtype=numpy.int64)
        (found,) = self._graph.run(None, {"pieces": pieces[None]})
        return numpy.asarray(found, dtype=numpy.float32)

    def of(self, texts: Sequence[str]) -> Matrix:
        """The vectors [N, 128] of texts; of length none where a text has no words."""
        out = numpy.zeros((len(texts), self._rows.shape[1]), dtype=numpy.float32)
        for place, text in enumerate(texts):
            pieces = self._tokenizer.encode(text.encode("utf-8", "replace").decode(), add_special_tokens=False).ids
            out[place] = self._scales[pieces] @ self._rows[pieces].astype(numpy.float32)
        lengths = numpy.linalg.norm(out, axis=1, keepdims=True)
        lengths[lengths == 0] = 1
        made: Matrix = out / lengths
        return made


def installed() -> Path | None:
    """The folder of the installed vectors package, None where there is none."""
    spec = importlib.util.find_spec(PACKAGE)
    return Path(spec.origin).parent if spec is not None and spec.origin is not None else None


def vectors() -> Vectors | None:
    """The installed vectors, None where there are none. Raises ModelError where they are altered."""
    folder = installed()
    return None if folder is None else Vectors.load(folder)
