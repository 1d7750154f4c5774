"""Link: each article of a part compared with the few that came before it and have most in common with it, as a ledger would do it."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec

from sayso.lexicon import Lexicon
from sayso.link import actors, conflicts, copies, quotations
from sayso.link.sides import Side
from sayso.linking import FEW, NEAR, QUOTING, RARE
from sayso.model.links import Link
from sayso.scale import columns, grouping, reading, signing
from sayso.scale.columns import Row
from sayso.scale.folder import Content
from sayso.scale.places import SHIFT, Places
from sayso.scale.plan import Plan
from sayso.scale.tasks import Task, Tools

STAGE = "links"
LINKS = "links.parquet"
LINK: dict[str, Any] = {
    "id": str, "kind": str, "sort": str, "a": str, "b": str, "doc_a": str, "doc_b": str, "reason": str, "score": float, "by": str, "body": str,
}  # fmt: skip
RUNS, QUOTATIONS, ACTORS = range(3)


def tasks(folder: Path, plan: Plan) -> list[Task]:
    """A task for each part that was read."""
    return [Task(stage=STAGE, folder=str(folder), name=task.name, of=task.of) for task in reading.tasks(folder, plan)]


def made_of(task: Task, plan: Plan) -> dict[str, str]:
    """The hashes of all pairs."""
    return {one.name: signing.hash_of(one.place, grouping.PAIRS) for one in grouping.tasks(Path(task.folder), plan)}


def compare(task: Task, plan: Plan, tools: Tools, draft: Path) -> Content:
    """The links of a part's articles with articles before them, now in `draft`."""
    places = tools.places(Path(task.folder), plan)
    first = places.first(task.name)
    out: dict[str, Link] = {}
    compared = 0
    pairs = grouping.pairs_of(places.folder, plan, first, first + (1 << SHIFT))
    for number, rows in groupby(pairs, key=lambda row: row["later"]):
        compared += 1
        out.update((link.id, link) for link in linked(number, list(rows), places, tools.lexicon))
    counts = Counter(link.kind for link in out.values())
    columns.write(draft / LINKS, LINK, [link_row(link) for link in out.values()])
    return Content(made_of=made_of(task, plan), counts={"compared": compared, **dict(sorted(counts.items()))})


def linked(number: int, rows: list[Row], places: Places, lexicon: Lexicon) -> Iterator[Link]:
    """The links of an article with those that it shares numbers with."""
    spaces: dict[int, list[Row]] = {space: [row for row in rows if row["space"] == space] for space in (RUNS, QUOTATIONS, ACTORS)}
    near = chosen(spaces[RUNS], 1.0)[:NEAR]
    side = places.side(number)
    for other in dict.fromkeys((*near, *chosen(spaces[QUOTATIONS], RARE)[:QUOTING])):
        yield from between(side, places.side(other), other in near, lexicon)
    yield from acting(number, spaces[ACTORS], places, lexicon)


def chosen(rows: list[Row], rare: float) -> list[int]:
    """The articles that share a few numbers or (as `rare` has it) a rare one, those with the most and rarest first."""
    weights: defaultdict[int, float] = defaultdict(float)
    shared: Counter[int] = Counter()
    for row in rows:
        weights[row["earlier"]] += 1 / row["many"]
        shared[row["earlier"]] += 1
    fitting = [number for number, many in shared.items() if many >= FEW or weights[number] > rare]
    return sorted(fitting, key=lambda number: (-weights[number], number))


def between(side: Side, known: Side, near: bool, lexicon: Lexicon) -> Iterator[Link]:
    """The links of two documents by their words, copies only where they share so much that it may be one."""
    a, b = sorted((side, known), key=lambda one: one.id)
    if near:
        yield from copies.links(a, b)
    yield from quotations.links(a, b)
    yield from conflicts.links(a, b, lexicon, near=near)


def acting(number: int, rows: list[Row], places: Places, lexicon: Lexicon) -> Iterator[Link]:
    """The links of an article's actors with the same ones of others, where they are named otherwise."""
    mine = places.actors(number, lexicon) if rows else {}
    side, values = places.side(number), list(mine)
    for row in rows:
        value, other = values[row["nth"]], places.side(row["earlier"])
        one, two = mine[value], places.actors(row["earlier"], lexicon).get(value, [])
        (a, first), (b, second) = sorted(((side, one), (other, two)), key=lambda end: end[0].id)
        yield from (link for x in first for y in second for link in actors.links(a, b, x, y, lexicon))


def link_row(link: Link) -> Row:
    """A link as a row; its JSON holds all of it."""
    return {name: getattr(link, name) for name in LINK if name != "body"} | {"body": msgspec.json.encode(link).decode()}
