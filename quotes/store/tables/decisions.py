"""What people decided: the log, to which rows are only ever added, and what follows from it."""

from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    ForeignKey,
    Integer,
    Named,
    Table,
    TypedColumns,
)

from quotes.store.tables.base import BY_KEY, Characters, metadata


class DecisionColumns(TypedColumns):
    """A decision; `undoes` is the number of the one it takes back. Fields as in `Decision`."""

    number: Named[int] = Column(Integer, primary_key=True)
    decided: Named[str] = Column(Characters)
    who: Named[str] = Column(Characters)
    action: Named[str] = Column(Characters)
    summary: Named[str] = Column(Characters)
    undoes: Named[int | None] = Column(Integer, ForeignKey("decisions.number"), index=True)


decisions = Table("decisions", metadata, DecisionColumns)


class ChangeColumns(TypedColumns):
    """What a decision changed of one thing. Fields as in `people.decisions.Change`.

    `target` and `document_id` are ids, not references: what was decided outlives what it was decided on.
    """

    number: Named[int] = Column(Integer, primary_key=True)
    decision: Named[int] = Column(Integer, ForeignKey("decisions.number"), index=True)
    target: Named[str] = Column(Characters, index=True)
    document_id: Named[str | None] = Column(Characters, index=True)
    field: Named[str] = Column(Characters)
    before: Named[Any] = Column(JSON(none_as_null=True), nullable=True)
    after: Named[Any] = Column(JSON(none_as_null=True), nullable=True)
    anchor: Named[dict[str, Any] | None] = Column(JSON(none_as_null=True))


changes = Table("changes", metadata, ChangeColumns)


class RulingColumns(TypedColumns):
    """What the decisions in effect say of members (names in documents): made anew from the log at any time.

    `kind` is "same" or "different" (of the two members), "name" or "alias" (`value`, of the first's speaker).
    """

    number: Named[int] = Column(Integer, ForeignKey("changes.number"), primary_key=True)
    kind: Named[str] = Column(Characters)
    first_id: Named[str] = Column(Characters, index=True)
    second_id: Named[str | None] = Column(Characters, index=True)
    value: Named[str | None] = Column(Characters, index=True)


rulings = Table("rulings", metadata, RulingColumns)


class TagColumns(TypedColumns):
    """A tag of a statement or a document, by its id."""

    target: Named[str] = Column(Characters, primary_key=True)
    tag: Named[str] = Column(Characters, primary_key=True, index=True)


tags = Table("tags", metadata, TagColumns, **BY_KEY)


class NoteColumns(TypedColumns):
    """The note on a statement or a document, by its id."""

    target: Named[str] = Column(Characters, primary_key=True)
    text: Named[str] = Column(Characters)


notes = Table("notes", metadata, NoteColumns)


class DrawColumns(TypedColumns):
    """A random draw of statements or documents (`kind`) for measuring, out of the `population` of a query."""

    number: Named[int] = Column(Integer, primary_key=True)
    drawn: Named[str] = Column(Characters)
    kind: Named[str] = Column(Characters)
    seed: Named[int] = Column(Integer)
    query: Named[str] = Column(Characters)
    population: Named[int] = Column(Integer)


draws = Table("draws", metadata, DrawColumns)


class DrawItemColumns(TypedColumns):
    """One of a draw, in its order: what the parser had given (`found`) when a person judged it (`judged`)."""

    draw: Named[int] = Column(Integer, ForeignKey("draws.number", ondelete="CASCADE"), primary_key=True)
    position: Named[int] = Column(Integer, primary_key=True)
    target: Named[str] = Column(Characters, index=True)
    found: Named[dict[str, Any] | None] = Column(JSON(none_as_null=True))
    judged: Named[str | None] = Column(Characters)


draw_items = Table("draw_items", metadata, DrawItemColumns, **BY_KEY)
