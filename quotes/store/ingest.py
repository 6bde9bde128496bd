"""Writes one document and everything found in it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, func, insert, select

from quotes import ids
from quotes.document import Document
from quotes.errors import SourceError
from quotes.people.linking import members
from quotes.statement import Parse, Statement
from quotes.store import identifiers, tables
from quotes.store.originals import original_values
from quotes.store.people.affiliations import set_affiliations
from quotes.store.people.members import set_members
from quotes.store.rows import document_values, statement_values

_STATEMENT = tables.statements.c
_DOCUMENT = tables.documents.c


def add_document(connection: Connection, document: Document, parse: Parse) -> str:
    """Write `document` with its statements and speakers in the caller's transaction; return its id.

    Raises SourceError where a statement does not stand where it says, or the original is too large.
    """
    statements = [*parse.quotes, *parse.claims]
    check(document, statements)
    seeded = [(ids.document_id(document.sha256), document.sha256)]
    identifier = identifiers.free(connection, _DOCUMENT.id, seeded)[0]
    number = (connection.scalar(select(func.max(_DOCUMENT.number))) or 0) + 1
    values = document_values(identifier, document, parse.warnings) | {"parsed_by": parse.parsed_by}
    connection.execute(insert(tables.documents).values(number=number, **values))
    connection.execute(insert(tables.originals).values(original_values(identifier, document)))
    statements = _with_free_ids(connection, identifier, statements)
    found = members(identifier, statements)
    by_name = set_members(connection, identifier, {member.name: member for member in found.values()}.values())
    member_ids = {form: by_name[member.name] for form, member in found.items()}
    if statements:
        in_order = sorted(statements, key=lambda statement: (statement.start, -statement.end, statement.id))
        rows = [_statement_values(identifier, statement, member_ids) for statement in in_order]
        connection.execute(insert(tables.statements), rows)
        _add_inside(connection, statements)
        set_affiliations(connection, identifier)
    return identifier


def check(document: Document, statements: list[Statement]) -> None:
    """The promise: every statement can be opened at its place, and what it refers to is there.

    Raises SourceError where that is not so.
    """
    known = {statement.id for statement in statements}
    for statement in statements:
        start, end = statement.start, statement.end
        if not 0 <= start < end <= len(document.text) or document.text[start:end] != statement.text:
            raise SourceError(
                f"{document.name}: statement {statement.id} does not stand at its place in the text"
            )
        if not 0 <= statement.context_span[0] <= statement.context_span[1] <= len(document.text):
            raise SourceError(f"{document.name}: the context of statement {statement.id} is outside the text")
        if any(document.text[start:end] != words for start, end, words in _parts(statement)):
            raise SourceError(
                f"{document.name}: a part of statement {statement.id} does not stand at its place"
            )
        if not known.issuperset(
            filter(
                None, (statement.utterance, statement.nested_in, statement.claim, *statement.quotes_inside)
            )
        ):
            raise SourceError(f"{document.name}: statement {statement.id} refers to one that is not there")


def _parts(statement: Statement) -> Iterator[tuple[int, int, str]]:
    """Places and words of what is kept by its place alone."""
    for altered in statement.alterations:
        yield altered.start, altered.end, altered.text
    if statement.translated is not None:
        yield statement.translated.start, statement.translated.end, statement.translated.evidence


def _with_free_ids(connection: Connection, document: str, statements: list[Statement]) -> list[Statement]:
    """The statements with ids that no other has, and the references among them following."""
    wanted = [(s.id, f"{document}:{s.start}:{s.end}:{s.kind}") for s in statements]
    given = identifiers.free(connection, _STATEMENT.id, wanted)
    if given == [statement.id for statement in statements]:
        return statements
    renamed: dict[str, str] = {}
    for statement, identifier in zip(statements, given, strict=True):
        renamed.setdefault(statement.id, identifier)
    return [
        replace(
            statement,
            id=identifier,
            utterance=statement.utterance and renamed[statement.utterance],
            nested_in=statement.nested_in and renamed[statement.nested_in],
            claim=statement.claim and renamed[statement.claim],
            quotes_inside=tuple(renamed[quote] for quote in statement.quotes_inside),
        )
        for statement, identifier in zip(statements, given, strict=True)
    ]


def _statement_values(document: str, statement: Statement, member_ids: dict[str, str]) -> dict[str, Any]:
    member = member_ids[statement.speaker] if statement.speaker else None
    return statement_values(statement) | {"document_id": document, "member_id": member}


def _add_inside(connection: Connection, statements: list[Statement]) -> None:
    rows = [
        {"claim_id": statement.id, "position": position, "quote_id": quote}
        for statement in statements
        for position, quote in enumerate(statement.quotes_inside)
    ]
    if rows:
        connection.execute(insert(tables.statement_inside), rows)
