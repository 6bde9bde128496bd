"""Speakers, and under which names each document has them."""

from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Mapped

from quotes.store import tables
from quotes.store.models.base import Base
from quotes.store.tables.base import Rows


class SpeakerRow(Base):
    """A row of `speakers`."""

    __table__ = tables.speakers
    if TYPE_CHECKING:
        id: Mapped[str]
        name: Mapped[str]
        type: Mapped[str | None]
        link: Mapped[str | None]


class MemberRow(Base):
    """A row of `speaker_members`."""

    __table__ = tables.speaker_members
    if TYPE_CHECKING:
        id: Mapped[str]
        document_id: Mapped[str | None]
        name: Mapped[str]
        type: Mapped[str | None]
        roles: Mapped[Rows]
        profile: Mapped[str | None]
        speaker_id: Mapped[str]


class AliasRow(Base):
    """A row of `aliases`."""

    __table__ = tables.aliases
    if TYPE_CHECKING:
        member_id: Mapped[str]
        form: Mapped[str]
        folded: Mapped[str]
        is_mention: Mapped[bool]
        uses: Mapped[int]


class AuthorityRow(Base):
    """A row of `authorities`."""

    __table__ = tables.authorities
    if TYPE_CHECKING:
        id: Mapped[str]
        name: Mapped[str]
        aliases: Mapped[list[str]]
        wikidata: Mapped[str | None]
        role: Mapped[str | None]
        since: Mapped[str | None]
        until: Mapped[str | None]
        further: Mapped[dict[str, Any]]
