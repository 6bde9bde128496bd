"""Speakers, and under which names each document has them."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quotes.store.models.base import Base


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
