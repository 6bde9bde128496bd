"""Documents: their texts, bytes, and everywhere they were found."""

from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Mapped, deferred

from quotes.store import tables
from quotes.store.models.base import Base
from quotes.store.tables.base import Rows


class DocumentRow(Base):
    """A row of `documents`."""

    __table__ = tables.documents
    if TYPE_CHECKING:
        id: Mapped[str]
        sha256: Mapped[str]
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
        published_confidence: Mapped[float | None]
        retrieved: Mapped[str | None]
        retrieved_evidence: Mapped[str | None]
        place: Mapped[str | None]
        encoding_evidence: Mapped[str | None]
        pages: Mapped[Rows]
        processing: Mapped[list[str]]
        repairs: Mapped[Rows]
        blocks: Mapped[Rows]
        warnings: Mapped[list[str]]
        number: Mapped[int]
        text_key: Mapped[str | None]
        copy_of: Mapped[str | None]
        similarity: Mapped[float | None]
        version_of: Mapped[str | None]
        parsed_by: Mapped[str | None]
        read: Mapped[dict[str, Any] | None]
        text: Mapped[str]
        offsets: Mapped[Rows | None]
    if not TYPE_CHECKING:
        read = deferred(__table__.c.read)
        text = deferred(__table__.c.text)
        offsets = deferred(__table__.c.offsets)


class PlaceRow(Base):
    """A row of `places`."""

    __table__ = tables.places
    if TYPE_CHECKING:
        number: Mapped[int]
        document_id: Mapped[str]
        sha256: Mapped[str]
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
        compressed: Mapped[bytes | None]
    if not TYPE_CHECKING:
        compressed = deferred(__table__.c.compressed)
