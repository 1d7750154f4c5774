"""How well pages are read: body, title, date, outlet and authors against a folder of pages with gold.

    python -m eval.intake [FOLDER] [--worst N]

FOLDER (default: `html/html_subset` in SAYSO_SHARED's data) holds NAME.html.gz and gold.jsonl. Body: F1 of word 4-grams, the mean over
pages. Title: share equal but for case, white space and the shape of marks. Date: share of equal days. Outlet: share in which one name holds the other, letters only
(gold: the name in the page's id, so only pages that have one). Authors: F1 of names over all pages. Bars are in `BARS`.
"""

import argparse
import json
import os
import re
from collections import Counter
from pathlib import Path

import msgspec

from sayso.intake import open_path
from sayso.model import Document

BARS = {"body": 0.96, "title": 0.82, "date": 0.97, "outlet": 0.91, "authors": 0.88}
GRAM = 4
WORDS = re.compile(r"\w+")
MARKS = str.maketrans("‘’“”–—", "''\"\"--")


class Gold(msgspec.Struct, frozen=True):
    """A page's gold; None where it has none."""

    id: str
    body: str
    title: str | None = None
    authors: tuple[str, ...] | None = None
    date: str | None = None


class Score(msgspec.Struct, frozen=True):
    """One page: F1 of the body; title, date and outlet right or wrong, None without gold; names right, found and wanted."""

    id: str
    body: float
    title: bool | None
    date: bool | None
    outlet: bool | None
    authors: tuple[int, int, int]


def grams(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four words, lower case, with how often each stands in the text."""
    words = [word.lower() for word in WORDS.findall(text)]
    return Counter(tuple(words[at : at + GRAM]) for at in range(max(1, len(words) - GRAM + 1)))


def f1(right: int, found: int, wanted: int) -> float:
    """Harmonic mean of precision and recall; 1 where nothing was wanted and nothing found."""
    return 2 * right / (found + wanted) if found + wanted else 1.0


def same_body(gold: str, got: str) -> float:
    """F1 of the runs of words."""
    a, b = grams(gold), grams(got)
    return f1(sum((a & b).values()), b.total(), a.total())


def plain(words: str) -> str:
    """Words without differences of case, white space and marks."""
    return " ".join(words.translate(MARKS).split()).casefold()


def letters(words: str) -> str:
    """The letters and digits of a name, lower case, without an article before it."""
    return "".join(WORDS.findall(words)).casefold().removeprefix("the")


def house(name: str) -> str | None:
    """The outlet that a page's id names (`fundus_us_Outlet`), or None."""
    parts = name.split("_")
    return letters(parts[2].removesuffix("EN")) if parts[0] == "fundus" else None


def same_outlet(gold: str, got: str) -> bool:
    """Whether one name holds the other, or the gold is the other shortened (its letters in order, first and last the same).

    >>> same_outlet("latimes", "losangelestimes"), same_outlet("dailymail", "mailonline")
    (True, False)
    """
    if not got:
        return False
    rest = iter(got)
    short = gold[0] == got[0] and gold[-1] == got[-1] and all(letter in rest for letter in gold)
    return short or gold in got or got in gold


def scored(gold: Gold, got: Document | None) -> Score:
    """One page's score; no document counts as everything missed."""
    body = got.text[slice(*got.parts["body"])] if got and "body" in got.parts else ""
    outlet, wanted = letters(got.outlet or "") if got else "", house(gold.id)
    title, published = (got.title or "", got.published or "") if got else ("", "")
    authors = {plain(name) for name in gold.authors or ()}
    found = {plain(name) for name in got.byline} if got and gold.authors else set()
    return Score(
        id=gold.id,
        body=same_body(gold.body, body),
        title=None if gold.title is None else plain(title) == plain(gold.title),
        date=None if gold.date is None else published[:10] == gold.date[:10],
        outlet=None if wanted is None else same_outlet(wanted, outlet),
        authors=(len(authors & found), len(found), len(authors)),
    )


def figures(scores: list[Score]) -> dict[str, float]:
    """The figure for each bar."""
    out = {"body": sum(score.body for score in scores) / len(scores)}
    for name in ("title", "date", "outlet"):
        known = [value for score in scores if (value := getattr(score, name)) is not None]
        out[name] = sum(known) / len(known) if known else 0.0
    right, found, wanted = (sum(score.authors[at] for score in scores) for at in range(3))
    return out | {"authors": f1(right, found, wanted)}


def measure(folder: Path) -> list[tuple[Score, Gold, Document | None]]:
    """Every page of the folder with its gold and what was read."""
    out = []
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = msgspec.json.decode(line, type=Gold)
        got = next(iter(open_path(folder / f"{gold.id}.html.gz")), None)
        read = got if isinstance(got, Document) else None
        out.append((scored(gold, read), gold, read))
    return out


def main() -> None:
    """Nothing; prints the figures beside the bars, and the worst pages if asked."""
    shared = Path(os.environ.get("SAYSO_SHARED", Path(__file__).parents[2] / "shared"))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", nargs="?", type=Path, default=shared / "data" / "html" / "html_subset")
    parser.add_argument("--worst", type=int, default=0)
    args = parser.parse_args()
    rows = measure(args.folder)
    for name, figure in figures([score for score, _, _ in rows]).items():
        print(f"{name:8} {figure:.3f}  bar {BARS[name]:.2f}  {'met' if figure >= BARS[name] else 'MISSED'}")
    for score, gold, got in sorted(rows, key=lambda row: row[0].body)[: args.worst]:
        told = {"title": (gold.title, got and got.title), "date": (gold.date, got and got.published)}
        print(json.dumps({**msgspec.to_builtins(score), **told, "by": (gold.authors, got and got.byline)}, ensure_ascii=False))


if __name__ == "__main__":
    main()
