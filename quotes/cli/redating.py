"""What a new date of publication does to the said-dates of a document ("on Tuesday", "last year")."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quotes.cli.lines import counted
from quotes.cli.progress import progress
from quotes.document import Published
from quotes.overrides import iso_precision

if TYPE_CHECKING:
    from quotes.cli.consoles import Consoles
    from quotes.document import Document
    from quotes.people.decisions import Decision
    from quotes.statement import Parse
    from quotes.store import Library

_PRECISIONS = {"day": "to the day", "month": "to the month", "year": "to the year", "": "to no sure date"}
Dates = dict[str, tuple[bool, str | None]]
"""Of each statement whether it is a claim, and its said-date."""


class Redating:
    """The documents of these ids that are to have another date of publication; None where nobody knows it."""

    def __init__(self, library: "Library", document_ids: Sequence[str], published: str | None) -> None:
        self._library = library
        self._published = published
        self._ids = [id_ for id_ in document_ids if library.document(id_).published != published]
        self._before = self._dates()

    def parses(self, consoles: "Consoles") -> "list[tuple[str, Parse]]":
        """Their kept texts parsed under the new date, by id. Raises ModelError."""
        if not self._ids:
            return []
        from quotes.parsing import parse

        found: list[tuple[str, Parse]] = []
        with progress(consoles, len(self._ids)) as meter:
            for identifier in self._ids:
                document = self._library.as_read(identifier)
                meter.begin(document.name)
                found.append((identifier, parse(_dated(document, self._published))))
                meter.advance()
        return found

    def outcome(self, decision: "Decision") -> str:
        """How many statements have another said-date now, and how precise it is."""
        after = self._dates()
        changed = {id_: date for id_, date in after.items() if date != self._before.get(id_)}
        parts = []
        for claims, noun in ((False, "quote"), (True, "claim")):
            dates = [date for is_claim, date in changed.values() if is_claim == claims]
            if dates:
                parts.append(f"{counted(len(dates), noun)} ({_precisions(dates)})")
        dated = [change for change in decision.changes if change.field == "dated"]
        told = {change.target for change in dated if change.before["on"] != change.after["on"]}
        kept = sum(id_ in after and id_ not in changed for id_ in told)
        rest = f"; {kept:,} {'keeps' if kept == 1 else 'keep'} the date that a person set" if kept else ""
        return f"Another said-date: {' and '.join(parts) or 'none'}{rest}"

    def _dates(self) -> Dates:
        return {
            stored.statement.id: (stored.statement.kind == "indirect", stored.statement.said_on)
            for identifier in self._ids
            for stored in self._library.statements(identifier)
        }


def _dated(document: "Document", published: str | None) -> "Document":
    precision = None if published is None else iso_precision(published)
    return replace(document, published=Published(published, precision))


def _precisions(dates: Sequence[str | None]) -> str:
    """How many dates there are of each precision: "17 to the day, 1 to the year"."""
    found = Counter("" if date is None else str(iso_precision(date)) for date in dates)
    return ", ".join(f"{found[name]:,} {words}" for name, words in _PRECISIONS.items() if found[name])
