"""The words beside a name that describe its bearer: "Defence Minister", "who heads the port authority"."""

from quotes.parsing.annotated import Entity
from quotes.parsing.frames import Unit
from quotes.parsing.grammar import (
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    is_comma,
    is_punctuation,
    is_verb,
)
from quotes.parsing.lexicon import people_words
from quotes.parsing.noun_phrases import Range, starting_at
from quotes.parsing.speakers.appositions import MAX_UNITS, apposition, segment_end
from quotes.parsing.speakers.names import fold, words
from quotes.parsing.speakers.offices import (
    ARTICLES,
    Place,
    Units,
    adjoining,
    joins,
    set_off_before,
    text_of,
)
from quotes.parsing.speakers.phrases import tells_office

_DOES = frozenset(
    "heads headed leads led chairs chaired runs ran founded co-founded owns owned directs directed "
    "manages managed coaches coached teaches taught represents represented works worked serves served "
    "oversees oversaw studies studied advises advised edits edited coordinates coordinated specialises "
    "specializes researches".split()
)
"""What one does by office or trade."""
_BEING = frozenset({"is", "was"})
_MEANWHILE = frozenset({"also", "now", "currently", "then", "himself", "herself"})
_BELONGS = frozenset({"of", "from", "at", "with"})


def description_beside(place: Place) -> Range | None:
    """The units that describe the bearer of a name where it stands, the telling words first.

    "Gen. Mara Venn, head of the navy" is "head of the navy"; "Defence Minister Mara Venn, a friend of
    his" is "Defence Minister". None where no words do.
    """
    if not place.of_person:
        return _set_off_after(place)
    before = adjoining(place)
    if before is not None and sum(not is_punctuation(unit) for unit in place.units[slice(*before)]) > 1:
        return before
    return _set_off_after(place) or set_off_before(place) or before or _belonging(place)


def _set_off_after(place: Place) -> Range | None:
    """What a comma, a dash or brackets set off after the name, or a clause says: "who heads the port"."""
    units, at = place.units, place.last
    if at >= len(units):
        return None
    if units[at].text == "(":
        close = segment_end(units, at + 1)
        found = apposition(units, at + 1, place.of_person)
        if found is not None and found[1] == close:
            return found
        at = close + 1
    if at >= len(units) - 1:
        return None
    if is_comma(units[at]) and units[at].text != "(":
        at = _after_age(units, at + 1)
        at += at < len(units) - 1 and units[at].lower in _MEANWHILE - {"then"}
        return (_relative(units, at) if place.of_person else None) or apposition(units, at, place.of_person)
    return (_relative(units, at) or _is_a(units, at)) if place.of_person else None


def _after_age(units: Units, at: int) -> int:
    """Where what follows an age begins: ", 52, a farmer", ", aged 52, a farmer"."""
    age = at + 1 if units[at].lower == "aged" else at
    if age + 1 < len(units) and units[age].text.isdigit() and is_comma(units[age + 1]):
        return age + 2
    return at


def _relative(units: Units, at: int) -> Range | None:
    """ "who heads the port authority" whole, and what follows "who is"."""
    if at + 2 >= len(units) or units[at].lower != "who":
        return None
    if units[at + 1].lower in _BEING:
        return _is_a(units, at + 1, relative=True)
    verb = at + 2 if units[at + 1].lower in _MEANWHILE else at + 1
    end = segment_end(units, verb + 1)
    told = units[verb].lower in _DOES and verb + 1 < end <= at + MAX_UNITS
    says = any(is_verb(unit) for unit in units[verb + 1 : end])
    return (at, end) if told and not says else None


def _is_a(units: Units, at: int, *, relative: bool = False) -> Range | None:
    """What the bearer of the name is said to be: "Venn is the mayor of Weir"."""
    if units[at].lower not in _BEING:
        return None
    start = at + 1
    while start < len(units) - 1 and units[start].lower in _MEANWHILE - {"then"}:
        start += 1
    found = starting_at(units, start) if start < len(units) else None
    owned = start + 1 < len(units) and units[start + 1].lower == "'s"
    if found is None or not (owned or units[start].lower in DETERMINERS or units[start].lower == "then"):
        return None
    text = text_of(units[slice(*found)])
    ends = units[found[1]] if found[1] < len(units) else None
    goes_on = not relative and ends is not None and (ends.quotation is not None or is_verb(ends))
    return _to_name_end(units, found) if tells_office(text) and not goes_on else None


def _to_name_end(units: Units, found: Range) -> Range:
    """The phrase with the rest of the name that it ends in: "the leader of the All Weir Party"."""
    first, end = found
    open_end = units[end - 1].lower in DETERMINERS | PREPOSITIONS
    while open_end and end < len(units) and units[end].text[:1].isupper():
        end += 1
    while is_punctuation(units[end - 1]) or units[end - 1].lower in DETERMINERS | PREPOSITIONS:
        end -= 1
    return first, end


def _belonging(place: Place) -> Range | None:
    """The body that the name is followed by: "Mara Venn of the Harbour Institute"."""
    units, at = place.units, place.last
    if at < len(units) and units[at].text == ",":
        at += 1
    if at >= len(units) - 1 or units[at].lower not in _BELONGS:
        return None
    first = at + 2 if units[at + 1].lower in ARTICLES else at + 1
    body = units[first].entity if first < len(units) else None
    end = first
    while end < len(units) and body is not None and units[end].start < body.end:
        end += 1
    if body is None or not _is_body(body) or (end < len(units) and not _stops(units[end])):
        return None
    return at, end - (units[end - 1].lower == "'s")


def _is_body(entity: Entity) -> bool:
    return entity.type == "ORG" or any(fold(word) in people_words("body") for word in words(entity.text))


def _stops(unit: Unit) -> bool:
    """Whether a phrase ends before the unit: "of the Harbour Institute said", not "of the Harbour team"."""
    ends = is_verb(unit) or unit.lower in PREPOSITIONS or unit.lower in SUBORDINATORS or joins(unit)
    return (ends or is_punctuation(unit)) and unit.lower != "'s"
