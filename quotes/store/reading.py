"""From rows to views: documents, and statements with their document, speaker and context."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Connection, Select, bindparam, case, distinct, func, select

from quotes.document import Document, page_of
from quotes.statement import Statement
from quotes.store import fetches, labels, pieces, printings, rows, tables
from quotes.store.identifiers import ASKED, asked, chunks
from quotes.store.people import authorities
from quotes.store.pieces import Piece
from quotes.store.rows import AnyRow
from quotes.store.views import (
    Checked,
    ListedDocument,
    StoredDocument,
    StoredStatement,
    WholeDocument,
    Withheld,
)
from quotes.store.visible import VISIBLE

_ROWS = tables.statements.c
_DOCUMENTS = tables.documents.c
PLACE = (_ROWS.start, _ROWS.end.desc(), _ROWS.id)
"""The order of the text, an outer statement before those inside it."""

_HEAVY = ("text", "offsets", "blocks", "repairs", "read", "text_key", "number")
"""What views of documents leave out: it is long, or nobody's business."""
_READ = select(*(column for column in tables.documents.columns if column.name not in _HEAVY))
_DOCUMENT_ROWS = _READ.where(_DOCUMENTS.id.in_(ASKED))
_PARTS = select(_DOCUMENTS.blocks, _DOCUMENTS.repairs).where(_DOCUMENTS.id == bindparam("of"))
_TEXT = select(_DOCUMENTS.text).where(_DOCUMENTS.id == bindparam("of"))
_INSIDE = (
    select(tables.statement_inside.c.claim_id, tables.statement_inside.c.quote_id)
    .where(tables.statement_inside.c.claim_id.in_(ASKED))
    .order_by(tables.statement_inside.c.claim_id, tables.statement_inside.c.position)
)


def _statement_rows() -> Select[*tuple[Any, ...]]:
    """Statements, with what their speakers are called across documents, and the words around them."""
    members, speakers = tables.speaker_members, tables.speakers
    beside = (
        tables.statements.join(tables.documents, _DOCUMENTS.id == _ROWS.document_id)
        .outerjoin(members, members.c.id == _ROWS.member_id)
        .outerjoin(speakers, speakers.c.id == members.c.speaker_id)
    )
    own = [column for column in tables.statements.columns if column.name not in ("parsed", "moment")]
    called = speakers.c.id.label("speaker_id"), speakers.c.name.label("speaker_name")
    return select(*own, *called, pieces.column()).select_from(beside).where(_ROWS.number.in_(ASKED))


def _counts() -> Select[str, int, int, int]:
    """How many quotes and claims stand in each document by themselves, and how many are counted elsewhere."""
    counted = _ROWS.copy_of.is_(None)
    numbers = (
        counted & (_ROWS.kind != "indirect"),
        counted & (_ROWS.kind == "indirect"),
        _ROWS.copy_of.is_not(None),
    )
    quotes, claims, repeated = (func.sum(case((number, 1), else_=0)) for number in numbers)
    found = select(_ROWS.document_id, quotes, claims, repeated).where(VISIBLE, _ROWS.document_id.in_(ASKED))
    return found.group_by(_ROWS.document_id)


_STATEMENT_ROWS, _COUNTS = _statement_rows(), _counts()


def everything(*, copies: bool) -> Select[str]:
    """The ids of all documents; without `copies` of those that stand for them."""
    found = select(_DOCUMENTS.id)
    if copies:
        return found
    # Known by the index of the few: to see that of a document, all of its text is read over.
    return found.where(_DOCUMENTS.id.not_in(select(_DOCUMENTS.id).where(_DOCUMENTS.copy_of.is_not(None))))


def by_name(connection: Connection, wanted: Select[str], limit: int | None) -> list[str]:
    """The ids of the documents that are `wanted`, by name, at most `limit`."""
    query = select(_DOCUMENTS.id).where(_DOCUMENTS.id.in_(wanted))
    return list(connection.scalars(query.order_by(_DOCUMENTS.name, _DOCUMENTS.id).limit(limit)))


def count_documents(connection: Connection, wanted: Select[str]) -> int:
    """How many documents are `wanted`."""
    found = wanted.subquery()
    return connection.scalar(select(func.count(distinct(found.c[0])))) or 0


def text(connection: Connection, document_id: str) -> str:
    """The text of the document with this whole id."""
    return connection.scalars(_TEXT, {"of": document_id}).one()


def documents(connection: Connection, wanted: Sequence[str]) -> list[ListedDocument]:
    """The documents with these whole ids, in this order."""
    stored = _documents(connection, wanted, _labels(connection, wanted))
    places = {document.id: document.places for document in stored.values() if document.places}
    copies = printings.copies_of_documents(connection, wanted, places)
    later = fetches.later_versions(connection, wanted)
    counts = {row[0]: row[1:] for row in connection.execute(_COUNTS, asked(wanted))}
    found: list[ListedDocument] = []
    for identifier in wanted:
        quotes, claims, repeated = counts.get(identifier, (0, 0, 0))
        more = {"quotes": quotes, "claims": claims, "repeated": repeated}
        elsewhere = {"copies": copies.get(identifier, ()), "later_versions": later.get(identifier, ())}
        found.append(rows.listed_document(stored[identifier], **more, **elsewhere))
    return found


def document(connection: Connection, document_id: str) -> WholeDocument:
    """The document with this whole id."""
    (listed,) = documents(connection, [document_id])
    blocks, repairs = connection.execute(_PARTS, {"of": document_id}).one()
    return rows.whole_document(listed, blocks, repairs)


