"""The list of people whom the user cares about: what a row of a table tells of one of them. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from quotes.errors import UsageError
from quotes.ids import speaker_id
from quotes.overrides import iso_precision
from quotes.people.names import LONGEST_NAME, normalised

LIST = "authority"
"""Stands for the document in the ids of those on the list, who are in none."""
LONGEST_CELL = 2_000
MAX_ALIASES = 100
MAX_FURTHER = 50
"""Characters, names and columns; a table with more is no list of people."""

_FIELDS: dict[str, str] = {
    form: name
    for name, forms in {
        "name": "name person fullname personname label speaker",
        "aliases": "aliases alias aka alsoknownas othernames variants altlabel",
        "wikidata": "wikidata wikidataid qid wikidataqid wikidataurl wikidataitem",
        "role": "role position office title positionheld",
        "since": "from since start startdate begin rolefrom fromdate",
        "until": "to until till end enddate roleto todate",
    }.items()
    for form in forms.split()
}
"""What a column may be called, in small letters alone."""
_WIKIDATA = re.compile(
    r"(?:https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/)?(Q[1-9]\d{0,11})", re.IGNORECASE
)
_TIME_OF_DAY = re.compile(r"T00:00:00Z?$")


@dataclass(frozen=True, slots=True)
class Authority:
    """One on the list. `since` and `until` (ISO dates of any precision) bound the role; `further` are the
    columns that mean nothing here, by their names."""

    name: str
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    role: str | None = None
    since: str | None = None
    until: str | None = None
    further: Mapping[str, str] = field(default_factory=dict)

    @property
    def compared(self) -> str:
        """The form of the name by which two rows are of one name."""
        return normalised(self.name, "person")

    @property
    def id(self) -> str:
        """The id of one who comes onto the list: by the Wikidata id, else by the name."""
        return speaker_id(LIST, self.wikidata or self.compared)

    def values(self) -> dict[str, Any]:
        """What the log of decisions and the library keep."""
        return {
            "name": self.name,
            "aliases": list(self.aliases),
            "wikidata": self.wikidata,
            "role": self.role,
            "since": self.since,
            "until": self.until,
            "further": dict(self.further),
        }


def columns_of(names: Iterable[str]) -> dict[str, str]:
    """Which field each column of a table is, by the names of the columns; further ones are left out.

    Of several columns for one field the first counts. Raises UsageError where none holds the name.
    """
    names = list(names)
    found: dict[str, str] = {}
    for name in names:
        known = _FIELDS.get(re.sub(r"[^a-z]", "", name.lower()))
        if known is not None and known not in found.values():
            found[name] = known
    if "name" not in found.values():
        raise UsageError(f"no column is called name; the columns are {', '.join(names) or 'missing'}")
    if len(names) - len(found) > MAX_FURTHER:
        raise UsageError(f"{len(names)} columns: a list of people has at most {MAX_FURTHER} further ones")
    return found


def authority_of(cells: Mapping[str, str], columns: Mapping[str, str]) -> Authority:
    """What a row tells; `columns` are the fields by the names of their columns.

    Raises UsageError where it cannot be one of the list.
    """
    long = next((name for name, cell in cells.items() if len(cell) > LONGEST_CELL), None)
    if long is not None:
        raise UsageError(f"{long} has {len(cells[long]):,} characters, more than {LONGEST_CELL:,}")
    told = {columns[name]: " ".join(cell.split()) for name, cell in cells.items() if name in columns}
    since, until = _date(told.get("since")), _date(told.get("until"))
    if since and until and since[: len(until)] > until[: len(since)]:
        raise UsageError(f"from {since} is later than to {until}")
    name = _name(told.get("name", ""))
    return Authority(
        name,
        _aliases(told.get("aliases", ""), name),
        _wikidata(told.get("wikidata")),
        told.get("role") or None,
        since,
        until,
        {name: cell.strip() for name, cell in cells.items() if name not in columns and cell.strip()},
    )


def _name(text: str) -> str:
    if not any(character.isalpha() for character in text):
        raise UsageError(f"{text!r} is no name" if text else "there is no name")
    if len(text) > LONGEST_NAME:
        raise UsageError(f"the name has {len(text)} characters, more than {LONGEST_NAME}")
    return text


def _aliases(text: str, name: str) -> tuple[str, ...]:
    parts = [part.strip() for part in re.split(r"[;|]", text)]
    found = tuple(dict.fromkeys(_name(part) for part in parts if part and part != name))
    if len(found) > MAX_ALIASES:
        raise UsageError(f"{len(found)} aliases, more than {MAX_ALIASES}")
    return found


def _wikidata(text: str | None) -> str | None:
    if not text:
        return None
    match = _WIKIDATA.fullmatch(text)
    if match is None:
        raise UsageError(f"not a Wikidata id: {text!r}; it is written as Q42")
    return match[1].upper()


def _date(text: str | None) -> str | None:
    if not text:
        return None
    plain = _TIME_OF_DAY.sub("", text)
    iso_precision(plain)
    return plain
