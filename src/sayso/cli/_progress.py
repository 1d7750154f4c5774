"""A line that moves while a run goes on: on stderr, and only where that is a terminal."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

    from sayso.tally import Tally

Item = TypeVar("Item")


class Line:
    """The line, or nothing at all where there is no terminal."""

    def __init__(self, bar: "Progress | None", total: int) -> None:
        self.bar = bar
        self.task = bar.add_task("loading the reader", total=total) if bar else None
        self.started = monotonic()

    def passing(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items; the bar moves when one is through."""
        for item in items:
            yield item
            if self.bar and self.task is not None:
                self.bar.advance(self.task)

    def tell(self, tally: "Tally") -> None:
        """Nothing; the line says how far the run is."""
        if self.bar and self.task is not None:
            read, aside = tally.steps["read"], tally.steps["aside"]
            speed = read / max(monotonic() - self.started, 0.001)
            words = f"{read:,} read · {tally.known:,} known · {aside:,} set aside · {speed:.1f} articles/s"
            self.bar.update(self.task, description=words)


@contextmanager
def line(total: int) -> Iterator[Line]:
    """A line over so many inputs, gone at the end."""
    if not sys.stderr.isatty():
        yield Line(None, total)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield Line(bar, total)
