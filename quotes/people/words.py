"""Words that tell what a person does, as `data/lexicons/people.txt` has them."""

from functools import cache

from quotes import lexicons


def is_office(word: str) -> bool:
    """Whether a folded word names a person by what he or she does ("minister")."""
    return word in _under("office")


def is_title(word: str) -> bool:
    """Whether a folded word may stand before a name and is not part of it ("foreign", "minister")."""
    return word in _under("title") or word in _under("office")


@cache
def _under(section: str) -> frozenset[str]:
    return frozenset(line.lower() for heading, line in lexicons.sections("people.txt") if heading == section)
