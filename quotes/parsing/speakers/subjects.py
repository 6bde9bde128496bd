"""The subject of a sentence, where it is somebody named: the person, the body, or several side by side."""

from collections.abc import Container, Sequence
from itertools import pairwise

from quotes.parsing.annotated import Entity
from quotes.parsing.frames import Frame, Unit
from quotes.parsing.grammar import PREPOSITIONS, is_comma, names_people
from quotes.parsing.noun_phrases import Range, starting_at

_OPENING = frozenset({"but", "and", "yet", "so", "however", "meanwhile", "then"})
"""Words before the subject of a sentence."""
_LINKS = frozenset({",", "and", ", and"})
SEARCHED = 15
"""Units of a sentence in which an opening phrase ends and the subject begins."""


def subject_of(frame: Frame, named: Container[int], text: str) -> list[Entity]:
    """Whom the sentence is about, of the entities that start at `named`: one, several with "and", or none.

    The subject is what the sentence begins with, or what follows its opening phrase.
    """
    opening = 1 if frame.units[0].lower in _OPENING else 0
    commas = [n + 1 for n, unit in enumerate(frame.units[:SEARCHED]) if is_comma(unit)]
    for at in (opening, *commas):
        phrase = starting_at(frame.units, at)
        head = _head_of(frame.units, phrase, named) if phrase is not None else None
        if head is not None:
            return _joined(frame, head, named, text)
    return []


def _head_of(units: Sequence[Unit], phrase: Range, named: Container[int]) -> Entity | None:
    """The entity of `named` that the phrase is about: a person in it, or the name that it begins with."""
    inside = units[slice(*phrase)]
    owners = _not_owning(units[phrase[0] : phrase[1] + 1])
    heads = [e for e in owners if e.start in named and e.start < inside[-1].end]
    persons = [e for e in heads if e.type == "PERSON"]
    if persons or not heads:
        return persons[-1] if persons else None
    after = [unit for unit in inside if unit.start >= heads[0].end]
    other = bool(after) and after[0].lower not in PREPOSITIONS and names_people(after[-1])
    return None if other else heads[0]


def _not_owning(units: Sequence[Unit]) -> list[Entity]:
    """The entities among the units that own nothing: in "Ostrava's side" the subject is not Ostrava."""
    after = dict(pairwise(units))
    last = {unit.entity: unit for unit in units if unit.entity is not None}
    return [e for e, unit in last.items() if unit not in after or after[unit].lower not in ("'s", "’s")]


def _joined(frame: Frame, first: Entity, named: Container[int], text: str) -> list[Entity]:
    """The entities side by side from the first on, up to the one after "and"; the first alone without one."""
    entities = dict.fromkeys(unit.entity for unit in frame.units if unit.entity is not None)
    run = [first]
    for entity in (e for e in entities if e.start > first.start and e.start in named):
        link = text[run[-1].end : entity.start].strip()
        if link not in _LINKS:
            break
        run.append(entity)
        if link != ",":
            return run
    return [first]
