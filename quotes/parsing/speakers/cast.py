"""Everybody a document names: persons, bodies and countries, with their mentions and descriptions."""

import re

from quotes.parsing.annotated import Annotated, Entity
from quotes.parsing.lexicon import country_of
from quotes.parsing.speakers.describing import describe, gender_of
from quotes.parsing.speakers.names import acronym_of, body_name, fold, person_name, words
from quotes.parsing.speakers.places import mistaken_places
from quotes.parsing.speakers.referents import Referent

_NICKNAME = re.compile(r"([A-Z][\w.-]+(?: [A-Z][\w.-]+)*)\s+[\"“‘'][^\"“”\n]{2,25}[\"”’']\s+([A-Z][\w-]+)")
_ABBREVIATED = ("US", "U.S.", "USA")
_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\.? $")
NEARER = 300
"""Characters by which one of two people of a name must have been mentioned nearer to be meant."""
_ACRONYM = re.compile(r"^\s*\(\s*(?:the\s+)?[\"“']?([A-Z][A-Za-z&.-]{1,11})[\"”']?\s*\)")


class Cast:
    """The referents of one document, and who a name in it stands for."""

    def __init__(self, annotated: Annotated) -> None:
        self.persons: list[Referent] = []
        self.bodies: list[Referent] = []
        self.countries: list[Referent] = []
        self._by_entity: dict[int, Referent] = {}
        self._collect(annotated)

    def of_entity(self, entity: Entity) -> Referent | None:
        """The referent that the entity was found to be."""
        return self._by_entity.get(entity.start)

    def person_named(self, name: str, at: int) -> tuple[Referent | None, str | None]:
        """The person whose name `name` is or is part of; where it cannot be told which, the reason.

        The name may have its honorific with it, which tells a man from a woman of that name.
        """
        gender = gender_of(fold(word) for word in words(name)[:1])
        parts = words(person_name(name))
        if not parts:
            return None, "no name"
        fitting = [
            p for p in self.persons if p.is_called(parts) and (gender is None or p.gender in (None, gender))
        ]
        exact = [p for p in fitting if len(parts) > 1 and p.has_form(parts)]
        full = exact or [p for p in fitting if len(words(p.name)) > 1] or fitting
        if len(full) <= 1:
            return (full[0], None) if full else (None, None)
        return self._likeliest(full, parts, at, " ".join(parts))

    def _likeliest(
        self, fitting: list[Referent], parts: list[str], at: int, name: str
    ) -> tuple[Referent | None, str | None]:
        """Of several whom the name fits: who alone spoke before, was named oftener, or was named nearer."""
        spoke = [p for p in fitting if p.spoke]
        if len(spoke) == 1:
            return spoke[0], None
        family = [p for p in fitting if fold(parts[-1]) in (fold(words(p.name)[-1]), fold(words(p.name)[0]))]
        often = sorted(family or fitting, key=lambda p: -p.full_mentions)
        if len(often) == 1 or often[0].full_mentions > 2 * often[1].full_mentions:
            return often[0], None
        nearest = sorted(often, key=lambda p: -p.last_before(at))
        if nearest[1].last_before(at) < 0 <= nearest[0].last_before(at):
            return nearest[0], None
        if nearest[0].last_before(at) - nearest[1].last_before(at) > NEARER:
            return nearest[0], None
        return None, f"more than one person here is called {name}"

    def body_named(self, name: str) -> Referent | None:
        """The organization of this name or acronym."""
        wanted = fold(body_name(name))
        for body in self.bodies:
            if fold(body.name) == wanted or (body.acronym and fold(body.acronym) == wanted):
                return body
        return None

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
        for referent in self.countries:
            if referent.name == country.name:
                return referent
        referent = Referent(country.name, "country")
        self.countries.append(referent)
        return referent

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
            if entity.type in ("LOC", "GPE", "ORG") and entity.start not in self._by_entity:
                country = self.country_named(entity.text)
                if country is not None:
                    self._note(country, entity)
        for referent in (*self.persons, *self.bodies, *self.countries):
            referent.places.sort()

    def _add_person(self, text: str, entity: Entity) -> None:
        name = person_name(_with_surname(text, entity))
        parts = words(name)
        if not parts or country_of().get(name.lower()) is not None:
            return
        honorific = _HONORIFIC.search(text[max(0, entity.start - 6) : entity.start])
        known, unsure = self.person_named((honorific.group() if honorific else "") + name, entity.start)
        if unsure is not None:
            return
        if known is None:
            known = Referent(name, "person", [parts])
            self.persons.append(known)
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
        known = self.body_named(name) or self._body_of_acronym(name) or self._longer_body(name)
        if known is None:
            known = Referent(name, "organization")
            self.bodies.append(known)
        if acronym and not known.acronym:
            known.acronym = acronym.group(1)
        known.described |= {fold(word) for word in words(name)}
        self._note(known, entity)

    def _body_of_acronym(self, name: str) -> Referent | None:
        if not name.isupper() or len(name) < 2:
            return None
        fitting = [
            body for body in self.bodies if len(words(body.name)) > 1 and acronym_of(body.name) == name
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _longer_body(self, name: str) -> Referent | None:
        """The body whose name goes on after these words ("Harbour University" of the Arts)."""
        parts = [fold(word) for word in words(name)]
        fitting = [
            b
            for b in self.bodies
            if len(parts) > 1 and [fold(w) for w in words(b.name)][: len(parts)] == parts
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _note(self, referent: Referent, entity: Entity) -> None:
        referent.places.append(entity.start)
        self._by_entity[entity.start] = referent


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
