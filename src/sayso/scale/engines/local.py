"""Processes of this machine: each has one task at a time; one that dies is replaced and its task tried again."""

import multiprocessing
import signal
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait

import msgspec

from sayso.crew.work import told
from sayso.parent import end_with
from sayso.scale.engines import TRIES
from sayso.scale.stages import do
from sayso.scale.tasks import Done, Load, Task, Tools

TASK = msgspec.msgpack.Decoder(Task)
DONE = msgspec.msgpack.Decoder(Done)


def work(load: Load | None, pipe: Connection) -> None:
    """Nothing; answers tasks on `pipe` until its other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us
    if (parent := multiprocessing.parent_process()) is not None and parent.pid is not None:
        end_with(parent.pid)
    with Tools(load) as tools:
        try:
            while True:
                answer(TASK.decode(pipe.recv_bytes()), tools, pipe)
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return  # the parent is gone or has let us go


def answer(task: Task, tools: Tools, pipe: Connection) -> None:
    """Nothing; sends what became of a task. A worker with a fault of ours is not used again."""
    try:
        done = do(task, tools)
    except Exception as fault:  # whatever a task raises is told to the parent, which names the shard, and ends this worker
        pipe.send_bytes(msgspec.msgpack.encode(Done(task=task, why=told(fault))))
        raise SystemExit(1) from fault
    pipe.send_bytes(msgspec.msgpack.encode(done))


class Hand:
    """A worker seen from outside, with the task it has."""

    def __init__(self, load: Load | None) -> None:
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=work, args=(load, theirs))
        self.process.start()
        theirs.close()
        self.task: Task | None = None

    def give(self, task: Task) -> None:
        """Nothing; the task is handed over. Where the worker has died meanwhile, its pipe will tell."""
        self.task = task
        try:
            self.pipe.send_bytes(msgspec.msgpack.encode(task))
        except (BrokenPipeError, ConnectionResetError):
            return

    def hear(self) -> Done | None:
        """What became of its task, None where it has died."""
        try:
            return DONE.decode(self.pipe.recv_bytes())
        except (EOFError, ConnectionResetError):
            return None

    def end(self) -> int | None:
        """How the worker ended: its exit code, negative for a signal. It is killed where it still runs."""
        self.process.join(0.2)
        self.process.kill()
        self.process.join()
        self.pipe.close()
        return self.process.exitcode


class Local:
    """Workers of this machine, as many as are wanted, started with the first task."""

    name = "local"

    def __init__(self, workers: int = 1, load: Load | None = None) -> None:
        self.workers, self.load = max(1, workers), load
        self.hands: list[Hand] = []
        self.deaths: Counter[Task] = Counter()

    def map(self, tasks: Sequence[Task]) -> Iterator[Done]:
        """What became of each task, as it comes."""
        waiting = deque(tasks)
        while waiting or any(hand.task for hand in self.hands):
            while len(self.hands) < min(self.workers, len(waiting)):
                self.hands.append(Hand(self.load))
            for hand in self.hands:
                if hand.task is None and waiting:
                    hand.give(waiting.popleft())
            busy = {hand.pipe: hand for hand in self.hands if hand.task}
            told_of = set(wait(list(busy)))
            for hand in [hand for pipe, hand in busy.items() if pipe in told_of]:
                done = self.heard(hand)
                if done.lost:
                    waiting.appendleft(done.task)
                yield done

    def heard(self, hand: Hand) -> Done:
        """What became of a worker's task; another worker stands in for one that died."""
        task, done = hand.task, hand.hear()
        if done is not None:
            hand.task = None
            return done
        if task is None:
            raise RuntimeError("a worker without a task was listened to")
        self.hands[self.hands.index(hand)] = Hand(self.load)
        self.deaths[task] += 1
        why = f"a worker died over it (exit code {hand.end()})"
        return Done(task=task, why=why, lost=self.deaths[task] < TRIES)

    def close(self) -> None:
        """Nothing; no worker is left."""
        for hand in self.hands:
            hand.process.kill()
        for hand in self.hands:
            hand.end()
        self.hands = []
