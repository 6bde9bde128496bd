"""Documents: their texts, bytes, and everywhere they were found."""

from typing import Any

from sqlalchemy import Double, ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from quotes.store.models.base import Base, Rows, few_index


class DocumentRow(Base):
    """A document; `text` is written once and every offset refers to it.

    `number` is what the full-text index knows it by. `text_key` is NULL until a document of an older version
    has been compared; `copy_of` is the id of the document that stands for it, `similarity` how much of the
    shorter of the two stands in the longer (NULL where they are copies through a third). `version_of` is the
    id of the first document that the same address on the web gave. `parsed_by` names the models that
    parsed it; `read` keeps, of a document that decisions changed, what was read in their place.
    """

    __tablename__ = "documents"
    __table_args__ = (few_index("documents", "copy_of"), few_index("documents", "version_of"))

    id: Mapped[str] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    media_type: Mapped[str]
    encoding: Mapped[str]
    lang: Mapped[str | None]
    title: Mapped[str | None]
    title_evidence: Mapped[str | None]
    author: Mapped[str | None]
    author_evidence: Mapped[str | None]
    publisher: Mapped[str | None]
    publisher_evidence: Mapped[str | None]
    agency: Mapped[str | None]
    agency_evidence: Mapped[str | None]
    dateline: Mapped[str | None]
    dateline_evidence: Mapped[str | None]
    url: Mapped[str | None]
    url_evidence: Mapped[str | None]
    published: Mapped[str | None]
    published_precision: Mapped[str | None]
    published_evidence: Mapped[str | None]
    published_candidates: Mapped[Rows]
    published_confidence: Mapped[float | None] = mapped_column(Double)
    retrieved: Mapped[str | None]
    retrieved_evidence: Mapped[str | None]
    place: Mapped[str | None]
    encoding_evidence: Mapped[str | None]
    pages: Mapped[Rows] = mapped_column(server_default="[]")
    processing: Mapped[list[str]] = mapped_column(server_default="[]")
    repairs: Mapped[Rows]
    blocks: Mapped[Rows]
    warnings: Mapped[list[str]]
    number: Mapped[int] = mapped_column(index=True, unique=True, server_default="0")
    text_key: Mapped[str | None] = mapped_column(index=True)
    copy_of: Mapped[str | None]
    similarity: Mapped[float | None] = mapped_column(Double)
    version_of: Mapped[str | None]
    parsed_by: Mapped[str | None]
    read: Mapped[dict[str, Any] | None] = mapped_column(deferred=True)
    text: Mapped[str] = mapped_column(deferred=True)
    offsets: Mapped[Rows | None] = mapped_column(deferred=True)


class OriginalRow(Base):
    """The bytes a document came from, compressed with zlib; `size` counts them uncompressed."""

    __tablename__ = "originals"

    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)
    size: Mapped[int]
    compressed: Mapped[bytes] = mapped_column(LargeBinary)


class FetchRow(Base):
    """What an address on the web gave the last time: at `address`, in a version that its server knows by
    `etag` and `last_modified`; `fetched` is when it was last looked at (ISO 8601)."""

    __tablename__ = "fetches"

    url: Mapped[str] = mapped_column(primary_key=True)
    address: Mapped[str] = mapped_column(index=True)
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), index=True)
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]
    fetched: Mapped[str | None]


class PlaceRow(Base):
    """Another place at which a document's text was found, with what is said of it there.

    `compressed` are its bytes as in `originals`, NULL where these are kept already.
    """

    __tablename__ = "places"

    number: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), index=True)
    sha256: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    place: Mapped[str | None]
    media_type: Mapped[str]
    encoding: Mapped[str]
    title: Mapped[str | None]
    title_evidence: Mapped[str | None]
    author: Mapped[str | None]
    author_evidence: Mapped[str | None]
    publisher: Mapped[str | None]
    publisher_evidence: Mapped[str | None]
    url: Mapped[str | None]
    url_evidence: Mapped[str | None]
    published: Mapped[str | None]
    published_evidence: Mapped[str | None]
    published_candidates: Mapped[Rows]
    retrieved: Mapped[str | None]
    retrieved_evidence: Mapped[str | None]
    size: Mapped[int]
    compressed: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
