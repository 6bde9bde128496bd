"""From words that are looked for to the language of the full-text index.

A word stands for all its forms that occur in the library (cooperates, co-operation); a phrase in marks, and a
beginning ("coop*"), for themselves alone.
"""

from collections.abc import Callable, Collection, Iterable, Mapping

from sqlalchemy import ColumnElement, Connection, Integer, Select, select
from sqlalchemy.sql import column, literal_column, table

from quotes.query.plan import And, Expression, Not, Or, Term, Words, terms
from quotes.store import identifiers
from quotes.store.indexes.moments import Range
from quotes.store.tables import vocabulary
from quotes.words.asked import asked
from quotes.words.tokens import tokens

Forms = Mapping[Words, tuple[str, ...]]
"""What is looked for in place of words: tokens with blanks between them, the one that was typed first."""

_NOTHING = '""'
"""What the index finds nowhere."""


def forms_of(connection: Connection, expression: Expression) -> Forms:
    """The forms of all words of an expression."""
    typed = {term.value: _typed(term.value) for term in terms(expression) if isinstance(term.value, Words)}
    known = _known(connection, {key for _, key in typed.values() if key is not None})
    return {
        words: (form,) if key is None else tuple(dict.fromkeys((form, key, *known.get(key, ()))))
        for words, (form, key) in typed.items()
    }


def in_index(expression: Expression, fields: Collection[str]) -> bool:
    """Whether the index can tell what fulfils an expression: words of these fields, some to be there."""
    match expression:
        case Term(field, value):
            return field in fields and isinstance(value, Words)
        case Or(parts):
            return all(in_index(part, fields) for part in parts)
        case And(parts):
            asked, others = parted(parts)
            return bool(asked) and all(in_index(part, fields) for part in (*asked, *others))
        case Not():
            return False


def parted(parts: Iterable[Expression]) -> tuple[list[Expression], list[Expression]]:
    """What must hold, and what must not."""
    parts = list(parts)
    denied = [part.part for part in parts if isinstance(part, Not)]
    return [part for part in parts if not isinstance(part, Not)], denied


def matched(asked: Iterable[Expression], denied: Iterable[Expression], write: "Writer") -> str:
    """What all of `asked` and none of `denied` fulfils, in the language of the index."""
    found = " AND ".join(map(write, asked))
    without = " OR ".join(map(write, denied))
    return f"({found} NOT ({without}))" if without else f"({found})"


Writer = Callable[[Expression], str]


def writer(columns: Mapping[str, str | None], forms: Forms) -> Writer:
    """What writes an expression of which `in_index` holds; `columns` tells where its fields look."""

    def write(expression: Expression) -> str:
        match expression:
            case Or(parts):
                return f"({' OR '.join(map(write, parts))})"
            case And(parts):
                return matched(*parted(parts), write)
            case Term(field, Words() as words):
                either = " OR ".join(_phrase(form, prefix=words.prefix) for form in forms[words])
                where = columns[field]
                return f"{{{where}}} : ({either})" if where else f"({either})"
        raise TypeError(expression)

    return write


def in_words(index: str, match: str, reach: Range) -> Select[int]:
    """The numbers, as far as they are in `reach`, by which a full-text index knows what it finds."""
    number: ColumnElement[int] = column("rowid", Integer)
    return select(number).select_from(table(index)).where(matches(index, match), number.between(*reach))


def matches(index: str, match: str) -> ColumnElement[bool]:
    """That an entry of a full-text index is found."""
    return literal_column(index).op("MATCH", is_comparison=True)(match)


def _typed(words: Words) -> tuple[str, str | None]:
    """The tokens that were typed, and the key of their other forms, where these are looked for too."""
    return (" ".join(tokens(words.text)), None) if words.phrase or words.prefix else asked(words.text)


def _phrase(form: str, *, prefix: bool) -> str:
    """Tokens in a row: inside its marks nothing has a meaning."""
    plain = form.replace('"', " ").replace("\x00", " ").strip()
    return (f'"{plain}"' + "*" * prefix) if plain else _NOTHING


def _known(connection: Connection, keys: set[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for chunk in identifiers.chunks(sorted(keys)):
        for word, form in connection.execute(select(vocabulary).where(vocabulary.c.key.in_(chunk))):
            found.setdefault(word, []).append(form)
    return found
