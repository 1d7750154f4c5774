"""Engines: who hands tasks to workers, and what to do where a worker dies. All give the same folders, byte for byte."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from sayso.scale.tasks import Done, Task

TRIES = 3
"""Workers that may die over one task before it is left undone and reported."""


class Engine(Protocol):
    """Runs tasks, in any order."""

    name: str

    def map(self, tasks: Sequence[Task]) -> Iterator[Done]:
        """What became of each task, as it comes; tasks over which a worker died are told of as `lost` and tried again."""
        ...

    def close(self) -> None:
        """Nothing; no worker is left."""
        ...
