"""A run's shards into a ledger: as `add` would have done it, without reading again."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from sayso.adding import Adding, Input, Step, marked
from sayso.crew import Crew, Result
from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.model import Document, Problem, Record
from sayso.scale import columns, cutting, reading
from sayso.scale.folder import Manifest, opened
from sayso.scale.plan import Plan, load
from sayso.scale.tasks import Load

Found = tuple[str, Document, tuple[Record, ...] | Problem]


class Shelf:
    """Stands for the crew of an `Adding`: gives the records that a run has of a document. `load` makes a reader for documents of which
    the ledger knows more than the run did (a date, an outlet): these have to be read again.
    """

    def __init__(self, load: Load) -> None:
        self.load = load
        self.name = ""
        self.latest: Found | None = None
        self.made: Crew | None = None

    def read(self, documents: Iterable[Document]) -> Iterator[Result]:
        """Each document with its records."""
        for document in documents:
            if self.latest and self.latest[1] == document:
                yield document, self.latest[2]
            else:
                yield from self.crew.read([document])

    @property
    def crew(self) -> Crew:
        """A crew of one that reads."""
        if self.made is None:
            self.made = Crew(self.load)
        return self.made

    def close(self) -> None:
        """Nothing; no process of it is left."""
        if self.made is not None:
            self.made.close()


class Bundle:
    """The articles of a bundle, input after input."""

    def __init__(self, folder: Path, name: str, plan: Plan, shelf: Shelf) -> None:
        self.folder, self.name, self.plan, self.shelf = folder, name, plan, shelf
        self.manifest = manifest(folder / cutting.STAGE / name)
        self.problems = list(columns.rows(folder / cutting.STAGE / name / cutting.PROBLEMS))
        self.left = self.articles()
        self.next: Found | None = next(self.left, None)

    def articles(self) -> Iterator[Found]:
        """Each article with its input's name and what was read of it, in order."""
        for task in reading.of_bundle(self.folder, self.name):
            made = manifest(task.place)
            for row, document, found in reading.kept(self.folder, task):
                self.shelf.name = made.reader
                yield row["file"], document, found if isinstance(found, Problem) else tuple(found)

    def inputs(self) -> Iterator[Input]:
        """The inputs of the bundle, to be opened one after the other."""
        options = marked([self.plan.given.published, self.plan.given.outlet, dict(self.plan.given.fields)])
        for source in self.plan.bundles[int(self.name)]:
            yield Input(source.path, partial(self.of, source.path), self.manifest.made_of[source.path] or None, options)

    def of(self, path: str) -> Iterator[Document | Problem]:
        """What an input held: its articles, then its problems. Those of inputs before it that nobody asked for are passed over."""
        while self.next and self.next[0] != path:
            self.next = next(self.left, None)
        while self.next and self.next[0] == path:
            self.shelf.latest = self.next
            yield self.next[1]
            self.next = next(self.left, None)
        yield from (
            Problem(origin=row["origin"], why=row["why"], next=row["next"]) for row in self.problems if row["file"] == path
        )


def manifest(place: Path) -> Manifest:
    """The manifest of a folder. Raises: LedgerError where it is not there or damaged."""
    found = opened(place)
    if found is None:
        raise LedgerError(f"{place}: not there, or damaged: run sayso scale check and sayso scale run again")
    return found


def into(folder: Path, ledger: Ledger, reader: Load, tell: Callable[[Step], None]) -> str:
    """Who read; all that a run holds is in the ledger, as documents or as problems. Raises: LedgerError where a shard is missing."""
    plan, shelf = load(folder), Shelf(reader)
    try:
        adding = Adding(ledger, shelf, tell)
        adding.run(one for name in plan.names() for one in Bundle(folder, name, plan, shelf).inputs())
    finally:
        shelf.close()
    return shelf.name
