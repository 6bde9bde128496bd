"""What to look for, as plain data; `quotes.store.search` turns it into SQL."""

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from quotes.statement import Kind


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand together in this order; with `prefix` the last may go on; a `phrase` was in marks."""

    text: str
    phrase: bool = False
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Dates:
    """From `earliest` to `latest`: ISO dates of any precision, both inclusive; None where it is open."""

    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class Numbers:
    """From `low` to `high`, both inclusive; None where it is open."""

    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """`text` in the `column` of a table that the user gave; None for any."""

    column: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Ids:
    """Any of these ids, whole and of one kind."""

    ids: tuple[str, ...]


Value = str | Words | Dates | Numbers | Cell | Ids | None
"""What a term asks a field for; None for what is not known ("date:none")."""

WORDS = "words"
"""The field of words that stand by themselves."""
KNOWN_SPEAKER = "known_speaker"
"""A key that reviews sort by: statements whose speaker is not known come first."""
RELEVANCE = "relevance"
"""A key to sort by: how well the words that are looked for fit."""
NAMED = "named"
"""That of words which may be an id: what has it, else the word."""


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: a field of `quotes.query.fields` (or words alone) and its value.

    `start` to `end` is its place in what was typed, for telling where something is wrong.
    """

    field: str
    value: Value
    start: int = dataclasses.field(default=0, compare=False)
    end: int = dataclasses.field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class And:
    """All `parts` hold; without any, everything is found."""

    parts: "tuple[Expression, ...]"


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of `parts` holds."""

    parts: "tuple[Expression, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    """`part` does not hold. What depends on a date that is not known neither holds nor fails to."""

    part: "Expression"


Expression = Term | And | Or | Not
EVERYTHING = And(())


@dataclass(frozen=True, slots=True)
class Order:
    """A key to sort by (`quotes.query.fields.SORT_KEYS`, or `KNOWN_SPEAKER`)."""

    key: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """A search: what fulfils `where`, sorted by `order`, then newest first.

    `limit` is the number to return, None for all; `after` the id of the statement behind which to begin.
    What several copies of a text say is found once, where the earliest says it, unless all `copies` are
    asked for. `ranked` lets the most relevant come first where no order is asked for and few match words.
    """

    where: Expression = EVERYTHING
    order: tuple[Order, ...] = ()
    limit: int | None = None
    copies: bool = False
    after: str | None = None
    ranked: bool = False

    @classmethod
    def of(
        cls,
        words: Sequence[str] = (),
        phrases: Sequence[str] = (),
        *,
        speaker: str | None = None,
        publisher: str | None = None,
        earliest: str | None = None,
        latest: str | None = None,
        kind: Kind | None = None,
        lang: str | None = None,
        limit: int | None = None,
        copies: bool = False,
    ) -> Self:
        """The plan in which all given conditions hold; nothing in them is read as query language."""
        named: dict[str, str | None] = {
            "speaker": speaker,
            "publisher": publisher,
            "kind": kind,
            "lang": lang,
        }
        terms = [Term(WORDS, Words(word)) for word in words]
        terms += [Term(WORDS, Words(phrase, phrase=True)) for phrase in phrases]
        terms += [Term(name, value) for name, value in named.items() if value is not None]
        if earliest is not None or latest is not None:
            terms.append(Term("date", Dates(earliest, latest)))
        return cls(all_of(terms), limit=limit, copies=copies)

    @property
    def phrases(self) -> tuple[str, ...]:
        """The phrases that are looked for in statements."""
        values = (term.value for term in positive(self.where) if term.field in (WORDS, "text"))
        return tuple(value.text for value in values if isinstance(value, Words) and value.phrase)


def all_of(parts: Sequence[Expression]) -> Expression:
    """The expression in which all `parts` hold."""
    return parts[0] if len(parts) == 1 else And(tuple(parts))


def any_of(parts: Sequence[Expression]) -> Expression:
    """The expression in which one of `parts` holds."""
    return parts[0] if len(parts) == 1 else Or(tuple(parts))


def terms(expression: Expression) -> Iterator[Term]:
    """All terms, in order."""
    match expression:
        case Term():
            yield expression
        case And(parts) | Or(parts):
            for part in parts:
                yield from terms(part)
        case Not(part):
            yield from terms(part)


def positive(expression: Expression) -> Iterator[Term]:
    """The terms that are asked for, in order; not those that are asked not to hold."""
    match expression:
        case Term():
            yield expression
        case And(parts) | Or(parts):
            for part in parts:
                yield from positive(part)
        case Not(Not(part)):
            yield from positive(part)
