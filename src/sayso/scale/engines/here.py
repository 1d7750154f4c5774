"""One process: tasks are done one after the other, in the process that asks."""

from collections.abc import Iterator, Sequence

from sayso.scale.stages import do
from sayso.scale.tasks import Done, Load, Task, Tools


class Here:
    """Does tasks itself."""

    name = "here"

    def __init__(self, load: Load | None = None) -> None:
        self.tools = Tools(load)

    def map(self, tasks: Sequence[Task]) -> Iterator[Done]:
        """What became of each task, in order."""
        return (do(task, self.tools) for task in tasks)

    def close(self) -> None:
        """Nothing; the process that reads is ended."""
        self.tools.close()
