"""What people decided: the log, to which rows are only ever added, and what follows from it."""

from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quotes.store.models.base import BY_KEY, Base


class DecisionRow(Base):
    """A decision; `undoes` is the number of the one it takes back. Fields as in `Decision`."""

    __tablename__ = "decisions"

    number: Mapped[int] = mapped_column(primary_key=True)
    decided: Mapped[str]
    who: Mapped[str]
    action: Mapped[str]
    summary: Mapped[str]
    undoes: Mapped[int | None] = mapped_column(ForeignKey("decisions.number"), index=True)


class ChangeRow(Base):
    """What a decision changed of one thing. Fields as in `people.decisions.Change`.

    `target` and `document_id` are ids, not references: what was decided outlives what it was decided on.
    """

    __tablename__ = "changes"

    number: Mapped[int] = mapped_column(primary_key=True)
    decision: Mapped[int] = mapped_column(ForeignKey("decisions.number"), index=True)
    target: Mapped[str] = mapped_column(index=True)
    document_id: Mapped[str | None] = mapped_column(index=True)
    field: Mapped[str]
    before: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    after: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    anchor: Mapped[dict[str, Any] | None]

    made: Mapped[DecisionRow] = relationship(lazy="joined", innerjoin=True, viewonly=True)


class RulingRow(Base):
    """What the decisions in effect say of members (names in documents): made anew from the log at any time.

    `kind` is "same" or "different" (of the two members), "name" or "alias" (`value`, of the first's speaker).
    """

    __tablename__ = "rulings"

    number: Mapped[int] = mapped_column(ForeignKey("changes.number"), primary_key=True)
    kind: Mapped[str]
    first_id: Mapped[str] = mapped_column(index=True)
    second_id: Mapped[str | None] = mapped_column(index=True)
    value: Mapped[str | None] = mapped_column(index=True)


class TagRow(Base):
    """A tag of a statement or a document, by its id."""

    __tablename__ = "tags"
    __table_args__ = BY_KEY

    target: Mapped[str] = mapped_column(primary_key=True)
    tag: Mapped[str] = mapped_column(primary_key=True, index=True)


class NoteRow(Base):
    """The note on a statement or a document, by its id."""

    __tablename__ = "notes"

    target: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]


class DrawRow(Base):
    """A random draw of statements or documents (`kind`) for measuring, out of the `population` of a query."""

    __tablename__ = "draws"

    number: Mapped[int] = mapped_column(primary_key=True)
    drawn: Mapped[str]
    kind: Mapped[str]
    seed: Mapped[int]
    query: Mapped[str]
    population: Mapped[int]


class DrawItemRow(Base):
    """One of a draw, in its order: what the parser had given (`found`) when a person judged it (`judged`)."""

    __tablename__ = "draw_items"
    __table_args__ = BY_KEY

    draw: Mapped[int] = mapped_column(ForeignKey("draws.number", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    target: Mapped[str] = mapped_column(index=True)
    found: Mapped[dict[str, Any] | None]
    judged: Mapped[str | None]
