"""The journal of what was added, when and with what outcome."""

from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    Double,
    ForeignKey,
    Integer,
    Named,
    Table,
    TypedColumns,
)

from quotes.store.tables.base import Characters, metadata


class RunColumns(TypedColumns):
    """A run of adding documents; `state` is NULL until it ends. Fields as in `journal.Run`."""

    id: Named[int] = Column(Integer, primary_key=True)
    started: Named[str] = Column(Characters)
    ended: Named[str | None] = Column(Characters)
    state: Named[str | None] = Column(Characters)
    process: Named[str] = Column(Characters)
    sources: Named[list[str]] = Column(JSON(none_as_null=True))
    options: Named[dict[str, Any]] = Column(JSON(none_as_null=True))
    total: Named[int] = Column(Integer)


runs = Table("runs", metadata, RunColumns)


class RunItemColumns(TypedColumns):
    """What became of one document in a run, in the order of `number`. Fields as in `journal.RunItem`."""

    number: Named[int] = Column(Integer, primary_key=True)
    run_id: Named[int] = Column(Integer, ForeignKey("runs.id", ondelete="CASCADE"), index=True)
    name: Named[str] = Column(Characters)
    place: Named[str | None] = Column(Characters)
    record: Named[int] = Column(Integer)
    sha256: Named[str | None] = Column(Characters)
    outcome: Named[str] = Column(Characters)
    document_id: Named[str | None] = Column(
        Characters, ForeignKey("documents.id", ondelete="SET NULL"), index=True
    )
    error: Named[str | None] = Column(Characters)
    seconds: Named[float | None] = Column(Double)
    attempts: Named[int] = Column(Integer)


run_items = Table("run_items", metadata, RunItemColumns)
