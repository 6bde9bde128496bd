"""What is set off beside a name: where it ends, and whether it describes somebody."""

from collections.abc import Sequence

from quotes.parsing.frames import Unit
from quotes.parsing.grammar import (
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    is_comma,
    is_person,
    is_title,
    is_verb,
)
from quotes.parsing.lexicon import cue_forms
from quotes.parsing.noun_phrases import Range
from quotes.parsing.speakers.phrases import tells_body, tells_office

MAX_UNITS = 30
"""Units of a description beside a name; a longer run is no apposition but a clause."""
_NO_START = (PREPOSITIONS | PRONOUNS | SUBORDINATORS | {"and", "but", "or"}) - {
    "his", "her", "their", "its", "one",
}  # fmt: skip
_RELATIVES = frozenset({"who", "which", "that", "whose", "where"})
_REPORTS = frozenset({"said", "says", "told", "tells", "added", "wrote", "explained", "asked", "replied"})
_JOINS = frozenset({"and", "of", "the", "for", "at", "&"})


def segment_end(units: Sequence[Unit], first: int) -> int:
    """Index of the mark or quotation that ends what begins at `first`; the length where none does.

    A full stop inside a sentence belongs to an abbreviation, and "A- and B-" goes on.
    """
    for at in range(first, len(units)):
        unit = units[at]
        ends = unit.text in (";", ":", ")", "?", "!", "...", "…") or (
            unit.text == "." and at == len(units) - 1
        )
        hyphen = unit.text == "-" and at > 0 and unit.start == units[at - 1].end
        if unit.quotation is not None or (is_comma(unit) and not hyphen) or ends:
            return at
    return len(units)


def apposition(units: Sequence[Unit], first: int, of_person: bool) -> Range | None:
    """The apposition that begins at `first`, of a person's name or else a body's; None where none does.

    It ends before a clause that only tells more: "a farmer who lost his herd" is "a farmer".
    """
    end = segment_end(units, first)
    if not first < end <= first + MAX_UNITS or units[first].lower in _NO_START:
        return None
    inside = _without_clause(units[first:end])
    verb = next((at for at, unit in enumerate(inside) if is_verb(unit) and not _is_no_verb(inside, at)), None)
    if verb is not None and not (of_person and is_title(inside[0])):
        return None
    inside = inside[:verb]
    if not inside or _names_somebody(inside) or not _describes(inside, of_person):
        return None
    return first, _with_list(units, end) if first + len(inside) == end else first + len(inside)


def _describes(inside: Sequence[Unit], of_person: bool) -> bool:
    text = " ".join(unit.text for unit in inside)
    if not of_person:
        return inside[0].lower in ("a", "an", "the", "one") and tells_body(text)
    bodies = (at for at, unit in enumerate(inside) if at and unit.entity and unit.entity.type == "ORG")
    body = next(bodies, 0)  # "Executive Director Harbour Foundation"
    return tells_office(text) or tells_office(" ".join(unit.text for unit in inside[:body]))


def _without_clause(inside: Sequence[Unit]) -> Sequence[Unit]:
    """The units before a relative clause or a participle that goes on with the sentence (", adding that")."""
    for at, unit in enumerate(inside):
        form = cue_forms().get(unit.lower)
        goes_on = form is not None and form.form == "ing" and unit.text.islower() and at > 1
        if unit.lower in _RELATIVES or goes_on:
            return inside[:at]
    return inside


def _is_no_verb(inside: Sequence[Unit], at: int) -> bool:
    """ "a man accused of theft", "a villager named in the report", "Ostrava's mayor"."""
    after = inside[at + 1].lower if at + 1 < len(inside) else ""
    participle = (
        inside[at].lower.endswith("ed") and inside[at].lower not in _REPORTS and after in PREPOSITIONS
    )
    return participle or inside[at].lower == "'s"


def _names_somebody(inside: Sequence[Unit]) -> bool:
    """Whether it names another: "Venn, Prime Minister Oren Tollan"; not "a lawyer for Oren Tollan"."""
    for at, unit in enumerate(inside):
        if not is_person(unit) or is_title(unit) or (at and inside[at - 1].entity is unit.entity):
            continue
        before = at - 1
        while before >= 0 and (is_title(inside[before]) or inside[before].lower in DETERMINERS):
            before -= 1
        owns = any(u.lower == "'s" for u in inside[at + 1 : at + 4])
        if not owns and (before < 0 or inside[before].lower not in PREPOSITIONS):
            return True
    return False


def _with_list(units: Sequence[Unit], end: int) -> int:
    """The end of an apposition with commas of its own: "mayor of Weir, Ostrava", "head of A, B and C"."""
    while end < len(units) - 1 and units[end].text == "," and _may_go_on(units[end - 1]):
        following = segment_end(units, end + 1)
        inside = units[end + 1 : following]
        names = all(u.text[:1].isupper() or u.lower in _JOINS for u in inside)
        if not inside or not names or any(is_person(u) for u in inside) or not inside[0].entity:
            return end
        if following >= len(units) or units[following].quotation is not None:
            return end
        end = following
    return end


def _may_go_on(last: Unit) -> bool:
    """Whether a name may follow after the comma: "Weir, Ostrava", "chief, Division of Tides"."""
    return last.text[:1].isupper() or is_title(last)
