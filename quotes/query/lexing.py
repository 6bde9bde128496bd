"""What was typed, cut into tokens: words, phrases, fields with their values, "or", brackets.

An argument with a blank in it is a phrase, or the value of the field it begins with: the shell took its marks
off. Marks inside an argument, a bracket before it, or a field after a blank make it a text of several tokens.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from quotes.errors import QueryError
from quotes.query import values
from quotes.query.fields import FIELDS

MAX_TYPED = 100_000
"""Characters of a query; more is no question that a person asks."""

_MARK = '"\u201c\u201d\u201e\u201f\u00ab\u00bb'
_DASH = "\\-\u2010\u2011\u2013\u2212"
"""What excludes: a hyphen, and what word processors and keyboards of telephones make of one."""
_MARKS = re.compile(f"[{_MARK}]")
_BLANK = re.compile(r"\s")
_WORD = re.compile(r"\S")
_NEGATION = re.compile(rf"(?:[{_DASH}](?=[^\s{_DASH}])|not:(?=\S))+", re.IGNORECASE)
_SIGN = re.compile(rf"[{_DASH}:]")
_NAME = re.compile(rf"([a-z_]+)(?:\.([^\s:{_MARK}]+))?:(?!//)", re.IGNORECASE)
_RUN = re.compile(rf"[^\s{_MARK}]+")
_LATER_NAME = re.compile(rf"\s(?:[{_DASH}]|not:)*([a-z]+)(?:\.[^\s:]+)?:(?=\S)", re.IGNORECASE)
_BREAKS = re.compile(r"or|and", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """A token and its place in what was typed.

    Of a term: the `field` it asks (and a `column` of it), None for words; its `text` without marks; whether
    it is a `phrase`; whether it ends in "*" (`prefix`). `negated` terms and brackets are not to hold.
    """

    kind: Literal["term", "or", "and", "open", "close"]
    start: int
    end: int
    text: str = ""
    negated: bool = False
    field: str | None = None
    column: str | None = None
    phrase: bool = False
    prefix: bool = False


def tokens(arguments: Sequence[str]) -> tuple[str, list[Token]]:
    """What was typed, and its tokens in order. Raises QueryError for too much."""
    readable = [values.readable(argument) for argument in arguments]
    typed = " ".join(readable)
    if len(typed) > MAX_TYPED:
        raise QueryError(f"a query may have {MAX_TYPED:,} characters, not {len(typed):,}", "", 0, 0)
    found: list[Token] = []
    start = depth = 0
    for argument in readable:
        cut = _Cutting(argument, start, depth)
        found += cut.tokens() if _is_text(argument) else cut.whole()
        start, depth = start + len(argument) + 1, cut.depth
    return typed, found


def _is_text(argument: str) -> bool:
    negation = _NEGATION.match(argument.lstrip())
    opened = argument.lstrip()[negation.end() if negation else 0 :].startswith("(")
    if opened or _MARKS.search(argument) or not _BLANK.search(argument.strip()):
        return True
    return any(name[1].lower() in FIELDS for name in _LATER_NAME.finditer(argument))


class _Cutting:
    """Cuts one argument, which stands at `offset`, inside `depth` brackets."""

    def __init__(self, text: str, offset: int, depth: int) -> None:
        self.text, self.offset, self.depth = text, offset, depth
        self.at = 0

    def tokens(self) -> list[Token]:
        """The tokens of a text."""
        found: list[Token] = []
        while word := _WORD.search(self.text, self.at):
            self.at = word.start()
            found.append(self._token())
        return found

    def whole(self) -> list[Token]:
        """The whole argument as one phrase, or one field's value."""
        self.at = len(self.text) - len(self.text.lstrip())
        token = self._opened()
        text = self.text[self.at :].strip()
        self.at = len(self.text.rstrip())
        return [self._closed(_with_text(token, text, phrase=bool(_BLANK.search(text))))]

    def _token(self) -> Token:
        if self.text[self.at] == ")" and self.depth:
            return self._bracket("close", self._opened())
        token = self._opened()
        if token.field is None and self.text.startswith("(", self.at):
            return self._bracket("open", token)
        mark = _MARKS.match(self.text, self.at)
        if mark:
            return self._closed(self._marked(token))
        return self._closed(self._run(token))

    def _opened(self) -> Token:
        """The beginning of a token: whether it is not to hold, and the field it asks."""
        start = self.at
        negation = _NEGATION.match(self.text, self.at)
        self.at = negation.end() if negation else self.at
        signs = len(_SIGN.findall(negation[0])) if negation else 0
        token = Token("term", self.offset + start, self.offset + start, negated=signs % 2 == 1)
        name = _NAME.match(self.text, self.at)
        if name is None or not self._is_field(name):
            return token
        self.at = name.end()
        return replace(token, field=name[1].lower(), column=name[2])

    def _is_field(self, name: re.Match[str]) -> bool:
        """Whether a name with a colon asks a field: "Warning: storm" and "note that:" do not."""
        followed = name.end() < len(self.text) and not self.text[name.end()].isspace()
        return followed or name[1].lower() in FIELDS

    def _marked(self, token: Token) -> Token:
        """What stands in marks; one that is not closed runs to the end."""
        end = _MARKS.search(self.text, self.at + 1)
        text = self.text[self.at + 1 : end.start() if end else len(self.text)]
        self.at = end.end() if end else len(self.text)
        prefix = self.text.startswith("*", self.at)
        self.at += prefix
        return replace(token, text=text.strip(), phrase=True, prefix=prefix)

    def _run(self, token: Token) -> Token:
        run = _RUN.match(self.text, self.at)
        text = run[0] if run else ""
        unmatched = text.count(")") - text.count("(")
        closing = min(len(text) - len(text.rstrip(")")), max(0, unmatched), self.depth)
        text = text[: len(text) - closing]
        self.at += len(text)
        token = _with_text(token, text, phrase=False)
        if token.field is None and not token.negated and _BREAKS.fullmatch(text):
            return replace(token, kind="or" if text.lower() == "or" else "and")
        return token

    def _bracket(self, kind: Literal["open", "close"], token: Token) -> Token:
        self.at += 1
        self.depth += 1 if kind == "open" else -1
        return self._closed(replace(token, kind=kind))

    def _closed(self, token: Token) -> Token:
        return replace(token, end=self.offset + self.at)


def _with_text(token: Token, text: str, *, phrase: bool) -> Token:
    bare = text.rstrip("*")
    return replace(token, text=bare, phrase=phrase, prefix=bool(bare) and bare != text)
