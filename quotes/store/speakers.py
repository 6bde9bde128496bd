"""Finds and lists speakers across documents."""

from collections.abc import Collection, Sequence

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    case,
    distinct,
    false,
    func,
    or_,
    select,
    true,
    union,
)
from sqlalchemy.orm import Session
from sqlalchemy.sql.selectable import SelectBase

from quotes.people.countries import canonical_country
from quotes.people.names import NO_PERSON, normalised, other_names, searchable_name
from quotes.store import identifiers
from quotes.store.models import AliasRow, DocumentRow, MemberRow, PartRow, RulingRow, SpeakerRow, StatementRow
from quotes.store.views import StoredSpeaker
from quotes.store.visible import VISIBLE


def named(part: str, *, whole: bool = False) -> CompoundSelect[str]:
    """The ids of the speakers of whom a name or an alias holds words that begin as those of `part`.

    The last of them need not be a `whole` word.
    """
    end = " " if whole else ""
    wanted = [searchable_name(name) + end for name in (part, *other_names(part))]
    matches = [(AliasRow.folded + end).contains(name, autoescape=True) for name in wanted if name.strip()]
    ids = select(MemberRow.speaker_id).join(AliasRow, AliasRow.member_id == MemberRow.id)
    found = ids.where(or_(*matches) if matches else MemberRow.id.is_(None))
    given = select(MemberRow.speaker_id).join(RulingRow, RulingRow.first_id == MemberRow.id)
    return found.union(given.where(RulingRow.kind.in_(("alias", "name")), _ruled(wanted, end)))


def _ruled(wanted: list[str], end: str) -> ColumnElement[bool]:
    """Whether the name that people gave, with this `end`, holds words that begin as one of `wanted`."""
    folded = " " + func.folded(RulingRow.value) + end
    return or_(false(), *(func.instr(folded, name) > 0 for name in wanted if name.strip()))


def chosen(session: Session, asked: str) -> ColumnElement[bool]:
    """The condition on `SpeakerRow` that `asked` stands for: a whole id, else part of a name, else of an id.

    The name of a country is no part of the names of its bodies: it stands for who is called just so, and
    where the country is no speaker for persons with that name. Raises UsageError for part of several ids.
    """
    whole = session.scalar(select(MemberRow.speaker_id).where(MemberRow.id == asked.strip().lower()))
    if whole is not None:
        return SpeakerRow.id == whole
    by_name: ColumnElement[bool] = SpeakerRow.id.in_(named(asked))
    if canonical_country(asked, official=False) is not None:
        person = func.coalesce(SpeakerRow.type, "") == "person"
        just_so = SpeakerRow.id.in_(_called_as_country(asked))
        if session.scalar(select(SpeakerRow.id).where(just_so, ~person).limit(1)) is not None:
            return just_so
        by_name = SpeakerRow.id.in_(named(asked, whole=True)) & person
    if session.scalar(select(SpeakerRow.id).where(by_name).limit(1)) is not None:
        return by_name
    beginning = identifiers.speaker_id(session, asked)
    return by_name if beginning is None else SpeakerRow.id == beginning


def _called_as_country(name: str) -> Select[str]:
    """The ids of the speakers that documents call by a name of this country, and by nothing longer."""
    wanted = normalised(name, "country")
    return select(MemberRow.speaker_id).where(MemberRow.name.in_((wanted, wanted + NO_PERSON)))


def spoken_by(session: Session, asked: str) -> CompoundSelect[str]:
    """The members of the speakers that `asked` stands for, and of the groups they speak in."""
    return _speaking(select(SpeakerRow.id).where(chosen(session, asked)))


def spoken_as(member_ids: Sequence[str]) -> CompoundSelect[str]:
    """The same of the speakers that these members (whole ids) belong to."""
    return _speaking(select(MemberRow.speaker_id).where(MemberRow.id.in_(member_ids)))


def with_groups(members: SelectBase) -> CompoundSelect[str]:
    """These members, by their ids, and the joint sources that one of them is a part of."""
    found = members.cte()  # looked up once
    of_groups = select(PartRow.group_id).where(PartRow.part_id.in_(select(found.c[0])))
    return select(found.c[0]).union_all(of_groups)


