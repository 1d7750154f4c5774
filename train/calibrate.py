"""Fit slope and shift of the scores on gold dev and PolNeAR dev, so that a score says how often such a statement is right.

    python -m train.calibrate PACKAGE [--few 30]

Right means: matched by the gold's content (Dice of .5). PolNeAR's statements inside others count neither way. Prints the two numbers
for `train.export`, and how far scores and shares lie apart before and after, in ten bins.
"""

import argparse

import numpy as np
from numpy.typing import NDArray

from train.data import gold, polnear
from train.judge import load, raw, read, scorer, statements

LOOSE = 0.05


def pairs(package: str, few: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Uncalibrated log odds of every statement found, and 1 where it is right."""
    reader = load(package, "sayso", accept=LOOSE, slope=1.0, shift=0.0)
    odds, right = [], []
    for article in gold("dev") + polnear("dev")[: few or None]:
        (found,) = read(reader, [article])
        rows = statements(found, LOOSE)
        to = scorer("whole").matched(article.text, [{"id": f"g{i}"} | a for i, a in enumerate(raw(article))], rows)
        hit = set(to.values())
        for row in rows:
            if row["id"] in hit or article.guideline == 1 or row["within"] is None:
                score = min(max(found[int(str(row["id"]))].score, 1e-3), 1 - 1e-3)
                odds.append(np.log(score / (1 - score)))
                right.append(float(row["id"] in hit))
    return np.array(odds), np.array(right)


def fitted(x: NDArray[np.float64], y: NDArray[np.float64], rounds: int = 30) -> tuple[float, float]:
    """Slope and shift of a logistic regression, by Newton's method."""
    w = np.array([1.0, 0.0])
    design = np.stack([x, np.ones_like(x)], 1)
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-design @ w))
        hessian = design.T @ (design * (p * (1 - p))[:, None]) + 1e-6 * np.eye(2)
        w = w + np.linalg.solve(hessian, design.T @ (y - p))
    return float(w[0]), float(w[1])


def gap(score: NDArray[np.float64], right: NDArray[np.float64]) -> float:
    """Mean distance between score and share of right ones over ten bins, weighted by size (expected calibration error)."""
    bins = np.minimum((score * 10).astype(int), 9)
    return float(
        sum((bins == b).mean() * abs(score[bins == b].mean() - right[bins == b].mean()) for b in range(10) if (bins == b).any())
    )


def main() -> None:
    """Print slope, shift and both gaps."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("package")
    p.add_argument("--few", type=int, default=30)
    args = p.parse_args()
    odds, right = pairs(args.package, args.few)
    slope, shift = fitted(odds, right)
    before, after = (gap(1 / (1 + np.exp(-z)), right) for z in (odds, slope * odds + shift))
    print(f"--slope {slope:.3f} --shift {shift:.3f}   {len(odds)} statements, gap {before:.3f} -> {after:.3f}")


if __name__ == "__main__":
    main()
