"""Inputs into a ledger: what is known is passed over, what is new is read by a crew, one process writes, in the order given.

Whatever stands in the ledger after a run that was killed stands there whole, and the same call again goes on from there.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from sayso.crew import Result
from sayso.errors import BrokenRecord, InputError
from sayso.intake.opening import STDIN
from sayso.ledger import Ledger, Written
from sayso.model import Document, Problem, Record

CHARS = 1_000_000
"""Longer texts are set aside: no article is so long, and the engine's memory grows with the length."""

FEED, ENTRY, PAGE, STORED = "feed", "entry", "page", "stored"
"""What stands for the options of an input that is no file: a feed, a page it led to, a page asked for by hand, a document of the ledger."""


class Input(msgspec.Struct, frozen=True):
    """A file (or an address, or standard input) with what gives its documents, the mark by which an unchanged one is known again, and the
    options given for it.
    """

    origin: str
    documents: Callable[[], Iterator[Document | Problem]]
    sha256: str | None = None
    given: str = ""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one document or input: read, known, forgotten, aside; or file: an input passed over with all it holds."""

    what: str
    origin: str
    document: Document | None = None
    records: tuple[Record, ...] = ()
    written: Written | None = None
    problem: Problem | None = None
    known: int = 0


class Reading(Protocol):
    """Who gives documents their records: a crew, or shelves on which they lie already."""

    name: str

    def read(self, documents: Iterable[Document]) -> Iterator[Result]:
        """Each document with its records or its problem, in the order given."""
        ...


class Adding:
    """One run of adding; `tell` hears what becomes of each document.

    Documents are written in the order of the inputs; known ones are told of as they are met, which may be earlier.
    """

    def __init__(self, ledger: Ledger, crew: Reading, tell: Callable[[Step], None]) -> None:
        self.ledger = ledger
        self.crew = crew
        self.tell = tell
        self.reading: dict[str, str] = {}
        self.again: list[tuple[Document, str]] = []
        self.afoot: Counter[str] = Counter()
        self.given: dict[str, Input] = {}
        self.spoilt: dict[str, list[tuple[str, str]]] = {}

    def run(self, inputs: Iterable[Input]) -> None:
        """Nothing; all that the inputs hold is in the ledger, as documents or as problems."""
        self.through(self.documents(inputs))
        # The same document came a second time while it was being read: what the first did not know may be new.
        while self.again:
            again, self.again = self.again, []
            self.through(self.repeated(again))

    def through(self, documents: Iterator[Document]) -> None:
        """Nothing; the documents have been read and written."""
        for document, found in self.crew.read(documents):
            file = self.reading.pop(document.id)
            if isinstance(found, Problem):
                self.aside(found, file)
            else:
                self.write(document, found, file)
            self.landed(file)

    def documents(self, inputs: Iterable[Input]) -> Iterator[Document]:
        """The documents to read: new ones, and known ones of which something more is known now."""
        for source in inputs:
            done = self.ledger.done(source.origin, source.sha256, source.given) if source.sha256 else None
            if done is not None:
                self.tell(Step(what="file", origin=source.origin, known=len(done)))
                continue
            self.given[source.origin] = source
            self.afoot[source.origin] += 1
            for document in self.opened(source):
                if wanted := self.wanted(document, source.origin):
                    yield wanted
            self.landed(source.origin)

    def repeated(self, again: list[tuple[Document, str]]) -> Iterator[Document]:
        """Those of the documents put off that are to be read now."""
        for document, file in again:
            if wanted := self.wanted(document, file):
                yield wanted
            self.landed(file)

    def opened(self, source: Input) -> Iterator[Document]:
        """The documents of an input; what it can't give is a problem."""
        try:
            for found in source.documents():
                if isinstance(found, Problem):
                    self.aside(found, source.origin)
                elif len(found.text) > CHARS:
                    self.aside(too_long(found), source.origin)
                else:
                    yield found
        except InputError as fault:
            self.aside(Problem(origin=source.origin, why=str(fault), next=fault.next), source.origin)

    def wanted(self, document: Document, file: str) -> Document | None:
        """The document to read, None where it is known, forgotten or being read already."""
        if document.id in self.reading:
            self.again.append((document, file))
            self.afoot[file] += 1
            return None
        if self.ledger.forgotten(document.id):
            self.tell(Step(what="forgotten", origin=document.origin, document=document))
            return None
        wanted = self.ledger.wanted(document)
        if wanted is not document:
            self.ledger.seen(document, file)
        if wanted is None:
            self.tell(Step(what="known", origin=document.origin, document=document))
            return None
        self.reading[document.id] = file
        self.afoot[file] += 1
        return wanted

    def write(self, document: Document, records: tuple[Record, ...], file: str) -> None:
        """Nothing; the document and its records are in the ledger, or set aside where the ledger finds fault with them."""
        try:
            written = self.ledger.write(document, records, reader=self.crew.name, file=file)
        except BrokenRecord as fault:
            self.aside(Problem(origin=document.origin, why=str(fault), next="a fault of ours: report it"), file)
        else:
            self.tell(Step(what="read", origin=document.origin, document=document, records=records, written=written))

    def aside(self, problem: Problem, file: str) -> None:
        """Nothing; the problem is kept, and the input will be tried again by the next run."""
        self.ledger.problem(problem, file=file, given=self.given[file].given)
        self.spoilt.setdefault(file, []).append((problem.origin, problem.why))
        self.tell(Step(what="aside", origin=problem.origin, problem=problem))

    def landed(self, file: str) -> None:
        """Nothing; one thing less is afoot for this input. When all is in, problems of earlier runs that did not come up again are
        retired, and if nothing was set aside it counts as done.
        """
        self.afoot[file] -= 1
        source = self.given[file]
        if self.afoot[file]:
            return
        if file != STDIN:  # which is another each time
            self.ledger.settle(file, self.spoilt.get(file, ()))
        if source.sha256 and file not in self.spoilt:
            self.ledger.finish(file, source.sha256, source.given)


def too_long(document: Document) -> Problem:
    """The problem of a text longer than any article."""
    why = f"{len(document.text):,} characters, more than {CHARS:,}"
    return Problem(origin=document.origin, why=why, next="split it into articles")


def digest(path: Path) -> str | None:
    """SHA-256 of a file's bytes, None where it is no file that can be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def marked(options: Sequence[object]) -> str:
    """Options as one line of JSON, the same for the same options."""
    return msgspec.json.encode(options, order="sorted").decode()
