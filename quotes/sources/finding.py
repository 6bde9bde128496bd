"""Which files are meant by the paths that a user names."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from quotes.errors import SourceError
from quotes.sources.decoding.charset import too_long
from quotes.sources.formats.registry import ENDINGS
from quotes.sources.limits import MAX_BYTES


def find(paths: Iterable[Path]) -> Iterator[Path | SourceError]:
    """The files to read under `paths`, in sorted order; a SourceError in place of what cannot be listed.

    Hidden files, and files of a folder that are of no known format by their ending, are left out.
    """
    for path in paths:
        try:
            folder, exists = path.is_dir(), path.exists()
        except OSError as error:
            yield _unreadable(path, error)
            continue
        if folder:
            yield from _walked(path)
        else:
            yield path if exists else _missing(path)


def is_folder(path: Path) -> bool:
    """Whether `path` is a folder. Raises SourceError where that cannot be told."""
    try:
        return path.is_dir()
    except OSError as error:
        raise _unreadable(path, error) from None


def bytes_of(path: Path) -> bytes:
    """The bytes of a file. Raises SourceError for one that is missing, unreadable or too long."""
    try:
        with path.open("rb") as stream:  # read to the limit and no further: a device has no end
            original = stream.read(MAX_BYTES + 1)
        if len(original) > MAX_BYTES:
            raise SourceError(too_long(str(path)))
        return original
    except FileNotFoundError:
        raise _missing(path) from None
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None


def _walked(folder: Path) -> Iterator[Path | SourceError]:
    errors: list[OSError] = []
    empty = True
    for root, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(root, file) for file in sorted(files) if not file.startswith(".")):
            if path.suffix.lower() in ENDINGS and _is_file(path, errors):
                empty = False
                yield path
    for error in errors:
        empty = False
        yield _unreadable(Path(error.filename or folder), error)
    if empty:
        yield SourceError(f"{folder}: no files to read in this folder ({', '.join(sorted(ENDINGS))})")


def _is_file(path: Path, errors: list[OSError]) -> bool:
    try:
        return path.is_file()
    except OSError as error:
        errors.append(error)
        return False


def _missing(path: Path) -> SourceError:
    return SourceError(f"{path}: no such file or folder; check the name")


def _unreadable(path: Path, error: Exception) -> SourceError:
    if isinstance(error, PermissionError):
        return SourceError(f"{path}: you may not read it; change its permissions or ask its owner")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return SourceError(f"{path}: cannot be read ({reason})")
