"""A run: stage by stage, what is whole is passed over, what is not is made; what a folder holds, and what is wrong with it."""

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import msgspec

from sayso.errors import LedgerError
from sayso.scale import comparing, cutting, grouping, reading, signing
from sayso.scale.engines import Engine
from sayso.scale.folder import flaw, opened, swept
from sayso.scale.plan import Plan
from sayso.scale.tasks import Done, Task

Wanted = Callable[[Path, Plan], list[Task]]
READ: tuple[Wanted, ...] = (cutting.tasks, reading.tasks)
LINKED: tuple[Wanted, ...] = (signing.once_tasks, signing.tasks, grouping.tasks, comparing.tasks)
"""The stages in their order: reading, and linking what was read."""

MADE_OF: dict[str, Callable[[Task, Plan], dict[str, str]]] = {
    reading.STAGE: reading.made_of,
    signing.ONCE: signing.made_of_all,
    signing.STAGE: signing.made_of,
    grouping.STAGE: grouping.made_of,
    comparing.STAGE: comparing.made_of,
}
"""For stages that are made of others' folders: the hashes that these have now."""


def told(done: Done) -> str:
    """What became of a task in a line."""
    return f"{done.task.stage}/{done.task.name}: {done.why}"


def stages(plan: Plan) -> tuple[Wanted, ...]:
    """The stages of a run in their order."""
    return (*READ, *LINKED) if plan.link else READ


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """What a run did: folders made, folders that were whole already, tasks tried again as a worker died or failed, folders that had to be
    made again, those left undone with the reason, and what is in the whole ones.
    """

    made: int
    whole: int
    lost: tuple[str, ...]
    again: tuple[str, ...]
    undone: tuple[str, ...]
    counts: dict[str, dict[str, int]]


class Running:
    """One run over a folder; `tell` hears of each task that is done or lost."""

    def __init__(
        self, folder: Path, plan: Plan, engine: Engine, tell: Callable[[Done, int, int], None] = lambda *_: None
    ) -> None:
        self.folder, self.plan, self.engine, self.tell = folder, plan, engine, tell
        self.made = self.whole = 0
        self.lost: list[str] = []
        self.again: list[str] = []
        self.undone: list[str] = []

    def run(self) -> Run:
        """What was done. Raises: LedgerError where the disk is full; what was whole by then stays, and the same run goes on from there."""
        swept(self.folder)
        for wanted in stages(self.plan):
            if wanted in READ or not self.undone:  # linking needs all that goes before
                self.stage(wanted(self.folder, self.plan))
        return Run(
            made=self.made, whole=self.whole, lost=tuple(self.lost), again=tuple(self.again), undone=tuple(self.undone),
            counts=counted(self.folder),
        )  # fmt: skip

    def stage(self, tasks: list[Task]) -> None:
        """Nothing; every task's folder is whole, or the task is among those undone: what failed once is tried a second time at the end."""
        left = [task for task in tasks if not self.stands(task)]
        self.whole += len(tasks) - len(left)
        failed = self.round(left)
        self.lost += [told(done) for done in failed]
        self.undone += [told(done) for done in self.round([done.task for done in failed])]

    def round(self, tasks: list[Task]) -> list[Done]:
        """The tasks that failed, when all have been tried."""
        failed = []
        for number, done in enumerate(self.engine.map(tasks), 1):
            if done.full:
                place = f"{done.task.stage}/{done.task.name}"
                raise LedgerError(f"{self.folder}: {done.why}, at {place}: make room, then the same command again goes on")
            if done.manifest:
                self.made += 1
            elif done.lost:
                self.lost.append(told(done))
            else:
                failed.append(done)
            self.tell(done, number, len(tasks))
        return failed

    def stands(self, task: Task) -> bool:
        """Whether a task's folder is whole and of what there is now; one that is not is removed."""
        if not task.place.exists():
            return False
        why = wrong(task, self.plan)
        if why:
            self.again.append(f"{task.stage}/{task.name}: {why}")
            shutil.rmtree(task.place)
        return not why


def wrong(task: Task, plan: Plan) -> str:
    """What is wrong with a task's folder, "" where it is whole, of this version and made of what there is now."""
    if why := flaw(task.place):
        return why
    manifest = opened(task.place)
    if manifest is None or manifest.stamp != plan.stamp:
        return "of another version"
    wanted = MADE_OF.get(task.stage)
    return "" if wanted is None or manifest.made_of == wanted(task, plan) else "made of what is no longer there"


class State(msgspec.Struct, frozen=True, kw_only=True):
    """What a folder holds: of each stage the folders that are there, of how many, and what is in them."""

    stages: dict[str, tuple[int, int]]
    counts: dict[str, dict[str, int]]
    drafts: int


def state(folder: Path, plan: Plan) -> State:
    """What a folder holds, by its manifests alone: the files are not read. `drafts` are folders that workers are at, or were when killed."""
    wanted = [task for stage in stages(plan) for task in stage(folder, plan)]
    there = Counter(task.stage for task in wanted if opened(task.place))
    of = Counter(task.stage for task in wanted)
    return State(
        stages={name: (there[name], many) for name, many in of.items()},
        counts=counted(folder),
        drafts=len(list(folder.glob("*/.*.tmp"))),
    )


def checked(folder: Path, plan: Plan) -> list[str]:
    """What is wrong with a folder, every file of it read: folders that are missing, altered or made of what is no longer there."""
    found = []
    for stage in stages(plan):
        for task in stage(folder, plan):
            why = wrong(task, plan) if task.place.exists() else "not there yet"
            found += [f"{task.stage}/{task.name}: {why}"] if why else []
    return found


def counted(folder: Path) -> dict[str, dict[str, int]]:
    """What the manifests of each stage count, added up."""
    out: dict[str, Counter[str]] = {}
    for place in sorted(folder.glob("*/[!.]*")):
        manifest = opened(place)
        if manifest:
            out.setdefault(manifest.stage, Counter()).update(manifest.counts)
    return {stage: dict(counts) for stage, counts in sorted(out.items())}
