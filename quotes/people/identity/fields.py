"""The fields that people are active in, as `data/lexicons/fields.txt` has them."""

from collections.abc import Collection
from functools import cache

from quotes import lexicons

LIST = "fields.txt"
_MATTERS = ("government", "navy")
_POLITICS = "politics"


def vocations(heads: Collection[str]) -> frozenset[str]:
    """The fields that hardly anybody changes between ("sport"), of the head words of a description."""
    others = _fields().keys() - {*_MATTERS, _POLITICS}
    return frozenset(field for field in others if _fields()[field] & set(heads))


def matters(words: Collection[str]) -> frozenset[str]:
    """The fields told by any of these words that people come to from any other ("navy")."""
    return frozenset(field for field in _MATTERS if _fields()[field] & set(words))


def is_political(words: Collection[str]) -> bool:
    """Whether any of these words tells of an office in politics."""
    return not _fields()[_POLITICS].isdisjoint(words)


@cache
def _fields() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for field, line in lexicons.sections(LIST):
        found.setdefault(field, set()).update(line.replace("-", "").split())
    return {field: frozenset(words) for field, words in found.items()}
