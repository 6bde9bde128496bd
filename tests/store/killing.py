"""Processes that are killed in the middle of things: forked from one that has all it needs loaded.

Run as a program, it plays one of `PLAYS` and prints what came of it as JSON.
"""

import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from quotes.query.plan import Plan
from quotes.store import open_library
from tests.store.failing import before_statement
from tests.store.indexes import check_indexes
from tests.store.making import saying
from tests.store.schemas import making as schemas

LONGEST = 1_000
"""More statements than anything here sends: a play that goes on after so many never ends."""


def _open(path: Path) -> None:
    open_library(str(path)).close()


def forked(do: Callable[[], object]) -> int:
    """`do` something in a process of its own, whose number is returned."""
    pid = os.fork()
    if pid:
        return pid
    try:
        do()
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def was_killed(pid: int) -> bool:
    """Wait for a process; whether it was killed. Raises RuntimeError where it failed."""
    _, status = os.waitpid(pid, 0)
    if os.WIFSIGNALED(status):
        return True
    if os.waitstatus_to_exitcode(status):
        raise RuntimeError("the process that was to be killed failed by itself")
    return False


def dies_before(at: int, do: Callable[[], object]) -> bool:
    """Whether a process that does something is killed before its `at`-th statement, or is done before."""

    def doomed() -> None:
        with before_statement(at, lambda: os.kill(os.getpid(), signal.SIGKILL)):
            do()

    return was_killed(forked(doomed))


def content(path: Path) -> list[str]:
    """Everything in a database, which is sound."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return list(connection.iterdump())


def migrate(dump: str, folder: str, step: str) -> dict[str, int]:
    """Kill the migration of a released library before each statement, that of its indexes each `step`-th.

    Either nothing of it is there, or all; and the library is then the one that an undisturbed run makes.
    """
    undisturbed, before = Path(folder, "undisturbed.db"), Path(folder, "before.db")
    for path in (undisturbed, before):
        schemas.load(Path(dump), path)
    expected, was = _opened(undisturbed), content(before)
    with open_library(str(undisturbed)) as library:
        check_indexes(library)
    at = 1
    figures = {"killed": 0, "past the migration": 0}
    while at < LONGEST:
        path = Path(folder, str(at), "quotes.db")
        path.parent.mkdir()
        shutil.copy(before, path)
        if not dies_before(at, partial(_open, path)):
            return figures
        figures["killed"] += 1
        at += 1
        if content(path) != was:
            figures["past the migration"] += 1
            at += int(step) - 1
            assert _opened(path) == expected
        shutil.rmtree(path.parent)
    raise RuntimeError("it never ends")


def _opened(path: Path) -> list[str]:
    """Everything in a library that is sound, once it is brought up to date."""
    open_library(str(path)).close()
    return content(path)


def add(folder: str, kills: str, documents: str) -> dict[str, int]:
    """Kill the adding of documents, at random moments, until all of them are in; each time all is sound.

    What was said to be in is in, and in the end the library is as if nobody had been killed.
    """
    path, told = Path(folder, "quotes.db"), Path(folder, "told")
    names = [f"{number}.txt" for number in range(int(documents))]
    began = time.monotonic()
    _add(Path(folder, "undisturbed.db"), told, names)
    pause = (time.monotonic() - began) / 2
    killed = added = 0
    for _ in range(int(kills)):
        told.write_text("")
        pid = forked(lambda: _add(path, told, names))
        time.sleep(random.uniform(0, pause))  # noqa: S311
        os.kill(pid, signal.SIGKILL)
        killed += was_killed(pid)
        added = max(added, _check_added(path, set(told.read_text().split())))
        if added == len(names):
            path.unlink()  # and from the beginning
    _add(path, told, names)
    assert content(path) == content(Path(folder, "undisturbed.db"))
    return {"killed": killed, "done before": int(kills) - killed, "most added": added}


def _add(path: Path, told: Path, names: list[str]) -> None:
    with open_library(str(path)) as library, told.open("a") as told_of:
        for name in names:
            found = saying("Mara Venn", name=name)
            library.add(found.document, found)
            print(name, file=told_of, flush=True)


def _check_added(path: Path, told: set[str]) -> int:
    """Open what a killed process left; returns how many documents are whole in it."""
    content(path)
    with open_library(str(path)) as library:
        check_indexes(library)
        documents = {document.name: document.id for document in library.documents()}
        assert told <= documents.keys(), "what was in is lost"
        for document in documents.values():
            assert len(library.statements(document)) == 1
        assert library.count(Plan.of(words=("tide",))) == library.count(Plan()) == len(documents)
    return len(documents)


def crowd(folder: str, writers: str, readers: str, documents: str) -> dict[str, int]:
    """Let processes write to one library, and others search it, all at once: none of them ever fails."""
    path, done = Path(folder, "quotes.db"), Path(folder, "done")
    _write(Path(folder, "another.db"), ["what is loaded at first use"])
    reading = [forked(lambda: _read(path, done)) for _ in range(int(readers))]
    names = [[f"{writer}-{number}.txt" for number in range(int(documents))] for writer in range(int(writers))]
    writing = [forked(partial(_write, path, each)) for each in names]
    try:
        _wait(writing)
    finally:
        done.touch()
    _wait(reading)
    everything = {name for each in names for name in each}
    assert _check_added(path, everything) == len(everything)
    with open_library(str(path)) as library:
        assert library.count_decisions() == len(names)
        assert {name for each in library.documents() for name in each.tags} == {each[0] for each in names}
        (speaker,) = library.speakers()
        assert speaker.documents == len(everything)
    return {"documents": len(everything), "decisions": len(names)}


def _wait(pids: list[int]) -> None:
    for pid in pids:
        assert not was_killed(pid)


def _write(path: Path, names: list[str]) -> None:
    with open_library(str(path)) as library:
        for name in names:
            found = saying("Mara Venn", name=name)
            identifier = library.add(found.document, found).id
            if name == names[0]:
                library.desk(name).tag([identifier], [name])


def _read(path: Path, done: Path) -> None:
    seen = 0
    with open_library(str(path)) as library:
        while not done.exists():
            result = library.search(Plan.of(words=("tide",), speaker="venn"))
            assert len(result.statements) == result.total >= seen
            seen = result.total


PLAYS: dict[str, Callable[..., dict[str, int]]] = {"migrate": migrate, "add": add, "crowd": crowd}

if __name__ == "__main__":
    print(json.dumps(PLAYS[sys.argv[1]](*sys.argv[2:])))  # noqa: T201
