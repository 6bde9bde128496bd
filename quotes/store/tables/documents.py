"""Documents: their texts, bytes, and everywhere they were found."""

from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Named,
    Table,
    TypedColumns,
)

from quotes.store.tables.base import Characters, Rows, few_index, metadata


class DocumentColumns(TypedColumns):
    """A document; `text` is written once and every offset refers to it.

    `number` is what the full-text index knows it by. `text_key` is NULL until a document of an older version
    has been compared; `copy_of` is the id of the document that stands for it, `similarity` how much of the
    shorter of the two stands in the longer (NULL where they are copies through a third). `version_of` is the
    id of the first document that the same address on the web gave. `parsed_by` names the models that
    parsed it; `read` keeps, of a document that decisions changed, what was read in their place.
    """

    id: Named[str] = Column(Characters, primary_key=True)
    sha256: Named[str] = Column(Characters, unique=True)
    name: Named[str] = Column(Characters)
    media_type: Named[str] = Column(Characters)
    encoding: Named[str] = Column(Characters)
    lang: Named[str | None] = Column(Characters)
    title: Named[str | None] = Column(Characters)
    title_evidence: Named[str | None] = Column(Characters)
    author: Named[str | None] = Column(Characters)
    author_evidence: Named[str | None] = Column(Characters)
    publisher: Named[str | None] = Column(Characters)
    publisher_evidence: Named[str | None] = Column(Characters)
    agency: Named[str | None] = Column(Characters)
    agency_evidence: Named[str | None] = Column(Characters)
    dateline: Named[str | None] = Column(Characters)
    dateline_evidence: Named[str | None] = Column(Characters)
    url: Named[str | None] = Column(Characters)
    url_evidence: Named[str | None] = Column(Characters)
    published: Named[str | None] = Column(Characters)
    published_precision: Named[str | None] = Column(Characters)
    published_evidence: Named[str | None] = Column(Characters)
    published_candidates: Named[Rows] = Column(JSON(none_as_null=True))
    published_confidence: Named[float | None] = Column(Double)
    retrieved: Named[str | None] = Column(Characters)
    retrieved_evidence: Named[str | None] = Column(Characters)
    place: Named[str | None] = Column(Characters)
    encoding_evidence: Named[str | None] = Column(Characters)
    pages: Named[Rows] = Column(JSON(none_as_null=True), server_default="[]")
    processing: Named[list[str]] = Column(JSON(none_as_null=True), server_default="[]")
    repairs: Named[Rows] = Column(JSON(none_as_null=True))
    blocks: Named[Rows] = Column(JSON(none_as_null=True))
    warnings: Named[list[str]] = Column(JSON(none_as_null=True))
    number: Named[int] = Column(Integer, index=True, unique=True, server_default="0")
    text_key: Named[str | None] = Column(Characters, index=True)
    copy_of: Named[str | None] = Column(Characters)
    similarity: Named[float | None] = Column(Double)
    version_of: Named[str | None] = Column(Characters)
    parsed_by: Named[str | None] = Column(Characters)
    read: Named[dict[str, Any] | None] = Column(JSON(none_as_null=True))
    text: Named[str] = Column(Characters)
    offsets: Named[Rows | None] = Column(JSON(none_as_null=True))


documents = Table(
    "documents",
    metadata,
    DocumentColumns,
    few_index("documents", "copy_of"),
    few_index("documents", "version_of"),
    few_index("documents", "agency"),
    Index("ix_documents_name", "name", "id"),
    Index("ix_documents_publisher", "publisher"),
    Index("ix_documents_published", "published"),
    Index("ix_documents_lang", "lang"),
)


class OriginalColumns(TypedColumns):
    """The bytes a document came from, compressed with zlib; `size` counts them uncompressed."""

    document_id: Named[str] = Column(
        Characters, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True
    )
    size: Named[int] = Column(Integer)
    compressed: Named[bytes] = Column(LargeBinary)


originals = Table("originals", metadata, OriginalColumns)


class FetchColumns(TypedColumns):
    """What an address on the web gave the last time: at `address`, in a version that its server knows by
    `etag` and `last_modified`; `fetched` is when it was last looked at (ISO 8601)."""

    url: Named[str] = Column(Characters, primary_key=True)
    address: Named[str] = Column(Characters, index=True)
    document_id: Named[str] = Column(Characters, ForeignKey("documents.id", ondelete="CASCADE"), index=True)
    etag: Named[str | None] = Column(Characters)
    last_modified: Named[str | None] = Column(Characters)
    fetched: Named[str | None] = Column(Characters)


fetches = Table("fetches", metadata, FetchColumns)


class PlaceColumns(TypedColumns):
    """Another place at which a document's text was found, with what is said of it there.

    `compressed` are its bytes as in `originals`, NULL where these are kept already.
    """

    number: Named[int] = Column(Integer, primary_key=True)
    document_id: Named[str] = Column(Characters, ForeignKey("documents.id", ondelete="CASCADE"), index=True)
    sha256: Named[str] = Column(Characters, index=True)
    name: Named[str] = Column(Characters)
    place: Named[str | None] = Column(Characters)
    media_type: Named[str] = Column(Characters)
    encoding: Named[str] = Column(Characters)
    title: Named[str | None] = Column(Characters)
    title_evidence: Named[str | None] = Column(Characters)
    author: Named[str | None] = Column(Characters)
    author_evidence: Named[str | None] = Column(Characters)
    publisher: Named[str | None] = Column(Characters)
    publisher_evidence: Named[str | None] = Column(Characters)
    url: Named[str | None] = Column(Characters)
    url_evidence: Named[str | None] = Column(Characters)
    published: Named[str | None] = Column(Characters)
    published_evidence: Named[str | None] = Column(Characters)
    published_candidates: Named[Rows] = Column(JSON(none_as_null=True))
    retrieved: Named[str | None] = Column(Characters)
    retrieved_evidence: Named[str | None] = Column(Characters)
    size: Named[int] = Column(Integer)
    compressed: Named[bytes | None] = Column(LargeBinary)


places = Table("places", metadata, PlaceColumns)
