"""The engine that reads: tokens, names and attributions from one pass of the trained encoder, or attributions over another engine."""

from collections.abc import Iterator, Sequence

import msgspec

from sayso.model import Document
from sayso.text.encoder import EncoderReader
from sayso.text.parse import Analysis, Engine
from sayso.text.sizes import installed


class EncoderEngine:
    """Everything from the encoder; over an engine `below`, tokens, sentences and names stay that one's."""

    def __init__(self, reader: EncoderReader, below: Engine | None = None) -> None:
        self.below, self.reader = below, reader
        self.name = reader.name if below is None else f"{below.name}+{reader.name}"

    def analyse(self, documents: Sequence[Document]) -> Iterator[Analysis]:
        """One Analysis a document, in order."""
        if self.below is None:
            yield from map(self.reader.read, documents)
            return
        for document, analysis in zip(documents, self.below.analyse(documents), strict=True):
            found = self.reader.read(document)
            yield msgspec.structs.replace(analysis, attributions=found.attributions, marks=found.marks)


def engine(*, weights: bool = True) -> Engine:
    """The installed engine: the weights' own; spaCy's pipeline where there are none, or under weights that don't read tokens.

    `weights` False leaves the weights out: rules over spaCy's trees alone.

    Raises: UsageError where SAYSO_SIZE names weights that are not there; ModelError where weights are altered, or where neither they nor spaCy's pipeline are installed.
    """
    reader = None
    if weights and (folder := installed()) is not None:
        from sayso.text.encoder_network import load_reader  # onnxruntime is wanted only where weights are

        reader = load_reader(folder)
    if reader is not None and reader.syntax is not None:
        return EncoderEngine(reader)
    from sayso.text.spacy_engine import SpacyEngine  # and spaCy only where the weights don't do

    below = SpacyEngine()
    return below if reader is None else EncoderEngine(reader, below)
