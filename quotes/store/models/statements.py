"""Statements and the quotations inside them."""

from typing import Any

from sqlalchemy import Double, ForeignKey, Index, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quotes.store.models.base import Base, Rows, few_index
from quotes.store.models.speakers import MemberRow


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
    `copy_of` is the id of the statement under which it is counted: the same words in an earlier copy.

    The columns hold what is in effect; `parsed` keeps, of a statement that decisions changed, what the parser
    gave in their place (NULL where none did). `marked` tells that a person found it. `checked` is what a
    person did last ("accepted", "corrected"); `withheld` why it is shown nowhere but by its id ("rejected",
    "withdrawn", "unmarked"), with the reason.
    """

    __tablename__ = "statements"
    __table_args__ = (
        Index("ix_statements_document_id_start", "document_id", "start"),
        few_index("statements", "copy_of"),
    )

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
    copy_of: Mapped[str | None]
    stance: Mapped[str | None]
    stance_evidence: Mapped[str | None]
    alterations: Mapped[Rows | None]
    translated_start: Mapped[int | None]
    translated_end: Mapped[int | None]
    translated_source_start: Mapped[int | None]
    translated_source_end: Mapped[int | None]
    role: Mapped[str | None]
    role_start: Mapped[int | None]
    role_end: Mapped[int | None]
    rests_start: Mapped[int | None]
    rests_end: Mapped[int | None]
    joint: Mapped[list[str] | None]
    marked: Mapped[bool] = mapped_column(server_default=false())
    checked: Mapped[str | None]
    withheld: Mapped[str | None]
    withheld_reason: Mapped[str | None]
    parsed: Mapped[dict[str, Any] | None] = mapped_column(deferred=True)

    inside: Mapped[list[InsideRow]] = relationship(
        foreign_keys=InsideRow.claim_id, order_by=InsideRow.position, lazy="selectin", viewonly=True
    )
    member: Mapped[MemberRow | None] = relationship(lazy="selectin", viewonly=True)
