"""Stages by name: what a worker does with a task, whichever engine gave it one."""

import errno
from collections.abc import Callable
from functools import partial
from pathlib import Path

from sayso.errors import SaysoError
from sayso.scale import comparing, cutting, folder, grouping, reading, signing
from sayso.scale.folder import Content
from sayso.scale.plan import Plan, load
from sayso.scale.stamp import stamp
from sayso.scale.tasks import Done, Task, Tools

Stage = Callable[[Task, Plan, Tools, Path], Content]
STAGES: dict[str, Stage] = {
    cutting.STAGE: cutting.cut,
    reading.STAGE: reading.read,
    signing.ONCE: signing.once,
    signing.STAGE: signing.sign,
    grouping.STAGE: grouping.group,
    comparing.STAGE: comparing.compare,
}


def do(task: Task, tools: Tools) -> Done:
    """The task with the manifest of the folder that was made, or why there is none."""
    try:
        plan = tools.plans.get(task.folder) or tools.plans.setdefault(task.folder, load(Path(task.folder)))
        if plan.stamp != stamp():
            return Done(task=task, why="this worker has another version of sayso or its weights than the run")
        fill = partial(STAGES[task.stage], task, plan, tools)
        return Done(task=task, manifest=folder.written(task.place, task.stage, plan.stamp, fill))
    except OSError as fault:
        tools.close()  # what it has loaded may be what failed
        return Done(task=task, why=f"{fault.strerror or fault}", full=fault.errno in (errno.ENOSPC, errno.EDQUOT))
    except SaysoError as fault:
        tools.close()
        return Done(task=task, why=str(fault))
