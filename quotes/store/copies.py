"""Finds the documents that are copies of each other, and counts what they say once."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Row, func, insert, select, update
from sqlalchemy.orm import Session

from quotes.copies.grouping import Printing, Saying, collapsed, head, last_day, parted
from quotes.copies.likeness import NEAR_MAX_WORDS, NEAR_MIN_WORDS, copied
from quotes.copies.texts import SAME_MIN_WORDS, letters_of, sketch, text_key, words_of
from quotes.people.names import normalised
from quotes.store import identifiers
from quotes.store.models import DocumentRow, LikenessRow, MarkRow, PlaceRow, StatementRow

CANDIDATES_MAX = 100
"""Documents compared with a new one, those that share most marks first: a page of a site whose furniture
was not recognised shares some with every other."""

_SAYING = select(
    StatementRow.number,
    StatementRow.id,
    StatementRow.document_id,
    StatementRow.start,
    StatementRow.end,
    StatementRow.kind,
    StatementRow.speaker,
    StatementRow.speaker_type,
    StatementRow.copy_of,
)


def same_text(session: Session, text: str) -> str | None:
    """The id of the document that has this text, None where there is none (or the text is too short)."""
    if len(text.split()) < SAME_MIN_WORDS:
        return None
    query = select(DocumentRow.id).where(DocumentRow.text_key == text_key(text))
    return session.scalar(query.order_by(DocumentRow.id).limit(1))


def catch_up(session: Session) -> None:
    """Compare the documents that were added by a version which knew nothing of copies."""
    unknown = select(DocumentRow.id, DocumentRow.text).where(DocumentRow.text_key.is_(None))
    while row := session.execute(unknown.order_by(DocumentRow.id).limit(1)).first():
        compare(session, *row)


def compare(session: Session, document_id: str, text: str) -> None:
    """Remember what a document's text is recognised by, and join it to its copies."""
    key = text_key(text)
    session.execute(update(DocumentRow).where(DocumentRow.id == document_id).values(text_key=key))
    words = words_of(text)
    if not NEAR_MIN_WORDS <= len(words) <= NEAR_MAX_WORDS:
        return
    marks = sketch(words)
    shares = {other: copied(words, words_of(theirs)) for other, theirs in _candidates(session, marks)}
    found = {other: share for other, share in shares.items() if share is not None}
    session.execute(insert(MarkRow), [{"mark": mark, "document_id": document_id} for mark in marks])
    for other, share in found.items():
        first, second = sorted((document_id, other))
        session.execute(insert(LikenessRow).values(first_id=first, second_id=second, similarity=share))
    if found:
        regroup(session, document_id)


def regroup(session: Session, document_id: str) -> None:
    """Decide again who stands for the copies of a document, after something about one of them changed."""
    group = _group(session, document_id)
    if len(group) == 1:
        return
    printings = _printings(session, group)
    shares = _likenesses(session, group)
    for part in parted(printings, shares):
        first = head(part).id
        for printing in part:
            owner = None if printing.id == first else first
            share = shares.get((first, printing.id)) or shares.get((printing.id, first))
            mine = update(DocumentRow).where(DocumentRow.id == printing.id)
            session.execute(mine.values(copy_of=owner, similarity=share))
    _collapse(session, printings)


def _candidates(session: Session, marks: Collection[int]) -> list[tuple[str, str]]:
    """The documents, with their texts, that share marks."""
    shared = (
        select(MarkRow.document_id)
        .where(MarkRow.mark.in_(marks))
        .group_by(MarkRow.document_id)
        .order_by(func.count().desc(), MarkRow.document_id)
        .limit(CANDIDATES_MAX)
    )
    found = list(session.scalars(shared))
    texts = select(DocumentRow.id, DocumentRow.text).where(DocumentRow.id.in_(found))
    return [(document, text) for document, text in session.execute(texts)]


def _group(session: Session, document_id: str) -> set[str]:
    """The documents that are copies or versions of this one, or of one of those, and so on."""
    group, border = {document_id}, [document_id]
    while border:
        reached: set[str] = set()
        for chunk in identifiers.chunks(border):
            for query in (
                select(LikenessRow.second_id).where(LikenessRow.first_id.in_(chunk)),
                select(LikenessRow.first_id).where(LikenessRow.second_id.in_(chunk)),
                select(DocumentRow.id).where(DocumentRow.version_of.in_(chunk)),
                select(DocumentRow.version_of).where(DocumentRow.id.in_(chunk)),
            ):
                reached.update(filter(None, session.scalars(query)))
        border = sorted(reached - group)
        group |= reached
    return group


def _likenesses(session: Session, group: Collection[str]) -> dict[tuple[str, str], float]:
    """How like each other the documents of a group are that are copies."""
    found: dict[tuple[str, str], float] = {}
    for chunk in identifiers.chunks(sorted(group)):
        query = select(LikenessRow.first_id, LikenessRow.second_id, LikenessRow.similarity)
        rows = session.execute(query.where(LikenessRow.first_id.in_(chunk)))
        found |= {(first, second): share for first, second, share in rows}
    return found


def _printings(session: Session, group: Collection[str]) -> list[Printing]:
    """The documents of a group, each with the earliest date that any place of it gives."""
    found: list[Printing] = []
    for chunk in identifiers.chunks(sorted(group)):
        dates: dict[str, list[str | None]] = {document: [] for document in chunk}
        of_places = select(PlaceRow.document_id, PlaceRow.published).where(PlaceRow.document_id.in_(chunk))
        for document, published in session.execute(of_places):
            dates[document].append(published)
        columns = (DocumentRow.id, DocumentRow.published, DocumentRow.text_key, DocumentRow.version_of)
        for document, published, key, earlier in session.execute(
            select(*columns).where(DocumentRow.id.in_(chunk))
        ):
            day = min([published, *dates[document]], key=last_day)
            found.append(Printing(document, day, key or "", is_later=earlier is not None))
    return found


def _collapse(session: Session, group: list[Printing]) -> None:
    """Count under the earliest what several documents of a group say in the same words."""
    known: dict[str, tuple[int, str | None]] = {}
    sayings: list[Saying] = []
    for printing in group:
        text = session.scalars(select(DocumentRow.text).where(DocumentRow.id == printing.id)).one()
        for row in session.execute(_SAYING.where(StatementRow.document_id == printing.id)):
            known[row.id] = row.number, row.copy_of
            sayings.append(_saying(row, text))
    standing = collapsed(group, sayings)
    changed = [
        {"number": number, "copy_of": standing.get(identifier)}
        for identifier, (number, before) in known.items()
        if standing.get(identifier) != before
    ]
    if changed:
        session.execute(update(StatementRow), changed)


def _saying(row: Row[*tuple[Any, ...]], text: str) -> Saying:
    return Saying(
        id=row.id,
        document=row.document_id,
        place=(row.start, row.end),
        letters=letters_of(text[row.start : row.end]),
        marked=row.kind != "indirect",
        speaker=normalised(row.speaker, row.speaker_type) if row.speaker else None,
    )
