"""Files of a release: tables written row by row as CSV, and as Parquet where pyarrow is."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from sayso.errors import UsageError
from sayso.export.tables import AT_ONCE, column
from sayso.release.rows import Row
from sayso.release.tables import Table
from sayso.show import csv

SUMS = "SHA256SUMS"


def csv_lines(rows: Iterable[Row], table: Table) -> Iterator[bytes]:
    """The header and one line a row, in UTF-8; cells that a spreadsheet would run have an apostrophe in front."""
    yield csv.line(table.columns).encode()
    for row in rows:
        yield csv.line(csv.safe(csv.cell(row[name])) for name in table.columns).encode("utf-8", "replace")


class Sheet:
    """A table that is being written: CSV, and Parquet beside it where that is wanted; `add` takes rows, `close` ends it."""

    def __init__(self, folder: Path, table: Table, arrow: Any | None) -> None:
        self.table, self.count = table, 0
        self.file: BinaryIO = (folder / f"{table.name}.csv").open("wb")
        self.file.writelines(csv_lines((), table))
        self.waiting: list[Row] = []
        self.arrow = arrow
        if arrow is not None:
            self.schema = arrow.schema([(name, column(arrow, hint)) for name, hint in table.columns.items()])
            self.writer = parquet_of(folder / f"{table.name}.parquet", self.schema)

    def add(self, rows: Iterable[Row]) -> None:
        """Nothing; the rows stand at the end of the table."""
        for row in rows:
            self.file.write(b"".join(list(csv_lines((row,), self.table))[1:]))
            self.count += 1
            if self.arrow is not None:
                self.waiting.append(row)
                self.flush(AT_ONCE)

    def flush(self, most: int) -> None:
        """Nothing; rows that wait are a row group where there are as many."""
        if self.arrow is not None and len(self.waiting) >= most:
            whole = [{name: row[name] for name in self.table.columns} for row in self.waiting]
            self.writer.write_table(self.arrow.Table.from_pylist(whole, schema=self.schema))
            self.waiting.clear()

    def close(self) -> None:
        """Nothing; the files are whole."""
        self.file.close()
        self.flush(1)
        if self.arrow is not None:
            self.writer.close()


def parquet_of(path: Path, schema: Any) -> Any:
    """A writer of Parquet."""
    from pyarrow import parquet

    return parquet.ParquetWriter(path, schema, compression="zstd")


def arrow_of(wanted: bool | None) -> Any | None:
    """pyarrow where Parquet is wanted (None: where it is installed). Raises: UsageError where it is wanted and not there."""
    if wanted is False:
        return None
    try:
        import pyarrow
    except ModuleNotFoundError as missing:
        if wanted:
            raise UsageError("Parquet needs pyarrow: pip install 'sayso[parquet]'") from missing
        return None
    return pyarrow


def sums(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file under a folder by its name there, the list of sums itself left out."""
    files = sorted((file.relative_to(folder).as_posix(), file) for file in folder.rglob("*") if file.is_file())
    return {name: sha256(file) for name, file in files if name != SUMS}


def sha256(file: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with file.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def digest(hashes: dict[str, str]) -> str:
    """A hash over the CSV files of a release, so that it is the same with and without Parquet."""
    listed = "".join(f"{sha256}  {name}\n" for name, sha256 in hashes.items() if name.endswith(".csv"))
    return hashlib.sha256(listed.encode()).hexdigest()
