"""Speakers, and under which names each document has them."""

from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quotes.store.models.base import BY_KEY, Base, Rows


class SpeakerRow(Base):
    """A speaker across documents. `id` is the smallest of its members' ids, so it may become smaller.

    `link` is what older versions joined members by: kept for going back to one of them.
    """

    __tablename__ = "speakers"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    type: Mapped[str | None]
    link: Mapped[str | None] = mapped_column(unique=True)


class MemberRow(Base):
    """A speaker's name in one document, or in the list of people the user cares about (then of no document).

    Every member's id answers for the speaker, so no id is ever lost. `roles` are the descriptions of it: the
    words, and where they stand in the document's text (start, end). `profile` is the same of members of whom
    the same is told, NULL where an older version wrote it.
    """

    __tablename__ = "speaker_members"
    __table_args__ = (
        Index("ix_speaker_members_speaker_id", "speaker_id", "profile", "type"),
        Index("ix_speaker_members_profile", "profile", "speaker_id", "id"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    document_id: Mapped[str | None] = mapped_column(
        ForeignKey("documents.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str]
    type: Mapped[str | None]
    roles: Mapped[Rows] = mapped_column(server_default="[]")
    profile: Mapped[str | None]
    speaker_id: Mapped[str] = mapped_column(ForeignKey("speakers.id", onupdate="CASCADE"))

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


class KeyRow(Base):
    """What members of a profile share with all others that may be the same speaker (`quotes.people`)."""

    __tablename__ = "speaker_keys"
    __table_args__ = BY_KEY

    key: Mapped[str] = mapped_column(primary_key=True)
    profile: Mapped[str] = mapped_column(primary_key=True, index=True)


class FormRow(Base):
    """How many statements carry a form of a speaker's name, and in how many documents it has it.

    That is what `aliases` say of all its members, kept so that nobody counts those of one who is everywhere.
    """

    __tablename__ = "speaker_forms"
    __table_args__ = BY_KEY

    speaker_id: Mapped[str] = mapped_column(
        ForeignKey("speakers.id", ondelete="CASCADE", onupdate="CASCADE"), primary_key=True
    )
    form: Mapped[str] = mapped_column(primary_key=True)
    uses: Mapped[int]
    members: Mapped[int]


class PartRow(Base):
    """One of those who speak together: a member (`part_id`) that belongs to a group's (`group_id`)."""

    __tablename__ = "joint_parts"
    __table_args__ = BY_KEY

    group_id: Mapped[str] = mapped_column(
        ForeignKey("speaker_members.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    part_id: Mapped[str] = mapped_column(ForeignKey("speaker_members.id", ondelete="CASCADE"), index=True)


class AffiliationRow(Base):
    """Whom a member speaks for, by the words (`evidence`) at `start` to `end` of its document's text.

    Where they tell that it is `past`, it is kept and found by no search.
    """

    __tablename__ = "affiliations"

    number: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[str] = mapped_column(ForeignKey("speaker_members.id", ondelete="CASCADE"), index=True)
    key: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    evidence: Mapped[str]
    start: Mapped[int | None]
    end: Mapped[int | None]
    past: Mapped[bool]


class AuthorityRow(Base):
    """One of the people the user cares about; `id` is that of a member of the speaker.

    `since` and `until` bound the role (ISO dates), `further` are the columns that mean nothing here.
    """

    __tablename__ = "authorities"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    aliases: Mapped[list[str]]
    wikidata: Mapped[str | None] = mapped_column(index=True)
    role: Mapped[str | None]
    since: Mapped[str | None]
    until: Mapped[str | None]
    further: Mapped[dict[str, Any]]
