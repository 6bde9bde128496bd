"""The tags and notes that statements and documents have."""

from collections.abc import Iterable, Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from quotes.store import identifiers
from quotes.store.models import NoteRow, StatementRow, TagRow


def tags_of(session: Session, targets: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The tags of statements and documents that have any, in the order of the alphabet."""
    found: dict[str, tuple[str, ...]] = {}
    for chunk in identifiers.chunks(sorted(set(targets))):
        query = select(TagRow.target, TagRow.tag).where(TagRow.target.in_(chunk))
        for target, tag in session.execute(query.order_by(TagRow.target, TagRow.tag)):
            found[target] = (*found.get(target, ()), tag)
    return found


def known_tags(session: Session) -> list[str]:
    """Every tag that anything has, the most used first."""
    query = select(TagRow.tag).group_by(TagRow.tag).order_by(func.count().desc(), TagRow.tag)
    return list(session.scalars(query))


def notes_of(session: Session, targets: Iterable[str]) -> Mapping[str, str]:
    """The notes on statements and documents that have one."""
    found: dict[str, str] = {}
    for chunk in identifiers.chunks(sorted(set(targets))):
        query = select(NoteRow.target, NoteRow.text).where(NoteRow.target.in_(chunk))
        found |= dict(session.execute(query).all())
    return found


def showing(session: Session, tag: str) -> set[str]:
    """The ids of statements that show, in their words or the context, words of another that has this tag."""
    tagged, other = aliased(StatementRow), aliased(StatementRow)
    query = (
        select(other.id)
        .join(tagged, tagged.document_id == other.document_id)
        .join(TagRow, TagRow.target == tagged.id)
        .where(
            TagRow.tag == tag,
            tagged.id != other.id,
            tagged.start < other.context_end,
            other.context_start < tagged.end,
        )
    )
    return set(session.scalars(query))
