"""Sign: each article of a part as the numbers by which others find it: sampled runs of words, quotations, actors. What stands twice in a
run is signed once, what could not be read is not.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.lexicon import Lexicon
from sayso.link import actors, copies, quotations
from sayso.link.sides import Side
from sayso.scale import columns, reading
from sayso.scale.columns import Row, Sheet, arrow
from sayso.scale.folder import Content, opened
from sayso.scale.places import Places
from sayso.scale.plan import Plan
from sayso.scale.tasks import Task, Tools

ONCE, STAGE = "once", "keys"
KEYS, TWICE = "keys.parquet", "twice.parquet"
KEY: dict[str, Any] = {"space": int, "value": int, "number": int, "nth": int}
SPACES = (copies.SPACE, quotations.SPACE, actors.SPACE)
MOST = (copies.COMMON, quotations.COMMON, actors.CENTRES)
"""Of how many documents with a number a new one is told: those that came first."""


def once_tasks(folder: Path, plan: Plan) -> list[Task]:  # noqa: ARG001 (every stage is called alike)
    """The one task that finds which articles stand twice."""
    return [Task(stage=ONCE, folder=str(folder), name="all")]


def tasks(folder: Path, plan: Plan) -> list[Task]:
    """A task for each part that was read."""
    return [Task(stage=STAGE, folder=str(folder), name=task.name, of=task.of) for task in reading.tasks(folder, plan)]


def made_of_all(task: Task, plan: Plan) -> dict[str, str]:
    """The hash of each part's records and articles."""
    folder = Path(task.folder)
    return {one.name: hash_of(one.place, reading.RECORDS) for one in reading.tasks(folder, plan)}


def made_of(task: Task, plan: Plan) -> dict[str, str]:  # noqa: ARG001 (every stage is called alike)
    """The hashes of the part's records and of the list of what stands twice."""
    folder = Path(task.folder)
    return {
        reading.RECORDS: hash_of(folder / reading.STAGE / task.name, reading.RECORDS),
        TWICE: hash_of(folder / ONCE / "all", TWICE),
    }


def hash_of(place: Path, name: str) -> str:
    """The hash of a file as its folder's manifest has it, "" where there is none."""
    manifest = opened(place)
    return manifest.files.get(name, "") if manifest else ""


def once(task: Task, plan: Plan, tools: Tools, draft: Path) -> Content:  # noqa: ARG001
    """Which articles stand twice: their numbers, the first of each left out, now in `draft`. Holds all ids of a run in memory."""
    known: dict[int, None] = {}
    again: list[Row] = []
    places = Places(Path(task.folder), plan)
    for part in places.tasks:
        lost = {row["article"]: None for row in columns.rows(part.place / reading.PROBLEMS)}
        for article, id in enumerate(ids(reading.articles(part))):
            if article not in lost and id in known:
                again.append({"number": places.first(part.name) + article})
            elif article not in lost:
                known[id] = None
    columns.write(draft / TWICE, {"number": int}, again)
    return Content(made_of=made_of_all(task, plan), counts={"documents": len(known), "again": len(again)})


def ids(file: Path) -> list[int]:
    """The ids of the articles of a file as numbers."""
    return [int(id, 16) for id in arrow()[1].read_table(file, columns=["id"])["id"].to_pylist()]


def sign(task: Task, plan: Plan, tools: Tools, draft: Path) -> Content:
    """The keys of a part's articles, one row group for each group that they will be sorted into, now in `draft`."""
    folder = Path(task.folder)
    first = Places(folder, plan).first(task.name)
    twice = {row["number"]: None for row in columns.rows(folder / ONCE / "all" / TWICE)}
    groups: list[list[Row]] = [[] for _ in range(plan.groups)]
    signed = 0
    part = Task(stage=reading.STAGE, folder=task.folder, name=task.name, of=task.of)
    for number, (_, document, found) in enumerate(reading.kept(folder, part), first):
        if number not in twice and isinstance(found, list):
            signed += 1
            for row in keys(number, Side(document, tuple(found)), tools.lexicon):
                groups[row["value"] % plan.groups].append(row)
    with Sheet(draft / KEYS, KEY) as sheet:
        for rows in groups:
            sheet.add(sorted(rows, key=lambda row: (row["space"], row["value"], row["number"], row["nth"])))
    return Content(made_of=made_of(task, plan), counts={"documents": signed, "keys": sheet.count})


def keys(number: int, side: Side, lexicon: Lexicon) -> Iterator[Row]:
    """The numbers of an article by space, each with its place in the signature."""
    acting = tuple(dict.fromkeys(actors.values(actors.actors(side), lexicon)))
    for space, values in enumerate((copies.signature(side).values, quotations.signature(side).values, acting)):
        yield from ({"space": space, "value": value, "number": number, "nth": nth} for nth, value in enumerate(values))
