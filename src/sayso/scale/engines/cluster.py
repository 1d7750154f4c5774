"""Ray: actors on the machines of a cluster, one task at a time each; one that dies is replaced and its task tried again.

Actors, not Ray Data: a task's result is a folder that is renamed into place, so nothing has to travel through the object store, a task done
twice does no harm, and a worker keeps its process with the loaded models from task to task. The run's folder and the inputs must be
seen by all machines under the same paths.
"""

import importlib
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from typing import Any

from sayso.crew.work import told
from sayso.errors import UsageError
from sayso.scale.engines import TRIES
from sayso.scale.stages import do
from sayso.scale.tasks import Done, Load, Task, Tools


class Worker:
    """What an actor is: tools, and tasks done with them."""

    def __init__(self, load: Load | None) -> None:
        self.tools = Tools(load)

    def do(self, task: Task) -> Done:
        """What became of the task."""
        return do(task, self.tools)


class Cluster:
    """Actors of a Ray cluster: that at `address`, or one that is started on this machine and ended with the run."""

    name = "ray"

    def __init__(self, workers: int = 1, load: Load | None = None, address: str | None = None) -> None:
        try:
            self.ray: Any = importlib.import_module("ray")
        except ModuleNotFoundError as missing:
            raise UsageError("--engine ray needs Ray: pip install 'sayso[ray]'") from missing
        self.workers, self.load, self.ours = max(1, workers), load, not self.ray.is_initialized()
        if self.ours:
            own = {"num_cpus": self.workers, "include_dashboard": False} if address is None else {}
            self.joined(address or "local", own)
        self.actor: Any = self.ray.remote(num_cpus=1, max_restarts=0, max_task_retries=0)(Worker)
        self.actors: list[Any] = []
        self.deaths: Counter[Task] = Counter()

    def joined(self, address: str, own: dict[str, Any]) -> None:
        """Nothing; this process is a driver of the cluster. Raises: UsageError where there is none that lets us in."""
        try:
            self.ray.init(address=address, log_to_driver=False, logging_level="ERROR", **own)
        except (RuntimeError, ConnectionError, ValueError, self.ray.exceptions.RayError) as fault:
            told = " ".join(str(fault).split())[:300]
            raise UsageError(f"--address {address}: no Ray cluster there that lets us in: {told}") from fault

    def map(self, tasks: Sequence[Task]) -> Iterator[Done]:
        """What became of each task, as it comes."""
        waiting = deque(tasks)
        idle: list[Any] = list(self.actors)
        busy: dict[Any, tuple[Any, Task]] = {}
        while waiting or busy:
            while waiting and (idle or len(self.actors) < self.workers):
                actor, task = idle.pop() if idle else self.started(), waiting.popleft()
                busy[actor.do.remote(task)] = (actor, task)
            for reference in self.ray.wait(list(busy), num_returns=1)[0]:
                actor, task = busy.pop(reference)
                done = self.heard(reference, task)
                if done is None:
                    self.actors.remove(actor)
                    done = self.died(task)
                else:
                    idle.append(actor)
                if done.lost:
                    waiting.appendleft(task)
                yield done

    def started(self) -> Any:
        """Another actor."""
        self.actors.append(self.actor.remote(self.load))
        return self.actors[-1]

    def heard(self, reference: Any, task: Task) -> Done | None:
        """What an actor says of its task, None where it has died."""
        try:
            done: Done = self.ray.get(reference)
        except (self.ray.exceptions.ActorDiedError, self.ray.exceptions.ActorUnavailableError):
            return None
        except self.ray.exceptions.RayTaskError as fault:
            return Done(task=task, why=told(fault.cause if isinstance(fault.cause, Exception) else fault))
        return done

    def died(self, task: Task) -> Done:
        """The task over which an actor died, to be tried again unless that happened too often."""
        self.deaths[task] += 1
        return Done(task=task, why="a worker died over it", lost=self.deaths[task] < TRIES)

    def close(self) -> None:
        """Nothing; no actor is left, nor the cluster where it was ours."""
        for actor in self.actors:
            self.ray.kill(actor)
        self.actors = []
        if self.ours:
            self.ray.shutdown()
