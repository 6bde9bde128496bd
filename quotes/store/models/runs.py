"""The journal of what was added, when and with what outcome."""

from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Mapped

from quotes.store import tables
from quotes.store.models.base import Base


class RunRow(Base):
    """A row of `runs`."""

    __table__ = tables.runs
    if TYPE_CHECKING:
        id: Mapped[int]
        started: Mapped[str]
        ended: Mapped[str | None]
        state: Mapped[str | None]
        process: Mapped[str]
        sources: Mapped[list[str]]
        options: Mapped[dict[str, Any]]
        total: Mapped[int]


class RunItemRow(Base):
    """A row of `run_items`."""

    __table__ = tables.run_items
    if TYPE_CHECKING:
        number: Mapped[int]
        run_id: Mapped[int]
        name: Mapped[str]
        place: Mapped[str | None]
        record: Mapped[int]
        sha256: Mapped[str | None]
        outcome: Mapped[str]
        document_id: Mapped[str | None]
        error: Mapped[str | None]
        seconds: Mapped[float | None]
        attempts: Mapped[int]
