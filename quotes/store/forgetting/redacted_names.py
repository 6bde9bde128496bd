"""The speakers of a document whose text was blanked, without those named in what was blanked alone."""

from collections.abc import Collection

from sqlalchemy import Connection, delete, exists, select, update
from sqlalchemy.orm import Session

from quotes.store.connections import connection_of
from quotes.store.decisions.crediting import credit
from quotes.store.forgetting import departures, leaving
from quotes.store.forgetting.blanking import Blanking
from quotes.store.people import forms
from quotes.store.tables import aliases, speaker_members, statements

_MEMBER = speaker_members.c


def redact(session: Session, document_id: str, blank: Blanking, decision: int) -> None:
    """Let the document have the speakers that its statements still name; other ids answer by `decision`."""
    connection = connection_of(session)
    query = select(_MEMBER.id, _MEMBER.roles).where(_MEMBER.document_id == document_id)
    for member, roles in connection.execute(query).all():
        kept = [role for role in roles if blank.told(str(role[0])) == role[0]]
        if kept != roles:
            own = update(speaker_members).where(_MEMBER.id == member)
            connection.execute(own.values(roles=kept))
    session.expire_all()
    credit(session, document_id)
    connection = connection_of(session)
    _forget_forms(connection, document_id, blank)
    nameless = _nameless(connection, document_id)
    if nameless:
        heirs = leaving.take_out_members(session, nameless)
        connection = connection_of(session)
        departures.hand_on(connection, nameless, heirs)
        departures.note(connection, decision, nameless, heirs)


def _forget_forms(connection: Connection, document_id: str, blank: Blanking) -> None:
    """Delete the forms of names that no statement has any more and that were blanked."""
    query = select(aliases.c.member_id, aliases.c.form).join(
        speaker_members, _MEMBER.id == aliases.c.member_id
    )
    idle = query.where(_MEMBER.document_id == document_id, aliases.c.uses == 0)
    gone = [(member, form) for member, form in connection.execute(idle).all() if blank.told(form) != form]
    members: Collection[str] = {member for member, _ in gone}
    forms.take(connection, members)
    for member, form in gone:
        away = (aliases.c.member_id == member) & (aliases.c.form == form)
        connection.execute(delete(aliases).where(away))
    forms.give(connection, members)


def _nameless(connection: Connection, document_id: str) -> dict[str, str]:
    """The members of a document of whom no name is left, each with its id."""
    named = exists().where(aliases.c.member_id == _MEMBER.id, aliases.c.is_mention.is_(False))
    speaking = exists().where(statements.c.member_id == _MEMBER.id)
    query = select(_MEMBER.id, _MEMBER.document_id).where(
        _MEMBER.document_id == document_id, ~named, ~speaking
    )
    return {member: str(document) for member, document in connection.execute(query)}
