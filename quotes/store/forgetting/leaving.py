"""Takes documents out of the library, with all that was found in them: as if they never had come."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, delete, select, update
from sqlalchemy.orm import Session

from quotes.store import copies
from quotes.store.connections import connection_of
from quotes.store.decisions import rulings
from quotes.store.forgetting import handing
from quotes.store.identifiers import chunks
from quotes.store.indexes import indexing
from quotes.store.people import forms, members, owning
from quotes.store.tables import (
    documents,
    draw_items,
    fetches,
    notes,
    speaker_keys,
    speaker_members,
    speakers,
    statements,
    tags,
)
from quotes.store.tables import rulings as ruled

OWNED = (statements, speaker_members)
"""What of a document has ids of its own."""


@dataclass(frozen=True, slots=True)
class Left:
    """What left: the ids of `documents`, of `statements` and `members` each with that of its document.

    `heirs` are members that go on answering for those that left, `speakers` all to whom one of these
    belonged, and `vanished` those of them who have no other, by their names.

    `copies` are the ids of the copies of statements by the statement that stood for them, `others` those
    of the documents that are copies or versions of those that left.
    """

    documents: tuple[str, ...]
    statements: dict[str, str]
    members: dict[str, str]
    heirs: dict[str, str]
    speakers: frozenset[str]
    vanished: tuple[str, ...]
    copies: dict[str, list[str]]
    others: frozenset[str]

    @property
    def ids(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.documents, *self.statements, *self.members)

    def of(self, document_id: str) -> list[str]:
        """The ids that left with a document."""
        owned = (*self.statements.items(), *self.members.items())
        return [document_id, *(each for each, owner in owned if owner == document_id)]


def take_out(session: Session, document_ids: Collection[str]) -> Left:
    """Take the documents with these whole ids out, in the caller's transaction.

    What was decided of their speakers holds for the names that these have elsewhere; a copy comes to stand
    for words that were counted here.
    """
    left = _leaving(session, document_ids)
    handed = handing.hand_on(session, left.members.keys())
    connection = connection_of(session)
    _let_versions_follow(connection, left.documents)
    _delete_labels(connection, left.ids)
    _delete(session, left)
    session.expire_all()
    rulings.project(session, handed)
    copies.regroup(session, left.others)
    session.expire_all()
    return left


def _leaving(session: Session, document_ids: Collection[str]) -> Left:
    """What is to leave; the copies of documents are parted from them."""
    connection = connection_of(session)
    said = ids_of(connection, statements, document_ids)
    repeated = _copies(connection, list(said))
    others = copies.left_by(session, document_ids)
    connection = connection_of(session)
    members_ = ids_of(connection, speaker_members, document_ids)
    heirs = handing.heirs(connection, members_.keys())
    owners = owning.owners_of(connection, members_.keys())
    staying = {owners[each] for each in heirs}
    vanished = names_of(connection, set(owners.values()) - staying)
    return Left(
        tuple(sorted(document_ids)),
        said,
        members_,
        heirs,
        frozenset(owners.values()),
        tuple(sorted(vanished)),
        repeated,
        frozenset(others),
    )


def take_out_members(session: Session, member_ids: Collection[str]) -> dict[str, str]:
    """Take names out that their documents have no more; by which members their ids go on answering."""
    connection = connection_of(session)
    heirs = handing.heirs(connection, member_ids)
    owners = owning.owners_of(connection, member_ids)
    handed = handing.hand_on(session, member_ids)
    connection = connection_of(session)
    profiles = _delete_members(connection, member_ids)
    _decide_again(connection, set(owners.values()), profiles)
    session.expire_all()
    rulings.project(session, handed)
    return heirs


def _delete(session: Session, left: Left) -> None:
    """Delete the rows of documents; what belongs to them alone goes with them. Speakers follow."""
    connection = connection_of(session)
    owned: dict[str, list[str]] = {document: [] for document in left.documents}
    for member, document in left.members.items():
        owned[document].append(member)
    profiles: set[str] = set()
    for document, members_ in owned.items():  # one by one: what is left of one is indexed with the next
        indexing.forget(connection, document)
        connection.execute(delete(statements).where(statements.c.document_id == document))
        profiles |= _delete_members(connection, members_)
        connection.execute(delete(documents).where(documents.c.id == document))
    _decide_again(connection, left.speakers, profiles)
    session.expire_all()


def _delete_members(connection: Connection, member_ids: Collection[str]) -> set[str]:
    """Delete members and what was decided of them; the profiles that they were found by."""
    profiles = _profiles(connection, sorted(member_ids))
    forms.take(connection, member_ids)
    for chunk in chunks(sorted(member_ids)):
        for column in (ruled.c.first_id, ruled.c.second_id):
            connection.execute(delete(ruled).where(column.in_(chunk)))
        connection.execute(delete(speaker_members).where(speaker_members.c.id.in_(chunk)))
    return profiles


def _decide_again(connection: Connection, speakers_: Collection[str], profiles: Collection[str]) -> None:
    """Decide who is who among those that are left of speakers; those of whom nobody is left go."""
    members.left(connection, sorted(speakers_), sorted(profiles))
    owning.drop(connection, speakers_)
    _delete_keys(connection, profiles)


def _delete_labels(connection: Connection, ids: Sequence[str]) -> None:
    """Delete tags, notes, and what was drawn and not judged yet."""
    for chunk in chunks(ids):
        for table in (tags, notes):
            connection.execute(delete(table).where(table.c.target.in_(chunk)))
        unjudged = draw_items.c.target.in_(chunk) & draw_items.c.judged.is_(None)
        connection.execute(delete(draw_items).where(unjudged))


def _delete_keys(connection: Connection, profiles: Iterable[str]) -> None:
    """Delete what nobody is found by any more."""
    for chunk in chunks(sorted(profiles)):
        used = select(speaker_members.c.profile).where(speaker_members.c.profile.in_(chunk))
        idle = speaker_keys.c.profile.in_(chunk) & speaker_keys.c.profile.not_in(used)
        connection.execute(delete(speaker_keys).where(idle))


def _let_versions_follow(connection: Connection, document_ids: Sequence[str]) -> None:
    """Let the first version of a page that stays be the one that the others are versions of, and the last one
    what its address gave the last time: as far as is known of that."""
    order = documents.c.version_of.is_not(None), documents.c.retrieved, documents.c.number
    for leaving in document_ids:
        root = connection.scalar(select(documents.c.version_of).where(documents.c.id == leaving)) or leaving
        of_page = (documents.c.id == root) | (documents.c.version_of == root)
        versions = connection.execute(
            select(documents.c.id, documents.c.retrieved).where(of_page).order_by(*order)
        )
        staying = [(each, when) for each, when in versions if each not in document_ids]
        if root in document_ids:
            _set_root(connection, root, [each for each, _ in staying])
        if staying:
            last, when = staying[-1]
            known = {"document_id": last, "etag": None, "last_modified": None, "fetched": when}
            connection.execute(update(fetches).where(fetches.c.document_id == leaving).values(known))


def _set_root(connection: Connection, root: str, staying: Sequence[str]) -> None:
    """Let versions be versions of the first of those that stay, no more of the `root` that leaves."""
    first = staying[0] if staying else None
    of_root = documents.c.version_of == root
    connection.execute(update(documents).where(of_root).values(version_of=first))
    connection.execute(update(documents).where(documents.c.id == first).values(version_of=None))


def ids_of(connection: Connection, table: Table, document_ids: Collection[str]) -> dict[str, str]:
    """The ids of the statements, or the members (`table`), of documents, each with that of its document."""
    found: dict[str, str] = {}
    for chunk in chunks(sorted(document_ids)):
        query = select(table.c.id, table.c.document_id).where(table.c.document_id.in_(chunk))
        found |= dict(connection.execute(query.order_by(table.c.id)).all())
    return found


def names_of(connection: Connection, speaker_ids: Collection[str]) -> list[str]:
    """What these speakers are called."""
    found: list[str] = []
    for chunk in chunks(sorted(speaker_ids)):
        found += connection.scalars(select(speakers.c.name).where(speakers.c.id.in_(chunk)))
    return found


def _copies(connection: Connection, leaving: Sequence[str]) -> dict[str, list[str]]:
    """The statements of other documents that are counted under these."""
    found: dict[str, list[str]] = {}
    away = set(leaving)
    for chunk in chunks(leaving):
        query = select(statements.c.copy_of, statements.c.id).where(statements.c.copy_of.in_(chunk))
        for first, other in connection.execute(query.order_by(statements.c.number)):
            if other not in away:
                found.setdefault(str(first), []).append(other)
    return found


def _profiles(connection: Connection, member_ids: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for chunk in chunks(member_ids):
        query = select(speaker_members.c.profile).where(speaker_members.c.id.in_(chunk))
        found |= {each for each in connection.scalars(query) if each is not None}
    return found
