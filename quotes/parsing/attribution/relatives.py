"""Whom a relative clause or an apposition belongs to: "X, who ..., said", "the minister, X, said"."""

from quotes.parsing.frames import Unit
from quotes.parsing.grammar import PREPOSITIONS, SPEAKING_PRONOUNS, is_clause_break, is_comma, is_person
from quotes.parsing.noun_phrases import (
    MAX_APPOSITION,
    Range,
    before_apposition,
    ending_at,
    holds_person,
    starting_at,
)


def restrictive(units: tuple[Unit, ...], last: int) -> Range | None:
    """The noun before "who" in "an official who asked to discuss strategy said"."""
    for at in range(last - 1, max(last - MAX_APPOSITION, 0), -1):
        if is_clause_break(units[at]):
            return ending_at(units, at - 1) if units[at].lower == "who" else None
    return None


def before_relative(units: tuple[Unit, ...], comma: int) -> Range | None:
    """The name before a relative clause that ends with `comma`: "Venn, who led the talks, said"."""
    if not is_comma(units[comma]):
        return None
    for at in range(comma - 1, max(comma - MAX_APPOSITION, 1), -1):
        if units[at].quotation is not None:
            return None
        if units[at].lower in ("who", "whose") and is_comma(units[at - 1]):
            return ending_at(units, at - 2)
    return None


def antecedent(units: tuple[Unit, ...], who: int) -> Range | None:
    """The noun phrase that "who", "which" or "that" stands for."""
    at = who - 1
    if at >= 0 and is_comma(units[at]):
        at -= 1
    found = ending_at(units, at) if at >= 0 else None
    if found is None or at == who - 1 or found[0] == 0 or units[found[0]].lower not in SPEAKING_PRONOUNS:
        return found
    governed = units[found[0] - 1].lower in PREPOSITIONS  # "Venn, an admirer of both, who said"
    return (before_apposition(units, who - 1) if governed else None) or found


def named_in_apposition(units: tuple[Unit, ...], found: Range, comma: int) -> Range:
    """ "The foreign minister, Mara Venn, said": the name in the apposition, where the phrase has none."""
    if holds_person(units, found):
        return found
    inside = ending_at(units, comma - 1)
    set_off = inside is not None and units[inside[0] - 1].text == ","
    return inside if inside is not None and set_off and holds_person(units, inside) else found


def named_after(units: tuple[Unit, ...], found: Range) -> Range:
    """ "said the group's founder, Mara Venn": the name after the comma, where the phrase has none."""
    if is_person(units[found[1] - 1]) or found[1] + 1 >= len(units) or units[found[1]].text != ",":
        return found
    named = starting_at(units, found[1] + 1)
    return named if named is not None and holds_person(units, named) else found
