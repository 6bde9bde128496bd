"""Statements and the quotations inside them."""

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    Named,
    Table,
    TypedColumns,
    false,
    text,
)

from quotes.store.tables.base import Characters, Rows, few_index, metadata


class InsideColumns(TypedColumns):
    """A quotation inside a claim; `position` counts from 0 in the order of the text."""

    claim_id: Named[str] = Column(
        Characters, ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True
    )
    position: Named[int] = Column(Integer, primary_key=True)
    quote_id: Named[str] = Column(Characters, ForeignKey("statements.id", ondelete="CASCADE"), index=True)


statement_inside = Table("statement_inside", metadata, InsideColumns)


class StatementColumns(TypedColumns):
    """A statement. Its text is not kept twice: it is `documents.text[start:end]`.

    `moment` is its place in the order of time (`indexes.moments`), by which the indexes know it; NULL while
    it is in none. `alterations` are records as lists: kind, start, end, source start and end; `stance`
    and `alterations` are NULL where an older version parsed the document. `copy_of` is the id of the
    statement under which it is counted: the same words in an earlier copy.

    The columns hold what is in effect; `parsed` keeps, of a statement that decisions changed, what the parser
    gave in their place (NULL where none did). `marked` tells that a person found it. `checked` is what a
    person did last ("accepted", "corrected"); `withheld` why it is shown nowhere but by its id ("rejected",
    "withdrawn", "unmarked"), with the reason.
    """

    number: Named[int] = Column(Integer, primary_key=True)
    moment: Named[int | None] = Column(BigInteger, index=True, unique=True)
    id: Named[str] = Column(Characters, unique=True)
    document_id: Named[str] = Column(Characters, ForeignKey("documents.id", ondelete="CASCADE"))
    member_id: Named[str | None] = Column(Characters, ForeignKey("speaker_members.id"), index=True)
    kind: Named[str] = Column(Characters)
    start: Named[int] = Column(Integer)
    end: Named[int] = Column(Integer)
    context_start: Named[int] = Column(Integer)
    context_end: Named[int] = Column(Integer)
    source_start: Named[int | None] = Column(Integer)
    source_end: Named[int | None] = Column(Integer)
    speaker: Named[str | None] = Column(Characters)
    speaker_type: Named[str | None] = Column(Characters)
    unknown: Named[str | None] = Column(Characters)
    mention: Named[str | None] = Column(Characters)
    mention_start: Named[int | None] = Column(Integer)
    mention_end: Named[int | None] = Column(Integer)
    mention_source_start: Named[int | None] = Column(Integer)
    mention_source_end: Named[int | None] = Column(Integer)
    cue: Named[str | None] = Column(Characters)
    cue_start: Named[int | None] = Column(Integer)
    cue_end: Named[int | None] = Column(Integer)
    said_on: Named[str | None] = Column(Characters)
    said_evidence: Named[str | None] = Column(Characters)
    addressee: Named[str | None] = Column(Characters)
    via: Named[str | None] = Column(Characters)
    implicit: Named[bool] = Column(Boolean)
    utterance: Named[str | None] = Column(
        Characters, ForeignKey("statements.id", deferrable=True, initially="DEFERRED"), index=True
    )
    nested_in: Named[str | None] = Column(
        Characters, ForeignKey("statements.id", deferrable=True, initially="DEFERRED"), index=True
    )
    depth: Named[int] = Column(Integer)
    confidence: Named[float | None] = Column(Double)
    claim: Named[str | None] = Column(Characters)
    copy_of: Named[str | None] = Column(Characters)
    stance: Named[str | None] = Column(Characters)
    stance_evidence: Named[str | None] = Column(Characters)
    alterations: Named[Rows | None] = Column(JSON(none_as_null=True))
    translated_start: Named[int | None] = Column(Integer)
    translated_end: Named[int | None] = Column(Integer)
    translated_source_start: Named[int | None] = Column(Integer)
    translated_source_end: Named[int | None] = Column(Integer)
    role: Named[str | None] = Column(Characters)
    role_start: Named[int | None] = Column(Integer)
    role_end: Named[int | None] = Column(Integer)
    rests_start: Named[int | None] = Column(Integer)
    rests_end: Named[int | None] = Column(Integer)
    joint: Named[list[str] | None] = Column(JSON(none_as_null=True))
    marked: Named[bool] = Column(Boolean, server_default=false())
    checked: Named[str | None] = Column(Characters)
    withheld: Named[str | None] = Column(Characters)
    withheld_reason: Named[str | None] = Column(Characters)
    parsed: Named[dict[str, Any] | None] = Column(JSON(none_as_null=True))


_LISTED = text("moment > 0")

statements = Table(
    "statements",
    metadata,
    StatementColumns,
    Index("ix_statements_document_id_start", "document_id", "start"),
    few_index("statements", "copy_of"),
    Index("ix_statements_state", "checked", "kind", "confidence", sqlite_where=_LISTED),
)
"""Their state is what `quotes status` counts, and by it the doubtful ones are found."""
