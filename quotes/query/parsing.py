"""From tokens to an expression. "or" is weaker than words beside each other; brackets come first."""

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from quotes.errors import QueryError, UsageError
from quotes.query import fields, values
from quotes.query.lexing import Token, tokens
from quotes.query.plan import (
    EVERYTHING,
    NAMED,
    RELEVANCE,
    WORDS,
    And,
    Expression,
    Not,
    Order,
    Term,
    all_of,
    any_of,
    positive,
)
from quotes.query.values import Written

MAX_TERMS = 200
"""Conditions in one query, ids apart: a database takes several hundred."""
MAX_IDS = 5_000
MAX_DEPTH = 20
"""Brackets inside each other."""

_RANKED = (WORDS, NAMED, "text", "title")
"""Fields that look for words: what is found has more or less of them."""
_ID = re.compile("[qds][a-z2-7]{4,}", re.IGNORECASE)
"""What may be an id or the beginning of one, and, where nothing has it, is a word."""

T = TypeVar("T")


def parsed(arguments: Sequence[str]) -> tuple[Expression, tuple[Order, ...]]:
    """What is to hold, and the order asked for. Raises QueryError, which knows the place."""
    typed, found = tokens(arguments)
    parser = _Parser(typed, found)
    expression = parser.everything()
    parser.check_order(expression)
    if typed.strip() and expression == EVERYTHING and not parser.order:
        raise UsageError(f"nothing to look for in {typed.strip()!r}: give words with letters or digits")
    return expression, tuple(parser.order)


class _Parser:
    """Reads `found`, the tokens of `typed`, from left to right."""

    def __init__(self, typed: str, found: list[Token]) -> None:
        self.order: list[Order] = []
        self._by_relevance: Token | None = None
        self._typed = typed
        self._found = found
        self._at = 0
        self._depth = 0
        self._counts = {WORDS: 0, NAMED: 0}

    def everything(self) -> Expression:
        """The whole query."""
        return self._either()

    def check_order(self, expression: Expression) -> None:
        """Raises QueryError where there is nothing that what is found could be more or less relevant to."""
        if self._by_relevance and not any(term.field in _RANKED for term in positive(expression)):
            raise self._wrong("sort:relevance is about words: look for some, too", self._by_relevance)

    def _either(self) -> Expression:
        parts = [self._all()]
        while (token := self._next()) is not None and token.kind == "or":
            self._at += 1
            parts.append(self._all())
            if EVERYTHING in parts[-2:]:
                raise self._wrong("or stands between two things to look for; as a word it needs marks", token)
        return any_of(parts)

    def _all(self) -> Expression:
        parts: list[Expression] = []
        while (token := self._next()) is not None and token.kind not in ("or", "close"):
            self._at += 1
            if token.kind == "and":
                continue
            part = self._group(token) if token.kind == "open" else self._term(token)
            if part is not None and part != EVERYTHING:
                parts.append(Not(part) if token.negated else part)
        return all_of([one for part in parts for one in (part.parts if isinstance(part, And) else (part,))])

    def _group(self, opened: Token) -> Expression:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self._wrong(f"more than {MAX_DEPTH} brackets inside each other", opened)
        inner = self._either()
        if self._next() is None:
            raise self._wrong("this bracket is not closed", opened)
        self._at += 1
        self._depth -= 1
        return inner

    def _term(self, token: Token) -> Expression | None:
        if token.field is None:
            return self._words(token)
        if token.field not in fields.FIELDS:
            raise self._wrong(_no_field(token.field), token)
        if token.field == "sort":
            self._sort(token)
            return None
        written = Written(token.text, token.phrase, token.prefix, token.column)
        value = self._read(token, lambda: fields.read(str(token.field), written))
        self._count(NAMED if token.field == "id" else WORDS, token)
        return Term(token.field, value, token.start, token.end)

    def _words(self, token: Token) -> Expression | None:
        if not token.phrase and token.text.lower() == "not:":
            raise self._wrong("there is nothing behind the colon: no blank may be between them", token)
        if not values.can_be_found(token.text):
            return None
        value = self._read(token, lambda: values.words(Written(token.text, token.phrase, token.prefix)))
        named = not token.phrase and not token.prefix and _ID.fullmatch(token.text)
        field = NAMED if named else WORDS
        self._count(field, token)
        return Term(field, value, token.start, token.end)

    def _sort(self, token: Token) -> None:
        """ "sort:said-": the last first."""
        key = token.text.lower().rstrip("+-")
        if token.negated or self._depth:
            raise self._wrong(
                "sort: is about the whole query: it stands neither behind a - nor in brackets", token
            )
        if key not in fields.SORT_KEYS:
            meant = values.likely(key, fields.SORT_KEYS)
            raise self._wrong(f"sort: takes {', '.join(fields.SORT_KEYS)}, not {token.text!r}{meant}", token)
        if key == RELEVANCE:
            self._by_relevance = token
        self.order.append(Order(key, descending=token.text.endswith("-") and key != RELEVANCE))

    def _read(self, token: Token, read: Callable[[], T]) -> T:
        try:
            return read()
        except UsageError as error:
            raise self._wrong(str(error), token) from None

    def _count(self, kind: str, token: Token) -> None:
        self._counts[kind] += 1
        most = MAX_TERMS if kind == WORDS else MAX_IDS
        if self._counts[kind] > most:
            raise self._wrong(f"more than {most:,} things to look for", token)

    def _next(self) -> Token | None:
        return self._found[self._at] if self._at < len(self._found) else None

    def _wrong(self, message: str, token: Token) -> QueryError:
        return QueryError(message, self._typed, token.start, token.end)


def _no_field(name: str) -> str:
    known = values.likely(name, fields.FIELDS)
    return f"no field {name + ':'!r}{known and known[:-1] + ':?'} (words with a colon need marks)"
