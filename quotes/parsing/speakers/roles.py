"""How the document describes each of its speakers, and which description stands nearest to a place."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from quotes.parsing.annotated import Entity
from quotes.parsing.frames import FrameIndex
from quotes.parsing.speakers.beside import description_beside
from quotes.parsing.speakers.names import person_name, words
from quotes.parsing.speakers.offices import Place, office_of_all
from quotes.parsing.speakers.referents import Referent
from quotes.statement import Span

Described = tuple[int, Span]
"""The offset of a name and the span of the words beside it that describe its bearer."""


def _place(described: Described) -> int:
    return described[0]


class Roles:
    """The descriptions beside the names of a document; each speaker's are looked for once."""

    def __init__(self, frames: FrameIndex, entities: Sequence[Entity]) -> None:
        self._frames = frames
        self._entities = {entity.start: entity for entity in entities}
        self._found: dict[Referent, list[Described]] = {}

    def nearest(self, referent: Referent, at: int) -> Span | None:
        """The description of the referent that stands nearest to the mention at the offset.

        One in the same sentence comes first, then the last before, then the first after.
        """
        known = self._of(referent)
        if not known:
            return None
        frame = self._frames.at(at)
        here = known[bisect_left(known, frame.start, key=_place) : bisect_left(known, frame.end, key=_place)]
        if here:
            return min(here, key=lambda described: abs(described[0] - at))[1]
        before = bisect_right(known, at, key=_place)
        return known[max(0, before - 1)][1]

    def of_all(self, at: int) -> Span | None:
        """What all of those are whose names begin at the offset: "analysts Mara Venn and Oren Tollan"."""
        units = self._frames.at(at).units
        found = office_of_all(units, bisect_left(units, at, key=lambda unit: unit.start))
        return None if found is None else (units[found[0]].start, units[found[1] - 1].end)

    def _of(self, referent: Referent) -> list[Described]:
        if referent not in self._found:
            beside = ((place, self._beside(referent, place)) for place in referent.places)
            self._found[referent] = [(place, span) for place, span in beside if span is not None]
        return self._found[referent]

    def _beside(self, referent: Referent, at: int) -> Span | None:
        """The description beside the name at the offset; None where it is inside a quotation."""
        entity = self._entities.get(at)
        units = self._frames.at(at).units
        if entity is None or referent.type not in ("person", "organization"):
            return None
        of_person = referent.type == "person"
        start = at + (_length_of_office(referent, entity.text) if of_person else 0)
        first = bisect_left(units, start, key=lambda unit: unit.start)
        last = first
        while last < len(units) and units[last].entity is entity and units[last].lower != "'s":
            last += 1
        if last == first:
            return None
        found = description_beside(Place(units, first, last, of_person))
        return None if found is None else (units[found[0]].start, units[found[1] - 1].end)


def _length_of_office(person: Referent, named: str) -> int:
    """Characters of the office that a tagger took for the beginning of the name: of "President Venn"."""
    known = words(person.name)
    if words(named)[:1] and words(named)[0] in known:
        return 0
    return max(0, named.rfind(person_name(named)))
