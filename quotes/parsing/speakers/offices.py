"""The office before a name: "Ostrava's foreign minister Mara Venn", "the minister, Mara Venn, said"."""

from collections.abc import Sequence
from dataclasses import dataclass

from quotes.parsing.frames import Unit
from quotes.parsing.grammar import (
    AUXILIARIES,
    DETERMINERS,
    NOUN_LINKS,
    PREPOSITIONS,
    is_comma,
    is_person,
    is_time_word,
    is_title,
)
from quotes.parsing.lexicon import cue_forms, people_words
from quotes.parsing.noun_phrases import Range, ending_at
from quotes.parsing.speakers.names import fold
from quotes.parsing.speakers.phrases import Phrase, tells_office

Units = tuple[Unit, ...]

MAX_FIELDS = 3
"""Commas in the field of an office."""
ARTICLES = frozenset({"the", "a", "an", "this", "that"})
_HONORIFICS = frozenset(
    "mr mrs ms miss mx dr dra sir dame madam madame hon honorable honourable u daw ko shri smt kumari "
    "sri datuk dato datin tun tan seri khun cik encik puan tuan tengku haji hajia hajji alhaji ato "
    "weizero woizero bapak monsieur frau herr señor señora señorita sr sra doña don signor signora he "
    "hh hrh mzee mwalimu cde comrade me thiru his her excellency rtd lady".split()
)
"""What is said before a name out of courtesy, which tells nothing of what its bearer does."""
_WHEN = frozenset("last next this year month week morning afternoon evening night".split())


@dataclass(frozen=True, slots=True)
class Place:
    """A name in a sentence: the `units` from `first` up to `last`; `of_person` or of a body."""

    units: Units
    first: int
    last: int
    of_person: bool = True


def adjoining(place: Place) -> Range | None:
    """The office that runs up to the name: "Ostrava's foreign minister", "deputy director of the HTO"."""
    units, end = place.units, _without_honorifics(place)
    found = ending_at(units, place.last - 1)
    if found is None or end == 0 or joins(units[end - 1]):
        return None
    return _office_in(units, found[0], end) or _office_of_several(units, found[0], end)


def _without_honorifics(place: Place) -> int:
    """Index of the first unit of the name with its honorifics: of "Dr" in "the minister, Dr Mara Venn"."""
    units, first = place.units, place.first
    while first > 0:
        dot = units[first - 1].text == "." and first > 1
        if fold(units[first - 2 if dot else first - 1].text) not in _HONORIFICS:
            break
        first -= 2 if dot else 1
    return first


def joins(unit: Unit) -> bool:
    """Whether a phrase cannot run over the unit: a preposition, "and", a comma, a quotation."""
    return unit.lower in PREPOSITIONS or unit.lower == "and" or unit.quotation is not None or is_comma(unit)


def _office_of_several(units: Units, first: int, end: int) -> Range | None:
    """The office whose field takes commas: "secretary for culture, sports and tourism"."""
    for _ in range(MAX_FIELDS):
        if first < 2 or units[first - 1].lower not in ("and", ","):
            return None
        found = ending_at(units, first - 2)
        if found is None or any(is_person(unit) for unit in units[slice(*found)]):
            return None
        first = found[0]
        office = _office_in(units, first, end)
        if office is not None:
            return office if any(unit.lower in NOUN_LINKS for unit in units[slice(*found)]) else None
    return None


def _office_in(units: Units, first: int, end: int) -> Range | None:
    """The shortest run of whole phrases, from `first` on and up to `end`, that tells an office.

    "The wife of President Venn" tells that of Venn's wife, "secretary of state Venn" Venn's own.
    """
    while first < end - 1 and _is_no_part(units, first):
        first += 1
    for start in range(end - 1, first - 1, -1):
        if _reports(units[start]) or _names_another(units, start, end):
            return None
        if start == first or _may_begin(units, start):
            told = _without_article(units, start, end)
            if told < end and _tells_office(units[told:end]):
                return told - _was_then(units, told), end
    return None


