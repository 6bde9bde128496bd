"""How speakers are described in documents: what tells namesakes apart."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quotes.store.models import MemberRow, StatementRow
from quotes.store.visible import VISIBLE


def roles(session: Session) -> dict[str, str]:
    """Of each speaker (id) that documents describe anywhere, the description that stands there most often."""
    often = func.count()
    query = (
        select(MemberRow.speaker_id, StatementRow.role)
        .join(StatementRow, StatementRow.member_id == MemberRow.id)
        .where(StatementRow.role.is_not(None), VISIBLE)
        .group_by(MemberRow.speaker_id, StatementRow.role)
        .order_by(often, StatementRow.role.desc())
    )
    return {speaker: role or "" for speaker, role in session.execute(query)}  # the last of each stays
