"""Decisions on tags and notes of statements and documents."""

from collections.abc import Collection, Iterable

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from quotes.people.decisions import Change
from quotes.store import copies, identifiers
from quotes.store.connections import connection_of
from quotes.store.decisions import log, statements
from quotes.store.labels import notes_of, tags_of
from quotes.store.models import NoteRow, StatementRow, TagRow


def tag_changes(
    session: Session, targets: Collection[str], added: Iterable[str], removed: Iterable[str]
) -> list[Change]:
    """What tagging these statements and documents changes."""
    has = tags_of(connection_of(session), targets)
    wanted = {**dict.fromkeys(added, True), **dict.fromkeys(removed, False)}
    documents, places = _documents(session, targets), statements.anchors(session, targets)
    return [
        Change(
            target,
            "tag",
            {"tag": tag, "on": not on},
            {"tag": tag, "on": on},
            documents.get(target, target),
            places.get(target),
        )
        for target in targets
        for tag, on in wanted.items()
        if (tag in has.get(target, ())) != on
    ]


def note_changes(session: Session, targets: Collection[str], text: str | None) -> list[Change]:
    """What putting this note on statements and documents changes; None takes it away."""
    has, documents = notes_of(connection_of(session), targets), _documents(session, targets)
    places = statements.anchors(session, targets)
    return [
        Change(target, "note", has.get(target), text, documents.get(target, target), places.get(target))
        for target in targets
        if has.get(target) != text
    ]


def project(session: Session, targets: Collection[str]) -> None:
    """Make tags and notes what the decisions in effect say."""
    changes = log.in_effect(session, targets, ("tag", "note"))
    for chunk in identifiers.chunks(sorted(targets)):
        session.execute(delete(TagRow).where(TagRow.target.in_(chunk)))
        session.execute(delete(NoteRow).where(NoteRow.target.in_(chunk)))
    tags = {
        (row.target, row.after["tag"]): row.after["on"]
        for rows in changes.values()
        for row in rows
        if row.field == "tag"
    }
    notes = {row.target: row.after for rows in changes.values() for row in rows if row.field == "note"}
    if any(tags.values()):
        session.execute(insert(TagRow), [{"target": t, "tag": tag} for (t, tag), on in tags.items() if on])
    if any(notes.values()):
        session.execute(insert(NoteRow), [{"target": t, "text": text} for t, text in notes.items() if text])
    copies.regroup(session, _documents(session, targets).values())


def _documents(session: Session, targets: Iterable[str]) -> dict[str, str]:
    """The documents in which statements stand."""
    found: dict[str, str] = {}
    for chunk in identifiers.chunks(sorted(set(targets))):
        query = select(StatementRow.id, StatementRow.document_id).where(StatementRow.id.in_(chunk))
        found |= dict(session.execute(query).all())
    return found
