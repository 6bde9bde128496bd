"""A run in the journal, from its beginning to its end, however it ends."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict

import psutil

from quotes.errors import LibraryError
from quotes.sources import ReadOptions
from quotes.store import Library


@contextmanager
def recorded(library: Library, names: Sequence[str], options: ReadOptions, total: int) -> Iterator[int]:
    """The number of a new run for the `total` sources under `names`, written down however it ends."""
    said = {"overrides": asdict(options.overrides), "columns": dict(options.columns)}
    run = library.begin_run(names, said, total, _process(os.getpid()))
    try:
        yield run
    except BaseException:
        with suppress(LibraryError):  # it may be the library that broke
            library.end_run(run, "stopped")
        raise
    library.end_run(run, "done")


def is_going_on(process: str) -> bool:
    """Whether the process of a run, as it stands in the journal, is alive on this machine."""
    number = process.partition(" ")[0]
    return number.isdecimal() and _process(int(number)) == process


def _process(number: int) -> str:
    """A process, told from a later one of the same number by when it was started."""
    try:
        return f"{number} {psutil.Process(number).create_time():.2f}"
    except psutil.Error:
        return ""
