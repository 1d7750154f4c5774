"""Tables of a shard: their columns, documents and records to rows and back, Parquet that is the same bytes for the same rows."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec

from sayso.errors import UsageError
from sayso.export.article import Article
from sayso.export.rows import KINDS
from sayso.export.tables import column, fields
from sayso.ledger.ledger import storable
from sayso.model import Document, Found, Leftover, Problem, Record

Row = dict[str, Any]
GROUP = 32
"""Documents of a row group: what has to be read to get at one of them."""

DOCUMENT = {
    "file": str, "id": str, "origin": str, "sha256": str, "title": str, "outlet": str, "byline": tuple[str, ...], "section": str,
    "published": str, "published_from": str, "url": str, "language": str, "charset": str, "version_of": str, "parts": str,
    "furniture": str, "text": str,
}  # fmt: skip
RECORD = {
    "article": int,
    "doc": str,
    "id": str,
    "type": str,
    "kernel_start": int,
    "kernel_end": int,
    "score": float,
    "by": str,
    "body": str,
}
PROBLEM = {"file": str, "article": int, "doc": str, "origin": str, "why": str, "next": str}
CODED = ("parts", "furniture")


@cache
def arrow() -> tuple[Any, Any]:
    """pyarrow and its Parquet. Raises: UsageError without the extra."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ModuleNotFoundError as missing:
        raise UsageError("sayso scale needs pyarrow: pip install 'sayso[parquet]'") from missing
    return pyarrow, parquet


class Sheet:
    """A Parquet file that is being written, one row group a call."""

    def __init__(self, file: Path, columns: dict[str, Any]) -> None:
        pyarrow, parquet = arrow()
        self.schema = pyarrow.schema([(name, column(pyarrow, hint)) for name, hint in columns.items()])
        self.table = pyarrow.Table
        self.writer = parquet.ParquetWriter(file, self.schema, compression="zstd", write_page_index=False)
        self.count = 0

    def add(self, rows: Sequence[Row]) -> None:
        """Nothing; the rows are a row group of the file."""
        self.writer.write_table(self.table.from_pylist(list(rows), schema=self.schema), row_group_size=max(1, len(rows)))
        self.count += len(rows)

    def __enter__(self) -> "Sheet":
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self.writer.close()


def flat(kind: str) -> dict[str, Any]:
    """The columns of a table of statements, events, forecasts or mentions."""
    return fields(KINDS[kind][0])


def flat_rows(kind: str, document: Document, records: tuple[Record, ...]) -> Iterator[Row]:
    """The rows that a document has in such a table."""
    return (msgspec.to_builtins(row) for row in KINDS[kind][1](Article(document, records)))


def document_row(document: Document, file: str) -> Row:
    """A document as a row."""
    row = msgspec.structs.asdict(document) | {"file": file, "origin": storable(document.origin)}
    return row | {name: msgspec.json.encode(row[name], order="deterministic").decode() for name in CODED}


def document_of(row: Row) -> Document:
    """The document of a row."""
    known = {name: row[name] for name in DOCUMENT if name not in ("file", *CODED)}
    return msgspec.convert(known | {name: msgspec.json.decode(row[name]) for name in CODED} | {"type": "document"}, Document)


def record_row(article: int, record: Record) -> Row:
    """A record as a row; its JSON holds all of it, `article` is the place of its document in the part."""
    found = record if isinstance(record, Found) else None
    start, end = record.span if isinstance(record, Leftover) else record.kernel
    return {
        "article": article, "doc": record.doc, "id": found.id if found else None, "type": str(record.__struct_config__.tag), "kernel_start": start,
        "kernel_end": end, "score": found.score if found else None, "by": found.by if found else None,
        "body": msgspec.json.encode(record).decode(),
    }  # fmt: skip


DECODER: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Record)


def record_of(row: Row) -> Record:
    """The record of a row."""
    return DECODER.decode(row["body"])


def problem_row(problem: Problem, file: str, article: int | None = None, doc: str | None = None) -> Row:
    """A problem as a row; `article` and `doc` are those of the document that could not be read, None where there is none."""
    return {
        "file": file,
        "article": article,
        "doc": doc,
        **{name: storable(getattr(problem, name)) for name in ("origin", "why", "next")},
    }


def rows(file: Path) -> Iterator[Row]:
    """The rows of a Parquet file, a row group at a time."""
    with arrow()[1].ParquetFile(file) as opened:
        for number in range(opened.num_row_groups):
            yield from opened.read_row_group(number).to_pylist()


def group(file: Path, number: int) -> list[Row]:
    """The rows of one row group, none where the file has fewer."""
    with arrow()[1].ParquetFile(file) as opened:
        found: list[Row] = opened.read_row_group(number).to_pylist() if number < opened.num_row_groups else []
        return found


def write(file: Path, columns: dict[str, Any], found: Iterable[Row]) -> int:
    """How many rows were written, all in one row group."""
    with Sheet(file, columns) as sheet:
        sheet.add(list(found))
        return sheet.count
