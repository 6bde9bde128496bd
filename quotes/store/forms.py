"""Keeps how many statements carry each form of a speaker's name, as members come, change and move."""

from collections.abc import Collection

from sqlalchemy import delete, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Session

from quotes.store import identifiers
from quotes.store.models import AliasRow, FormRow, MemberRow

_COUNTED = (
    select(
        MemberRow.speaker_id.label("speaker_id"),
        AliasRow.form.label("form"),
        func.sum(AliasRow.uses).label("uses"),
        func.count().label("members"),
    )
    .join(AliasRow, AliasRow.member_id == MemberRow.id)
    .where(AliasRow.is_mention.is_(False))
    .group_by(MemberRow.speaker_id, AliasRow.form)
)
_COLUMNS = ["speaker_id", "form", "uses", "members"]


def give(session: Session, member_ids: Collection[str]) -> None:
    """Count the forms of these members for the speakers that they belong to now."""
    _shift(session, member_ids, 1)


def take(session: Session, member_ids: Collection[str]) -> None:
    """Count them no more: to be called before the members move, or their forms change."""
    _shift(session, member_ids, -1)


def recount(session: Session, speakers: Collection[str]) -> None:
    """Count the forms of these speakers anew, by all their members."""
    for chunk in identifiers.chunks(sorted(speakers)):
        session.execute(delete(FormRow).where(FormRow.speaker_id.in_(chunk)))
        counted = _COUNTED.where(MemberRow.speaker_id.in_(chunk))
        session.execute(insert(FormRow).from_select(_COLUMNS, counted))


def _shift(session: Session, member_ids: Collection[str], sign: int) -> None:
    for chunk in identifiers.chunks(sorted(member_ids)):
        found = session.execute(_COUNTED.where(MemberRow.id.in_(chunk))).all()
        rows = [
            {"speaker_id": speaker, "form": form, "uses": sign * uses, "members": sign * members}
            for speaker, form, uses, members in found
        ]
        if not rows:
            continue
        added = upsert(FormRow)
        into = {
            "uses": FormRow.uses + added.excluded.uses,
            "members": FormRow.members + added.excluded.members,
        }
        session.execute(added.on_conflict_do_update(index_elements=["speaker_id", "form"], set_=into), rows)
        if sign < 0:
            speakers = sorted({speaker for speaker, *_ in found})
            session.execute(delete(FormRow).where(FormRow.speaker_id.in_(speakers), FormRow.members == 0))
