"""The name that commas set off from a description: "the minister, Mara Venn, said"."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from quotes.parsing.annotated import Entity
from quotes.parsing.lexicon import cue_forms, office_words, people_words
from quotes.parsing.speakers.cast import Cast
from quotes.parsing.speakers.phrases import Phrase
from quotes.parsing.speakers.referents import Referent

_APPOSED = re.compile(r", [^.\n\"“”:;()]*")
_AND_ARTICLE = re.compile(r", (?:the )?")
BESIDE = 120
"""Characters before an office in which the name stands that it explains."""


def inside(entities: Sequence[Entity], start: int, end: int) -> list[Entity]:
    """Of the entities, in the order of the text, those between the offsets."""
    first = bisect_left(entities, start, key=lambda entity: entity.start)
    last = bisect_left(entities, end, key=lambda entity: entity.start)
    return [entity for entity in entities[first:last] if entity.end <= end + 2]


class Explained:
    """Who the descriptions of one document are beside which a name stands."""

    def __init__(self, text: str, entities: Sequence[Entity], cast: Cast) -> None:
        self._text = text
        self._entities = entities
        self._cast = cast

    def by_name(self, phrase: Phrase, start: int, end: int) -> Referent | None:
        """The person or the body whose name is set off from the description between the offsets."""
        if phrase.of_person:
            return self._person(phrase, start, end)
        body = phrase.definite and phrase.head in people_words("body") and not phrase.plural
        return self._body(end) if body else None

    def _person(self, phrase: Phrase, start: int, end: int) -> Referent | None:
        before = inside(self._entities, start - BESIDE, start)
        after = inside(self._entities, end, end + BESIDE)
        persons = [e for e in before if e.type == "PERSON" and self._explains(phrase, e.end, start)][-1:]
        persons += [e for e in after if e.type == "PERSON" and self._is_set_off(e, end)][:1]
        return self._cast.persons.named(persons[0].text, start)[0] if persons else None

    def _body(self, end: int) -> Referent | None:
        """The body named between two commas after the description."""
        named = next((e for e in inside(self._entities, end, end + BESIDE) if e.type == "ORG"), None)
        if named is None or not _AND_ARTICLE.fullmatch(self._text, end, named.start):
            return None
        closed = self._text[named.end : named.end + 1] == ","
        return self._cast.bodies.named(named.text) if closed else None

    def _explains(self, phrase: Phrase, name_end: int, start: int) -> bool:
        """Whether the office explains the name that ends before it: "Mara Venn, director of the mill"."""
        between = self._text[name_end:start]
        finite = any(word in cue_forms() and cue_forms()[word].form == "past" for word in between.split())
        within = _APPOSED.fullmatch(between) is not None and not finite
        bare = not phrase.definite and not phrase.text.lower().startswith(("a ", "an "))
        return (between == ", " and (bare or phrase.definite)) or (within and bare)

    def _is_set_off(self, name: Entity, end: int) -> bool:
        """Whether the name follows the office after a comma, with another office before it at most."""
        between = self._text[end : name.start]
        titled = between.startswith(", ") and all(w.lower() in office_words() for w in between[2:].split())
        return titled and self._text[name.end : name.end + 1] in (",", " ")
