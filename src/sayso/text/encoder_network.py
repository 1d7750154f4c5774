"""The shipped weights: found, verified and run one window a call on one thread, so that nothing depends on batches."""

from collections.abc import Mapping
from pathlib import Path

import msgspec
import numpy as np
import onnxruntime

from sayso.text.encoder import EncoderReader
from sayso.text.encoder_decode import Floats, Roles, Seen, Settings
from sayso.text.encoder_inputs import Inputs, Ints, Pieces
from sayso.text.lemmas import Lemmas
from sayso.text.packaged import verified
from sayso.text.syntax import Scored, SyntaxReader, Tags


class Manifest(msgspec.Struct, frozen=True):
    """What a weights package says of itself: name and version, sha256 of each file, settings of the decoder."""

    name: str
    version: str
    files: dict[str, str]
    settings: Settings
    tags: Tags | None = None


class OnnxNetwork:
    """Graphs by name: `words` of a window and `pairs` (roles for its anchors); `marks` (what its words foretell and trigger), `syntax`
    and `labels` (its tokens), `sides` and `main` (a sentence's main event) where the weights were trained for that."""

    def __init__(self, graphs: Mapping[str, Path]) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._graphs = {
            name: onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
            for name, path in graphs.items()
        }

    def words(self, inputs: Inputs) -> Seen:
        """Vectors [W, 384] and cue scores [W, 4] of words, and what tokens are read from [P, 512]."""
        feed = {"pieces": inputs.pieces[None], "features": inputs.features[None], "firsts": inputs.firsts[None]}
        return Seen(*(part[0] for part in self._graphs["words"].run(None, feed)))

    def roles(self, vectors: Floats, anchors: Ints, distance: Ints, relation: Ints) -> Roles:
        """Roles [A, W, 4] with the three logits of each anchor."""
        feed = {"vectors": np.asarray(vectors)[None], "anchors": anchors, "distance": distance, "relation": relation}
        return Roles(*self._graphs["pairs"].run(None, feed))

    def marks(self, vectors: Floats) -> tuple[Floats, Floats, Floats] | None:
        """Chances of what words foretell [W, 7] and trigger [W, 17], none first, and of the status of what they trigger [W, 7]."""
        if "marks" not in self._graphs:
            return None
        foretells, events, status = self._graphs["marks"].run(None, {"vectors": np.asarray(vectors)[None]})
        return foretells[0], events[0], status[0]

    def sides(self, vectors: Floats) -> Floats | None:
        """Chances [W, 2] of a sentence's words to name who acts and who is acted on."""
        if "sides" not in self._graphs:
            return None
        found: Floats = self._graphs["sides"].run(None, {"vectors": np.asarray(vectors)[None]})[0][0]
        return found

    def main(self, vectors: Floats, roles: Floats) -> tuple[Floats, Floats]:
        """Chances [17] of no event and of each type between those sides, and what each word says of it [W]."""
        types, says = self._graphs["main"].run(None, {"vectors": np.asarray(vectors)[None], "roles": np.asarray(roles)[None]})
        return types[0], says[0]

    def tokens(self, inner: Floats, first: Ints, last: Ints, looks: Ints) -> Scored:
        """Scores of the tokens of a window."""
        half = inner.shape[1] // 2
        vectors = inner[first, :half] + inner[last, half:]
        return Scored(*(part[0] for part in self._graphs["syntax"].run(None, {"vectors": vectors[None], "looks": looks[None]})))

    def labels(self, dependents: Floats, governors: Floats) -> Ints:
        """The relation of each pair."""
        found: Ints = self._graphs["labels"].run(None, {"dependents": dependents, "governors": governors})[0]
        return found


def load_reader(folder: Path) -> EncoderReader:
    """A reader over the weights in `folder`. Raises ModelError where a file is missing or isn't the one it should be."""
    manifest = verified(folder, Manifest, "weights")
    network = OnnxNetwork({name.split(".")[0]: folder / name for name in manifest.files if name.endswith(".onnx")})
    syntax = SyntaxReader(network, manifest.tags, Lemmas.load()) if manifest.tags is not None else None
    name = f"{manifest.name}/{manifest.version}"
    return EncoderReader(network, manifest.settings, Pieces(folder / "tokenizer.json"), name=name, syntax=syntax)
