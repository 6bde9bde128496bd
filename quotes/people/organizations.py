"""Organizations that news names in several ways: their abbreviations and full names."""

from collections.abc import Mapping
from functools import cache

from quotes import lexicons
from quotes.people.countries import compared


def canonical_organization(name: str) -> str | None:
    """The one name of a well-known body of several ("UN": "United Nations"), None for any other."""
    return _names().get(compared(name))


@cache
def same_names() -> Mapping[str, str]:
    """Further names of bodies and the name they are known by, both in the form that is compared."""
    return {key: compared(name) for key, name in _names().items() if key != compared(name)}


@cache
def _names() -> dict[str, str]:
    return {
        compared(form): name
        for name, others in lexicons.table("organizations.txt", 2)
        for form in (name, *lexicons.cells(others))
    }
