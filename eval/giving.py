"""The type of the act between two given sides."""

from collections.abc import Iterable, Sequence

from sayso.lexicon.triggers import TYPES, Eventing
from sayso.text.events import Scene
from sayso.text.events_pairs import features


def pair_type(scene: Scene, model: Eventing, source: Iterable[Sequence[int]], target: Iterable[Sequence[int]]) -> str:
    """The likeliest PLOVER type of what one side does to the other, or says of it."""
    kinds = model.kinds(features(scene, source, target))
    return TYPES[max(range(len(TYPES)), key=kinds.__getitem__)]
