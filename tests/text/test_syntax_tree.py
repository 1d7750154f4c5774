import itertools

import numpy as np
import pytest

from sayso.text.syntax_tree import heads


def is_tree(found):
    def reaches(i):
        seen = set()
        while found[i] != i and i not in seen:
            seen.add(i)
            i = found[i]
        return found[i] == i

    return sum(i == j for i, j in enumerate(found)) == 1 and all(map(reaches, range(len(found))))


def best(scores):
    n = len(scores)
    trees = (t for t in itertools.product(range(n), repeat=n) if is_tree(t))
    return max(sum(scores[i, j] for i, j in enumerate(t)) for t in trees)


@pytest.mark.parametrize("seed", range(60))
def test_the_tree_is_one_and_as_good_as_any_under_its_root(seed):
    rng = np.random.default_rng(seed)
    n = int(rng.integers(1, 6))
    scores = rng.normal(size=(n, n)).astype(np.float32)
    found = heads(scores)
    root = next(i for i, j in enumerate(found) if i == j)
    fixed = scores.copy()
    fixed[[i for i in range(n) if i != root], [i for i in range(n) if i != root]] = -100
    assert is_tree(found)
    assert sum(scores[i, j] for i, j in enumerate(found)) == pytest.approx(best(fixed), abs=1e-4)


def test_a_circle_is_broken_where_it_costs_least():
    scores = np.array([[0, 9, 1], [9, 0, 3], [0, 0, 5]], np.float32)
    assert heads(scores) == [1, 2, 2]
