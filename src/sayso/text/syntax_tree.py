"""The tree of one sentence from the scores of its arcs: the best there is in which every word has one head and one word is the root.

Source: Y. J. Chu and T. H. Liu (1965), J. Edmonds (1967); one root as in D. Zmigrod et al., Please Mind the Root (EMNLP 2020).
"""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
NEVER = np.float32(-1e9)


def heads(scores: Scores) -> list[int]:
    """Head of each word, its own index at the root. `scores[i, j]` is what word i gets from head j, `scores[i, i]` as the root.

    >>> heads(np.array([[0, 5, 0], [1, 2, 0], [0, 4, 1]], np.float32))
    [1, 1, 1]
    """
    best = [int(j) for j in scores.argmax(1)]
    roots = [i for i, j in enumerate(best) if i == j]
    if len(roots) == 1 and not _circle(best):
        return best
    return _tree(scores, _root(scores, roots))


def _root(scores: Scores, roots: list[int]) -> int:
    """The word that gains most by being the root rather than what else it would be."""
    others = scores.copy()
    np.fill_diagonal(others, NEVER)
    gain = np.diagonal(scores) - others.max(1) if len(scores) > 1 else np.zeros(1, np.float32)
    return max(roots or range(len(scores)), key=lambda i: (float(gain[i]), -i))


def _tree(scores: Scores, root: int) -> list[int]:
    """The best tree under one root."""
    arcs = scores.copy()
    np.fill_diagonal(arcs, NEVER)
    arcs[root, :] = NEVER
    arcs[root, root] = 0.0
    return _edmonds(arcs, root)


def _edmonds(arcs: Scores, root: int) -> list[int]:
    best = [int(j) for j in arcs.argmax(1)]
    best[root] = root
    ring = _circle(best)
    if not ring:
        return best
    inside = set(ring)
    outside = [i for i in range(len(arcs)) if i not in inside]
    kept = np.array([arcs[i, best[i]] for i in ring], np.float32)
    small = np.full((len(outside) + 1, len(outside) + 1), NEVER, np.float32)
    small[:-1, :-1] = arcs[np.ix_(outside, outside)]
    into = arcs[np.ix_(ring, outside)] - kept[:, None]  # what it gains to break the ring at each of its words
    out = arcs[np.ix_(outside, ring)]
    small[-1, :-1], small[:-1, -1] = into.max(0), out.max(1)
    found = _edmonds(small, outside.index(root))
    for at, i in enumerate(outside):
        best[i] = ring[int(out[at].argmax())] if found[at] == len(outside) else outside[found[at]]
    at = found[-1]
    best[ring[int(into[:, at].argmax())]] = outside[at]
    best[root] = root
    return best


def _circle(best: list[int]) -> list[int]:
    """The words of one circle, empty where there is none; a root's own index is none."""
    state = [0] * len(best)
    for start in range(len(best)):
        path, at = [], start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            if best[at] == at:
                break
            at = best[at]
        else:
            if state[at] == 1 and best[at] != at:
                return path[path.index(at) :] if at in path else []
        for i in path:
            state[i] = 2
    return []
