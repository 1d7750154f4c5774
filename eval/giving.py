"""The type of the act between two given sides."""

from sayso.lexicon.triggers import TYPES, Eventing
from sayso.text.events import Scene
from sayso.text.events_pairs import Sides, kinds


def pair_type(scene: Scene, model: Eventing, source: Sides, target: Sides) -> str:
    """The likeliest PLOVER type of what one side does to the other, or says of it."""
    chances = kinds(scene, model, source, target)
    return TYPES[max(range(len(TYPES)), key=chances.__getitem__)]
