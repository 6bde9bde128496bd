"""From paths, folders and bytes to documents."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from quotes.document import Document
from quotes.errors import SourceError
from quotes.overrides import Overrides
from quotes.sources.decoding import MAX_BYTES, decode, too_long
from quotes.sources.plaintext import text_document

ENDINGS = frozenset({".txt", ".text", ".md", ".html", ".htm", ".xhtml"})
"""Files of a folder with these endings are read; a file named by itself is read whatever its ending."""
STANDARD_INPUT = "standard input"

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKUP = re.compile(r"<(?:p|div|article|h1|br|span|section|meta|title)\b[^<]*>", re.IGNORECASE)
_SNIFFED = 4096


def read(
    source: str | Path | bytes,
    *,
    name: str | None = None,
    title: str | None = None,
    author: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
    url: str | None = None,
) -> list[Document]:
    """Read a file, the bytes of one, or all files of a folder.

    `name` is what to call the document (the file's name by default); the other arguments win over
    what is found. Raises SourceError for a source that cannot be read (for a folder, the first of
    its files that cannot; `find` lists them to go on past such), UsageError for a `published` that
    is no ISO date of day, month or year.
    """
    overrides = Overrides(title=title, author=author, publisher=publisher, published=published, url=url)
    if isinstance(source, bytes):
        return [_document(source, name or STANDARD_INPUT, overrides)]
    path = Path(source)
    if not _is_folder(path):
        return [_document(_bytes(path), name or path.name, overrides)]
    return [_document(_bytes(file), file.name, overrides) for file in _found([path])]


def find(paths: Iterable[Path]) -> Iterator[Path | SourceError]:
    """The files to read under `paths`, in sorted order; a SourceError in place of what cannot be listed.

    Hidden files, and files of a folder that are neither text nor HTML by their ending, are left out.
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


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError as error:
        raise _unreadable(path, error) from None


def _found(paths: Iterable[Path]) -> Iterator[Path]:
    for found in find(paths):
        if isinstance(found, SourceError):
            raise found
        yield found


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
        yield SourceError(f"{folder}: no text or HTML files in this folder ({', '.join(sorted(ENDINGS))})")


def _is_file(path: Path, errors: list[OSError]) -> bool:
    try:
        return path.is_file()
    except OSError as error:
        errors.append(error)
        return False


def _bytes(path: Path) -> bytes:
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


def _missing(path: Path) -> SourceError:
    return SourceError(f"{path}: no such file or folder; check the name")


def _unreadable(path: Path, error: Exception) -> SourceError:
    if isinstance(error, PermissionError):
        return SourceError(f"{path}: you may not read it; change its permissions or ask its owner")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return SourceError(f"{path}: cannot be read ({reason})")


def _document(original: bytes, name: str, overrides: Overrides) -> Document:
    decoded = decode(original, name)
    if _is_html(decoded.text, name):
        # Loading the HTML reader takes a quarter of a second, which plain text need not pay.
        from quotes.sources.html import html_document

        return html_document(original, decoded, name, overrides)
    return text_document(original, decoded, name, overrides)


def _is_html(text: str, name: str) -> bool:
    """Told by the content; the ending only decides where a file begins with a fragment of markup."""
    start = text[:_SNIFFED].lstrip("\ufeff")
    if _HTML.match(start):
        return True
    return Path(name).suffix.lower() in {".html", ".htm", ".xhtml"} and _MARKUP.search(start) is not None
