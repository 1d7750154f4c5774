"""Tables: rows as CSV that a spreadsheet runs nothing of, as JSON Lines, as Parquet."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import msgspec

from sayso.errors import UsageError
from sayso.export.article import Article
from sayso.export.rows import KINDS, Row, coded, verified
from sayso.lexicon.own import Own
from sayso.show import csv

NOTHING = Own()
AT_ONCE = 5_000
"""Rows of a Parquet row group."""


def rows(articles: Iterable[Article], kind: str, own: Own = NOTHING) -> Iterator[Row]:
    """The rows of one kind of all articles with the user's own codes, each checked against its text. Raises: BrokenRecord where one does not hold."""
    _, made = KINDS[kind]
    for article in articles:
        yield from (coded(verified(row, article.document.text), own) for row in made(article))


def as_csv(articles: Iterable[Article], kind: str, own: Own = NOTHING, *, raw: bool = False) -> Iterator[bytes]:
    """Lines of CSV, the header always; `raw` leaves cells that a spreadsheet would run as they are."""
    shape, _ = KINDS[kind]
    yield csv.line(shape.__struct_fields__).encode()
    for row in rows(articles, kind, own):
        cells = [csv.cell(getattr(row, name)) for name in row.__struct_fields__]
        yield csv.line(cells if raw else [csv.safe(cell) for cell in cells]).encode("utf-8", "replace")


def as_jsonl(articles: Iterable[Article], kind: str, own: Own = NOTHING) -> Iterator[bytes]:
    """One JSON object a line."""
    return (msgspec.json.encode(row) + b"\n" for row in rows(articles, kind, own))


def as_parquet(articles: Iterable[Article], kind: str, out: Path, own: Own = NOTHING) -> int:
    """How many rows were written to a Parquet file. Raises: UsageError without the extra `sayso[parquet]`."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ModuleNotFoundError as missing:
        raise UsageError("Parquet needs pyarrow: pip install 'sayso[parquet]'") from missing
    shape, _ = KINDS[kind]
    schema = pyarrow.schema([(name, column(pyarrow, hint)) for name, hint in fields(shape).items()])
    left, count = iter(rows(articles, kind, own)), 0
    with parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        while part := list(islice(left, AT_ONCE)):
            writer.write_table(pyarrow.Table.from_pylist([msgspec.to_builtins(row) for row in part], schema=schema))
            count += len(part)
    return count


def fields(shape: type[Row]) -> dict[str, Any]:
    """The fields of a row with their types, in order."""
    hints = get_type_hints(shape)
    return {name: hints[name] for name in shape.__struct_fields__}


def column(arrow: Any, hint: Any) -> Any:
    """The Arrow type of a field: text, numbers, truth, and lists of them."""
    if isinstance(hint, UnionType):
        return column(arrow, next(kind for kind in get_args(hint) if kind is not type(None)))
    if get_origin(hint) is tuple:
        return arrow.list_(column(arrow, get_args(hint)[0]))
    return {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_()}[hint]
