"""The worker processes: started, given tasks, watched, ended and replaced.

Each has a pipe of its own and no lock is shared, so that one may be killed at any moment at no cost to
another. (Pebble's pool shares one pipe: it breaks as a whole when a worker that is idle, or in the middle of
an answer, is killed.)
"""

import threading
import time
from collections.abc import Iterator
from multiprocessing.connection import wait
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil

from quotes.bulk.jobs import Answer, Failed, Opened, Task
from quotes.bulk.limits import ATTEMPTS, Limits
from quotes.bulk.process import WorkerProcess, start_worker
from quotes.errors import SourceError
from quotes.settings import models_folder

WATCH_SECONDS = 0.1
"""From one look at what the workers take to the next."""


class Workers:
    """At most `count` processes, started when there is something to do; used as a context.

    They parse with the models in the folder `models`, by default those that are set. Raises UsageError where
    the settings name none.
    """

    def __init__(self, count: int, limits: Limits | None = None, models: Path | None = None) -> None:
        self.count = count
        self._limits = limits or Limits()
        self._models = str(models_folder() if models is None else models)
        self._workers: list[WorkerProcess] = []
        self._guard = threading.Lock()
        self._closing = threading.Event()
        self._watch = threading.Thread(target=self._keep_watch, daemon=True)

    def __enter__(self) -> Self:
        self._watch.start()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """End all of them, whatever they are doing."""
        self._closing.set()
        self._watch.join()
        for worker in self._workers:
            worker.process.kill()
        while self._workers:
            self._bury(self._workers[-1])

    def free(self) -> int:
        """How many more tasks can be given. A worker that waits to be asked for more is not counted."""
        return self.count - sum(w.task is not None and not w.waits for w in self._workers)

    def processes(self) -> list[int]:
        """The numbers of the processes there are now."""
        return [worker.process.pid for worker in self._workers if worker.process.pid is not None]

    def give(self, task: Task) -> None:
        """Have a free worker do `task`."""
        task.attempts += 1
        while True:
            idle = next((worker for worker in self._workers if worker.task is None), None)
            worker = idle or self._new()
            worker.task = task
            if self._sent(worker, (task.job, task.opened)) or idle is None:
                return
            self._bury(idle)  # it died while it had nothing to do

    def ask_more(self, task: Task) -> None:
        """Have the worker that opened `task`, which holds many documents, go on to the next."""
        for worker in self._workers:
            if worker.task is task and worker.waits:
                self._sent(worker, None)  # one that died meanwhile is found out as any other

    def answered(self, *, waiting: bool) -> Iterator[Task]:
        """The tasks that are done now, with their answers; where `waiting`, there may be none yet after all.

        A task whose worker died is given to another once.
        """
        by_connection = {w.connection: w for w in self._workers if w.task is not None}
        for connection in wait(list(by_connection), None if waiting else 0):
            worker = by_connection[connection]  # type: ignore[index]  # typeshed: an object that can be waited for
            task = worker.task
            if task is None:
                continue
            answer = self._message(worker)
            if answer is None:
                self.give(task)
            elif not isinstance(answer, int):
                task.answer = answer
                yield task

    def _sent(self, worker: WorkerProcess, message: object) -> bool:
        self._allow(worker, self._limits.seconds)
        try:
            worker.connection.send(message)
        except OSError:
            return False
        return True

    def _message(self, worker: WorkerProcess) -> Answer | int | None:
        """What a worker has to say; a number is the length of what it is parsing, None that it died."""
        try:
            message: Answer | int = worker.connection.recv()
        except (EOFError, OSError):
            return self._dead(worker)
        if isinstance(message, int):
            self._allow(worker, self._limits.parsing(message))
            return message
        with self._guard:
            worker.waits = isinstance(message, Opened) and message.source is not None
            if not worker.waits:
                worker.task = None
        return message

    def _dead(self, worker: WorkerProcess) -> Failed | None:
        task = worker.task
        self._bury(worker)
        if task is None or (worker.over is None and task.attempts < ATTEMPTS):
            return None
        reason = worker.over or f"the process reading it died {task.attempts} times; the file may be damaged"
        return Failed(SourceError(f"{task.job.name}: {reason}"))

    def _allow(self, worker: WorkerProcess, seconds: float) -> None:
        with self._guard:
            worker.waits = False
            worker.seconds, worker.deadline = seconds, time.monotonic() + seconds

    def _new(self) -> WorkerProcess:
        worker = start_worker(self._models)
        with self._guard:
            self._workers.append(worker)
        return worker

    def _bury(self, worker: WorkerProcess) -> None:
        with self._guard:
            self._workers.remove(worker)
            worker.task = None
        worker.connection.close()
        worker.process.kill()
        worker.process.join()
        worker.process.close()

    def _keep_watch(self) -> None:
        """End workers that take more than they may, also while the main thread is busy storing."""
        while not self._closing.wait(WATCH_SECONDS):
            with self._guard:
                for worker in self._workers:
                    if worker.task is not None and worker.over is None:
                        worker.over = self._exceeded(worker)
                        if worker.over:
                            worker.process.kill()

    def _exceeded(self, worker: WorkerProcess) -> str | None:
        if not worker.waits and time.monotonic() > worker.deadline:
            return f"took longer than {worker.seconds:,.0f} s (--time-limit allows more)"
        try:
            taken = psutil.Process(worker.process.pid).memory_info().rss
        except psutil.Error:
            return None
        if taken > self._limits.bytes:
            return f"needed more than {self._limits.bytes / 1024**3:g} GB of memory"
        return None
