"""Clusters of mentions scored against gold ones: MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998), CEAF-e (Luo 2005), and their mean F1.

A clustering gives each mention, by whatever names it, the name of its cluster.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence

Clustering = Mapping[Hashable, Hashable]
Clusters = Sequence[frozenset[Hashable]]


def clusters(of: Clustering) -> list[frozenset[Hashable]]:
    """The clusters as sets of mentions."""
    found: defaultdict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, cluster in of.items():
        found[cluster].add(mention)
    return [frozenset(members) for members in found.values()]


def f1(precision: float, recall: float) -> float:
    """The harmonic mean.

    >>> f1(0.5, 1.0), f1(0.0, 0.0)
    (0.6666666666666666, 0.0)
    """
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def muc(gold: Clustering, ours: Clustering) -> float:
    """F1 over links: each cluster of n mentions has n − 1, less one for each part it is cut into.

    >>> muc({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "x", 3: "x"})
    0.6666666666666666
    """

    def share(key: Clustering, response: Clustering) -> float:
        held = sum(len(members) - len({response[one] for one in members}) for members in clusters(key))
        links = sum(len(members) - 1 for members in clusters(key))
        return held / links if links else 0.0

    return f1(share(ours, gold), share(gold, ours))


def bcubed(gold: Clustering, ours: Clustering) -> float:
    """F1 over mentions: how much of each one's cluster is right, how much of its gold cluster is there.

    >>> bcubed({1: "a", 2: "a"}, {1: "x", 2: "y"})
    0.6666666666666666
    """
    theirs = {one: members for members in clusters(gold) for one in members}
    mine = {one: members for members in clusters(ours) for one in members}
    common = {one: len(mine[one] & theirs[one]) for one in gold}
    precision, recall = (sum(common[one] / len(side[one]) for one in gold) / len(gold) for side in (mine, theirs))
    return f1(precision, recall)


def ceaf(groups: Sequence[tuple[Clustering, Clustering]]) -> float:
    """F1 over clusters, each matched with at most one of the other side so that they have most in common; group by group.

    >>> ceaf([({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "x", 3: "y"})])
    1.0
    """
    total, mine, theirs = 0.0, 0, 0
    for gold, ours in groups:
        key, response = clusters(gold), clusters(ours)
        alike = [[2 * len(one & two) / (len(one) + len(two)) for two in response] for one in key]
        total += matched(alike)
        mine, theirs = mine + len(response), theirs + len(key)
    return f1(total / mine, total / theirs) if mine and theirs else 0.0


def matched(alike: Sequence[Sequence[float]]) -> float:
    """The greatest sum of values of which no two stand in one row or column (the Hungarian method with potentials).

    >>> matched([[3.0, 1.0], [3.0, 2.0]])
    5.0
    """
    if len(alike) > len(alike[0]):
        alike = [list(column) for column in zip(*alike, strict=True)]
    rows, columns = len(alike), len(alike[0])
    u, v, held = [0.0] * (rows + 1), [0.0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        held[0], at = row, 0
        least, came, done = [float("inf")] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
        while held[at]:
            done[at] = True
            here, step, to = held[at], float("inf"), 0
            for column in range(1, columns + 1):
                if not done[column]:
                    cost = -alike[here - 1][column - 1] - u[here] - v[column]
                    if cost < least[column]:
                        least[column], came[column] = cost, at
                    if least[column] < step:
                        step, to = least[column], column
            for column in range(columns + 1):
                if done[column]:
                    u[held[column]] += step
                    v[column] -= step
                else:
                    least[column] -= step
            at = to
        while at:
            held[at] = held[came[at]]
            at = came[at]
    return sum(alike[held[column] - 1][column - 1] for column in range(1, columns + 1) if held[column])
