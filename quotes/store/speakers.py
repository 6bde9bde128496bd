"""Finds and lists speakers across documents."""

from sqlalchemy import ColumnElement, Select, case, distinct, func, or_, select
from sqlalchemy.orm import Session

from quotes.people.names import other_names, searchable_name
from quotes.store import identifiers
from quotes.store.models import AliasRow, DocumentRow, MemberRow, SpeakerRow, StatementRow
from quotes.store.views import StoredSpeaker


def named(part: str) -> Select[str]:
    """The ids of the speakers of whom a name or an alias holds words that begin as those of `part`."""
    wanted = [searchable_name(name) for name in (part, *other_names(part))]
    matches = [AliasRow.folded.contains(name, autoescape=True) for name in wanted if name.strip()]
    ids = select(MemberRow.speaker_id).join(AliasRow, AliasRow.member_id == MemberRow.id)
    return ids.where(or_(*matches) if matches else MemberRow.id.is_(None))


def chosen(session: Session, asked: str) -> ColumnElement[bool]:
    """The condition on `SpeakerRow` that `asked` stands for: a whole id, else part of a name, else of an id.

    Raises UsageError for part of several ids.
    """
    by_name = SpeakerRow.id.in_(named(asked))
    whole = session.scalar(select(MemberRow.speaker_id).where(MemberRow.id == asked.strip().lower()))
    if whole is not None:
        return SpeakerRow.id == whole
    if session.scalar(select(SpeakerRow.id).where(by_name).limit(1)) is not None:
        return by_name
    beginning = identifiers.speaker_id(session, asked)
    return by_name if beginning is None else SpeakerRow.id == beginning


def listed(session: Session, asked: str | None) -> list[StoredSpeaker]:
    """The speakers that `asked` (a name part or an id) stands for, or all, most statements first.

    What several copies of a text say counts once; who says nothing else is listed where asked for alone.
    """
    where = (StatementRow.copy_of.is_(None),) if asked is None else (chosen(session, asked),)
    counts = StatementRow.copy_of.is_(None)
    claims = func.sum(case((counts & (StatementRow.kind == "indirect"), 1), else_=0))
    total = func.sum(case((counts, 1), else_=0))
    text = case((counts, func.coalesce(DocumentRow.copy_of, DocumentRow.id)))
    query = (
        select(SpeakerRow, func.count(distinct(text)), total - claims, claims)
        .join(MemberRow, MemberRow.speaker_id == SpeakerRow.id)
        .join(StatementRow, StatementRow.member_id == MemberRow.id)
        .join(DocumentRow, DocumentRow.id == StatementRow.document_id)
        .where(*where)
        .group_by(SpeakerRow.id)
        .order_by(total.desc(), SpeakerRow.name, SpeakerRow.id)
    )
    found = session.execute(query).all()
    found = [row for row in found if row[2] or row[3]] or found
    aliases = _aliases(session, [speaker.id for speaker, *_ in found])
    return [
        StoredSpeaker(
            id=speaker.id,
            name=speaker.name,
            type=speaker.type,
            aliases=tuple(alias for alias in aliases[speaker.id] if alias != speaker.name),
            documents=documents,
            quotes=quotes,
            claims=claims_,
        )
        for speaker, documents, quotes, claims_ in found
    ]


def _aliases(session: Session, speakers: list[str]) -> dict[str, list[str]]:
    """Every form of each speaker's name, the longest first."""
    found: dict[str, list[str]] = {speaker: [] for speaker in speakers}
    for chunk in identifiers.chunks(speakers):
        query = (
            select(MemberRow.speaker_id, AliasRow.form)
            .join(AliasRow, AliasRow.member_id == MemberRow.id)
            .where(MemberRow.speaker_id.in_(chunk))
            .distinct()
            .order_by(func.length(AliasRow.form).desc(), AliasRow.form)
        )
        for speaker, form in session.execute(query):
            found[speaker].append(form)
    return found
