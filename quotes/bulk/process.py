"""One worker process as the main process sees it, and how such a one is started."""

import multiprocessing
import signal
import sys
from dataclasses import dataclass, field
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from quotes.bulk.jobs import Task
from quotes.bulk.worker import serve
from quotes.errors import QuotesError

_PRELOADED = "quotes.bulk.preloaded"
_FORKS = sys.platform == "linux"
"""Forking a process that has loaded the models is quick and shares them, and is not safe elsewhere."""


@dataclass(eq=False)
class WorkerProcess:
    """A process, our end of its pipe, and what it is doing until when (`deadline`, of `seconds` in all)."""

    process: BaseProcess
    connection: Connection
    task: Task | None = None
    waits: bool = False
    """For being asked for the next document of its task."""
    deadline: float = 0.0
    seconds: float = 0.0
    over: str | None = field(default=None, init=False)
    """The limit it was ended for."""


def start_worker(models: str) -> WorkerProcess:
    """A new worker process.

    Raises QuotesError where the system allows no more processes.
    """
    ours, theirs = multiprocessing.Pipe()
    started: dict[str, Any] = {"target": serve, "args": (theirs, models), "daemon": True}
    process: BaseProcess
    try:
        if _FORKS:
            _start_forkserver()
            process = multiprocessing.get_context("forkserver").Process(**started)
        else:
            process = multiprocessing.get_context("spawn").Process(**started)
        process.start()
    except (OSError, EOFError) as error:
        raise QuotesError(
            f"no process to read documents can be started ({error!r}); close other programs, or lower -j"
        ) from error
    theirs.close()
    return WorkerProcess(process, ours)


def _start_forkserver() -> None:
    """Have the process that workers are forked from; Ctrl-C in the terminal does not reach it."""
    forkserver.set_forkserver_preload([_PRELOADED])
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
