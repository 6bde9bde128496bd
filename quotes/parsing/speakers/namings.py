"""Where each speaker of a document is named: what "he" and "the minister" rest on."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable

from quotes.parsing.annotated import Entity
from quotes.parsing.speakers.names import without_possessive
from quotes.parsing.speakers.referents import Referent
from quotes.statement import Span


def _start(span: Span) -> int:
    return span[0]


class Namings:
    """The spans of the words that name a referent, in the order of the text."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._ends = {
            entity.start: entity.start + len(without_possessive(entity.text)) for entity in entities
        }
        self._spans: dict[Referent, list[Span]] = {}

    def add(self, referent: Referent, span: Span) -> None:
        """Note that these words name the referent; they take the place of a name that begins with them."""
        known = self._of(referent)
        at = bisect_left(known, span[0], key=_start)
        if at < len(known) and known[at][0] == span[0]:
            known[at] = span
        else:
            insort(known, span)

    def inside(self, referent: Referent, start: int, end: int) -> Span | None:
        """The first naming of the referent that begins between the offsets."""
        known = self._of(referent)
        at = bisect_left(known, start, key=_start)
        return known[at] if at < len(known) and known[at][0] < end else None

    def nearest(self, referent: Referent, at: int) -> Span | None:
        """The last naming that begins at or before the offset, else the first after it; None without any."""
        known = self._of(referent)
        return known[max(0, bisect_right(known, at, key=_start) - 1)] if known else None

    def _of(self, referent: Referent) -> list[Span]:
        if referent not in self._spans:
            known = ((place, self._ends.get(place)) for place in referent.places)
            self._spans[referent] = [(place, end) for place, end in known if end is not None]
        return self._spans[referent]
