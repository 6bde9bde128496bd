"""Checks of where a library lies: its folder, its disk, its rights, what lies beside it."""

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing

from quotes.store import sqlite
from quotes.store.health.checks import Check, Finding, Scene, note, wrong
from quotes.store.keeping import backups, library_file, location

LEAST_FREE = 100_000_000
"""Bytes: with less left on the disk, what is begun may not come to its end."""
LONG_JOURNAL = 256_000_000
"""Bytes: SQLite empties the journal from about 4 MB on, unless a reader stays for long."""
NEEDED = (3, 34, 0)
"""The first SQLite whose full-text index knows runs of three letters (https://www.sqlite.org/fts5.html)."""


def _folder(scene: Scene) -> Iterator[Finding]:
    if kind := location.network(scene.path):
        if _journal_mode(scene) == sqlite.WAL:
            yield wrong(f"it lies on a network ({kind}), where the journal it has is not safe")
        else:
            yield note(f"it lies on a network ({kind}): slower, and for one machine at a time")
    if program := location.synced_by(scene.path):
        yield wrong(
            f"{program} copies its folder while it is written to, which may damage it: move it to another "
            f"(QUOTES_DB names it), and let {program} have the backups: quotes backup DIR",
            is_mendable=False,
        )


def _leave_wal(scene: Scene) -> None:
    scene.engine.dispose()
    with closing(sqlite3.connect(scene.path)) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")  # asks for no shared memory
        connection.execute("PRAGMA journal_mode = DELETE")


def _journal_mode(scene: Scene) -> str:
    with scene.engine.connect() as connection:
        return str(connection.exec_driver_sql("PRAGMA journal_mode").scalar())


def _room(scene: Scene) -> Iterator[Finding]:
    free, size = location.free_space(scene.path.parent), library_file.size(scene.path)
    if free < LEAST_FREE:
        yield wrong(f"{free / 1e6:,.0f} MB are free on its disk")
    elif free < size:
        yield note(f"{free / 1e6:,.0f} MB are free on its disk: no room for a backup of {size / 1e6:,.0f} MB")


def _rights(scene: Scene) -> Iterator[Finding]:
    mode = stat.S_IMODE(scene.path.stat().st_mode)
    if mode & stat.S_IWOTH:
        yield wrong("everybody on this machine may write to it")
    elif mode & (stat.S_IRGRP | stat.S_IROTH):
        yield note("others on this machine may read it, with what is tagged private")
    if not library_file.may_be_written(scene.path):
        yield note("you may read it, not write to it")


def _for_owner(scene: Scene) -> None:
    scene.path.chmod(stat.S_IMODE(scene.path.stat().st_mode) & ~stat.S_IWOTH)


def _journal(scene: Scene) -> Iterator[Finding]:
    size = library_file.journal_size(scene.path)
    if size > LONG_JOURNAL:
        yield wrong(f"its journal has grown to {size / 1e6:,.0f} MB")


def _empty_journal(scene: Scene) -> None:
    with closing(sqlite3.connect(scene.path, timeout=sqlite.BUSY_TIMEOUT_MS / 1000)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _leftovers(scene: Scene) -> Iterator[Finding]:
    found = backups.leftovers(scene.path)
    if found:
        size = sum(path.stat().st_size for path in found)
        yield wrong(f"{len(found)} unfinished copies, {size / 1e6:,.0f} MB: {', '.join(map(str, found))}")


def _remove_leftovers(scene: Scene) -> None:
    for path in backups.leftovers(scene.path):
        path.unlink(missing_ok=True)


def _sqlite(scene: Scene) -> Iterator[Finding]:
    if sqlite3.sqlite_version_info < NEEDED:
        needed = ".".join(map(str, NEEDED))
        yield wrong(f"SQLite is {sqlite3.sqlite_version}; what is searched needs {needed}: update Python")
        return
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE words USING fts5(word, tokenize='trigram')")
        except sqlite3.OperationalError as error:
            yield wrong(f"SQLite {sqlite3.sqlite_version} was built without full-text search ({error})")


CHECKS = (
    Check(
        "sqlite",
        "SQLite, which comes with Python, must be new enough and have full-text search.",
        _sqlite,
    ),
    Check(
        "folder",
        "On a network, or where a program synchronises the folder, a library may be damaged.",
        _folder,
        _leave_wal,
    ),
    Check("room", "On a full disk nothing can be added, and no backup can be made.", _room),
    Check(
        "rights", "A library is for its owner's eyes, unless its owner wants otherwise.", _rights, _for_owner
    ),
    Check(
        "journal",
        "What was written stands in a journal first (-wal); a long one makes searches slow.",
        _journal,
        _empty_journal,
    ),
    Check(
        "leftovers",
        "A backup that was broken off by a power cut leaves an unfinished file.",
        _leftovers,
        _remove_leftovers,
    ),
)