def _speaking(speakers: Select[str]) -> CompoundSelect[str]:
    return with_groups(select(MemberRow.id).where(MemberRow.speaker_id.in_(speakers)))


def listed(session: Session, asked: str | None) -> list[StoredSpeaker]:
    """The speakers that `asked` (a name part or an id) stands for, or all, most statements first.

    What several copies of a text say counts once, what several say together for each of them. Who says
    nothing is listed where nobody else was asked for.
    """
    found = _counted(session, None if asked is None else chosen(session, asked))
    return [speaker for speaker in found if speaker.quotes or speaker.claims] or found


def called(session: Session, name: str) -> list[StoredSpeaker]:
    """The speakers of whom a name, or else a further name, is just `name`, capitals and accents aside."""
    wanted = searchable_name(name)
    found = _counted(session, SpeakerRow.id.in_(named(name))) if wanted.strip() else []
    exact = [speaker for speaker in found if searchable_name(speaker.name) == wanted]
    return exact or [
        speaker for speaker in found if any(searchable_name(alias) == wanted for alias in speaker.aliases)
    ]


def with_ids(session: Session, speaker_ids: Collection[str]) -> dict[str, StoredSpeaker]:
    """The speakers with these whole ids, by id."""
    return {
        speaker.id: speaker
        for chunk in identifiers.chunks(sorted(speaker_ids))
        for speaker in _counted(session, SpeakerRow.id.in_(chunk))
    }


def _counted(session: Session, which: ColumnElement[bool] | None) -> list[StoredSpeaker]:
    """The speakers for whom `which` holds (all who say something), with how much, alone or with others."""
    counts = StatementRow.id.is_not(None) & StatementRow.copy_of.is_(None) & VISIBLE
    claims = func.coalesce(func.sum(case((counts & (StatementRow.kind == "indirect"), 1), else_=0)), 0)
    total = func.coalesce(func.sum(case((counts, 1), else_=0)), 0)
    text = case((counts, func.coalesce(DocumentRow.copy_of, DocumentRow.id)))
    own = select(MemberRow.speaker_id.label("speaker"), MemberRow.id.label("member"))
    joint = select(MemberRow.speaker_id, PartRow.group_id).join(PartRow, PartRow.part_id == MemberRow.id)
    if which is not None:
        wanted = select(SpeakerRow.id).where(which)
        own, joint = (query.where(MemberRow.speaker_id.in_(wanted)) for query in (own, joint))
    speaking = union(own, joint).subquery()
    query = (
        select(SpeakerRow, func.count(distinct(text)), total - claims, claims)
        .join(speaking, speaking.c.speaker == SpeakerRow.id)
        .outerjoin(StatementRow, StatementRow.member_id == speaking.c.member)
        .outerjoin(DocumentRow, DocumentRow.id == StatementRow.document_id)
        .where(true() if which is not None else counts)
        .group_by(SpeakerRow.id)
        .order_by(total.desc(), SpeakerRow.name, SpeakerRow.id)
    )
    found = session.execute(query).all()
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
    """Every form of each speaker's name in use, and the further names people gave it, the longest first."""
    found: dict[str, set[str]] = {speaker: set() for speaker in speakers}
    for chunk in identifiers.chunks(speakers):
        of_text = (
            select(MemberRow.speaker_id, AliasRow.form)
            .join(AliasRow, AliasRow.member_id == MemberRow.id)
            .where(MemberRow.speaker_id.in_(chunk), (AliasRow.uses > 0) | MemberRow.document_id.is_(None))
        )
        given = (
            select(MemberRow.speaker_id, RulingRow.value)
            .join(RulingRow, RulingRow.first_id == MemberRow.id)
            .where(MemberRow.speaker_id.in_(chunk), RulingRow.kind == "alias")
        )
        for query in (of_text, given):
            for speaker, form in session.execute(query):
                found[speaker].add(str(form))
    return {speaker: sorted(forms, key=lambda form: (-len(form), form)) for speaker, forms in found.items()}
