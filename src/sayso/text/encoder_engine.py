"""An engine whose attributions the trained encoder reads; tokens, sentences and names stay another engine's."""

from collections.abc import Iterator, Sequence

import msgspec

from sayso.model import Document
from sayso.text.encoder import EncoderReader
from sayso.text.parse import Analysis, Engine


class EncoderEngine:
    """The engine below with the encoder's attributions and marks in every analysis."""

    def __init__(self, below: Engine, reader: EncoderReader) -> None:
        self.below, self.reader = below, reader
        self.name = f"{below.name}+{reader.name}"

    def analyse(self, documents: Sequence[Document]) -> Iterator[Analysis]:
        """One Analysis a document, in order."""
        for document, analysis in zip(documents, self.below.analyse(documents), strict=True):
            attributions, marks = self.reader.read(document)
            yield msgspec.structs.replace(analysis, attributions=attributions, marks=marks)


def with_encoder(below: Engine) -> Engine:
    """The engine with the installed weights on top, or the engine itself where no weights are installed.

    Raises: ModelError where weights are installed but altered.
    """
    from sayso.text.encoder_network import installed, load_reader  # onnxruntime is wanted only where weights are

    folder = installed()
    return below if folder is None else EncoderEngine(below, load_reader(folder))
