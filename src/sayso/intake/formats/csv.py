"""CSV and TSV with a header: a row an article."""

import csv
import io
import itertools
from collections.abc import Iterator

from sayso.errors import InputError
from sayso.intake.decoding import decode
from sayso.intake.fields import KNOWN, article
from sayso.intake.given import Given
from sayso.intake.making import LONGEST, problem
from sayso.model import Document, Problem

SUFFIXES: tuple[str, ...] = (".csv", ".tsv")
DELIMITERS = ",\t;|"
WIDEST = 4 * LONGEST  # characters of one cell


def looks_like(head: bytes) -> bool:
    """Whether the first line names the fields of an article."""
    line = head.split(b"\n", 1)[0].decode("utf-8", "replace").strip("\ufeff\r")
    names = [name.strip().strip('"') for name in line.split(_delimiter(line))]
    return len(names) > 1 and any(name in KNOWN["text"] for name in names) and all(len(name) < 40 for name in names)


def documents(data: bytes, origin: str, given: Given) -> Iterator[Document | Problem]:
    """A document or a problem for each row; its origin has `#` and the row's number, the header not counted."""
    text, charset = decode(data)
    text = text.removeprefix("\ufeff")
    csv.field_size_limit(WIDEST)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text.split("\n", 1)[0]))
    for number in itertools.count(1):
        place = f"{origin}#{number}"
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield problem(InputError(f"{place}: not CSV: {error}", "mend the row; those before it are read"), place)
            return
        if row is None:
            return
        cells = {str(name): value for name, value in row.items() if isinstance(value, str) and value}
        yield article(cells, place, "\x1f".join(map(str, row.values())).encode("utf-8", "replace"), given, charset)


def _delimiter(header: str) -> str:
    """The delimiter that stands most often in the header."""
    return max(DELIMITERS, key=header.count)
