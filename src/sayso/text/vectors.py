"""Vectors of sentences: what two sentences say in other words is near in them. From a package of its own, found, verified, run on one thread.

Source: all-MiniLM-L6-v2 (Reimers and Gurevych 2019; Wang et al. 2020), int8; one sentence a call, so that a vector depends on nothing but it.
"""

import hashlib
import importlib.util
from pathlib import Path

import msgspec
import numpy
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.errors import ModelError

PACKAGE = "sayso_vectors_en"
GRAPH = "vectors.int8.onnx"
LONGEST = 96
"""Word pieces looked at: what is longer than this is more than one claim."""

Vector = NDArray[numpy.float32]


class Manifest(msgspec.Struct, frozen=True):
    """What a vectors package says of itself: name and version, sha256 of each file."""

    name: str
    version: str
    files: dict[str, str]


class SentenceVectors:
    """Vectors of length one for sentences."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self.name = f"{manifest.name}/{manifest.version}"
        self._graph = onnxruntime.InferenceSession(str(folder / GRAPH), options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(LONGEST)
        self._tokenizer.no_padding()

    @classmethod
    def load(cls, folder: Path) -> "SentenceVectors":
        """The vectors of the files in `folder`. Raises ModelError where one is missing or isn't the one it should be."""
        return cls(folder, verified(folder))

    def pieces(self, text: str) -> NDArray[numpy.int64]:
        """The word pieces of a text, with one special piece at either end."""
        return numpy.asarray(self._tokenizer.encode(text.encode("utf-8", "replace").decode()).ids, dtype=numpy.int64)

    def of(self, text: str) -> Vector:
        """The vector [384] of a sentence."""
        (found,) = self._graph.run(None, {"pieces": self.pieces(text)[None]})
        return numpy.asarray(found, dtype=numpy.float32)


def installed() -> Path | None:
    """The folder of the installed vectors package, None where there is none."""
    spec = importlib.util.find_spec(PACKAGE)
    return Path(spec.origin).parent if spec is not None and spec.origin is not None else None


def vectors() -> SentenceVectors | None:
    """The installed vectors, None where there are none. Raises ModelError where they are altered."""
    folder = installed()
    return None if folder is None else SentenceVectors.load(folder)


def verified(folder: Path) -> Manifest:
    """The manifest of `folder`, every file of which has been hashed. Raises ModelError naming the first that differs."""
    try:
        manifest = msgspec.json.decode((folder / "manifest.json").read_bytes(), type=Manifest)
        for name, wanted in manifest.files.items():
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
            if found != wanted:
                raise ModelError(f"{folder / name}: sha256 {found[:12]}… instead of {wanted[:12]}…; install the vectors again")
    except (OSError, msgspec.MsgspecError) as error:
        raise ModelError(f"{folder}: vectors that can't be read ({error}); install them again") from error
    return manifest
