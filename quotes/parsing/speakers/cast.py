"""Everybody a document names: persons, bodies and countries, with their mentions and descriptions."""

import re
from bisect import insort

from quotes.parsing.annotated import Annotated, Entity
from quotes.parsing.lexicon import country_of
from quotes.parsing.speakers.describing import describe
from quotes.parsing.speakers.names import body_name, fold, person_name, words
from quotes.parsing.speakers.places import mistaken_places
from quotes.parsing.speakers.referents import Referent
from quotes.parsing.speakers.registers import Bodies, Persons

_NICKNAME = re.compile(r"([A-Z][\w.-]+(?: [A-Z][\w.-]+)*)\s+[\"“‘'][^\"“”\n]{2,25}[\"”’']\s+([A-Z][\w-]+)")
_ABBREVIATED = ("US", "U.S.", "USA")
_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\.? $")
_ACRONYM = re.compile(r"^\s*\(\s*(?:the\s+)?[\"“']?([A-Z][A-Za-z&.-]{1,11})[\"”']?\s*\)")


class Cast:
    """The referents of one document, and who a name in it stands for."""

    def __init__(self, annotated: Annotated) -> None:
        self.persons = Persons()
        self.bodies = Bodies()
        self._countries: dict[str, Referent] = {}
        self._known: set[int] = set()
        self._collect(annotated)

    def everybody(self) -> list[Referent]:
        """All referents met so far."""
        return [*self.persons.all, *self.bodies.all, *self._countries.values()]

    def country_named(self, name: str) -> Referent | None:
        """The country that a name, a capital or a house of government stands for."""
        country = country_of().get(body_name(name).lower())
        stands_for_it = country is not None and body_name(name) in (
            country.name,
            *country.seats,
            *_ABBREVIATED,
        )
        if country is None or not stands_for_it:
            return None
        return self._countries.setdefault(country.name, Referent(country.name, "country"))

    def _collect(self, annotated: Annotated) -> None:
        text = annotated.text
        entities = sorted(annotated.entities, key=lambda e: -len(words(person_name(e.text))))
        places = mistaken_places(text, entities)
        for entity in entities:
            if entity.type == "PERSON" and entity.text not in places:
                self._add_person(text, entity)
            elif entity.type in ("ORG", "FAC", "MISC"):
                self._add_body(text, entity)
        for entity in annotated.entities:
            if entity.type in ("LOC", "GPE", "ORG") and entity.start not in self._known:
                country = self.country_named(entity.text)
                if country is not None:
                    self._note(country, entity)

    def _add_person(self, text: str, entity: Entity) -> None:
        name = person_name(_with_surname(text, entity))
        parts = words(name)
        if not parts or country_of().get(name.lower()) is not None:
            return
        honorific = _HONORIFIC.search(text[max(0, entity.start - 6) : entity.start])
        known, unsure = self.persons.named((honorific.group() if honorific else "") + name, entity.start)
        if unsure is not None:
            return
        if known is None:
            known = self.persons.add(name)
        elif parts not in known.forms:
            known.forms.append(parts)
        known.full_mentions += len(parts) >= len(words(known.name))
        self._note(known, entity)
        describe(known, text, entity)

    def _add_body(self, text: str, entity: Entity) -> None:
        name = body_name(_with_owner(text, entity))
        if not name or self.country_named(name) is not None:
            return
        acronym = _ACRONYM.match(text[entity.end : entity.end + 20])
        known = self.bodies.named(name) or self.bodies.shortened(name) or self.bodies.add(name)
        if acronym:
            self.bodies.abbreviate(known, acronym.group(1))
        known.described |= {fold(word) for word in words(name)}
        self._note(known, entity)

    def _note(self, referent: Referent, entity: Entity) -> None:
        insort(referent.places, entity.start)
        self._known.add(entity.start)


def _with_surname(text: str, entity: Entity) -> str:
    """The name without a nickname in marks, which a tagger takes for its end: 'Niko "the Anvil" Sarto'."""
    nicknamed = _NICKNAME.match(text[entity.start : entity.start + 60])
    return f"{nicknamed[1]} {nicknamed[2]}" if nicknamed else entity.text


def _with_owner(text: str, entity: Entity) -> str:
    """The entity with a name that owns it: "Ostrava's Foreign Ministry"."""
    owner = re.search(
        r"((?:[A-Z][\w.-]+ ){0,2}[A-Z][\w.-]+['’]s )$", text[max(0, entity.start - 40) : entity.start]
    )
    generic = re.match(
        r"(?:[A-Z]\w+ )?(?:Ministry|Parliament|Cabinet|Senate|Government|Army|Police|Supreme Court)\b",
        entity.text,
    )
    return owner.group(1) + entity.text if owner and generic else entity.text
