"""The process that parses pages: takes one, answers with facts or a fault, and may be killed at any moment.

Messages both ways are a length of four bytes and MessagePack; the answer is `(read, None)` or `(None, why)`.
"""

import resource
import signal
import sys
from typing import BinaryIO

import msgspec

MEMORY = 3 << 30  # bytes of address space
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
    from sayso.intake.web.body import Read, read

    decoder = msgspec.msgpack.Decoder(tuple[str, str | None])
    while (message := take(sys.stdin.buffer)) is not None:
        signal.alarm(PATIENCE)
        answer: tuple[Read | None, str | None]
        try:
            answer = (read(*decoder.decode(message)), None)
        except Exception as fault:  # noqa: BLE001 (whatever a parser raises on a hostile page is said to the caller)
            answer = (None, f"{type(fault).__name__}: {' '.join(str(fault).split())[:200]}")
        sys.stdout.buffer.write(frame(msgspec.msgpack.encode(answer)))
        sys.stdout.buffer.flush()
        signal.alarm(0)


if __name__ == "__main__":
    main()
