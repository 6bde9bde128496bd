"""ZIP containers, looked over before anything in them is decompressed."""

import io
import zipfile

from quotes.errors import SourceError
from quotes.sources.limits import MAX_UNZIPPED, MAX_XML, MAX_ZIP_ENTRIES, MAX_ZIP_RATIO

_SMALL = 1_000_000
"""Bytes below which a part may be compressed as well as it likes."""


def refuse_bomb(content: bytes, name: str) -> None:
    """Raise SourceError for a container that is broken, locked, or would become too large.

    What a part declares as its size is more than it can become: `zipfile` reads no further.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
        raise SourceError(f"{name}: this file is damaged ({error}); get it anew and try again") from error
    if any(part.flag_bits & 1 for part in parts):
        raise SourceError(f"{name}: this file is locked with a password; save it without one and try again")
    reason = _too_much(parts)
    if reason:
        raise SourceError(f"{name}: {reason} in this file, more than is safe; save its text to a .txt file")


def _too_much(parts: list[zipfile.ZipInfo]) -> str | None:
    if len(parts) > MAX_ZIP_ENTRIES:
        return f"{len(parts):,} parts are"
    total = sum(part.file_size for part in parts)
    if total > MAX_UNZIPPED:
        return f"{total:,} bytes are packed"
    for part in parts:
        if part.file_size > MAX_XML and part.filename.endswith((".xml", ".rels")):
            return f"{part.file_size:,} bytes of XML are packed"
        if part.file_size > max(_SMALL, MAX_ZIP_RATIO * part.compress_size):
            return f"{part.file_size:,} bytes are packed into {part.compress_size:,}"
    return None