def as_read(connection: Connection, document_id: str) -> Document:
    """The document with this whole id, to be parsed again. Raises LibraryError for damaged bytes."""
    from quotes.store.originals import original

    row = connection.execute(select(tables.documents).where(_DOCUMENTS.id == document_id)).one()
    return rows.document(row, original(connection, document_id))


def statements(connection: Connection, numbers: Sequence[int]) -> list[StoredStatement]:
    """The statements with these numbers, in this order."""
    return list(each_statement(connection, numbers))


def each_statement(connection: Connection, numbers: Sequence[int]) -> Iterator[StoredStatement]:
    """As `statements`, a few hundred at a time."""
    for chunk in chunks(numbers):
        read = connection.execute(_STATEMENT_ROWS, asked(chunk))
        found = {row.number: (row, piece) for row, piece in pieces.pieces(connection, read)}
        yield from _views(connection, [found[number] for number in chunk])


def of_document(connection: Connection, document_id: str, *, withheld: bool = False) -> list[StoredStatement]:
    """The statements of the document with this whole id, in the order of its text; `withheld` ones too."""
    query = select(_ROWS.number).where(_ROWS.document_id == document_id)
    query = query if withheld else query.where(VISIBLE)
    return statements(connection, connection.scalars(query.order_by(*PLACE)).all())


def as_parsed(connection: Connection, document_id: str) -> dict[str, Statement]:
    """The statements of a document that decisions changed, as the parser gave them, by id.

    Those that the parser did not find are not among them.
    """
    changed = _ROWS.parsed.is_not(None), _ROWS.marked.is_(False)
    query = select(tables.statements).where(_ROWS.document_id == document_id, *changed)
    found = connection.execute(query.order_by(*PLACE)).all()
    inside = _quotes_inside(connection, [row.id for row in found])
    words = Piece(text(connection, document_id)).words
    return {row.id: rows.statement_as_parsed(row, words, inside.get(row.id, ())) for row in found}


def added_in_run(connection: Connection, run: int) -> tuple[int, int]:
    """How many quotes and claims stand by themselves in the documents that a run added."""
    items = tables.run_items.c
    added = select(items.document_id).where(items.run_id == run, items.outcome == "added")
    counted = VISIBLE, _ROWS.copy_of.is_(None), _ROWS.document_id.in_(added)
    by_kind = select(_ROWS.kind, func.count()).where(*counted).group_by(_ROWS.kind)
    kinds: dict[str, int] = dict(connection.execute(by_kind).all())
    claims = kinds.pop("indirect", 0)
    return sum(kinds.values()), claims


@dataclass(frozen=True, slots=True)
class _Labels:
    """The tags and notes of statements and documents, by id."""

    tags: Mapping[str, tuple[str, ...]]
    notes: Mapping[str, str]


def _labels(connection: Connection, targets: Sequence[str]) -> _Labels:
    return _Labels(labels.tags_of(connection, targets), labels.notes_of(connection, targets))


def _documents(connection: Connection, wanted: Iterable[str], labelled: _Labels) -> dict[str, StoredDocument]:
    wanted = list(wanted)
    places = printings.places_of(connection, wanted)
    return {
        row.id: rows.stored_document(
            row, places.get(row.id, ()), labelled.tags.get(row.id, ()), labelled.notes.get(row.id)
        )
        for row in connection.execute(_DOCUMENT_ROWS, asked(wanted))
    }


def _views(connection: Connection, found: Sequence[tuple[AnyRow, Piece]]) -> Iterator[StoredStatement]:
    of = {row.id: row.document_id for row, _ in found}
    labelled = _labels(connection, [*of, *set(of.values())])
    known = _documents(connection, set(of.values()), labelled)
    places = {document.id: document.places for document in known.values() if document.places}
    copies = printings.copies_of_statements(connection, of, places)
    claims = [row.id for row, _ in found if row.kind == "indirect"]
    inside = _quotes_inside(connection, claims) if claims else {}
    listed = authorities.authority_of(connection, {row.speaker_id for row, _ in found if row.speaker_id})
    for row, piece in found:
        statement = rows.statement(row, piece.words, inside.get(row.id, ()))
        start, end = _trimmed(piece, row.context_start, row.context_end)
        document = known[row.document_id]
        yield StoredStatement(
            statement=statement,
            document=document,
            speaker_id=row.speaker_id,
            speaker=row.speaker_name,
            context=piece.words(start, end),
            context_start=start,
            context_end=end,
            page=page_of(document.pages, row.start, row.end),
            copy_of=row.copy_of,
            copies=copies.get(row.id, ()),
            checked=cast("Checked | None", row.checked),
            marked=row.marked,
            withheld=cast("Withheld | None", row.withheld),
            withheld_reason=row.withheld_reason,
            tags=labelled.tags.get(row.id, ()),
            note=labelled.notes.get(row.id),
            authority=listed.get(row.speaker_id),
        )


def _quotes_inside(connection: Connection, claims: Iterable[str]) -> dict[str, list[str]]:
    """The quotations in claims (ids), in the order of the text."""
    found: dict[str, list[str]] = {}
    for claim, quote in connection.execute(_INSIDE, asked(claims)):
        found.setdefault(claim, []).append(quote)
    return found


def _trimmed(piece: Piece, start: int, end: int) -> tuple[int, int]:
    context = piece.words(start, end)
    start += len(context) - len(context.lstrip())
    return start, start + len(context.strip())
