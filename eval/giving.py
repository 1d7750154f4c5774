"""The type of the act between two given sides."""

from collections.abc import Sequence

from sayso.lexicon.triggers import TYPES, Eventing
from sayso.model import Document, Spans
from sayso.run import Reader
from sayso.text.encoder_engine import EncoderEngine
from sayso.text.events import Scene
from sayso.text.events_pairs import Sides, features, kinds

MAIN = 0.5  # what the encoder's view of the whole sentence weighs beside that of the linear model, both as logarithms


def pair_type(scene: Scene, model: Eventing, source: Sides, target: Sides, seen: Sequence[float] | None = None) -> str:
    """The likeliest PLOVER type of what one side does to the other, or says of it; `seen` are an encoder's chances of none and each type."""
    chances = kinds(scene, model, source, target)
    if seen is not None:
        alone = model.kinds(features(scene, source, target))
        chances = [a ** (1 - MAIN) * b**MAIN for a, b in zip(alone, seen[1:], strict=True)]
    return TYPES[max(range(len(TYPES)), key=chances.__getitem__)]


def seen_between(reader: Reader, document: Document, source: Sides, target: Sides) -> tuple[float, ...] | None:
    """An encoder's chances of the types between two sides, None where the installed engine reads none."""
    if not isinstance(reader.engine, EncoderEngine):
        return None
    spans: list[Spans] = [tuple((int(s), int(e)) for s, e in of) for of in (source, target)]
    return reader.engine.reader.between(document, *spans)
