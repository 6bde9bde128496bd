"""What a document might do to the process that reads it; called in a worker as `Job.open`."""

import os
import re
import signal
import sys
import time
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from quotes.bulk.jobs import Job
from quotes.bulk.turns import in_turn
from quotes.bulk.workers import Workers
from quotes.sources import ReadOptions, Source

TEXT = "“The ferry is late,” Mara Venn said on Monday.\n"


def plain(name: str = "plain.txt") -> Iterable[Source]:
    return [Source(name, TEXT.encode())]


def spin() -> Iterable[Source]:
    """Never come back, and never let another thread of the process run either."""
    re.match(r"(a+)+$", "a" * 60 + "b")
    return []


def swell() -> Iterable[Source]:
    """Take memory until somebody stops it."""
    taken = []
    while True:
        taken.append(b"x" * 50_000_000)


def die(until: Path | None = None) -> Iterable[Source]:
    """Have the process killed; but not where the file `until` is there, which is made before."""
    if until is None or not until.exists():
        if until is not None:
            until.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return plain()


def many(log: Path, last: int) -> Iterable[Source]:
    """Documents one after the other, each written to `log` when it is taken; killed once after the `last`."""
    for number in range(6):
        lines = log.read_text().split() if log.exists() else []
        if number == last and str(number) not in lines:
            log.write_text(" ".join([*lines, str(number)]))
            os.kill(os.getpid(), signal.SIGKILL)
        log.write_text(" ".join([*lines, str(number)]))
        yield Source(f"{number}.txt", f"{number} {TEXT}".encode())


def broken() -> Iterable[Source]:
    """Raise what no reader should."""
    raise LookupError("no such thing")


def interrupted() -> Iterable[Source]:
    """What Ctrl-C in a terminal does to every process of the command."""
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(0.05)
    return plain()


def job(open_: partial[Iterable[Source]], name: str = "hostile.txt") -> Job:
    return Job(name, open_, ReadOptions())


if __name__ == "__main__":  # a run whose workers hang, for a test that kills it

    def told(names: list[str]) -> None:
        sys.stdout.write(" ".join(names) + "\n")
        sys.stdout.flush()

    with Workers(2) as workers:
        jobs = [job(partial(spin)), job(partial(spin))]
        started = iter(in_turn(jobs, workers, lambda _job: False, told))
        sys.exit(next(started).attempts)
