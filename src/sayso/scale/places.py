"""Places: one number for each article of a run, in the order in which it came; articles by their numbers, in memory while they are wanted."""

from collections import OrderedDict
from functools import cached_property
from pathlib import Path

from sayso.lexicon import Lexicon
from sayso.link import actors
from sayso.link.actors import Actor
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
        self.acting: OrderedDict[int, dict[int, list[Actor]]] = OrderedDict()

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
        return Side(document_of(row), reading.of_article(task.place / reading.RECORDS, article))

    def actors(self, number: int, lexicon: Lexicon) -> dict[int, list[Actor]]:
        """The actors of an article by the numbers that they are found by."""
        side = self.side(number)
        if number not in self.acting:
            found: dict[int, list[Actor]] = {}
            for actor in actors.actors(side):
                found.setdefault(actors.value(actor, lexicon), []).append(actor)
            self.acting[number] = found
            while len(self.acting) > KEPT:
                self.acting.popitem(last=False)
        self.acting.move_to_end(number)
        return self.acting[number]
