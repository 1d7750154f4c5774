"""One process of a crew, seen from outside."""

from collections.abc import Callable
from multiprocessing import get_context
from time import monotonic

import msgspec

from sayso.crew.work import Reads, work
from sayso.model import Document

LOADING_SECONDS = 600.0

__all__ = ["Hand", "Job", "Reads"]


class Job(msgspec.Struct, frozen=True):
    """Documents handed over together, with their numbers in the order given."""

    numbers: tuple[int, ...]
    documents: tuple[Document, ...]

    def rest(self) -> "Job":
        """The job without its first document."""
        return Job(self.numbers[1:], self.documents[1:])

    def singly(self) -> "list[Job]":
        """A job for each document."""
        return [Job((number,), (document,)) for number, document in zip(self.numbers, self.documents, strict=True)]


class Hand:
    """A process with the job it has and the time by which it must have said something."""

    def __init__(self, load: Callable[[], Reads]) -> None:
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=work, args=(load, theirs), daemon=True)
        self.process.start()
        theirs.close()
        self.job: Job | None = None
        self.ready = False
        self.deadline = monotonic() + LOADING_SECONDS

    @property
    def idle(self) -> bool:
        """Whether it waits for a job."""
        return self.ready and self.job is None

    def give(self, job: Job, seconds: float) -> None:
        """Nothing; the job is handed over and its clock starts. Where the process has died meanwhile, its pipe will tell."""
        self.job, self.deadline = job, monotonic() + seconds
        try:
            self.pipe.send_bytes(msgspec.msgpack.encode(job.documents))
        except (BrokenPipeError, ConnectionResetError):
            self.deadline = monotonic()

    def hear(self) -> bytes:
        """What it says next; empty where it has died."""
        try:
            return self.pipe.recv_bytes()
        except (EOFError, ConnectionResetError):
            return b""

    def end(self) -> int | None:
        """How the process ended: its exit code, negative for a signal. It is killed where it still runs."""
        self.process.join(0.2)
        self.process.kill()
        self.process.join()
        self.pipe.close()
        return self.process.exitcode
