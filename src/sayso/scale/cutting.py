"""Cut: a bundle of inputs into parts of so many articles each, `articles-000.parquet`, and what could not be opened as problems."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sayso.adding import CHARS, digest, too_long
from sayso.errors import InputError
from sayso.intake import open_path
from sayso.model import Document, Problem
from sayso.scale.columns import DOCUMENT, GROUP, PROBLEM, Row, Sheet, document_row, problem_row, write
from sayso.scale.folder import Content
from sayso.scale.plan import Plan, Source
from sayso.scale.tasks import Task, Tools

STAGE = "articles"
PART, PROBLEMS = "articles-", "problems.parquet"


def tasks(folder: Path, plan: Plan) -> list[Task]:
    """A task for each bundle."""
    return [Task(stage=STAGE, folder=str(folder), name=name) for name in plan.names()]


def cut(task: Task, plan: Plan, tools: Tools, draft: Path) -> Content:  # noqa: ARG001 (every stage is called alike)
    """What a bundle held, its articles and problems now in `draft`."""
    bundle = plan.bundles[int(task.name)]
    counts: Counter[str] = Counter(inputs=len(bundle), articles=0, problems=0)
    problems: list[Row] = []
    parts = Parts(draft, plan.articles)
    for source in bundle:
        for found in opened(source, plan):
            if isinstance(found, Problem):
                problems.append(problem_row(found, source.path))
            else:
                parts.add(document_row(found, source.path))
    parts.close()
    write(draft / PROBLEMS, PROBLEM, problems)
    counts.update(articles=parts.count, problems=len(problems))
    return Content(made_of={source.path: digest(Path(source.path)) or "" for source in bundle}, counts=dict(counts))


def opened(source: Source, plan: Plan) -> Iterator[Document | Problem]:
    """The documents of an input; what it can't give is a problem."""
    try:
        for found in open_path(source.path, plan.given):
            yield too_long(found) if isinstance(found, Document) and len(found.text) > CHARS else found
    except InputError as fault:
        yield Problem(origin=source.path, why=str(fault), next=fault.next)


class Parts:
    """Articles into files of so many each, a row group at a time: never more than that in memory."""

    def __init__(self, folder: Path, most: int) -> None:
        self.folder, self.most = folder, most
        self.held: list[Row] = []
        self.sheet: Sheet | None = None
        self.count = 0

    def add(self, row: Row) -> None:
        """Nothing; the article stands at the end of the last part, or begins a new one."""
        self.held.append(row)
        self.count += 1
        if len(self.held) == GROUP or self.count % self.most == 0:
            self.flush()

    def flush(self) -> None:
        """Nothing; articles held are written."""
        if self.held:
            self.sheet = self.sheet or Sheet(self.folder / f"{PART}{(self.count - 1) // self.most:06}.parquet", DOCUMENT)
            self.sheet.add(self.held)
            self.held = []
        if self.sheet and self.count % self.most == 0:
            self.close()

    def close(self) -> None:
        """Nothing; the part is whole."""
        if self.held:
            self.flush()
        if self.sheet:
            self.sheet.writer.close()
            self.sheet = None
