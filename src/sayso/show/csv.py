"""Answers as CSV that a spreadsheet opens without running anything in it."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%")
"""What a cell's first character must not be: spreadsheets take these, full-width ones too, for formulas or commands."""


def safe(cell: str) -> str:
    """The cell, with an apostrophe in front where its first visible character could begin a formula.

    >>> safe("=1+1"), safe("  @cmd"), safe("Vellin")
    ("'=1+1", "'  @cmd", 'Vellin')
    """
    return f"'{cell}" if cell.startswith(RUNS) or cell.lstrip().startswith(RUNS) else cell


def cell(value: Any) -> str:
    """A value as a cell's text: numbers as they are, names joined by " ← " would lose commas, so lists are JSON."""
    if value is None:
        return ""
    return (
        value if isinstance(value, str) else str(value) if isinstance(value, int | float) else msgspec.json.encode(value).decode()
    )


def lines(rows: Iterable[msgspec.Struct], *, raw: bool = False) -> Iterator[str]:
    """The header and one line a row, ended by CR LF; nothing at all where there are no rows. `raw` leaves cells as they are."""
    for number, row in enumerate(rows):
        if not number:
            yield line(row.__struct_fields__)
        values = [cell(getattr(row, name)) for name in row.__struct_fields__]
        yield line(values if raw else [safe(value) for value in values])


def table(columns: Iterable[str], rows: Iterable[Iterable[Any]], *, raw: bool = False) -> str:
    """Rows without names of their own as CSV, with a header; nothing at all where there are no columns."""
    head = list(columns)
    body = [[cell(value) for value in row] for row in rows]
    lines = [head, *body] if head else []
    return "".join(line(cells if raw else [safe(one) for one in cells]) for cells in lines)


def line(cells: Iterable[str]) -> str:
    """One line of CSV."""
    out = io.StringIO()
    # A NUL would end the line for readers written in C.
    csv.writer(out, lineterminator="\r\n").writerow(cell.replace("\0", "\ufffd") for cell in cells)
    return out.getvalue()
