"""What a library survives: kills, full disks and crowds, in earnest. The suite does a little of each.

    python -m tests.bench.faults [--kills N] [--adds N] [--json FILE]

Migrations of every released schema are killed before each statement; adding ready parses is killed at random
moments, and `quotes add` of the samples at a few; a disk of its own (a tmpfs, where this user may mount one)
is full; six writers and two readers are at one library. Each time the library must open and be sound, hold
whole documents alone and all that was told to be in, and be in the end what an undisturbed run makes.
"""

import argparse
import json
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from quotes.errors import LibraryError
from quotes.paths import data
from quotes.store import open_library, schema
from tests.store import killing
from tests.store.indexes import check_indexes
from tests.store.making import saying
from tests.store.schemas import making as schemas

DISK_KILOBYTES = 1_500
"""A disk on which an empty library and some documents fit."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Do all of it, and print what came of each part."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.faults", description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--adds", type=int, default=5)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args(arguments)
    plays: dict[str, Callable[[str], dict[str, int]]] = {
        f"migration from {dump.stem} killed": partial(_migration_killed, dump)
        for dump in sorted(schemas.DUMPS.glob("*.sql"))
        if dump.stem < schema.HEAD
    }
    plays["adding killed"] = lambda folder: killing.add(folder, str(asked.kills), "30")
    plays["six writers, two readers"] = lambda folder: killing.crowd(folder, "6", "2", "20")
    plays["disk full"] = disk_full
    plays["quotes add killed"] = lambda folder: command_killed(Path(folder), asked.adds)
    found: dict[str, dict[str, Any]] = {}
    for name, play in plays.items():
        began = time.monotonic()
        with TemporaryDirectory() as folder:
            found[name] = play(folder) | {"seconds": round(time.monotonic() - began)}
        print(f"{name}: {', '.join(f'{value} {what}' for what, value in found[name].items())}")  # noqa: T201
    if asked.json:
        asked.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


def _migration_killed(dump: Path, folder: str) -> dict[str, int]:
    return killing.migrate(str(dump), folder, "1")


def disk_full(folder: str) -> dict[str, int]:
    """Add until a disk is full; what was told to be in is in, and with room again it goes on."""
    with _small_disk(Path(folder)) as disk:
        if disk is None:
            return {"skipped": 1}
        path, told = disk / "quotes.db", []
        with open_library(str(path)) as library:
            refused = ""
            for number in range(10_000):
                found = saying("Mara Venn", name=f"{number}.txt " + "x" * 3_000)
                try:
                    told.append(library.add(found.document, found).id)
                except LibraryError as error:
                    refused = str(error)
                    break
            assert "the disk is full" in refused, refused
            assert {document.id for document in library.documents()} == set(told)
        saved = Path(folder, "saved.db")
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(saved)) as target:
            source.backup(target)
        killing.content(saved)
        with open_library(str(saved)) as library:
            check_indexes(library)
            library.add(found.document, found)
            assert len(library.documents()) == len(told) + 1
        return {"documents until full": len(told)}


@contextmanager
def _small_disk(folder: Path) -> Iterator[Path | None]:
    """A disk of its own; None where this user may mount none."""
    disk = folder / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK_KILOBYTES}k", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        yield None
        return
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def command_killed(folder: Path, kills: int) -> dict[str, int]:
    """Kill `quotes add` of the samples at random moments; run again, it has them all, as if never killed."""
    began = time.monotonic()
    undisturbed = folder / "undisturbed.db"
    assert _add(undisturbed).wait() == 0
    seconds, expected = time.monotonic() - began, _statements(undisturbed)
    counts = []
    for number in range(kills):
        path = folder / f"{number}.db"
        running = _add(path)
        time.sleep(random.uniform(0.1, 0.9) * seconds)  # noqa: S311
        running.kill()
        running.wait()
        if path.exists():
            killing.content(path)
            with open_library(str(path)) as library:
                check_indexes(library)
                counts.append(len(library.documents()))
        assert _add(path).wait() == 0
        assert _statements(path) == expected
    return {"killed": kills, "fewest documents": min(counts), "most documents": max(counts)}


def _add(path: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "quotes", "--db", str(path), "add", str(data() / "samples")]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _statements(path: Path) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT * FROM flat_statements ORDER BY id").fetchall()


if __name__ == "__main__":
    main()
