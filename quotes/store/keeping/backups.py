"""The backups of a library: the user's own, and those that are made before something is done to it."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from quotes.store.keeping import snapshots

AUTOMATIC = 3
"""Automatic backups that are kept."""
FOLDER = "backups"
"""Where `quotes backup` puts them, beside the library."""
TAKEN, PLACE = "backup", "backup_place"
"""The facts of a library that tell when the user last backed it up (ISO 8601, UTC), and to which file."""
TIME = r"\d{4}-\d\d-\d\dT\d{6}Z"
"""A moment in the names of files, as `stamp` writes it: a pattern."""
_AUTOMATIC_NAME = rf"\.before-(?:\d{{4}}|restore)(?:\.({TIME})(?:-\d+)?)?"
"""What follows the library's name; before schema 0005 it told no time."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a library: where it lies, its size in bytes, and when it was taken (ISO 8601, UTC)."""

    path: Path
    size: int
    taken: str


def back_up(library: Path, folder: Path | None = None, progress: snapshots.Progress | None = None) -> Backup:
    """Copy the library into a folder (by default `backups` beside it), under a name with the date and time.

    Raises LibraryError where that cannot be done or the library is damaged; then there is no copy.
    """
    folder = (folder or library.parent / FOLDER).absolute()
    now = datetime.now(UTC).replace(microsecond=0)
    target = folder / f"{library.stem}.{stamp(now)}{library.suffix}"
    with snapshots.explained(library, folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = snapshots.take(library, target, progress, {TAKEN: now.isoformat(), PLACE: str(target)})
    return Backup(path, path.stat().st_size, now.isoformat())


def noted(backup: Backup) -> dict[str, str]:
    """The facts that tell of a backup."""
    return {TAKEN: backup.taken, PLACE: str(backup.path)}


def back_up_before(library: Path, what: str, *, needed: Path | None = None) -> Path:
    """Copy the library to a file beside it before something is done to it: a migration ("0005"), "restore".

    Of such copies the last three are kept, and the one that is `needed`. Raises LibraryError as `back_up`.
    """
    name = f"{library.stem}.before-{what}.{stamp(datetime.now(UTC))}{library.suffix}"
    path = snapshots.take(library, library.with_name(name))
    for older in automatic(library)[:-AUTOMATIC]:
        if older != needed:
            older.unlink(missing_ok=True)
    return path


def automatic(library: Path) -> list[Path]:
    """The automatic backups of a library, the oldest first."""
    pattern = re.compile(re.escape(library.stem) + _AUTOMATIC_NAME + re.escape(library.suffix))
    found = ((pattern.fullmatch(path.name), path) for path in _files(library.parent))
    known = [(match[1] or "", _written(path), path) for match, path in found if match]
    return [path for *_, path in sorted(known)]


def own(library: Path) -> list[Path]:
    """The backups that the user made in the usual folder, the oldest first."""
    pattern = re.compile(rf"{re.escape(library.stem)}\.{TIME}(?:-\d+)?{re.escape(library.suffix)}")
    return sorted(path for path in _files(library.parent / FOLDER) if pattern.fullmatch(path.name))


def leftovers(library: Path) -> list[Path]:
    """What copies that were broken off (by a power cut) left behind, in both folders."""
    pattern = re.compile(rf"\.\.?{re.escape(library.stem)}\..+\.(\d+)\.tmp(?:-wal|-shm|-journal)?")
    around = (*_files(library.parent), *_files(library.parent / FOLDER))
    found = ((pattern.fullmatch(path.name), path) for path in around)
    left = [path for match, path in found if match and not _runs(int(match[1]))]
    return [file for path in left for file in (sorted(path.rglob("*.*")) if path.is_dir() else [path])]


def stamp(moment: datetime) -> str:
    """A moment (UTC) as the names of files have it; the later one sorts behind."""
    return f"{moment:%Y-%m-%dT%H%M%SZ}"


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _written(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _runs(process: int) -> bool:
    """Whether a process with this number runs, which may be at work on it."""
    import psutil

    return bool(psutil.pid_exists(process))
