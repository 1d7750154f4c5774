"""The type of the act between two given sides: what the events reader's model makes of the words that stand near to both."""

import math
from collections.abc import Iterable, Sequence

from sayso.lexicon.triggers import TYPES
from sayso.text.events import Scene
from sayso.text.events_features import Candidate

NEAR = 20  # characters over which a word's say falls by two thirds; the best of 10 to 200 on the published training pairs
NOBODY = "ACCUSE"  # where no word of the sentence may name an act: the type met most often there


def pair_type(scene: Scene, source: Iterable[Sequence[int]], target: Iterable[Sequence[int]]) -> str:
    """The PLOVER type whose words, each weighed by its nearness to both sides, have the greatest chance."""
    ends = [start for start, _ in (*source, *target)]
    chances = dict.fromkeys(TYPES, 0.0)
    for candidate, _, features in scene.described():
        weight = math.exp(-distance(scene, candidate, ends) / NEAR)
        for kind, chance in zip(TYPES, scene.model.kinds(features), strict=True):
            chances[kind] += weight * chance
    best = max(TYPES, key=chances.__getitem__)
    return best if chances[best] else NOBODY


def distance(scene: Scene, candidate: Candidate, ends: Sequence[int]) -> float:
    """Characters between a word and the sides' first characters, on average."""
    place = scene.tree.tokens[candidate.token].start
    return sum(abs(place - end) for end in ends) / max(1, len(ends))
