"""What tells a father from a son of the same name: "Jr.", "Sr.", "III", "the elder"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from quotes.parsing.annotated import Entity
from quotes.parsing.speakers.referents import Referent

_SUFFIX = re.compile(
    r"(?:,?[ ](?P<short>Jr\b\.?|Sr\b\.?|JR\b\.?|SR\b\.?|II|III|IV|(?:Junior|Senior)(?![ ][A-Z]))"
    r"|,?[ ](?P<age>the[ ](?:elder|younger|Elder|Younger)))(?![\w-])"
)
_AT_END = re.compile(_SUFFIX.pattern + r"\.?$")
_BEFORE = re.compile(r"\b(?P<age>elder|younger|older)\s(?:(?:Mr|Mrs|Ms|Dr)\.?\s)?$")
_FAMILY = re.compile(r"\b(?:grand)?(?:father|son)s?\b|\bnamesake\b", re.IGNORECASE)
_ALIKE = {"junior": "jr", "senior": "sr", "older": "elder"}
_RANKS = {"sr": 1, "": 1, "jr": 2, "ii": 2, "iii": 3, "iv": 4}
"""Who comes before whom; the father of a "Jr." often bears the name without a suffix."""
_OLDEST, _YOUNGEST = "elder", "younger"


def without_generation(name: str) -> str:
    """The name without its suffix: "Mara Venn" for "Mara Venn, Jr."."""
    return _AT_END.sub("", name)


def with_generations(text: str, entities: Sequence[Entity]) -> list[Entity]:
    """The entities, persons with the suffix after the name, but without a full stop that ends a sentence."""
    return [_with_suffix(text, entity) if entity.type == "PERSON" else entity for entity in entities]


def _with_suffix(text: str, entity: Entity) -> Entity:
    found = _SUFFIX.match(text, entity.start + len(without_generation(entity.text)))
    if found is None:
        return entity
    end = found.end()
    if text[end - 1] == "." and not re.match(r",?\s+[a-z]|['’]s|,", text[end : end + 4]):
        end -= 1
    return replace(entity, end=end, text=text[entity.start : end])


def generation_at(text: str, start: int, name: str) -> str:
    """The generation of the name at the offset, as it stands there: "Jr.", "the elder"; empty for none."""
    after = _SUFFIX.match(text, start + len(without_generation(name))) or _AT_END.search(name)
    if after is not None:
        return after["short"] or after["age"]
    before = _BEFORE.search(text, max(0, start - 20), start)
    return before["age"] if before else ""


def is_suffix(generation: str) -> bool:
    """Whether it follows a name and is part of it: not the "elder" of "the elder Venn"."""
    return generation not in ("elder", "younger", "older")


def of_generation(called: Sequence[Referent], generation: str) -> list[Referent]:
    """Those of one name who can be of the generation; the name without a suffix may be anybody's."""
    wanted = _plain(generation)
    if not wanted:
        return list(called)
    if wanted not in (_OLDEST, _YOUNGEST):
        same = [person for person in called if _plain(person.generation) == wanted]
        return same or [person for person in called if _agree(_plain(person.generation), wanted)]
    ranks = {_RANKS.get(_plain(person.generation), 0) for person in called}
    if len(ranks) > 1:
        edge = min(ranks) if wanted == _OLDEST else max(ranks)
        return [person for person in called if _RANKS.get(_plain(person.generation), 0) == edge]
    return [person for person in called if _agree(_plain(person.generation), wanted)]


def _agree(one: str, other: str) -> bool:
    pair = {one, other}
    return "" in pair or len(pair) == 1 or pair in ({"sr", _OLDEST}, {"jr", _YOUNGEST})


def _plain(generation: str) -> str:
    plain = generation.casefold().strip(".").removeprefix("the ")
    return _ALIKE.get(plain, plain)


def tells_of_family(text: str) -> bool:
    """Whether the text speaks of a father or a son, so that a name without a suffix may be the other's."""
    return _FAMILY.search(text) is not None
