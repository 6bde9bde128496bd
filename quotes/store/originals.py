"""The bytes documents came from, compressed; unpacked only as far as their stated size."""

import hashlib
import zlib
from typing import Any

from sqlalchemy import Connection, select

from quotes.document import Document
from quotes.errors import LibraryError, SourceError
from quotes.store.tables import documents, originals

ORIGINAL_MAX_BYTES = 256 * 1024 * 1024
"""A larger original is not kept, so that unpacking one can be capped."""


def original_values(document_id: str, document: Document) -> dict[str, Any]:
    """The columns of `originals` for `document`. Raises SourceError for one that is too large."""
    size = len(document.original)
    if size > ORIGINAL_MAX_BYTES:
        raise SourceError(
            f"{document.name}: {size:,} bytes are more than the library keeps ({ORIGINAL_MAX_BYTES:,})"
        )
    return {"document_id": document_id, "size": size, "compressed": zlib.compress(document.original)}


def original(connection: Connection, document_id: str) -> bytes:
    """The bytes of the document with this whole id. Raises LibraryError where they are not as put in."""
    columns = (documents.c.sha256, originals.c.size, originals.c.compressed)
    beside = documents.outerjoin(originals, originals.c.document_id == documents.c.id)
    query = select(*columns).select_from(beside).where(documents.c.id == document_id)
    sha256, size, compressed = connection.execute(query).one()
    return unpacked(document_id, size or 0, compressed or b"", sha256)


def unpacked(document_id: str, size: int, compressed: bytes, sha256: str) -> bytes:
    """The `size` bytes of a document that were kept. Raises LibraryError where they are not as put in."""
    if 0 <= size <= ORIGINAL_MAX_BYTES:
        try:
            original = zlib.decompressobj().decompress(compressed, size + 1)
        except zlib.error:
            original = b""
        if hashlib.sha256(original).hexdigest() == sha256:
            return original
    raise LibraryError(
        f"the original of {document_id} is missing or damaged; add the file again to another library"
    )
