"""The way of one document, written out once: text -> parse -> read -> bind -> records.

`Reader` holds what a process loads once (engine and lexicon); `read` is pure: same document, engine and lexicon, same records.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from sayso import read as room
from sayso.bind import chains, echoes, home, names, speakers, targets
from sayso.lexicon import Lexicon
from sayso.model import Document, Leftover, Record
from sayso.text.encoder_engine import engine
from sayso.text.parse import Analysis, Engine, Parse
from sayso.text.parsing import parse
from sayso.text.splices import blanked, parted, splices

ReaderFunction = Callable[[Parse, Lexicon], Iterable[Record]]
Binder = Callable[[Parse, tuple[Record, ...], Lexicon], tuple[Record, ...]]

BINDERS: tuple[Binder, ...] = (chains.bind, names.bind, home.bind, speakers.bind, targets.bind, echoes.bind)
NOTHING = Analysis(tokens=(), sentences=())


def readers() -> dict[str, ReaderFunction]:
    """Every reader by name: the modules of `sayso/read`, found by their place."""
    found = sorted(module.name for module in pkgutil.iter_modules(room.__path__))
    return {name: importlib.import_module(f"sayso.read.{name}").read for name in found}


def order(record: Record) -> tuple[int, int, str, str]:
    """Sort key: place in the text, then type, then id."""
    start, end = record.span if isinstance(record, Leftover) else record.kernel
    return (start, end, type(record).__name__, "" if isinstance(record, Leftover) else record.id)


class Reader:
    """Reads documents. Made once a process by `Reader.load`."""

    def __init__(self, engine: Engine, lexicon: Lexicon) -> None:
        self.engine = engine
        self.lexicon = lexicon
        self.readers = readers()

    @classmethod
    def load(cls, actors: Path | None = None) -> "Reader":
        """A reader with the installed engine, weights (where there are any) and lexicon; `actors` is an analyst's own list (CSV), which wins.

        Raises: ModelError where weights or lexicon are missing or altered.
        """
        lexicon = Lexicon.load()
        return cls(engine(), lexicon.with_actors(actors) if actors else lexicon)

    @property
    def name(self) -> str:
        """Engine and version, and an analyst's list of actors by its hash, as kept with what was read."""
        return f"{self.engine.name} actors/{self.lexicon.own}" if self.lexicon.own else self.engine.name

    def read(self, document: Document) -> tuple[Record, ...]:
        """The records of one document, in order of the text; none where it is not English."""
        return next(self.read_many([document]))

    def read_many(self, documents: Sequence[Document]) -> Iterator[tuple[Record, ...]]:
        """The records of each document, in order; batching changes the speed, never the records."""
        cuts = [splices(d) for d in documents]
        read = [blanked(d, cut) for d, cut in zip(documents, cuts, strict=True)]
        analyses = self.engine.analyse([d for d in read if readable(d)])
        for document, cut in zip(read, cuts, strict=True):
            found = self.records(document, next(analyses)) if readable(document) else ()
            yield tuple(parted(record, document.text, cut) for record in found) if cut else found

    def records(self, document: Document, analysis: Analysis) -> tuple[Record, ...]:
        """What the readers find in an analysed document, bound together and sorted."""
        parsed = parse(document, analysis, self.lexicon)
        found = tuple(r for read in self.readers.values() for r in read(parsed, self.lexicon))
        for bind in BINDERS:
            found = bind(parsed, found, self.lexicon)
        return tuple(sorted(found, key=order))


def readable(document: Document) -> bool:
    """Whether the English reader may read this document: other languages are stored, never read."""
    return document.language in (None, "en")
