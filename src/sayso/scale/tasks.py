"""Tasks: what an engine hands to its workers, one folder to be made each, and what a worker keeps between them."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import msgspec

from sayso.crew import Crew, Reads
from sayso.crew.loading import loader
from sayso.lexicon import Lexicon
from sayso.scale.folder import Manifest
from sayso.scale.plan import Plan

if TYPE_CHECKING:
    from sayso.scale.places import Places

Load = Callable[[], Reads]


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """A folder to be made by a stage: `folder` is the run's, `name` that of the folder to make."""

    stage: str
    folder: str
    name: str
    of: tuple[str, ...] = ()

    @property
    def place(self) -> Path:
        """Where the folder will stand."""
        return Path(self.folder) / self.stage / self.name


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a task: its manifest, or why there is none; `lost` where a worker died over it and it is tried again,
    `full` where no other would fare better: the disk is full.
    """

    task: Task
    manifest: Manifest | None = None
    why: str = ""
    lost: bool = False
    full: bool = False


class Tools:
    """What a worker loads once: a process that reads (started when it is first wanted), the lexicon; `with` ends it."""

    def __init__(self, load: Load | None = None) -> None:
        self.load = load or loader(None)
        self.plans: dict[str, Plan] = {}
        self.made: Crew | None = None
        self.opened: Places | None = None

    @property
    def crew(self) -> Crew:
        """The process that reads: a text that kills it or takes too long costs that text alone."""
        if self.made is None:
            self.made = Crew(self.load, workers=1)
        return self.made

    @cached_property
    def lexicon(self) -> Lexicon:
        """The lexicon."""
        return Lexicon.load()

    def places(self, folder: Path, plan: Plan) -> "Places":
        """The articles of a run, those that were compared last kept ready."""
        from sayso.scale.places import Places

        if self.opened is None or (self.opened.folder, self.opened.plan) != (folder, plan):
            self.opened = Places(folder, plan)
        return self.opened

    def close(self) -> None:
        """Nothing; the process that reads is ended."""
        if self.made is not None:
            self.made.close()
            self.made = None

    def __enter__(self) -> "Tools":
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
