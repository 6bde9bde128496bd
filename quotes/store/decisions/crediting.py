"""Credits the statements in effect of a document to its speakers."""

from collections.abc import Collection
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from quotes.people.decisions import Change
from quotes.people.edits import SpeakerChoice
from quotes.people.linking import members
from quotes.statement import SpeakerType
from quotes.store import identifiers, rows, tables
from quotes.store.connections import connection_of, set_columns
from quotes.store.models import MemberRow, SpeakerRow, StatementRow
from quotes.store.people.affiliations import set_affiliations
from quotes.store.people.members import set_members
from quotes.store.pieces import Piece


def settled(session: Session, choice: SpeakerChoice) -> SpeakerChoice:
    """The choice with the name and the type that the library has for it; a new name is a person's."""
    if choice.id is not None:
        of_id = select(SpeakerRow.name, SpeakerRow.type).join(
            MemberRow, MemberRow.speaker_id == SpeakerRow.id
        )
        name, kind = session.execute(of_id.where(MemberRow.id == choice.id)).one()
        return SpeakerChoice(name, choice.type or cast("SpeakerType | None", kind), choice.id)
    if choice.name is None or choice.type is not None:
        return choice
    known = select(SpeakerRow.type).where(SpeakerRow.name == choice.name, SpeakerRow.type.is_not(None))
    kinds = set(session.scalars(known))
    return SpeakerChoice(choice.name, cast("SpeakerType", kinds.pop() if len(kinds) == 1 else "person"))


def credit(session: Session, document_id: str) -> None:
    """Make the speakers of a document those whom its statements in effect name."""
    connection = connection_of(session)
    statements, documents = tables.statements, tables.documents.c
    text = connection.scalars(select(documents.text).where(documents.id == document_id)).one()
    shown = statements.c.document_id == document_id, statements.c.withheld.is_(None)
    found = connection.execute(select(statements).where(*shown)).all()
    speakers = members(document_id, [rows.statement(row, Piece(text).words) for row in found])
    named = {member.name: member for member in speakers.values()}
    ids = set_members(connection, document_id, named.values())
    credited = [ids[speakers[row.speaker].name] if row.speaker else None for row in found]
    changed = [
        {"id": row.id, "member_id": to}
        for row, to in zip(found, credited, strict=True)
        if row.member_id != to
    ]
    set_columns(connection, statements, changed)
    set_affiliations(connection, document_id)


def joins(session: Session, choice: SpeakerChoice, statement_ids: Collection[str]) -> list[Change]:
    """What lets the names on these statements mean the chosen speaker, where they do not yet."""
    if choice.id is None:
        return []
    chosen = session.scalar(select(MemberRow.speaker_id).where(MemberRow.id == choice.id))
    others: dict[str, str] = {}
    for chunk in identifiers.chunks(sorted(set(statement_ids))):
        of_statements = select(MemberRow.id, MemberRow.document_id).join(
            StatementRow, StatementRow.member_id == MemberRow.id
        )
        apart = of_statements.where(
            StatementRow.id.in_(chunk), StatementRow.withheld.is_(None), MemberRow.speaker_id != chosen
        )
        others |= {member: str(document) for member, document in session.execute(apart)}
    return [Change(member, "same", None, choice.id, document) for member, document in others.items()]


def meant_anew(
    session: Session, choice: SpeakerChoice | None, statement_ids: Collection[str]
) -> list[Change]:
    """The statements of these whose name means another speaker than the one chosen, with the ids of both."""
    if choice is None or choice.id is None:
        return []
    chosen = session.scalar(select(MemberRow.speaker_id).where(MemberRow.id == choice.id))
    found: list[Change] = []
    for chunk in identifiers.chunks(sorted(set(statement_ids))):
        query = select(StatementRow, MemberRow.speaker_id).join(
            MemberRow, StatementRow.member_id == MemberRow.id
        )
        apart = query.where(
            StatementRow.id.in_(chunk), StatementRow.withheld.is_(None), MemberRow.speaker_id != chosen
        )
        for row, speaker in session.execute(apart):
            name = {"name": row.speaker}
            found.append(Change(row.id, "speaker", name | {"id": speaker}, name | {"id": chosen}))
    return found
