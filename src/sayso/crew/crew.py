"""The crew: hands out documents, keeps the order, ends and replaces a process that hangs or dies."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from multiprocessing.connection import wait
from time import monotonic
from types import TracebackType

import msgspec

from sayso.crew.hand import Hand, Job
from sayso.crew.work import FAULT, NO_READER, READ, READY, Reads
from sayso.errors import ModelError
from sayso.model import Document, Problem, Record

SECONDS = 60.0
BATCH_CHARS, BATCH_DOCUMENTS = 30_000, 8
AHEAD = 48
"""Documents in hand for each process; what is read already waits in memory for what stands before it."""

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
REPORT = "read it alone with sayso read, and report it if it fails there"
RECORDS = msgspec.msgpack.Decoder(tuple[Record, ...])

Result = tuple[Document, tuple[Record, ...] | Problem]


class Crew:
    """Reads documents in several processes; `with` ends them. `load` must be importable by name, as processes are spawned.

    `name` is what the processes' reader calls itself, "" until the first of them has loaded it.
    """

    def __init__(self, load: Callable[[], Reads], *, workers: int = 1, seconds: float = SECONDS) -> None:
        self.load = load
        self.seconds = seconds
        self.name = ""
        for name in THREADS:  # the processes share the cores already
            os.environ.setdefault(name, "1")
        self.hands = [Hand(load) for _ in range(max(workers, 1))]
        self.waiting: deque[Job] = deque()
        self.done: dict[int, Result] = {}

    def __enter__(self) -> "Crew":
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Nothing; no process of the crew is left."""
        for hand in self.hands:
            hand.process.kill()
        for hand in self.hands:
            hand.end()

    def read(self, documents: Iterable[Document]) -> Iterator[Result]:
        """Each document with its records, or with the problem that it failed or took too long; in the order given.

        Documents are taken as they can be handed out, never more than a bounded number ahead.
        Raises: ModelError where no reader can be loaded.
        """
        jobs = batches(documents)
        following = 0
        more = True
        while more or self.busy() or self.done:
            while following in self.done:
                yield self.done.pop(following)
                following += 1
            if more or self.waiting:
                more = self.hand_out(jobs, following) and more
            if self.busy():
                self.listen()

    def busy(self) -> bool:
        """Whether something is being read or waits for it."""
        return bool(self.waiting) or any(hand.job for hand in self.hands)

    def hand_out(self, jobs: Iterator[Job], following: int) -> bool:
        """Whether `jobs` may hold more: False once it is at its end. Every idle process has a job afterwards, if there is one."""
        for hand in self.hands:
            if not hand.idle:
                continue
            if self.waiting:
                hand.give(self.waiting.popleft(), self.seconds)
            elif self.ahead(following) < AHEAD * len(self.hands):
                job = next(jobs, None)
                if job is None:
                    return False
                hand.give(job, self.seconds)
        if not any(hand.ready for hand in self.hands) and not self.busy():
            self.listen()
        return True

    def ahead(self, following: int) -> int:
        """How many documents after the one that is to be given next have been handed out."""
        numbers = [number for hand in self.hands if hand.job for number in hand.job.numbers]
        return max([*self.done, *numbers], default=following) - following

    def listen(self) -> None:
        """Nothing; waits until a process says something, dies or is out of time, and does what follows from it."""
        speaking = {hand.pipe: hand for hand in self.hands}
        pending = [hand.deadline for hand in self.hands if not hand.idle]
        for pipe in wait(list(speaking), max(0.0, min(pending) - monotonic()) if pending else None):
            self.heard(speaking[pipe])  # type: ignore[index]
        for hand in self.hands:
            if not hand.idle and monotonic() >= hand.deadline:
                self.lost(hand, f"took longer than {self.seconds:g} s", "raise --seconds, or split the text")

    def heard(self, hand: Hand) -> None:
        """Nothing; takes in what a process says."""
        message = hand.hear()
        kind, rest = message[:1], message[1:]
        if kind == READY:
            hand.ready = True
            self.name = rest.decode()
        elif kind == READ and hand.job:
            self.done[hand.job.numbers[0]] = (hand.job.documents[0], RECORDS.decode(rest))
            hand.job = hand.job.rest() if hand.job.numbers[1:] else None
            hand.deadline = monotonic() + self.seconds
        elif kind == NO_READER:
            raise ModelError(rest.decode())
        elif kind == FAULT:
            self.lost(hand, rest.decode(), REPORT)
        else:
            self.lost(hand, "", REPORT)

    def lost(self, hand: Hand, why: str, then: str) -> None:
        """Nothing; another process stands in for this one, and its job becomes a problem, or is tried again document by document."""
        loaded, job = hand.ready, hand.job
        ended = hand.end()
        why = why or f"the reading process died (exit code {ended})"
        if not loaded:
            raise ModelError(f"no reader could be loaded: {why}")
        self.hands[self.hands.index(hand)] = Hand(self.load)
        if job and len(job.numbers) == 1:
            document = job.documents[0]
            self.done[job.numbers[0]] = (document, Problem(origin=document.origin, why=why, next=then))
        elif job:
            self.waiting.extendleft(reversed(job.singly()))


def batches(documents: Iterable[Document]) -> Iterator[Job]:
    """Documents numbered and bundled, so that small ones share a run of the engine and large ones stand alone."""
    numbers = count()
    held: list[Document] = []
    for document in documents:
        if held and (len(held) == BATCH_DOCUMENTS or sum(len(d.text) for d in held) + len(document.text) > BATCH_CHARS):
            yield bundle(numbers, held)
            held = []
        held.append(document)
    if held:
        yield bundle(numbers, held)


def bundle(numbers: Iterator[int], documents: list[Document]) -> Job:
    """A job of these documents with the next numbers."""
    return Job(tuple(next(numbers) for _ in documents), tuple(documents))
