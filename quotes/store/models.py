"""The tables. Words as in ARCHITECTURE: document, statement, speaker, alias."""

from typing import Any, ClassVar

from sqlalchemy import JSON, Dialect, Double, ForeignKey, Index, LargeBinary, MetaData, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Characters(TypeDecorator[str]):
    """Text of any origin: an unpaired surrogate, which no database takes, becomes "?" (one for one)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """`value` as it can be stored."""
        return None if value is None else value.encode("utf-8", errors="replace").decode("utf-8")


Rows = list[list[Any]]
"""Records of one kind, each as the list of its fields in order."""


class Base(DeclarativeBase):
    """Names every constraint, so that a later migration can drop it."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Characters,
        Rows: JSON(none_as_null=True),
        list[str]: JSON(none_as_null=True),
    }


class DocumentRow(Base):
    """A document; `text` is written once and every offset refers to it."""

    __tablename__ = "documents"

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
    text: Mapped[str] = mapped_column(deferred=True)
    offsets: Mapped[Rows | None] = mapped_column(deferred=True)


class OriginalRow(Base):
    """The bytes a document came from, compressed with zlib; `size` counts them uncompressed."""

    __tablename__ = "originals"

    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)
    size: Mapped[int]
    compressed: Mapped[bytes] = mapped_column(LargeBinary)


class SpeakerRow(Base):
    """A speaker across documents. `id` is the smallest of its members' ids, so it may become smaller."""

    __tablename__ = "speakers"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    type: Mapped[str | None]
    link: Mapped[str | None] = mapped_column(unique=True)


class MemberRow(Base):
    """A speaker's name in one document. Every member's id answers for the speaker, so no id is ever lost."""

    __tablename__ = "speaker_members"

    id: Mapped[str] = mapped_column(primary_key=True)
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    type: Mapped[str | None]
    speaker_id: Mapped[str] = mapped_column(ForeignKey("speakers.id", onupdate="CASCADE"), index=True)

    speaker: Mapped[SpeakerRow] = relationship(lazy="joined", innerjoin=True, viewonly=True)


class AliasRow(Base):
    """A form of a speaker's name in one document: of the name itself, or a mention that is a name."""

    __tablename__ = "aliases"

    member_id: Mapped[str] = mapped_column(
        ForeignKey("speaker_members.id", ondelete="CASCADE"), primary_key=True
    )
    form: Mapped[str] = mapped_column(primary_key=True)
    folded: Mapped[str]
    is_mention: Mapped[bool]
    uses: Mapped[int]


class InsideRow(Base):
    """A quotation inside a claim; `position` counts from 0 in the order of the text."""

    __tablename__ = "statement_inside"

    claim_id: Mapped[str] = mapped_column(ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    quote_id: Mapped[str] = mapped_column(ForeignKey("statements.id", ondelete="CASCADE"), index=True)


class StatementRow(Base):
    """A statement. Its text is not kept twice: it is `DocumentRow.text[start:end]`.

    `number` is what the full-text index knows it by. `alterations` are records as lists: kind, start, end,
    source start and end; `stance` and `alterations` are NULL where an older version parsed the document.
    """

    __tablename__ = "statements"
    __table_args__ = (Index("ix_statements_document_id_start", "document_id", "start"),)

    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"))
    member_id: Mapped[str | None] = mapped_column(ForeignKey("speaker_members.id"), index=True)
    kind: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    context_start: Mapped[int]
    context_end: Mapped[int]
    source_start: Mapped[int | None]
    source_end: Mapped[int | None]
    speaker: Mapped[str | None]
    speaker_type: Mapped[str | None]
    unknown: Mapped[str | None]
    mention: Mapped[str | None]
    mention_start: Mapped[int | None]
    mention_end: Mapped[int | None]
    mention_source_start: Mapped[int | None]
    mention_source_end: Mapped[int | None]
    cue: Mapped[str | None]
    cue_start: Mapped[int | None]
    cue_end: Mapped[int | None]
    said_on: Mapped[str | None]
    said_evidence: Mapped[str | None]
    addressee: Mapped[str | None]
    via: Mapped[str | None]
    implicit: Mapped[bool]
    utterance: Mapped[str | None] = mapped_column(
        ForeignKey("statements.id", deferrable=True, initially="DEFERRED"), index=True
    )
    nested_in: Mapped[str | None] = mapped_column(
        ForeignKey("statements.id", deferrable=True, initially="DEFERRED"), index=True
    )
    depth: Mapped[int]
    confidence: Mapped[float | None] = mapped_column(Double)
    claim: Mapped[str | None]
    stance: Mapped[str | None]
    stance_evidence: Mapped[str | None]
    alterations: Mapped[Rows | None]
    translated_start: Mapped[int | None]
    translated_end: Mapped[int | None]
    translated_source_start: Mapped[int | None]
    translated_source_end: Mapped[int | None]

    inside: Mapped[list[InsideRow]] = relationship(
        foreign_keys=InsideRow.claim_id, order_by=InsideRow.position, lazy="selectin", viewonly=True
    )
    member: Mapped[MemberRow | None] = relationship(lazy="selectin", viewonly=True)
