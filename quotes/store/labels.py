"""The tags and notes that statements and documents have."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, func, select

from quotes.store.identifiers import ASKED, asked
from quotes.store.tables import notes, statements, tags

_TAGS = select(tags.c.target, tags.c.tag).where(tags.c.target.in_(ASKED)).order_by(tags.c.target, tags.c.tag)
_NOTES = select(notes.c.target, notes.c.text).where(notes.c.target.in_(ASKED))


def tags_of(connection: Connection, targets: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The tags of statements and documents that have any, in the order of the alphabet."""
    found: dict[str, tuple[str, ...]] = {}
    for target, tag in connection.execute(_TAGS, asked(targets)):
        found[target] = (*found.get(target, ()), tag)
    return found


def known_tags(connection: Connection) -> list[str]:
    """Every tag that anything has, the most used first."""
    query = select(tags.c.tag).group_by(tags.c.tag).order_by(func.count().desc(), tags.c.tag)
    return list(connection.scalars(query))


def notes_of(connection: Connection, targets: Iterable[str]) -> Mapping[str, str]:
    """The notes on statements and documents that have one."""
    return dict(connection.execute(_NOTES, asked(targets)).all())


def showing(connection: Connection, tag: str) -> set[str]:
    """The ids of statements that show, in their words or the context, words of another that has this tag."""
    tagged, other = statements.alias(), statements.alias()
    query = (
        select(other.c.id)
        .join(tagged, tagged.c.document_id == other.c.document_id)
        .join(tags, tags.c.target == tagged.c.id)
        .where(
            tags.c.tag == tag,
            tagged.c.id != other.c.id,
            tagged.c.start < other.c.context_end,
            other.c.context_start < tagged.c.end,
        )
    )
    return set(connection.scalars(query))
