"""Group: keys of all articles by their numbers; who has a number later is told of the first ones that had it."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from sayso.scale import columns, signing
from sayso.scale.columns import Row, Sheet
from sayso.scale.folder import Content
from sayso.scale.plan import Plan
from sayso.scale.tasks import Task, Tools

STAGE = "groups"
PAIRS = "pairs.parquet"
PAIR: dict[str, Any] = {"later": int, "space": int, "nth": int, "earlier": int, "many": int}
AT_ONCE = 50_000
"""Pairs of a row group: what is read at least to find those of one part."""


def tasks(folder: Path, plan: Plan) -> list[Task]:
    """A task for each group."""
    return [Task(stage=STAGE, folder=str(folder), name=f"{number:04}") for number in range(plan.groups)]


def made_of(task: Task, plan: Plan) -> dict[str, str]:
    """The hashes of all keys."""
    signed = signing.tasks(Path(task.folder), plan)
    return {one.name: signing.hash_of(one.place, signing.KEYS) for one in signed}


def group(task: Task, plan: Plan, tools: Tools, draft: Path) -> Content:  # noqa: ARG001 (every stage is called alike)
    """The pairs of articles that share a number of this group, sorted by the later one, now in `draft`."""
    found: list[Row] = []
    for one in signing.tasks(Path(task.folder), plan):
        found += columns.group(one.place / signing.KEYS, int(task.name))
    found.sort(key=lambda row: (row["space"], row["value"], row["number"]))
    pairs = [
        pair
        for (space, _), rows in groupby(found, key=lambda row: (row["space"], row["value"]))
        for pair in paired(space, list(rows))
    ]
    pairs.sort(key=lambda pair: (pair["later"], pair["space"], pair["nth"], pair["earlier"]))
    with Sheet(draft / PAIRS, PAIR) as sheet:
        for first in range(0, max(1, len(pairs)), AT_ONCE):
            sheet.add(pairs[first : first + AT_ONCE])
    return Content(made_of=made_of(task, plan), counts={"keys": len(found), "pairs": len(pairs)})


def paired(space: int, rows: list[Row]) -> Iterator[Row]:
    """Each article that has a number with the first ones that had it before; `many` is how many are known to have it by then."""
    most = signing.MOST[space]
    for rank, later in enumerate(rows):
        many = min(rank + 1, most)
        for earlier in rows[: min(rank, most)]:
            yield {"later": later["number"], "space": space, "nth": later["nth"], "earlier": earlier["number"], "many": many}


def pairs_of(folder: Path, plan: Plan, first: int, behind: int) -> list[Row]:
    """The pairs whose later article has a number from `first` to before `behind`, by article, space and place in its signature."""
    wanted = [("later", ">=", first), ("later", "<", behind)]
    found: list[Row] = []
    for task in tasks(folder, plan):
        found += columns.arrow()[1].read_table(task.place / PAIRS, filters=wanted).to_pylist()
    return sorted(found, key=lambda row: (row["later"], row["space"], row["nth"], row["earlier"]))
