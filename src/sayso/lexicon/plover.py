"""Plover: what the ontology says of types and modes (quad class, score), and the numbers that the Correlates of War give states."""

import importlib.resources
from collections.abc import Mapping

import msgspec

QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}


class Plover(msgspec.Struct, frozen=True):
    """`quads` by type; `scores` by (type, mode), mode "" for the type alone; `cow` numbers by ISO-3 code."""

    quads: Mapping[str, int]
    scores: Mapping[tuple[str, str], float]
    cow: Mapping[str, str]

    def modes(self, type: str, modes: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the modes that the type has."""
        return tuple(mode for mode in modes if (type, mode) in self.scores)

    def intensity(self, type: str, modes: tuple[str, ...]) -> float:
        """The score furthest from nought of a type's modes, that of the type where it has none of them."""
        found = [self.scores[type, mode] for mode in self.modes(type, modes)] or [self.scores[type, ""]]
        return max(found, key=lambda score: (abs(score), score))


def load() -> Plover:
    """The ontology as it ships with sayso."""
    types = [row.split("\t") for row in _lines("plover.tsv")]
    return Plover(
        quads={kind: int(quad) for kind, quad, *_ in types},
        scores={(kind, mode): float(score) for kind, _, mode, score, _ in types},
        cow={code: number for code, number, _ in (row.split("\t") for row in _lines("cow.tsv"))},
    )


def _lines(name: str) -> list[str]:
    text = importlib.resources.files("sayso.lexicon").joinpath(name).read_text(encoding="utf-8")
    return text.splitlines()[1:]
