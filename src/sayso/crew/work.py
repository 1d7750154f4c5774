"""What one process of a crew does: load a reader once, then read what it is handed until nobody hands it anything."""

import multiprocessing
import signal
import traceback
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Protocol

import msgspec

import sayso
from sayso.errors import SaysoError
from sayso.model import Document, Record
from sayso.parent import end_with

READY, READ, FAULT, NO_READER = b"y", b"r", b"f", b"n"
"""First byte of a message: loaded (and the name of what was), a document's records, why a document failed, why there is no reader."""

DOCUMENTS = msgspec.msgpack.Decoder(tuple[Document, ...])


class Reads(Protocol):
    """What a process of the crew loads once; `name` goes into what is kept of each reading."""

    @property
    def name(self) -> str:
        """Engine and version."""
        ...

    def read_many(self, documents: Sequence[Document]) -> Iterator[tuple[Record, ...]]:
        """The records of each document, in order."""
        ...


def work(load: Callable[[], Reads], pipe: Connection) -> None:
    """Nothing; answers on `pipe` until its other end is closed, by our parent or by its death."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us
    if (parent := multiprocessing.parent_process()) is not None and parent.pid is not None:
        end_with(parent.pid)  # a long text would keep us busy long after its death
    try:
        reader = load()
    except SaysoError as fault:
        pipe.send_bytes(NO_READER + str(fault).encode("utf-8", "replace"))
        return
    try:
        pipe.send_bytes(READY + reader.name.encode("utf-8", "replace"))
        while True:
            answer(reader, DOCUMENTS.decode(pipe.recv_bytes()), pipe)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # the parent is gone or has let us go: nobody waits for an answer


def answer(reader: Reads, documents: tuple[Document, ...], pipe: Connection) -> None:
    """Nothing; sends the records of each document as soon as they are found. A reader that failed is not used again."""
    try:
        for records in reader.read_many(documents):
            pipe.send_bytes(READ + msgspec.msgpack.encode(records))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        raise
    except Exception as fault:
        pipe.send_bytes(FAULT + told(fault).encode("utf-8", "replace"))
        raise SystemExit(1) from fault


def told(fault: Exception) -> str:
    """A fault in one line: its kind, its message, the last place of ours it passed."""
    home = Path(sayso.__file__).parent
    ours = [frame for frame in traceback.extract_tb(fault.__traceback__) if home in Path(frame.filename).parents]
    inner = [frame for frame in ours if Path(frame.filename).parent.name != "crew"]
    place = f" at {Path(inner[-1].filename).relative_to(home).as_posix()}:{inner[-1].lineno}" if inner else ""
    return f"{type(fault).__name__}: {' '.join(str(fault).split())[:300]}{place}"
