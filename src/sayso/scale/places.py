"""Places: one number for each article of a run, in the order in which it came; articles by their numbers, in memory while they are wanted."""

from collections import OrderedDict
from functools import cached_property
from pathlib import Path

from sayso.link.sides import Side
from sayso.scale import columns, reading
from sayso.scale.columns import GROUP, document_of
from sayso.scale.plan import Plan
from sayso.scale.tasks import Task

SHIFT = 20
"""Bits for the place in a part: a million articles."""

KEPT = 1500
"""Documents kept ready in memory: news comes in bundles, so the same ones are asked for again and again."""


class Places:
    """The articles of a run. `number` is the part's place among all parts, then the article's in the part."""

    def __init__(self, folder: Path, plan: Plan) -> None:
        self.folder, self.plan = folder, plan
        self.sides: OrderedDict[int, Side] = OrderedDict()

    @cached_property
    def tasks(self) -> list[Task]:
        """The tasks that read the parts, in order."""
        return reading.tasks(self.folder, self.plan)

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each part among all, by its name."""
        return {task.name: place for place, task in enumerate(self.tasks)}

    def first(self, name: str) -> int:
        """The number of the first article of a part."""
        return self.order[name] << SHIFT

    def side(self, number: int) -> Side:
        """The article of a number with its records, ready to be compared."""
        if number not in self.sides:
            self.sides[number] = self.opened(number)
            while len(self.sides) > KEPT:
                self.sides.popitem(last=False)
        self.sides.move_to_end(number)
        return self.sides[number]

    def opened(self, number: int) -> Side:
        """The article of a number, read from its row group."""
        task, article = self.tasks[number >> SHIFT], number & ((1 << SHIFT) - 1)
        row = columns.group(reading.articles(task), article // GROUP)[article % GROUP]
        records = reading.grouped(task.place / reading.RECORDS, article // GROUP).get(article, [])
        return Side(document_of(row), tuple(records))
