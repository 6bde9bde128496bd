"""Which files are meant by the paths that a user names."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from quotes.errors import SourceError
from quotes.sources.formats.registry import ENDINGS
from quotes.sources.formats.table import ENDINGS as TABLES
from quotes.sources.limits import MAX_FILE_BYTES

_PAGES = frozenset({".html", ".htm", ".xhtml", ".xht"})
_BESIDE_PAGES = frozenset(
    """
    _files .files _file _fichiers -dateien _dateien _archivos _arquivos _ficheiros _bestanden _fitxers
    _fitxategiak -filer _filer _tiedostot _pliki _soubory _elemei _datoteke _fajlovi _dosyalar _failid
    _fails _bylos
    """.split()
)
"""What browsers, in their users' languages, put behind the name of a page to name the folder beside it."""


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
            original = stream.read(MAX_FILE_BYTES + 1)
        if len(original) > MAX_FILE_BYTES:
            raise SourceError(f"{path}: larger than {MAX_FILE_BYTES:,} bytes; split it and try again")
        return original
    except FileNotFoundError:
        raise _missing(path) from None
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None


def _walked(folder: Path) -> Iterator[Path | SourceError]:
    errors: list[OSError] = []
    empty = True
    for root, folders, files in os.walk(folder, onerror=errors.append):
        beside = folders_of_pages(files)
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f.lower() not in beside)
        for path in (Path(root, file) for file in sorted(files, key=_order) if not file.startswith(".")):
            if path.suffix.lower() in ENDINGS and _is_file(path, errors):
                empty = False
                yield path
    for error in errors:
        empty = False
        yield _unreadable(Path(error.filename or folder), error)
    if empty:
        yield SourceError(f"{folder}: no files to read in this folder ({', '.join(sorted(ENDINGS))})")


def folders_of_pages(files: Iterable[str]) -> frozenset[str]:
    """The folders, in lower case, in which browsers put pictures and frames of the saved pages `files`."""
    pages = [PurePath(file.lower()) for file in files]
    stems = [page.stem for page in pages if page.suffix in _PAGES]
    return frozenset(stem + ending for stem in stems for ending in _BESIDE_PAGES)


def _order(file: str) -> tuple[bool, str]:
    """Tables first: a manifest says more of the files beside it than they say themselves."""
    return PurePath(file).suffix.lower() not in TABLES, file


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
