"""Everybody a document names: persons, bodies and countries, with their mentions and descriptions."""

import re
from bisect import insort

from quotes.lexicons import country_of
from quotes.parsing.annotated import Annotated, Entity
from quotes.parsing.lexicon import people_words
from quotes.parsing.speakers.describing import describe, describe_body
from quotes.parsing.speakers.generations import generation_at, is_suffix, tells_of_family, without_generation
from quotes.parsing.speakers.names import body_name, compared, fold, may_be_name, person_name, words
from quotes.parsing.speakers.namesakes import other_bearer, same_bearer
from quotes.parsing.speakers.referents import Referent
from quotes.parsing.speakers.registers import Bodies, Persons

_NICKNAME = re.compile(
    r"([A-Z][\w.-]+(?: [A-Z][\w.-]+)*)\s+[\"“‘'](?P<nickname>[^\"“”\n]{1,24}[^\"“”\n,.!?…])[\"”’']\s+"
    r"([A-Z][\w-]+)"
)
_KNOWN_AS = re.compile(
    r"\s*[,(]\s*(?:who\s+is\s+)?(?:also\s+|better\s+|popularly\s+|widely\s+|affectionately\s+)?"
    r"(?:known|called|nicknamed|dubbed)\s+(?:simply\s+)?(?:as\s+|by\s+)?[\"“‘']?"
    r"([A-Z][\w-]+(?: [A-Z][\w-]+)?)[\"”’']?\s*[,)]"
)
_ABBREVIATED = ("US", "U.S.", "USA")
_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\.? $")
_SPELT_OUT = re.compile(r"([A-Z][\w-]+['’]s(?: [\w-]+){1,4}), (?:the )?$")
_ACRONYM = re.compile(r"^\s*\(\s*(?:the\s+)?[\"“']?([A-Z][A-Za-z&.-]{1,11})[\"”']?\s*\)")


class Cast:
    """The referents of one document, and who a name in it stands for."""

    def __init__(self, annotated: Annotated) -> None:
        self.persons = Persons()
        self.bodies = Bodies()
        self._countries: dict[str, Referent] = {}
        self._known: set[int] = set()
        self._title_end = max((p.end for p in annotated.paragraphs if p.kind == "title"), default=0)
        self._family = tells_of_family(annotated.text)
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
        entities = sorted(annotated.entities, key=_fullness)
        for entity in entities:
            if entity.type == "PERSON":
                self._add_person(text, entity)
            elif _is_body(entity):
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
        generation = generation_at(text, entity.start, entity.text)
        honored = (honorific.group() if honorific else "") + name
        known, unsure = self.persons.named(honored, entity.start, generation)
        same = same_bearer(text, entity, self.persons.all)
        if unsure is not None and same is None:
            return
        known = same or (self._apart(text, entity, known) if known else None)
        if known is None or (not generation and self._is_of_another(known, parts)):
            known = self.persons.add(name)
        elif parts not in known.forms:
            known.forms.append(parts)
        if is_suffix(generation) and not known.generation:
            known.generation = generation
        nickname = _nickname(text, entity)
        if nickname is not None:
            self.persons.also_called(known, nickname)
        known.full_mentions += len(parts) >= len(words(known.name))
        self._note(known, entity)
        describe(known, text, entity)

    def _is_of_another(self, known: Referent, parts: list[str]) -> bool:
        """Whether a full name without a suffix is the father's of whoever bears it with one, or the son's."""
        return self._family and bool(known.generation) and len(parts) > 1 and known.has_form(parts)

    def _apart(self, text: str, entity: Entity, known: Referent) -> Referent:
        """The bearer of the name who is known, or a new one where the text tells of two."""
        other = other_bearer(text, entity, known) if entity.start >= self._title_end else None
        if other is None:
            return known
        new = self.persons.add(other.name)
        new.alone = True
        return new

    def _add_body(self, text: str, entity: Entity) -> None:
        name = body_name(_with_owner(text, entity))
        if not name or self.country_named(name) is not None:
            return
        acronym = _ACRONYM.match(text[entity.end : entity.end + 20])
        full = _abbreviated(text, entity)
        known = self.bodies.named(name) or self.bodies.add(full or name)
        if full is not None:
            self.bodies.abbreviate(known, name)
        if acronym:
            self.bodies.abbreviate(known, acronym.group(1))
        known.described |= {fold(word) for word in words(name)}
        describe_body(known, text, entity)
        self._note(known, entity)

    def _note(self, referent: Referent, entity: Entity) -> None:
        insort(referent.places, entity.start)
        self._known.add(entity.start)


def _fullness(entity: Entity) -> tuple[int, bool]:
    """To sort by: the fullest names first, of two as full the one with a suffix."""
    return -len(compared(words(person_name(entity.text)))), without_generation(entity.text) == entity.text


def _is_body(entity: Entity) -> bool:
    """Whether it may say something: of buildings and peoples only "Harbour Hospital", "the Weir Nation"."""
    kind = any(fold(word) in people_words("body") for word in words(entity.text))
    return entity.type in ("ORG", "MISC") or (entity.type in ("FAC", "NORP") and kind)


def _with_surname(text: str, entity: Entity) -> str:
    """The name without a nickname in marks, which a tagger takes for its end: 'Niko "the Anvil" Sarto'."""
    nicknamed = _NICKNAME.match(text[entity.start : entity.start + 60])
    return f"{nicknamed[1]} {nicknamed[3]}" if nicknamed else entity.text


def _abbreviated(text: str, entity: Entity) -> str | None:
    """What the letters are short for that commas set off after it: "Ostrava's central bank, the CBO,"."""
    full = _SPELT_OUT.search(text, max(0, entity.start - 80), entity.start) if entity.text.isupper() else None
    if full is None or text[entity.end : entity.end + 1] != ",":
        return None
    initials = sorted(word[0].upper() for word in words(full[1]))
    return full[1] if len(initials) > 1 and initials == sorted(entity.text) else None


def _nickname(text: str, entity: Entity) -> str | None:
    """What the text calls the bearer of the name for short: 'Niko "Nick" Sarto', "Sarto, known as Nick"."""
    inside = _NICKNAME.match(text[entity.start : entity.start + 60])
    after = _KNOWN_AS.match(text[entity.end : entity.end + 70])
    found = inside["nickname"] if inside else after[1] if after else None
    return found if found and all(may_be_name(word) for word in words(found)) else None


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
