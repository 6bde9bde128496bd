"""Takes documents out: so that they may come again, or so that nothing is left of them."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from quotes.people.decisions import Change
from quotes.store.connections import connection_of
from quotes.store.decisions import log
from quotes.store.forgetting import account, departures, leaving, rewriting, standing_in, tombstones, traces
from quotes.store.forgetting.account import Account
from quotes.store.forgetting.leaving import Left
from quotes.store.forgetting.traces import Source
from quotes.store.identifiers import chunks
from quotes.store.indexes import indexing
from quotes.store.tables import documents, places


def remove(session: Session, who: str, document_ids: Collection[str]) -> Account:
    """Take documents (whole ids) out; added again, they have what people decided of them."""
    connection = connection_of(session)
    for each in document_ids:
        tombstones.lay_by(connection, each, _signs(connection, [each], _sources(connection, [each])))
    reckoned, left = _take_out(session, document_ids)
    known = reckoned.documents
    number = log.append(session, who, "remove", account.many(len(known), "document"))
    changes = [Change(each.id, "document", {"name": each.name}, None, each.id) for each in known]
    log.add_changes(session, number, changes)
    for document in left.documents:
        departures.note(connection_of(session), number, left.of(document), left.heirs, document)
    return replace(reckoned, decision=number)


def purge(session: Session, who: str, document_ids: Collection[str], gone: Collection[str] = ()) -> Account:
    """Take documents (whole ids) out with every trace of them, and of those that are `gone` already.

    What SQLite keeps of what is deleted is rewritten once this is committed (`rewriting.finish`).
    """
    connection = connection_of(session)
    rewriting.begin(connection)
    sources, words = _sources(connection, document_ids), traces.words_in(_texts(connection, document_ids))
    tombstones.put(connection, _signs(connection, document_ids, sources))
    removed = tombstones.laid_by(connection, gone)
    sources += traces.sources_of(connection, removed)
    tombstones.set_up(connection, removed)
    lines = traces.wipe_journal(connection, document_ids, sources)
    reckoned, left = _take_out(session, document_ids)
    number = log.append(session, who, "purge", account.many(len(document_ids) + len(gone), "document"))
    connection = connection_of(session)
    former = {each: document for document in gone for each in departures.ids_with(connection, document)}
    departures.note(connection, number, left.ids, left.heirs)
    departures.hide(connection, number, gone)
    indexing.settle(connection)
    entries = traces.wipe_log(connection, {*left.ids, *former, *gone})
    traces.wipe_former_names(connection, left.heirs.values())
    traces.wipe_vocabulary(connection, words)
    session.expire_all()
    return replace(reckoned, decision=number, decisions=entries, journal=lines)


def purge_again(session: Session, who: str, former: tombstones.Kept) -> int:
    """Purge what was purged from the library with these tombstones, which this one replaces; how many."""
    connection = connection_of(session)
    columns = documents.c.id, documents.c.sha256, documents.c.text
    found: list[str] = []
    for document, sha256, text in connection.execute(select(*columns)):
        signs = [tombstones.sign_of_bytes(sha256), tombstones.sign_of_text(text)]
        found += [document] if any(tombstones.is_among(former, sign) for sign in signs if sign) else []
    tombstones.set_up(connection, former)
    if found:
        purge(session, who, found)
    return len(found)


def _take_out(session: Session, document_ids: Collection[str]) -> tuple[Account, Left]:
    """Take documents out; what was decided of what stays in other documents goes on holding there."""
    connection = connection_of(session)
    owned = [each for table in leaving.OWNED for each in leaving.ids_of(connection, table, document_ids)]
    reckoned = account.reckoned(connection, document_ids, [*document_ids, *owned])
    left = leaving.take_out(session, document_ids)
    standing_in.hand_on(session, left.copies)
    connection = connection_of(session)
    departures.hand_on(connection, left.members.keys(), left.heirs)
    others = account.named(connection, left.others)
    return replace(reckoned, speakers=left.vanished, copies=others), left


def _sources(connection: Connection, document_ids: Collection[str]) -> list[Source]:
    """Where the documents were read from, and where else their texts were found."""
    found: list[Source] = []
    for chunk in chunks(sorted(document_ids)):
        for table, of in ((documents, documents.c.id), (places, places.c.document_id)):
            query = select(table.c.sha256, table.c.name, table.c.place).where(of.in_(chunk))
            found += [Source(*row) for row in connection.execute(query)]
    return found


def _texts(connection: Connection, document_ids: Collection[str]) -> Iterable[str]:
    """Whatever of documents is searched by its words."""
    for chunk in chunks(sorted(document_ids)):
        query = select(documents.c.title, documents.c.text).where(documents.c.id.in_(chunk))
        for row in connection.execute(query):
            yield from filter(None, row)


def _signs(connection: Connection, document_ids: Collection[str], sources: Iterable[Source]) -> set[str]:
    """What the documents would be known by if they came again."""
    found = {tombstones.sign_of_bytes(source.sha256) for source in sources}
    for chunk in chunks(sorted(document_ids)):
        for text in connection.scalars(select(documents.c.text).where(documents.c.id.in_(chunk))):
            found |= {sign for sign in [tombstones.sign_of_text(text)] if sign}
    return found
