"""Parquet: a row an article, columns by name or by a map; needs `sayso[parquet]`."""

import json
from collections.abc import Iterator
from importlib.util import find_spec

import msgspec

from sayso.errors import InputError
from sayso.intake.fields import KNOWN, article
from sayso.intake.given import Given
from sayso.intake.making import problem
from sayso.intake.web.worker import Worker
from sayso.model import Document, Problem

SUFFIXES: tuple[str, ...] = (".parquet",)
SECONDS = 60.0
MAP = "say which column holds the text: --map text=COLUMN"
NEXT = "write it again, or export it as JSON Lines"


def looks_like(head: bytes) -> bool:
    """Whether the bytes begin as Parquet does; what words begin so has no length of a page behind it."""
    return head.startswith(b"PAR1") and head[4:5] < b"\x20"


def documents(data: bytes, origin: str, given: Given) -> Iterator[Document | Problem]:
    """A document or a problem for each row; its origin has `#` and the row's number."""
    if find_spec("pyarrow") is None:
        yield problem(InputError(f"{origin}: Parquet, which needs pyarrow", "pip install 'sayso[parquet]'"), origin)
        return
    worker = Worker()  # one of its own: the file stays open in it
    try:
        for number, row in enumerate(_rows(worker, data, given), 1):
            raw = json.dumps(row, sort_keys=True, ensure_ascii=True).encode()
            yield article(row, f"{origin}#{number}", raw, given)
    except InputError as error:
        then = error.next if error.next == MAP else NEXT
        yield problem(InputError(f"{origin}: a Parquet file that {error}", then), origin)
    finally:
        worker.close()


def _rows(worker: Worker, data: bytes, given: Given) -> Iterator[dict[str, object]]:
    """The rows, only with columns that say something of an article."""
    wanted = {name for names in KNOWN.values() for name in names} | {name.split(".")[0] for name in given.fields.values()}
    found = worker.done("table", data, sorted(wanted | set(given.fields.values())), seconds=SECONDS)
    columns = msgspec.convert(found["columns"], list[str])
    texts = [given.fields["text"]] if "text" in given.fields else list(KNOWN["text"])
    if not any(name in columns or name.split(".")[0] in columns for name in texts):
        shown = ", ".join(name[:40] for name in columns[:12]) or "none"
        raise InputError(f"has no column `text` (columns: {shown})", MAP)
    while rows := msgspec.convert(worker.done("rows", seconds=SECONDS)["rows"], list[dict[str, object]]):
        yield from rows
