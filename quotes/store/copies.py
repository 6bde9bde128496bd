"""Finds the documents that are copies of each other, and counts what they say once."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update
from sqlalchemy.orm import Session

from quotes.copies.grouping import Printing, Saying, collapsed, head, last_day, parted
from quotes.copies.likeness import NEAR_MAX_WORDS, NEAR_MIN_WORDS, copied
from quotes.copies.texts import SAME_MIN_WORDS, letters_of, sketch, text_key, words_of
from quotes.people.names import normalised
from quotes.store import identifiers, tables
from quotes.store.models import (
    DocumentRow,
    LikenessRow,
    MarkRow,
    NoteRow,
    PlaceRow,
    StatementRow,
    TagRow,
)

CANDIDATES_MAX = 100
"""Documents compared with a new one, those that share most marks first: a page of a site whose furniture
was not recognised shares some with every other."""
CATCH_UP = 50
"""Documents of an older version that are compared in one transaction: others may write before the next."""

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
    StatementRow.parsed,
    StatementRow.withheld,
    StatementRow.checked,
    StatementRow.marked,
)
_PARSED = ("start", "end", "kind", "speaker", "speaker_type", "withheld")
"""What copies are compared by is what was parsed: a correction lets no copy come to stand by itself."""


def same_text(connection: Connection, text: str) -> str | None:
    """The id of the document that has this text, None where there is none (or the text is too short)."""
    if len(text.split()) < SAME_MIN_WORDS:
        return None
    query = select(tables.documents.c.id).where(tables.documents.c.text_key == text_key(text))
    return connection.scalar(query.order_by(tables.documents.c.id).limit(1))


def catch_up(session: Session) -> bool:
    """Compare some of the documents that an older version added; whether there were any."""
    unknown = select(DocumentRow.id, DocumentRow.text).where(DocumentRow.text_key.is_(None))
    older = session.execute(unknown.order_by(DocumentRow.id).limit(CATCH_UP)).all()
    for identifier, text in older:
        compare(session, identifier, text)
    return bool(older)


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
    if found:
        session.execute(insert(LikenessRow), [_likeness(document_id, other, found[other]) for other in found])
        regroup(session, [document_id])


def compare_again(session: Session, document_id: str, text: str) -> None:
    """As `compare`, of a document that had another text before."""
    former = group_of(session, document_id)
    session.execute(delete(MarkRow).where(MarkRow.document_id == document_id))
    of_document = (LikenessRow.first_id == document_id) | (LikenessRow.second_id == document_id)
    session.execute(delete(LikenessRow).where(of_document))
    _let_stand(session, former)
    compare(session, document_id, text)
    regroup(session, former)


def left_by(session: Session, document_ids: Collection[str]) -> set[str]:
    """The others of the groups of documents that are to leave: `regroup` them once these have left."""
    group: set[str] = set()
    for document_id in document_ids:
        if document_id not in group:
            group |= group_of(session, document_id)
    _let_stand(session, group)
    return group - set(document_ids)


def _let_stand(session: Session, group: Collection[str]) -> None:
    """Let the documents of a group, and what they say, be copies of nothing until they are regrouped."""
    for chunk in identifiers.chunks(sorted(group)):
        owned = select(StatementRow.id).where(StatementRow.document_id.in_(chunk))
        alone = update(DocumentRow).where(DocumentRow.id.in_(chunk)).values(copy_of=None, similarity=None)
        session.execute(alone)
        session.execute(update(StatementRow).where(StatementRow.copy_of.in_(owned)).values(copy_of=None))


def regroup(session: Session, document_ids: Iterable[str]) -> None:
    """Decide again who stands for the copies of documents, after something about these changed."""
    left = set(document_ids)
    while left:
        group = group_of(session, min(left))
        left -= group
        if len(group) > 1:
            _regroup(session, group)


def _regroup(session: Session, group: Collection[str]) -> None:
    printings = _printings(session, group)
    shares = _likenesses(session, group)
    heads: dict[str, str] = {}
    for part in parted(printings, shares):
        heads |= dict.fromkeys((printing.id for printing in part), head(part).id)
    _link(session, heads, shares)
    _collapse(session, printings)


def _link(session: Session, heads: Mapping[str, str], shares: Mapping[tuple[str, str], float]) -> None:
    """Write down which document stands for each one of a group, where that has changed."""
    known = select(DocumentRow.id, DocumentRow.copy_of, DocumentRow.similarity)
    changed = []
    for chunk in identifiers.chunks(sorted(heads)):
        for identifier, *before in session.execute(known.where(DocumentRow.id.in_(chunk))):
            first = heads[identifier]
            owner = None if identifier == first else first
            share = shares.get((first, identifier)) or shares.get((identifier, first))
            if before != [owner, share]:
                changed.append({"id": identifier, "copy_of": owner, "similarity": share})
    if changed:
        session.execute(update(DocumentRow), changed)


def _likeness(one: str, other: str, share: float) -> dict[str, Any]:
    """The columns of `likenesses` for two documents."""
    first, second = sorted((one, other))
    return {"first_id": first, "second_id": second, "similarity": share}


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


def group_of(session: Session, document_id: str) -> set[str]:
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
    for chunk in identifiers.chunks([printing.id for printing in group]):
        of_texts = select(DocumentRow.id, DocumentRow.text).where(DocumentRow.id.in_(chunk))
        texts = dict(session.execute(of_texts).all())
        rows = session.execute(_SAYING.where(StatementRow.document_id.in_(chunk))).all()
        labelled = _labelled(session, [row.id for row in rows])
        for row in rows:
            known[row.id] = row.number, row.copy_of
            saying = _saying(row, texts[row.document_id], labelled)
            sayings += [saying] if saying is not None else []
    standing = collapsed(group, sayings)
    changed = [
        {"number": number, "copy_of": standing.get(identifier)}
        for identifier, (number, before) in known.items()
        if standing.get(identifier) != before
    ]
    if changed:
        session.execute(update(StatementRow), changed)


def _labelled(session: Session, statement_ids: list[str]) -> set[str]:
    """Which of these have a tag or a note."""
    found: set[str] = set()
    for chunk in identifiers.chunks(statement_ids):
        for column in (TagRow.target, NoteRow.target):
            found.update(session.scalars(select(column).where(column.in_(chunk))))
    return found


def _saying(row: Row[*tuple[Any, ...]], text: str, labelled: Collection[str]) -> Saying | None:
    """What a statement is compared by; None of one that is none by now, and on which nothing was decided."""
    now = {name: getattr(row, name) for name in _PARSED}
    values = now if row.marked else now | (row.parsed or {})
    if values["withheld"] is not None and row.checked is None:
        return None
    return Saying(
        id=row.id,
        document=row.document_id,
        place=(values["start"], values["end"]),
        letters=letters_of(text[values["start"] : values["end"]]),
        marked=values["kind"] != "indirect",
        speaker=normalised(values["speaker"], values["speaker_type"]) if values["speaker"] else None,
        touched=row.checked is not None or row.id in labelled,
        found=row.marked,
    )
