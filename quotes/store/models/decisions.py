"""What people decided: the log, to which rows are only ever added, and what follows from it."""

from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Mapped, relationship

from quotes.store import tables
from quotes.store.models.base import Base


class DecisionRow(Base):
    """A row of `decisions`."""

    __table__ = tables.decisions
    if TYPE_CHECKING:
        number: Mapped[int]
        decided: Mapped[str]
        who: Mapped[str]
        action: Mapped[str]
        summary: Mapped[str]
        undoes: Mapped[int | None]


class ChangeRow(Base):
    """A row of `changes`."""

    __table__ = tables.changes
    if TYPE_CHECKING:
        number: Mapped[int]
        decision: Mapped[int]
        target: Mapped[str]
        document_id: Mapped[str | None]
        field: Mapped[str]
        before: Mapped[Any]
        after: Mapped[Any]
        anchor: Mapped[dict[str, Any] | None]
    made: Mapped[DecisionRow] = relationship(lazy="joined", innerjoin=True, viewonly=True)


class RulingRow(Base):
    """A row of `rulings`."""

    __table__ = tables.rulings
    if TYPE_CHECKING:
        number: Mapped[int]
        kind: Mapped[str]
        first_id: Mapped[str]
        second_id: Mapped[str | None]
        value: Mapped[str | None]


class TagRow(Base):
    """A row of `tags`."""

    __table__ = tables.tags
    if TYPE_CHECKING:
        target: Mapped[str]
        tag: Mapped[str]


class NoteRow(Base):
    """A row of `notes`."""

    __table__ = tables.notes
    if TYPE_CHECKING:
        target: Mapped[str]
        text: Mapped[str]


class DrawRow(Base):
    """A row of `draws`."""

    __table__ = tables.draws
    if TYPE_CHECKING:
        number: Mapped[int]
        drawn: Mapped[str]
        kind: Mapped[str]
        seed: Mapped[int]
        query: Mapped[str]
        population: Mapped[int]


class DrawItemRow(Base):
    """A row of `draw_items`."""

    __table__ = tables.draw_items
    if TYPE_CHECKING:
        draw: Mapped[int]
        position: Mapped[int]
        target: Mapped[str]
        found: Mapped[dict[str, Any] | None]
        judged: Mapped[str | None]
