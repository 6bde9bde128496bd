"""Which documents are copies of each other, and the marks by which copies are found."""

from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped

from quotes.store import tables
from quotes.store.models.base import Base


class MarkRow(Base):
    """A row of `text_marks`."""

    __table__ = tables.text_marks
    if TYPE_CHECKING:
        mark: Mapped[int]
        document_id: Mapped[str]


class LikenessRow(Base):
    """A row of `likenesses`."""

    __table__ = tables.likenesses
    if TYPE_CHECKING:
        first_id: Mapped[str]
        second_id: Mapped[str]
        similarity: Mapped[float]
