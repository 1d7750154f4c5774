"""The process that parses pages, PDF and Parquet: takes a job, answers with facts or a fault, may be killed at any moment.

Messages both ways are a length of four bytes and MessagePack: `(job, arguments)`; the answer is `(read, None)` or `(None, why)`.
"""

import importlib
import resource
import signal
import sys
from typing import Any, BinaryIO

import msgspec

from sayso.parent import end_with

MEMORY = 3 << 30  # bytes of address space
JOBS = {
    "page": ("sayso.intake.web.body", "read"),
    "pdf": ("sayso.intake.web.pdf", "read"),
    "table": ("sayso.intake.web.table", "begin"),
    "rows": ("sayso.intake.web.table", "rows"),
}
"""What it does, each loaded when first asked for."""

PATIENCE = 60  # seconds after which it ends by itself, should nobody be left to end it


def frame(message: bytes) -> bytes:
    """A message with its length in front."""
    return len(message).to_bytes(4, "big") + message


def take(stream: BinaryIO) -> bytes | None:
    """The next message, or None at the end of the stream."""
    head = stream.read(4)
    return stream.read(int.from_bytes(head, "big")) if len(head) == 4 else None


def main() -> None:
    """Nothing; answers until standard input ends."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    end_with(int(sys.argv[1]))
    decoder = msgspec.msgpack.Decoder(tuple[str, list[Any]])
    while (message := take(sys.stdin.buffer)) is not None:
        signal.alarm(PATIENCE)
        answer: tuple[object, str | None]
        try:
            answer = (done(*decoder.decode(message)), None)
        except Exception as fault:  # noqa: BLE001 (whatever a parser raises on hostile input is said to the caller)
            answer = (None, f"{type(fault).__name__}: {' '.join(str(fault).split())[:200]}")
        sys.stdout.buffer.write(frame(msgspec.msgpack.encode(answer)))
        sys.stdout.buffer.flush()
        signal.alarm(0)


def done(job: str, arguments: list[Any]) -> object:
    """What the job gives; "load" only loads what another needs."""
    module, function = JOBS[arguments[0] if job == "load" else job]
    if job == "load":
        importlib.import_module(module)
        return {}
    return getattr(importlib.import_module(module), function)(*arguments)


if __name__ == "__main__":
    main()
