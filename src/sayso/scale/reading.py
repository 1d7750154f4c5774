"""Read: a part of a bundle's articles into records, and these into flat tables; what could not be read is a problem."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from sayso.crew import Crew, Result
from sayso.export.rows import KINDS
from sayso.model import Document, Problem, Record
from sayso.scale import columns, cutting
from sayso.scale.columns import GROUP, PROBLEM, RECORD, Row, Sheet, document_of, flat, flat_rows, problem_row, record_row
from sayso.scale.folder import Content, opened
from sayso.scale.plan import Plan
from sayso.scale.tasks import Task, Tools

STAGE = "records"
RECORDS, PROBLEMS = "records.parquet", "problems.parquet"


def tasks(folder: Path, plan: Plan) -> list[Task]:
    """A task for each part of each bundle that has been cut."""
    return [task for name in plan.names() for task in of_bundle(folder, name)]


def of_bundle(folder: Path, name: str) -> list[Task]:
    """A task for each part of a bundle, none where it has not been cut."""
    manifest = opened(folder / cutting.STAGE / name)
    parts = manifest.parts(cutting.PART) if manifest else []
    numbers = [part.removeprefix(cutting.PART).removesuffix(".parquet") for part in parts]
    pairs = zip(numbers, parts, strict=True)
    return [Task(stage=STAGE, folder=str(folder), name=f"{name}-{number}", of=(name, part)) for number, part in pairs]


def articles(task: Task) -> Path:
    """The file of articles that a task reads."""
    return Path(task.folder) / cutting.STAGE / task.of[0] / task.of[1]


def made_of(task: Task, plan: Plan) -> dict[str, str]:  # noqa: ARG001 (every stage is called alike)
    """The hash of the articles that a task reads, as their bundle's manifest has it."""
    manifest = opened(Path(task.folder) / cutting.STAGE / task.of[0])
    return {task.of[1]: manifest.files.get(task.of[1], "") if manifest else ""}


def read(task: Task, plan: Plan, tools: Tools, draft: Path) -> Content:
    """What was read of a part, now in `draft`."""
    tools.crew.seconds = plan.seconds
    rows = list(columns.rows(articles(task)))
    results = twice(tools.crew, [document_of(row) for row in rows])
    problems = [
        problem_row(found, rows[number]["file"], number, document.id)
        for number, (document, found) in enumerate(results)
        if isinstance(found, Problem)
    ]
    counts = Counter(documents=len(rows) - len(problems), problems=len(problems))
    with ExitStack() as sheets:
        records = sheets.enter_context(Sheet(draft / RECORDS, RECORD))
        tables = {kind: sheets.enter_context(Sheet(draft / f"{kind}.parquet", flat(kind))) for kind in KINDS}
        for first in range(0, len(rows), GROUP):
            part = list(enumerate(results[first : first + GROUP], first))
            told = [(number, document, found) for number, (document, found) in part if not isinstance(found, Problem)]
            counts.update(str(one.__struct_config__.tag) for _, _, found in told for one in found)
            records.add([record_row(number, one) for number, _, found in told for one in found])
            for kind, sheet in tables.items():
                sheet.add([row for _, document, found in told for row in flat_rows(kind, document, found)])
    columns.write(draft / PROBLEMS, PROBLEM, problems)
    return Content(made_of=made_of(task, plan), counts=dict(sorted(counts.items())), reader=tools.crew.name)


def twice(crew: Crew, documents: list[Document]) -> list[Result]:
    """Each document with its records. What failed is tried a second time alone, as somebody may have killed the process, or the machine
    was busy; what fails again is a problem.
    """
    results = list(crew.read(documents))
    for number, (document, found) in enumerate(results):
        if isinstance(found, Problem):
            results[number] = next(iter(list(crew.read([document]))))
    return results


def kept(folder: Path, task: Task) -> Iterator[tuple[Row, Document, Sequence[Record] | Problem]]:
    """Each article of a part that was read: its row, the document, its records or the problem that it has, in order."""
    lost = {row["article"]: row for row in columns.rows(folder / STAGE / task.name / PROBLEMS)}
    first = 0
    for number, rows in enumerate(groups(articles(task))):
        found = grouped(folder / STAGE / task.name / RECORDS, number)
        for at, row in enumerate(rows, first):
            gone = lost.get(at)
            problem = Problem(origin=gone["origin"], why=gone["why"], next=gone["next"]) if gone else None
            yield row, document_of(row), problem or found.get(at, [])
        first += len(rows)


def grouped(file: Path, number: int) -> dict[int, list[Record]]:
    """The records of a row group by the places of their articles in the part."""
    out: dict[int, list[Record]] = {}
    for row in columns.group(file, number):
        out.setdefault(row["article"], []).append(columns.record_of(row))
    return out


def of_article(file: Path, article: int) -> tuple[Record, ...]:
    """The records of one article, at a place in the part."""
    return tuple(columns.record_of(row) for row in columns.group(file, article // columns.GROUP) if row["article"] == article)


def groups(file: Path) -> Iterator[list[Row]]:
    """The row groups of a file."""
    number = 0
    while rows := columns.group(file, number):
        yield rows
        number += 1
