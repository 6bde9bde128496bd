"""What searches look things up in besides the full-text indexes: all of it can be made anew from the rest."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    Named,
    Table,
    TypedColumns,
    UniqueConstraint,
)

from quotes.store.tables.base import BY_KEY, Characters, metadata


class SaidByColumns(TypedColumns):
    """Who says the statement at a `moment`: alone, or with others."""

    speaker_id: Named[str] = Column(
        Characters, ForeignKey("speakers.id", ondelete="CASCADE", onupdate="CASCADE"), primary_key=True
    )
    moment: Named[int] = Column(BigInteger, primary_key=True, index=True)


said_by = Table("said_by", metadata, SaidByColumns, **BY_KEY)


class SurfaceFormColumns(TypedColumns):
    """What documents call a speaker: by a name, or by a `description` ("the trade minister").

    `folded` is as names are compared, `members` counts the documents that have it. `number` is what the
    index of three letters knows it by.
    """

    number: Named[int] = Column(Integer, primary_key=True)
    speaker_id: Named[str] = Column(
        Characters, ForeignKey("speakers.id", ondelete="CASCADE", onupdate="CASCADE")
    )
    description: Named[bool] = Column(Boolean)
    folded: Named[str] = Column(Characters)
    members: Named[int] = Column(Integer)


surface_forms = Table(
    "surface_forms",
    metadata,
    SurfaceFormColumns,
    UniqueConstraint("speaker_id", "description", "folded"),
)


class VocabularyColumns(TypedColumns):
    """The forms of words that occur, by what they have in common: cooperates, co-operated ("co operated")."""

    key: Named[str] = Column(Characters, primary_key=True)
    form: Named[str] = Column(Characters, primary_key=True)


vocabulary = Table("vocabulary", metadata, VocabularyColumns, **BY_KEY)
