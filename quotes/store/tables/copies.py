"""Which documents are copies of each other, and the marks by which copies are found."""

from sqlalchemy import (
    BigInteger,
    Column,
    Double,
    ForeignKey,
    Named,
    Table,
    TypedColumns,
)

from quotes.store.tables.base import BY_KEY, Characters, metadata


class MarkColumns(TypedColumns):
    """A mark of a document's text (`quotes.copies.texts.sketch`): copies share some."""

    mark: Named[int] = Column(BigInteger, primary_key=True, autoincrement=False)
    document_id: Named[str] = Column(
        Characters, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True, index=True
    )


text_marks = Table("text_marks", metadata, MarkColumns, **BY_KEY)


class LikenessColumns(TypedColumns):
    """Two documents that are copies of each other, the smaller id first."""

    first_id: Named[str] = Column(
        Characters, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True
    )
    second_id: Named[str] = Column(
        Characters, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    similarity: Named[float] = Column(Double)


likenesses = Table("likenesses", metadata, LikenessColumns, **BY_KEY)
