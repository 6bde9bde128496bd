"""Finds and lists speakers across documents."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Select, bindparam, case, distinct, func, select, text

from quotes.people.countries import canonical_country
from quotes.people.names import NO_PERSON, normalised, other_names, searchable_name
from quotes.store import identifiers, tables
from quotes.store.identifiers import ASKED
from quotes.store.identifiers import asked as values
from quotes.store.indexes import moments, surfaces
from quotes.store.people.views import StoredSpeaker

_SPEAKER = tables.speakers.c
_MEMBER = tables.speaker_members.c
_ALIAS = tables.aliases.c
_FORM = tables.speaker_forms.c
_RULING = tables.rulings.c
_SAID = tables.said_by.c
_STATEMENT = tables.statements.c
_DOCUMENT = tables.documents.c


def named(connection: Connection, part: str, *, whole: bool = False) -> set[str]:
    """The ids of the speakers of whom a name or an alias holds words that begin as those of `part`.

    The last of them need not be a `whole` word.
    """
    wanted = [name for each in (part, *other_names(part)) if (name := searchable_name(each))]
    found: set[str] = set()
    for name in wanted:
        found |= surfaces.having(connection, name, whole=whole)
        found |= _ruled(connection, name, whole=whole)
    return found


_RULED = (
    select(_MEMBER.speaker_id)
    .join(tables.rulings, _RULING.first_id == _MEMBER.id)
    .where(
        _RULING.kind.in_(("alias", "name")),
        func.instr(func.searchable_name(_RULING.value).concat(bindparam("end")), bindparam("wanted")) > 0,
    )
)


def _ruled(connection: Connection, name: str, *, whole: bool) -> set[str]:
    """The speakers to whom people gave a name that holds words that begin as those of `name`."""
    end = " " if whole else ""
    return set(connection.scalars(_RULED, {"wanted": name + end, "end": end}))


def chosen(connection: Connection, asked: str) -> list[str]:
    """The ids of the speakers that `asked` stands for: a whole id, else part of a name, else part of a
    description, else the beginning of an id.

    The name of a country is no part of the names of its bodies: it stands for who is called just so, and
    where the country is no speaker for persons with that name. Raises UsageError for part of several ids.
    """
    whole = connection.scalar(select(_MEMBER.speaker_id).where(_MEMBER.id == asked.strip().lower()))
    if whole is not None:
        return [whole]
    found = _by_name(connection, asked) or _described(connection, asked)
    if not found:
        beginning = identifiers.speaker_id(connection, asked)
        found = set() if beginning is None else {beginning}
    return sorted(found)


_OWNERS = select(_MEMBER.speaker_id).where(_MEMBER.id.in_(ASKED)).distinct().order_by(_MEMBER.speaker_id)


def owners(connection: Connection, member_ids: Iterable[str]) -> list[str]:
    """The ids of the speakers that these members (whole ids) belong to."""
    return list(connection.scalars(_OWNERS, values(member_ids)))


def members_in(connection: Connection, speaker_id: str, document_ids: Iterable[str]) -> list[str]:
    """The ids of the names that a speaker has in these documents."""
    # By the documents: some speakers have names in most of them.
    query = select(_MEMBER.id).where(_MEMBER.document_id.in_(ASKED), (_MEMBER.speaker_id + "") == speaker_id)
    return list(connection.scalars(query.order_by(_MEMBER.id), values(document_ids)))


def _by_name(connection: Connection, asked: str) -> set[str]:
    if canonical_country(asked, official=False) is None:
        return named(connection, asked)
    kinds = _types(connection, _called_as_country(connection, asked))
    if any(kind != "person" for kind in kinds.values()):
        return set(kinds)
    kinds = _types(connection, named(connection, asked, whole=True))
    return {speaker for speaker, kind in kinds.items() if kind == "person"}


def _described(connection: Connection, asked: str) -> set[str]:
    wanted = searchable_name(asked)
    return surfaces.having(connection, wanted, descriptions=True) if wanted else set()


_NAMED = text("""
WITH RECURSIVE called (speaker) AS (
    SELECT min(speaker_id) FROM speaker_members WHERE name = :name
    UNION ALL
    SELECT (SELECT min(speaker_id) FROM speaker_members WHERE name = :name AND speaker_id > speaker)
    FROM called WHERE speaker IS NOT NULL
)
SELECT speaker FROM called WHERE speaker IS NOT NULL
""")
"""The speakers of a member's name, one behind the other in the index: some have members in every document."""


def _called_as_country(connection: Connection, name: str) -> set[str]:
    """The speakers that documents call by a name of this country, and by nothing longer."""
    wanted = normalised(name, "country")
    names = (wanted, wanted + NO_PERSON)
    return {speaker for each in names for speaker in connection.scalars(_NAMED, {"name": each})}


def _types(connection: Connection, speakers: Iterable[str]) -> dict[str, str | None]:
    query = select(_SPEAKER.id, _SPEAKER.type).where(_SPEAKER.id.in_(ASKED))
    return dict(connection.execute(query, values(speakers)).all())


