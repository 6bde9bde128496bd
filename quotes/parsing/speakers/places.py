"""Places that a tagger took for persons, told by what stands beside them."""

import re
from collections.abc import Sequence

from quotes.parsing.annotated import Entity
from quotes.parsing.speakers.names import words

_BEFORE_PLACE = re.compile(r"\b(?:in|from|near|across|outside|inside|throughout|to|of)\s$", re.IGNORECASE)
_OWNS_OFFICE = re.compile(
    r"['’]s\s+(?:[\w-]+\s+){0,2}?(?:president|(?:prime\s+)?minister|premier|leader|government|ministry|parliament|"
    r"army|capital|border|economy|mayor|council|police|side|coast|harbou?r|port)\b",
    re.IGNORECASE,
)
_ACTS = re.compile(r",?\s+(?:said|says|told|added|asked|wrote|explained|replied|noted)\b")
_BEFORE_PERSON = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|President|Minister)\.?|\bsaid|\badded)\s$")


def mistaken_places(text: str, entities: Sequence[Entity]) -> set[str]:
    """The one-word "persons" that stand where places do more often than people, and are nobody's surname."""
    persons = [entity for entity in entities if entity.type == "PERSON"]
    surnames = {word for entity in persons for word in words(entity.text) if len(words(entity.text)) > 1}
    votes: dict[str, int] = {}
    for entity in persons:
        if entity.text not in surnames and len(words(entity.text)) == 1:
            votes[entity.text] = votes.get(entity.text, 0) + _vote(text, entity)
    return {name for name, vote in votes.items() if vote > 0}


def _vote(text: str, entity: Entity) -> int:
    before, after = text[max(0, entity.start - 12) : entity.start], text[entity.end : entity.end + 50]
    if _ACTS.match(after) or _BEFORE_PERSON.search(before):
        return -1
    return int(bool(_BEFORE_PLACE.search(before) or _OWNS_OFFICE.match(after)))
