"""Two of one family name, one with the given name and one with an office: "Tom Venn" and "Mayor Venn"."""

import re
from collections.abc import Iterable

from quotes.parsing.annotated import Entity
from quotes.parsing.lexicon import people_words
from quotes.parsing.speakers.describing import describe
from quotes.parsing.speakers.names import compared, person_name, words
from quotes.parsing.speakers.phrases import Phrase
from quotes.parsing.speakers.referents import Referent
from quotes.parsing.speakers.vocabulary import alike_to

_RELATIVE = re.compile(
    r"(?:^|[.!?\n]\s*|\b)(?:His|Her|his|her|whose)\s(?:[a-z]+\s){0,2}?"
    r"(?:wife|husband|mother|father|brother|sister|widow|widower|son|daughter|nephew|niece|uncle|aunt|cousin)\b"
    r"[^.!?\n]*(?:[.!?]\s+|,\s+)(?:[\w'’-]+\s){0,4}$"
)
"""A sentence about somebody's relative, after which the relative is named."""
_BEFORE = 160
"""Characters before a name in which such a sentence stands."""
_ANY_OFFICE = frozenset({"leader", "head", "chief", "boss"})
"""Words that tell of no office which it is."""


def other_bearer(text: str, entity: Entity, known: Referent) -> Referent | None:
    """Whoever a lone family name with an office means where that is not the `known` bearer of a full name.

    Writers introduce a person once. Where "Finance Minister Venn" stands before "Oren Venn, a brewer",
    or after "His wife was there", and nothing else gives the two an office in common, there are two.
    What somebody was before tells nothing: "Mayor Venn" may be "Mara Venn, a former teacher".
    """
    parts = words(person_name(entity.text))
    if not _is_family_name(parts, known) or not known.places:
        return None
    other = Referent(parts[0], "person", [parts])
    describe(other, text, entity)
    offices, known_for = _offices(other.described), _offices(known.described) - people_words("family")
    if not offices or not known_for or _in_common(offices, known_for):
        return None
    introduced_first = entity.start < known.places[0] and "former" not in known.described
    related = _RELATIVE.search(text, max(0, entity.start - _BEFORE), entity.start)
    return other if introduced_first or related else None


def same_bearer(text: str, entity: Entity, others: Iterable[Referent]) -> Referent | None:
    """The one of those known by family name alone whose office this mention has too."""
    parts = words(person_name(entity.text))
    named = [person for person in others if person.alone and person.is_called(parts)]
    if not named:
        return None
    probe = Referent(parts[0], "person", [parts])
    describe(probe, text, entity)
    offices = _offices(probe.described)
    return next((person for person in named if _in_common(offices, person.described)), None)


def _is_family_name(parts: list[str], known: Referent) -> bool:
    """Whether the one word of `parts` is the last or the first of a full name."""
    name, own = compared(words(known.name)), compared(parts)
    return len(parts) == len(own) == 1 < len(name) and own[0] in (name[0], name[-1])


def _offices(described: Iterable[str]) -> set[str]:
    """The words for what somebody does, without those that are said of anybody."""
    vague = people_words("anybody") | people_words("anyone") | _ANY_OFFICE
    return {word for word in described if word not in vague and Phrase(word).of_person}


def _in_common(offices: Iterable[str], described: set[str]) -> bool:
    return any(alike_to(word) & described for word in offices)