_MOST_FIRST = (
    select(_SAID.speaker_id)
    .join(tables.speakers, _SPEAKER.id == _SAID.speaker_id)
    .where(_SAID.moment > 0)
    .group_by(_SAID.speaker_id)
    .order_by(func.count().desc(), _SPEAKER.name, _SPEAKER.id)
)
"""The speakers who say something."""


def _counted() -> Select[*tuple[Any, ...]]:
    """Speakers with how much they say, alone or with others, and in how many texts."""
    copies = select(_DOCUMENT.id, _DOCUMENT.copy_of).where(_DOCUMENT.copy_of.is_not(None))
    copied = copies.cte().prefix_with("MATERIALIZED")
    claims = func.coalesce(func.sum(case((_STATEMENT.kind == "indirect", 1), else_=0)), 0)
    total = func.count(_STATEMENT.number)
    texts = func.count(distinct(func.coalesce(copied.c.copy_of, _STATEMENT.document_id)))
    beside = (
        tables.speakers.outerjoin(tables.said_by, (_SAID.speaker_id == _SPEAKER.id) & (_SAID.moment > 0))
        .outerjoin(tables.statements, _STATEMENT.number == moments.number_at(_SAID.moment))
        .outerjoin(copied, copied.c.id == _STATEMENT.document_id)
    )
    own = _SPEAKER.id, _SPEAKER.name, _SPEAKER.type
    counts = texts.label("documents"), total.label("total"), claims.label("claims")
    found = select(*own, *counts).select_from(beside).where(_SPEAKER.id.in_(ASKED)).group_by(_SPEAKER.id)
    return found.order_by(total.desc(), _SPEAKER.name, _SPEAKER.id)


_COUNTED = _counted()


def listed(connection: Connection, asked: str | None, limit: int | None = None) -> list[StoredSpeaker]:
    """The speakers that `asked` (a name part or an id) stands for, or all, most statements first.

    What several copies of a text say counts once, what several say together for each of them. Who says
    nothing is listed where nobody else was asked for.
    """
    return _with_ids(connection, _in_order(connection, asked, limit))


def count(connection: Connection, asked: str | None) -> int:
    """How many speakers `listed` gives without a limit."""
    return len(_in_order(connection, asked, None))


def called(connection: Connection, name: str) -> list[StoredSpeaker]:
    """The speakers of whom a name, or else a further name, is just `name`, capitals and accents aside."""
    wanted = searchable_name(name)
    found = _with_ids(connection, sorted(named(connection, name))) if wanted else []
    exact = [speaker for speaker in found if searchable_name(speaker.name) == wanted]
    return exact or [
        speaker for speaker in found if any(searchable_name(alias) == wanted for alias in speaker.aliases)
    ]


def with_ids(connection: Connection, speaker_ids: Collection[str]) -> dict[str, StoredSpeaker]:
    """The speakers with these whole ids, by id."""
    return {speaker.id: speaker for speaker in _with_ids(connection, sorted(speaker_ids))}


def _in_order(connection: Connection, asked: str | None, limit: int | None) -> Sequence[str]:
    """The ids of the speakers that `listed` gives, in its order."""
    if asked is None:
        return connection.scalars(_MOST_FIRST.limit(limit)).all()
    wanted = chosen(connection, asked)
    speaking = _MOST_FIRST.where(_SAID.speaker_id.in_(ASKED)).limit(limit)
    return connection.scalars(speaking, values(wanted)).all() or wanted[:limit]


def _with_ids(connection: Connection, speaker_ids: Iterable[str]) -> list[StoredSpeaker]:
    """The speakers with these whole ids, most statements first."""
    rows = connection.execute(_COUNTED, values(speaker_ids)).all()
    aliases = _aliases(connection, [row.id for row in rows])
    return [
        StoredSpeaker(
            id=row.id,
            name=row.name,
            type=row.type,
            aliases=tuple(alias for alias in aliases[row.id] if alias != row.name),
            documents=row.documents,
            quotes=row.total - row.claims,
            claims=row.claims,
        )
        for row in rows
    ]


_ALIASES = (
    select(_FORM.speaker_id, _FORM.form).where(_FORM.uses > 0, _FORM.speaker_id.in_(ASKED)),
    select(_MEMBER.speaker_id, _ALIAS.form)
    .join(tables.aliases, _ALIAS.member_id == _MEMBER.id)
    .where(_MEMBER.document_id.is_(None), _MEMBER.speaker_id.in_(ASKED)),
    # From the few names that people gave to their speakers: some of these have members in every document.
    select(_MEMBER.speaker_id, _RULING.value)
    .join(tables.rulings, _RULING.first_id == _MEMBER.id)
    .where(_RULING.kind == "alias", (_MEMBER.speaker_id + "").in_(ASKED)),
)
"""The forms of names in documents, on the list of people, and those that people gave."""


def _aliases(connection: Connection, speakers: Iterable[str]) -> dict[str, list[str]]:
    """Every form of each speaker's name in use, and the further names people gave it, the longest first."""
    found: dict[str, set[str]] = {speaker: set() for speaker in speakers}
    for query in _ALIASES:
        for speaker, form in connection.execute(query, values(found)):
            found[speaker].add(str(form))
    return {speaker: sorted(forms, key=lambda form: (-len(form), form)) for speaker, forms in found.items()}
