"""Statements and the quotations inside them."""

from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Mapped, deferred

from quotes.store import tables
from quotes.store.models.base import Base
from quotes.store.tables.base import Rows


class InsideRow(Base):
    """A row of `statement_inside`."""

    __table__ = tables.statement_inside
    if TYPE_CHECKING:
        claim_id: Mapped[str]
        position: Mapped[int]
        quote_id: Mapped[str]


class StatementRow(Base):
    """A row of `statements`."""

    __table__ = tables.statements
    if TYPE_CHECKING:
        number: Mapped[int]
        moment: Mapped[int | None]
        id: Mapped[str]
        document_id: Mapped[str]
        member_id: Mapped[str | None]
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
        utterance: Mapped[str | None]
        nested_in: Mapped[str | None]
        depth: Mapped[int]
        confidence: Mapped[float | None]
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
        marked: Mapped[bool]
        checked: Mapped[str | None]
        withheld: Mapped[str | None]
        withheld_reason: Mapped[str | None]
        parsed: Mapped[dict[str, Any] | None]
    if not TYPE_CHECKING:
        parsed = deferred(__table__.c.parsed)