def _was_then(units: Units, at: int) -> bool:
    """Whether "then" before the office tells of when it was held: "then finance minister Mara Venn"."""
    return at > 0 and units[at - 1].text == "then" and (at < 2 or units[at - 2].lower != "and")


def office_of_all(units: Units, first: int) -> Range | None:
    """What several are whose names begin at `first`: "analysts Mara Venn and Oren Tollan"."""
    found = ending_at(units, first - 1)
    if found is None:
        return None
    start, end = found
    while start < end and (_is_no_part(units, start) or units[start].lower in ARTICLES | {"both"}):
        start += 1
    phrase = Phrase(text_of(units[start:end]))
    people = phrase.of_person or phrase.head in people_words("group")
    return (start, end) if start < end and people and phrase.plural else None


def _is_no_part(units: Units, at: int) -> bool:
    """Whether an opening word tells no office: "last year", "explains", "had married", "after meeting"."""
    here, before = units[at], units[at - 1].lower if at else ""
    form = here.lower.endswith(("ed", "ing")) and not is_title(here)
    return (
        is_time_word(here)
        or here.lower in _WHEN
        or _reports(here)
        or (form and here.text.islower() and before in PREPOSITIONS)
        or (here.text.islower() and not is_title(here) and before in AUXILIARIES)
    )


def _reports(unit: Unit) -> bool:
    """Whether it is a quotation or a reporting verb: "explains local historian Mara Venn"."""
    form = cue_forms().get(unit.lower) if unit.text.islower() else None
    return unit.quotation is not None or (form is not None and form.form == "s")


def _may_begin(units: Units, start: int) -> bool:
    """Whether a phrase begins at the unit: after a link, or after "and" that joins no two offices."""
    before = units[start - 1]
    if before.lower == "and":
        return not tells_office(text_of(units[max(0, start - 3) : start - 1]))
    inside_name = before.entity is not None and before.entity is units[start].entity
    return before.lower in NOUN_LINKS and not inside_name


def _names_another(units: Units, at: int, end: int) -> bool:
    """Whether somebody else's name stands there who owns nothing in the phrase."""
    owns = any(unit.lower in ("'s", "'") for unit in units[at + 1 : min(end, at + 3)])
    return is_person(units[at]) and units[at].text.istitle() and not owns and not _is_office(units[at])


def _is_office(unit: Unit) -> bool:
    return fold(unit.text) in people_words("office")


def _tells_office(units: Units) -> bool:
    """Whether it is an office, with or without the name before it: "Department of Tides director"."""
    name = units[0].entity
    after = [unit for unit in units if name is not None and unit.start >= name.end and unit.lower != "'s"]
    told = tells_office(text_of(units)) or (bool(after) and tells_office(text_of(after)))
    return told and units[-1].lower not in DETERMINERS


def _without_article(units: Units, start: int, end: int) -> int:
    while start < end and (units[start].lower in ARTICLES or units[start].lower == "and"):
        start += 1
    return start


def set_off_before(place: Place) -> Range | None:
    """The office that a comma sets off from the name after it: "the minister, Mara Venn, said"."""
    units, comma = place.units, _without_honorifics(place) - 1
    after = units[place.last] if place.last < len(units) else None
    closed = after is None or is_comma(after) or after.text in ".;:"
    if comma < 1 or units[comma].text != "," or not closed:
        return None
    found = ending_at(units, comma - 1)
    if found is None or (found[0] > 1 and is_comma(units[found[0] - 1]) and is_person(units[found[0] - 2])):
        return None
    return _office_in(units, found[0], comma) or _office_of_several(units, found[0], comma)


def text_of(units: Sequence[Unit]) -> str:
    """The units with a blank between."""
    return " ".join(unit.text for unit in units)
