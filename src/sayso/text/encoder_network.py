"""The shipped weights: found, verified and run one window a call on one thread, so that nothing depends on batches."""

import hashlib
import importlib.util
from pathlib import Path

import msgspec
import numpy as np
import onnxruntime

from sayso.errors import ModelError
from sayso.text.encoder import EncoderReader
from sayso.text.encoder_decode import Floats, Roles, Settings
from sayso.text.encoder_inputs import Inputs, Ints, Pieces

PACKAGE = "sayso_weights_en"


class Manifest(msgspec.Struct, frozen=True):
    """What a weights package says of itself: name and version, sha256 of each file, settings of the decoder."""

    name: str
    version: str
    files: dict[str, str]
    settings: Settings


class OnnxNetwork:
    """Three graphs: words of a window, roles for its anchors, and what its words foretell and trigger (None: not trained for that)."""

    def __init__(self, words: Path, pairs: Path, marks: Path | None = None) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._words, self._pairs = (
            onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"]) for path in (words, pairs)
        )
        self._marks = None
        if marks is not None:
            self._marks = onnxruntime.InferenceSession(str(marks), options, providers=["CPUExecutionProvider"])

    def words(self, inputs: Inputs) -> tuple[Floats, Floats]:
        """Vectors [W, 384] and cue scores [W, 4]."""
        feed = {"pieces": inputs.pieces[None], "features": inputs.features[None], "firsts": inputs.firsts[None]}
        vectors, cues = self._words.run(None, feed)
        return vectors[0], cues[0]

    def roles(self, vectors: Floats, anchors: Ints, distance: Ints, relation: Ints) -> Roles:
        """Roles [A, W, 4] with the three logits of each anchor."""
        feed = {"vectors": np.asarray(vectors)[None], "anchors": anchors, "distance": distance, "relation": relation}
        return Roles(*self._pairs.run(None, feed))

    def marks(self, vectors: Floats) -> tuple[Floats, Floats, Floats] | None:
        """Chances of what words foretell [W, 7] and trigger [W, 17], none first, and of the status of what they trigger [W, 7]."""
        if self._marks is None:
            return None
        foretells, events, status = self._marks.run(None, {"vectors": np.asarray(vectors)[None]})
        return foretells[0], events[0], status[0]


def installed() -> Path | None:
    """The folder of the installed weights package, None where there is none."""
    spec = importlib.util.find_spec(PACKAGE)
    return Path(spec.origin).parent if spec is not None and spec.origin is not None else None


def load_reader(folder: Path) -> EncoderReader:
    """A reader over the weights in `folder`. Raises ModelError where a file is missing or isn't the one it should be."""
    manifest = verified(folder)
    marks = folder / "marks.onnx" if "marks.onnx" in manifest.files else None
    network = OnnxNetwork(folder / "words.int8.onnx", folder / "pairs.onnx", marks)
    return EncoderReader(
        network, manifest.settings, Pieces(folder / "tokenizer.json"), name=f"{manifest.name}/{manifest.version}"
    )


def verified(folder: Path) -> Manifest:
    """The manifest of `folder`, every file of which has been hashed. Raises ModelError naming the first that differs."""
    try:
        manifest = msgspec.json.decode((folder / "manifest.json").read_bytes(), type=Manifest)
        for name, wanted in manifest.files.items():
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
            if found != wanted:
                raise ModelError(f"{folder / name}: sha256 {found[:12]}… instead of {wanted[:12]}…; install the weights again")
    except (OSError, msgspec.MsgspecError) as error:
        raise ModelError(f"{folder}: weights that can't be read ({error}); install them again") from error
    return manifest
