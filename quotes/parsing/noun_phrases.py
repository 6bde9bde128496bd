"""The noun phrase that ends or begins at a place in a frame: who a reporting verb's subject is."""

from quotes.parsing.frames import Unit
from quotes.parsing.grammar import (
    DETERMINERS,
    NOUN_LINKS,
    PREPOSITIONS,
    SPEAKING_PRONOUNS,
    counts_of,
    is_adverb,
    is_clause_break,
    is_comma,
    is_noun_like,
    is_person,
    is_punctuation,
    is_time_word,
    is_title,
    is_verb,
    names_people,
)

MAX_PHRASE = 14
"""A source longer than this many units is hardly ever one noun phrase (PolNeAR: under 3 %)."""

MAX_APPOSITION = 25
"""Units between a name and its verb that an apposition may take."""

Range = tuple[int, int]
"""Half-open indexes of a frame's units."""


def holds_person(units: tuple[Unit, ...], found: Range) -> bool:
    """Whether a person's name is in the phrase."""
    return any(is_person(unit) for unit in units[slice(*found)])


def ending_at(units: tuple[Unit, ...], last: int) -> Range | None:
    """The noun phrase whose last unit is `last`, read from right to left."""
    if last < 0 or units[last].quotation is not None or is_punctuation(units[last]):
        return None
    if units[last].lower in SPEAKING_PRONOUNS:
        return last, last + 1
    of_how_many = counts_of(units, last)
    if not is_noun_like(units[last]) and not of_how_many:
        return None
    first = last - 2 if of_how_many else last
    while first > 0 and last - first < MAX_PHRASE and _goes_left(units, first):
        first -= 1
    while first <= last and (
        is_adverb(units[first]) or units[first].lower in PREPOSITIONS or is_time_word(units[first])
    ):
        first += 1
    return (first, last + 1) if first <= last else None


def _goes_left(units: tuple[Unit, ...], first: int) -> bool:
    """Whether the noun phrase that begins at `first` takes in the unit before it."""
    here, before = units[first], units[first - 1]
    if _same_entity(here, before):
        return True
    if before.lower == "'s" and first >= 2 and is_noun_like(units[first - 2]):
        return here.lower not in DETERMINERS and not is_adverb(here)
    if here.lower == "'s":
        return is_noun_like(before)
    if is_clause_break(before) or is_verb(before) or (is_time_word(before) and not is_time_word(here)):
        return before.lower == "." and _abbreviation(units, first - 1)
    if before.lower == "and":
        return _joins_names(units, first - 1)
    if before.lower in PREPOSITIONS:
        return before.lower in NOUN_LINKS and first >= 2 and _noun_before(units, first - 2)
    if here.lower in DETERMINERS and here.lower not in ("other", "more"):
        return before.lower in ("all", "both")
    if is_person(here) and not is_person(before) and before.text.islower():
        return is_title(before) or before.lower in DETERMINERS  # "the Archbishop", taken for a name
    return before.lower not in SPEAKING_PRONOUNS


def _same_entity(left: Unit, right: Unit) -> bool:
    return (
        left.entity is not None and left.entity is right.entity and left.entity.type not in ("DATE", "TIME")
    )


def _abbreviation(units: tuple[Unit, ...], dot: int) -> bool:
    return dot > 0 and len(units[dot - 1].text) <= 4 and units[dot - 1].text[:1].isupper()


def _noun_before(units: tuple[Unit, ...], index: int) -> bool:
    return is_noun_like(units[index]) and not is_time_word(units[index])


def _joins_names(units: tuple[Unit, ...], conjunction: int) -> bool:
    """ "Xi and Putin": names, or words for people, on both sides."""
    if conjunction == 0 or conjunction + 1 >= len(units):
        return False
    left = units[conjunction - 1]
    right = next((u for u in units[conjunction + 1 : conjunction + 4] if u.lower not in DETERMINERS), left)
    return names_people(left) and (names_people(right) or right.text[:1].isupper())


def starting_at(units: tuple[Unit, ...], first: int) -> Range | None:
    """The noun phrase whose first unit is `first`, up to what cannot belong to it."""
    if first >= len(units) or is_clause_break(units[first]):
        return None
    if units[first].lower in SPEAKING_PRONOUNS:
        return first, first + 1
    if units[first].lower in PREPOSITIONS or is_time_word(units[first]) or is_verb(units[first]):
        return None
    end = first + 1
    while end < len(units) and end - first < MAX_PHRASE and _goes_right(units, end):
        end += 1
    return (first, end) if any(is_noun_like(unit) for unit in units[first:end]) else None


def _goes_right(units: tuple[Unit, ...], end: int) -> bool:
    here, before = units[end], units[end - 1]
    if _same_entity(before, here):
        return True
    if here.lower == "'s":
        return end + 1 < len(units) and is_noun_like(units[end + 1])
    if here.lower in DETERMINERS and here.text.islower():
        return before.lower in PREPOSITIONS or before.lower in ("all", "both", "such")
    if here.lower == "and":
        return _joins_names(units, end) or _person_ahead(units, end)
    if is_clause_break(here) or is_verb(here) or _says_when(units, end) or is_adverb(here):
        return here.text == "." and _abbreviation(units, end)
    if here.text.islower() and here.lower.endswith(("ed", "ing")) and is_noun_like(before):
        return False
    if here.lower in PREPOSITIONS:
        person = is_person(before)
        place = units[end + 1].entity if here.lower == "in" and end + 1 < len(units) else None
        links = here.lower in ("of", "for", "from", "at") or (
            place is not None and place.type in ("LOC", "GPE")
        )
        return links and not person and end + 1 < len(units)
    return here.lower not in SPEAKING_PRONOUNS


def _says_when(units: tuple[Unit, ...], at: int) -> bool:
    """A time word that is not part of the phrase, as the year is in "a 2018 report"."""
    return is_time_word(units[at]) and units[at - 1].lower not in DETERMINERS


def _person_ahead(units: tuple[Unit, ...], conjunction: int) -> bool:
    """ "policy and mining analyst Mara Venn": a name follows before anything breaks the phrase."""
    for unit in units[conjunction + 1 : conjunction + 5]:
        if is_person(unit):
            return True
        if not is_noun_like(unit):
            return False
    return False


def before_apposition(units: tuple[Unit, ...], comma: int) -> Range | None:
    """The noun phrase that an apposition ending with `comma` explains: "X, the minister, said".

    An apposition may hold commas itself ("X, head of A, B and C, said"): the first person's
    name of the run wins, else the phrase it begins with.
    """
    nearest: Range | None = None
    at = comma
    while at > 0 and comma - at <= MAX_APPOSITION:
        opening = at - 1
        while opening > 0 and not is_comma(units[opening]):
            if units[opening].quotation is not None or (
                is_verb(units[opening]) and units[opening].lower != "'s"
            ):
                return nearest
            opening -= 1
        found = ending_at(units, opening - 1) if opening > 0 else None
        if found is None:
            return nearest
        if holds_person(units, found):
            return found
        if found[0] == 0 or units[found[0] - 1].lower not in PREPOSITIONS:
            nearest = found
        at = opening
    return nearest
