"""Rows of a Parquet file, a few at a time: the file is handed over once and stays open until the next one comes."""

import io
from collections.abc import Iterator
from typing import Any

import msgspec

BATCH = 64  # rows of one answer
LARGEST = 16 << 20  # bytes of one answer
open_file: list[Iterator[Any]] = []


class Opened(msgspec.Struct, frozen=True):
    """The columns of a file, and of those asked for the ones that it has."""

    columns: tuple[str, ...]
    rows: int


class Rows(msgspec.Struct, frozen=True):
    """Some rows; none at the end."""

    rows: tuple[dict[str, Any], ...]


def begin(data: bytes, wanted: list[str]) -> Opened:
    """What a file has. Its rows come from now on, with the `wanted` columns alone."""
    import pyarrow
    from pyarrow import parquet

    pyarrow.set_memory_pool(pyarrow.system_memory_pool())  # the other pools reserve more than this process may have
    pyarrow.set_cpu_count(1)
    file = parquet.ParquetFile(io.BytesIO(data), thrift_string_size_limit=1 << 26, thrift_container_size_limit=1 << 22)
    columns = tuple(file.schema_arrow.names)
    chosen = [name for name in columns if name in wanted]
    open_file[:] = [_plain(file.iter_batches(BATCH, columns=chosen, use_threads=False))]
    return Opened(columns, file.metadata.num_rows)


def rows() -> Rows:
    """The next rows of the open file."""
    batch: list[dict[str, Any]] = next(open_file[0], [])
    return Rows(tuple(batch))


def _plain(batches: Iterator[Any]) -> Iterator[list[dict[str, Any]]]:
    """Rows as plain values; a batch of long texts comes in several answers."""
    for batch in batches:
        pieces = max(1, -(-batch.nbytes // LARGEST))
        step = max(1, batch.num_rows // pieces)
        for start in range(0, batch.num_rows, step):
            yield [{name: _value(value) for name, value in row.items()} for row in batch.slice(start, step).to_pylist()]


def _value(value: Any) -> Any:
    """A value that goes through the pipe: dates as text, bytes that are text as text, others as they are."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, dict):
        return {str(name): _value(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_value(each) for each in value]
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)
