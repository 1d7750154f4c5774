"""The notebook: a text read, a ledger asked, as rows that become frames and show themselves."""

import html
import importlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, TypeVar, overload

import msgspec

from sayso.ask import actors, did, documents, find, foretold, said
from sayso.errors import InputError, UsageError
from sayso.export.article import Article
from sayso.export.rows import KINDS, EventRow, ForecastRow, MentionRow, Row, StatementRow
from sayso.intake import Given, open_bytes
from sayso.ledger import View
from sayso.ledger.did import Sought
from sayso.ledger.foretold import Sought as SoughtClaims
from sayso.model import Document, Problem, Record
from sayso.model.display import cell
from sayso.run import Reader
from sayso.show.page import self_contained

One = TypeVar("One", bound=msgspec.Struct)
SHOWN = 20
"""Rows that a notebook shows of many."""


class Rows(Sequence[One], Generic[One]):
    """Rows of one kind: a sequence, a frame where pandas or polars are installed, a table in a notebook."""

    def __init__(self, kind: type[One], rows: Iterable[One]) -> None:
        self.kind, self.rows = kind, tuple(rows)

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, at: int) -> One: ...
    @overload
    def __getitem__(self, at: slice) -> "Rows[One]": ...
    def __getitem__(self, at: int | slice) -> "One | Rows[One]":
        return Rows(self.kind, self.rows[at]) if isinstance(at, slice) else self.rows[at]

    def __iter__(self) -> Iterator[One]:
        return iter(self.rows)

    def __repr__(self) -> str:
        return f"<{len(self)} × {self.kind.__name__}>"

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the fields, also where there are no rows."""
        return self.kind.__struct_fields__

    def to_dicts(self) -> list[dict[str, Any]]:
        """The rows as plain dictionaries."""
        return [msgspec.to_builtins(row) for row in self.rows]

    def to_pandas(self) -> Any:
        """A pandas DataFrame, a column a field. Raises: UsageError where pandas is not installed."""
        return installed("pandas").DataFrame(self.to_dicts(), columns=list(self.columns))

    def to_polars(self) -> Any:
        """A polars DataFrame, a column a field. Raises: UsageError where polars is not installed."""
        found = self.to_dicts()
        return installed("polars").DataFrame({name: [row[name] for row in found] for name in self.columns}, strict=False)

    def _repr_html_(self) -> str:
        """A table of the first rows, as notebooks ask for it."""
        head = "".join(f"<th>{html.escape(name)}</th>" for name in self.columns)
        body = "".join(
            f"<tr>{''.join(f'<td>{cell(value)}</td>' for value in msgspec.structs.astuple(row))}</tr>"
            for row in self.rows[:SHOWN]
        )
        more = f"<p>{len(self) - SHOWN:,} more</p>" if len(self) > SHOWN else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


class Reading:
    """A text that was read: its document, its records, and rows of each kind; shows itself as the page that `sayso serve` makes."""

    def __init__(self, document: Document, records: tuple[Record, ...]) -> None:
        self.document, self.records = document, records
        self.article = Article(document, records)

    def rows(self, kind: str) -> Rows[Row]:
        """Rows of statements, events, forecasts or mentions. Raises: UsageError for another kind."""
        if kind not in KINDS:
            raise UsageError(f"no such kind: {kind!r}; it is one of {', '.join(KINDS)}")
        shape, made = KINDS[kind]
        return Rows(shape, made(self.article))

    @property
    def statements(self) -> Rows[Row]:
        """Who says what."""
        return self.rows("statements")

    @property
    def events(self) -> Rows[Row]:
        """Who does what to whom, and whether it happened."""
        return self.rows("events")

    @property
    def forecasts(self) -> Rows[Row]:
        """What is said to come."""
        return self.rows("forecasts")

    @property
    def mentions(self) -> Rows[Row]:
        """Who and what is named."""
        return self.rows("mentions")

    def to_pandas(self, kind: str = "statements") -> Any:
        """The rows of a kind as a pandas DataFrame."""
        return self.rows(kind).to_pandas()

    def to_polars(self, kind: str = "statements") -> Any:
        """The rows of a kind as a polars DataFrame."""
        return self.rows(kind).to_polars()

    def __repr__(self) -> str:
        return f"<{len(self.document.text):,} characters, {len(self.statements)} statements, {len(self.events)} events>"

    def _repr_html_(self) -> str:
        """The page of the document in a frame of its own, which may run its own script and nothing else."""
        page = html.escape(self_contained(self.document, self.records), quote=True)
        return f'<iframe sandbox="allow-scripts" style="width:100%;height:36rem;border:0" srcdoc="{page}"></iframe>'


def installed(name: str) -> Any:
    """A package that sayso does without. Raises: UsageError where it is not installed."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as missing:
        raise UsageError(f"this needs {name}: pip install {name}") from missing


@cache
def reader() -> Reader:
    """The installed reader, loaded once a process."""
    return Reader.load()


def read(text: str, *, published: str | None = None, outlet: str | None = None) -> Reading:
    """What is read in a text. Raises: InputError where it is no text to read (longer than any article)."""
    given = Given(published=published, outlet=outlet)
    made = next(open_bytes(text.encode("utf-8", "replace"), "notebook.txt", given))
    if isinstance(made, Problem):
        raise InputError(made.why, next=made.next)
    return Reading(made, reader().read(made))


class Asked:
    """A ledger, asked from a notebook; every answer is compared with its text before it is given."""

    def __init__(self, path: Path) -> None:
        self.view = View(path)

    def __enter__(self) -> "Asked":
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Nothing; the file is let go."""
        self.view.close()

    def said(self, **asked: Any) -> Rows[said.Saying]:
        """Who said what: by, in_, about, containing, since, until, form, act."""
        return Rows(said.Saying, said.ask(self.view, **asked))

    def did(self, *, limit: int | None = None, **asked: Any) -> Rows[did.Doing]:
        """Who did what to whom: who, to, type, status, voice, own, where, deadly, in_, since, until."""
        return Rows(did.Doing, did.ask(self.view, Sought(**asked), limit=limit))

    def actors(self, **asked: Any) -> Rows[actors.Taking]:
        """Who takes part: name, country, sector, kind, part, in_, limit."""
        return Rows(actors.Taking, actors.ask(self.view, **asked))

    def foretold(self, *, on: str | None = None, **asked: Any) -> Rows[foretold.Foretelling]:
        """What was foretold, as it stands on a day (today if none is given): state, kind, by, in_, since, until."""
        day = on or datetime.now(UTC).date().isoformat()
        return Rows(foretold.Foretelling, foretold.ask(self.view, day, SoughtClaims(**asked)))

    def documents(self, **asked: Any) -> Rows[documents.Listed]:
        """Which documents there are: containing, in_, since, until."""
        return Rows(documents.Listed, documents.ask(self.view, **asked))

    def find(self, query: str, limit: int | None = None) -> Rows[find.Place]:
        """Where words stand in the texts."""
        return Rows(find.Place, find.ask(self.view, query, limit=limit))

    def read(self, id: str) -> Reading:
        """A document of the ledger as it was read; the first digits of its id will do. Raises: UsageError where there is none."""
        document = self.view.document(id)
        if document is None:
            raise UsageError(f"no document {id!r} in {self.view.path}")
        return Reading(document, self.view.records(document.id))


__all__ = ["Asked", "EventRow", "ForecastRow", "MentionRow", "Reading", "Rows", "StatementRow", "read"]
