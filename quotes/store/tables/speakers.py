"""Speakers, and under which names each document has them."""

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    Named,
    Table,
    TypedColumns,
    text,
)

from quotes.store.tables.base import BY_KEY, Characters, Rows, metadata


class SpeakerColumns(TypedColumns):
    """A speaker across documents. `id` is the smallest of its members' ids, so it may become smaller.

    `link` is what older versions joined members by: kept for going back to one of them.
    """

    id: Named[str] = Column(Characters, primary_key=True)
    name: Named[str] = Column(Characters)
    type: Named[str | None] = Column(Characters)
    link: Named[str | None] = Column(Characters, unique=True)


speakers = Table("speakers", metadata, SpeakerColumns)


class MemberColumns(TypedColumns):
    """A speaker's name in one document, or in the list of people the user cares about (then of no document).

    Every member's id answers for the speaker, so no id is ever lost. `roles` are the descriptions of it: the
    words, and where they stand in the document's text (start, end). `profile` is the same of members of whom
    the same is told, NULL where an older version wrote it.
    """

    id: Named[str] = Column(Characters, primary_key=True)
    document_id: Named[str | None] = Column(
        Characters, ForeignKey("documents.id", ondelete="CASCADE"), index=True
    )
    name: Named[str] = Column(Characters)
    type: Named[str | None] = Column(Characters)
    roles: Named[Rows] = Column(JSON(none_as_null=True), server_default="[]")
    profile: Named[str | None] = Column(Characters)
    speaker_id: Named[str] = Column(Characters, ForeignKey("speakers.id", onupdate="CASCADE"))


_LISTED = text("document_id IS NULL")
"""The members that the list of people has: few, and looked for among those of speakers who have many."""

speaker_members = Table(
    "speaker_members",
    metadata,
    MemberColumns,
    Index("ix_speaker_members_speaker_id", "speaker_id", "profile", "type"),
    Index("ix_speaker_members_profile", "profile", "speaker_id", "id"),
    Index("ix_speaker_members_name", "name", "speaker_id"),
    Index("ix_speaker_members_listed", "speaker_id", sqlite_where=_LISTED),
)


class AliasColumns(TypedColumns):
    """A form of a speaker's name in one document: of the name itself, or a mention that is a name."""

    member_id: Named[str] = Column(
        Characters, ForeignKey("speaker_members.id", ondelete="CASCADE"), primary_key=True
    )
    form: Named[str] = Column(Characters, primary_key=True)
    folded: Named[str] = Column(Characters)
    is_mention: Named[bool] = Column(Boolean)
    uses: Named[int] = Column(Integer)


aliases = Table("aliases", metadata, AliasColumns)


class KeyColumns(TypedColumns):
    """What members of a profile share with all others that may be the same speaker (`quotes.people`)."""

    key: Named[str] = Column(Characters, primary_key=True)
    profile: Named[str] = Column(Characters, primary_key=True, index=True)


speaker_keys = Table("speaker_keys", metadata, KeyColumns, **BY_KEY)


class FormColumns(TypedColumns):
    """How many statements carry a form of a speaker's name, and in how many documents it has it; or a mention
    that is a name (`is_mention`).

    That is what `aliases` say of all its members, kept so that nobody counts those of one who is everywhere.
    """

    speaker_id: Named[str] = Column(
        Characters, ForeignKey("speakers.id", ondelete="CASCADE", onupdate="CASCADE"), primary_key=True
    )
    form: Named[str] = Column(Characters, primary_key=True)
    is_mention: Named[bool] = Column(Boolean, primary_key=True)
    uses: Named[int] = Column(Integer)
    members: Named[int] = Column(Integer)


speaker_forms = Table("speaker_forms", metadata, FormColumns, **BY_KEY)


class PartColumns(TypedColumns):
    """One of those who speak together: a member (`part_id`) that belongs to a group's (`group_id`)."""

    group_id: Named[str] = Column(
        Characters, ForeignKey("speaker_members.id", ondelete="CASCADE"), primary_key=True
    )
    position: Named[int] = Column(Integer, primary_key=True)
    part_id: Named[str] = Column(Characters, ForeignKey("speaker_members.id", ondelete="CASCADE"), index=True)


joint_parts = Table("joint_parts", metadata, PartColumns, **BY_KEY)


class AffiliationColumns(TypedColumns):
    """Whom a member speaks for, by the words (`evidence`) at `start` to `end` of its document's text.

    Where they tell that it is `past`, it is kept and found by no search.
    """

    number: Named[int] = Column(Integer, primary_key=True)
    member_id: Named[str] = Column(
        Characters, ForeignKey("speaker_members.id", ondelete="CASCADE"), index=True
    )
    key: Named[str] = Column(Characters, index=True)
    name: Named[str] = Column(Characters)
    evidence: Named[str] = Column(Characters)
    start: Named[int | None] = Column(Integer)
    end: Named[int | None] = Column(Integer)
    past: Named[bool] = Column(Boolean)


affiliations = Table("affiliations", metadata, AffiliationColumns)


class AuthorityColumns(TypedColumns):
    """One of the people the user cares about; `id` is that of a member of the speaker.

    `since` and `until` bound the role (ISO dates), `further` are the columns that mean nothing here.
    """

    id: Named[str] = Column(Characters, primary_key=True)
    name: Named[str] = Column(Characters)
    aliases: Named[list[str]] = Column(JSON(none_as_null=True))
    wikidata: Named[str | None] = Column(Characters, index=True)
    role: Named[str | None] = Column(Characters)
    since: Named[str | None] = Column(Characters)
    until: Named[str | None] = Column(Characters)
    further: Named[dict[str, Any]] = Column(JSON(none_as_null=True))


authorities = Table("authorities", metadata, AuthorityColumns)
