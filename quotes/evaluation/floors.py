"""Floors: figures that may not get worse, in a ledger that is only ever added to.

Each entry sets the floor (`at_least`) or the ceiling (`at_most`) of one figure of one set of gold; the last
entry of a figure holds. An entry that asks for less than the one before it has to say why (`lowered_because`)
and is told at every check. Each carries a seal over itself and the seal before it, so that an entry that
was changed or taken out afterwards is seen.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from quotes.errors import QuotesError
from quotes.evaluation.measures import Figures, Number, figure

FORMAT_VERSION = 1
SEAL_LENGTH = 16
"""Hexadecimal digits: against slips and hurry, not against forgery."""
_REQUIRED = ("on", "set", "figure", "measured", "why")
_OPTIONAL = ("lowered_because", "seal")
_BOUNDS = ("at_least", "at_most")
ROUNDING = 1e-9

Entry = Mapping[str, Any]


class FloorsError(QuotesError):
    """The ledger of floors was changed otherwise than by adding to it."""


@dataclass(frozen=True, slots=True)
class Floor:
    """The bound that holds for one figure; `lowered_because` where it asks for less than it once did."""

    gold: str
    figure: str
    bound: Number
    ceiling: bool
    why: str
    lowered_because: str | None = None

    def holds(self, value: Number) -> bool:
        """Whether `value` keeps to it."""
        return value <= self.bound + ROUNDING if self.ceiling else value >= self.bound - ROUNDING

    def __str__(self) -> str:
        return f"{self.gold} {self.figure} {'at most' if self.ceiling else 'at least'} {self.bound:g}"


def read_floors(path: Path) -> list[Floor]:
    """The floors that hold, in the order of the ledger.

    Raises:
        FloorsError: the ledger cannot be read, an entry was changed, or one lowers a floor without a reason.
    """
    try:
        ledger = json.loads(path.read_text(encoding="utf-8"))
        version, entries = ledger["format_version"], list(ledger["floors"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise FloorsError(f"{path} is no ledger of floors: {error!r}") from error
    if version != FORMAT_VERSION:
        raise FloorsError(f"{path} has format {version}; this version of quotes reads {FORMAT_VERSION}")
    check_seals(path, entries)
    floors: dict[tuple[str, str], Floor] = {}
    for number, entry in enumerate(entries, 1):
        key = (entry["set"], entry["figure"])
        floors[key] = _floor(f"{path}, entry {number}", entry, floors.get(key))
    return list(floors.values())


def check_seals(path: Path, entries: Sequence[Entry]) -> None:
    """Raises FloorsError for an entry whose keys are not known, or that was changed after it was sealed."""
    before = ""
    for number, entry in enumerate(entries, 1):
        _check_keys(f"{path}, entry {number}", entry)
        right = seal(entry, before)
        if "seal" not in entry:
            raise FloorsError(f"{path}, entry {number} has no seal: it is {right}")
        if entry["seal"] != right:
            raise FloorsError(
                f"{path}, entry {number} ({entry['set']} {entry['figure']}), or one before it, was changed: "
                "put it back, and add a new entry below the last one"
            )
        before = right


def seal(entry: Entry, before: str) -> str:
    """The seal of an entry that follows one with the seal `before` (empty for the first)."""
    content = json.dumps({k: v for k, v in entry.items() if k != "seal"}, sort_keys=True, ensure_ascii=False)
    return sha256(f"{before}\n{content}".encode()).hexdigest()[:SEAL_LENGTH]


def value_of(floor: Floor, figures: Figures) -> Number:
    """The figure that a floor is about. Raises FloorsError where there is none of that name."""
    value = figure(figures, floor.figure)
    if value is None:
        raise FloorsError(f"{floor.figure} is no figure of {floor.gold}: quotes eval --format json has them")
    return value


def _check_keys(place: str, entry: Entry) -> None:
    known = {*_REQUIRED, *_OPTIONAL, *_BOUNDS}
    if not isinstance(entry, dict) or not known.issuperset(entry) or not entry.keys() >= set(_REQUIRED):
        raise FloorsError(f"{place} needs {', '.join(_REQUIRED)} and one of {', '.join(_BOUNDS)}")
    if len(entry.keys() & set(_BOUNDS)) != 1 or not str(entry["why"]).strip():
        raise FloorsError(f"{place} needs one of {', '.join(_BOUNDS)}, and the reason for it")


def _floor(place: str, entry: Entry, before: Floor | None) -> Floor:
    ceiling = "at_most" in entry
    bound: Number = entry["at_most" if ceiling else "at_least"]
    reason = str(entry.get("lowered_because") or "").strip() or None
    floor = Floor(entry["set"], entry["figure"], bound, ceiling, entry["why"], reason)
    if not floor.holds(entry["measured"]):
        raise FloorsError(f"{place} asks for more than was measured ({entry['measured']:g})")
    laxer = before is not None and (before.ceiling != ceiling or not before.holds(bound))
    if laxer and reason is None:
        raise FloorsError(f"{place} asks for less than before ({before}): it needs lowered_because")
    return floor
