"""How speakers are described in documents: what tells namesakes apart."""

from sqlalchemy import Connection, func, select

from quotes.store.tables import speaker_members, statements
from quotes.store.visible import VISIBLE


def roles(connection: Connection) -> dict[str, str]:
    """Of each speaker (id) that documents describe anywhere, the description that stands there most often."""
    often = func.count()
    query = (
        select(speaker_members.c.speaker_id, statements.c.role)
        .join(statements, statements.c.member_id == speaker_members.c.id)
        .where(statements.c.role.is_not(None), VISIBLE)
        .group_by(speaker_members.c.speaker_id, statements.c.role)
        .order_by(often, statements.c.role.desc())
    )
    return {speaker: role or "" for speaker, role in connection.execute(query)}  # the last of each stays
