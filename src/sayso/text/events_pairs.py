"""The act between two given sides, as a linear model is told of it: the words on the way from one side to the other, between them,
and near to both. The model (`lexicon/pairing.tsv`) says which PLOVER type such an act has.
"""

import math
from collections.abc import Sequence

import msgspec

from sayso.lexicon.triggers import TYPES, Eventing, Features
from sayso.model import Span
from sayso.text.events import Scene
from sayso.text.events_features import PARTS
from sayso.text.tree import Tree

Sides = Sequence[Sequence[int]]
FAINT = 1e-3  # what every type is worth where the encoder sees none
NEAR = 20  # characters over which a word's say falls by two thirds
TOLD = ("word", "sense", "first", "object", "has", "governed", "near", "right")
SPOKEN = ("VERB", "NOUN", "ADJ", "ADP", "PART", "AUX", "PROPN")
CARRYING = ("VERB", "NOUN", "ADJ")


def kinds(scene: Scene, model: Eventing, source: Sides, target: Sides) -> list[float]:
    """What each PLOVER type is worth for the act between two sides, in the order of `TYPES`: the model's view and, where an encoder has
    read the text, what that makes of the words near to both, alike in weight (its gold is the only text that neither has seen: of 48
    pairs there the model alone has 24 right, both together 29).
    """
    alone = model.kinds(features(scene, source, target))
    if scene.seen is None:
        return alone
    ends = [int(start) for start, _ in (*source, *target)]
    marks = [FAINT] * len(TYPES)
    for place, seen in scene.seen.items():
        for k, chance in enumerate(seen.types):
            marks[k] += nearness(place, ends) * chance
    return [math.sqrt(a * b / sum(marks)) for a, b in zip(alone, marks, strict=True)]


def nearness(place: int, ends: Sequence[int]) -> float:
    """1 for a word at both sides, falling with its distance from them."""
    return math.exp(-sum(abs(place - end) for end in ends) / max(1, len(ends)) / NEAR)


class Way(msgspec.Struct, frozen=True):
    """Words from a side up to what it shares with the other, from the other up to the same, and the words of both sides."""

    up: tuple[int, ...]
    down: tuple[int, ...]
    source: tuple[int, ...]
    target: tuple[int, ...]


def features(scene: Scene, source: Sides, target: Sides) -> Features:
    """Names of features and their values; spans that hold no word tell nothing."""
    spans = [(int(s), int(e)) for s, e in source], [(int(s), int(e)) for s, e in target]
    out = _of_candidates(scene, [s for part in spans for s, _ in part])
    way = between(scene.tree, *spans)
    for name, words in (("up", way.up), ("down", way.down)):
        for i in words:
            lemma = scene.tree.tokens[i].lemma.lower()
            out[f"{name} {lemma}"] = out.get(f"{name} {lemma}", 0.0) + 1
            out[f"way {lemma}"] = 1.0
            for kind in _senses(scene, i):
                out[f"way sense {kind}"] = out.get(f"way sense {kind}", 0.0) + 1
    return _of_sentence(scene, way, out)


def between(tree: Tree, source: Sequence[Span], target: Sequence[Span]) -> Way:
    """The way through the tree from one side's head to the other's."""
    a, b = _inside(tree, source), _inside(tree, target)
    if not a or not b:
        return Way((), (), a, b)
    first, second = _upwards(tree, _head(tree, a)), _upwards(tree, _head(tree, b))
    shared = next((i for i in first if i in second), None)
    ends = [len(way) if shared is None else way.index(shared) + 1 for way in (first, second)]
    return Way(tuple(first[1 : ends[0]]), tuple(second[1 : ends[1]]), a, b)


def _inside(tree: Tree, spans: Sequence[Span]) -> tuple[int, ...]:
    return tuple(i for i, t in enumerate(tree.tokens) if any(s <= t.start < e for s, e in spans))


def _head(tree: Tree, words: tuple[int, ...]) -> int:
    """The word of a phrase whose head lies outside it."""
    return next((i for i in words if tree.tokens[i].head not in words or tree.tokens[i].head == i), words[0])


def _upwards(tree: Tree, i: int) -> list[int]:
    """The word and those above it up to the root."""
    return [i, *tree.up(i)]


def _senses(scene: Scene, i: int) -> list[str]:
    token = scene.tree.tokens[i]
    return [s.type for s in scene.triggers.senses(PARTS.get(token.upos, ""), token.lemma.lower())][:2]


def _of_candidates(scene: Scene, ends: Sequence[int]) -> dict[str, float]:
    """What is told of words that may name acts, each by its share of nearness to both sides."""
    described = [(scene.tree.tokens[c.token].start, told) for c, _, told in scene.described()]
    weights = [nearness(place, ends) for place, _ in described]
    total = sum(weights) or 1.0
    out: dict[str, float] = {}
    for weight, (_, told) in zip(weights, described, strict=True):
        for name, value in told.items():
            if name.startswith(TOLD):
                out[f"act {name}"] = out.get(f"act {name}", 0.0) + value * weight / total
    return out


def _of_sentence(scene: Scene, way: Way, out: dict[str, float]) -> dict[str, float]:
    """With the words between the sides, after the second and all around."""
    tree, sides = scene.tree, {*way.source, *way.target}
    low, high = (min(sides), max(sides)) if way.source and way.target else (0, len(tree.tokens))
    for i, token in enumerate(tree.tokens):
        lemma = token.lemma.lower()
        if low < i < high and i not in sides and token.upos in SPOKEN:
            out[f"between {lemma}"] = 0.5
            for kind in _senses(scene, i):
                out[f"between sense {kind}"] = out.get(f"between sense {kind}", 0.0) + 0.5
        if token.upos in CARRYING:
            out[f"text {lemma}"] = 0.4
    for i in range(max(way.target, default=0) + 1, min(max(way.target, default=0) + 4, len(tree.tokens))):
        out[f"after {tree.tokens[i].lemma.lower()}"] = 0.7
    if way.source and way.target:
        out["in order"] = float(way.source[0] < way.target[0])
    return out
