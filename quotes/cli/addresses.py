"""Which names that a user gives are addresses on the web."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from quotes.errors import SourceError

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
_WEB = frozenset({"http", "https"})


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a page as a user gave it, http or https."""

    url: str


def address_of(name: str) -> Address | None:
    """The address that `name` is; None for the name of a file.

    Raises SourceError for an address that is not of the web ("ftp://..."), or none at all.
    """
    match = _SCHEME.match(name.strip())
    if match is None:
        return None
    if match.group(1).lower() not in _WEB:
        raise SourceError(f"{name}: only http:// and https:// are fetched; save it and name the file")
    try:
        urlsplit(name.strip())
    except ValueError as error:
        raise SourceError(f"{name}: this is no address ({error})") from error
    return Address(name.strip())
