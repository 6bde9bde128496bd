"""Which documents are copies of each other, and the marks by which copies are found."""

from sqlalchemy import BigInteger, Double, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from quotes.store.models.base import BY_KEY, Base


class MarkRow(Base):
    """A mark of a document's text (`quotes.copies.texts.sketch`): copies share some."""

    __tablename__ = "text_marks"
    __table_args__ = BY_KEY

    mark: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    document_id: Mapped[str] = mapped_column(
        ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class LikenessRow(Base):
    """Two documents that are copies of each other, the smaller id first."""

    __tablename__ = "likenesses"
    __table_args__ = BY_KEY

    first_id: Mapped[str] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)
    second_id: Mapped[str] = mapped_column(
        ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    similarity: Mapped[float] = mapped_column(Double)
