"""The journal of what was added, when and with what outcome."""

from typing import Any

from sqlalchemy import Double, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from quotes.store.models.base import Base


class RunRow(Base):
    """A run of adding documents; `state` is NULL until it ends. Fields as in `journal.Run`."""

    __tablename__ = "runs"

    id: Mapped[int] = mapped_column(primary_key=True)
    started: Mapped[str]
    ended: Mapped[str | None]
    state: Mapped[str | None]
    process: Mapped[str]
    sources: Mapped[list[str]]
    options: Mapped[dict[str, Any]]
    total: Mapped[int]


class RunItemRow(Base):
    """What became of one document in a run, in the order of `number`. Fields as in `journal.RunItem`."""

    __tablename__ = "run_items"

    number: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    place: Mapped[str | None]
    record: Mapped[int]
    sha256: Mapped[str | None]
    outcome: Mapped[str]
    document_id: Mapped[str | None] = mapped_column(
        ForeignKey("documents.id", ondelete="SET NULL"), index=True
    )
    error: Mapped[str | None]
    seconds: Mapped[float | None] = mapped_column(Double)
    attempts: Mapped[int]
