"""Whom a reporting verb belongs to: its subject, wherever English puts it."""

from collections.abc import Sequence
from typing import Literal

from quotes.parsing.attribution.verbs import BEFORE_PARTICIPLE
from quotes.parsing.frames import Unit
from quotes.parsing.grammar import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    SPEAKING_PRONOUNS,
    is_adverb,
    is_comma,
    is_person,
    is_punctuation,
    is_time_word,
    names_people,
)
from quotes.parsing.lexicon import CueForm
from quotes.parsing.noun_phrases import Range, before_apposition, ending_at, holds_person, starting_at

_OF_TIME = frozenset({"week", "month", "year", "weekend", "night", "morning", "afternoon", "evening"})
_BEFORE_TIME = frozenset({"last", "this", "next", "past", "same", "earlier"})
_CLAUSE_LINKS = frozenset({"and", "but", "then", "to", "or", "while", "as"})


Order = Literal["before", "after", "shared", "none"]
"""Where a source stands: before or after its verb, with an earlier one or at the head of the sentence."""

Subject = tuple[Range | None, Order]
"""The source of a verb as indexes of units, and where it stands."""


def subject_of(
    units: tuple[Unit, ...], index: int, end: int, form: CueForm, earlier: Sequence[Range | None]
) -> Subject | None:
    """The source of the verb `units[index:end]`; None where this is a noun and no verb at all.

    `earlier` are the sources of the verbs before it in the sentence.
    """
    quoted = _quoted_as_saying(units, end) if "quoted" in form.classes else None
    if quoted is not None:
        return quoted, "after"
    at = _before_adverbials(units, index - 1)
    if at < 0 or (form.form == "ing" and (is_comma(units[at]) or units[at].lower in BEFORE_PARTICIPLE)):
        return _shared(units, index, earlier)
    before = units[at]
    if before.quotation is not None or is_comma(before):
        return _around_comma(units, at, index, end, form, earlier)
    if before.lower in ("who", "which"):
        return _antecedent(units, at)
    if before.lower in _CLAUSE_LINKS:
        return _shared(units, index, earlier)
    found = ending_at(units, at)
    if found is None:
        return (None, "none") if is_punctuation(before) else _shared(units, index, earlier)
    if form.form == "ing" and any(earlier):
        return _shared(units, index, earlier)
    return _subject_before(units, found, index, end, form, earlier)


def _quoted_as_saying(units: tuple[Unit, ...], end: int) -> Range | None:
    """ "The Post quoted Mara Venn as saying": the words are hers, not the outlet's."""
    found = starting_at(units, end)
    follows = found is not None and found[1] + 1 < len(units) and units[found[1]].lower == "as"
    return found if follows and can_speak(units, found) else None


def _subject_before(
    units: tuple[Unit, ...],
    found: Range,
    index: int,
    end: int,
    form: CueForm,
    earlier: Sequence[Range | None],
) -> Subject | None:
    """The noun phrase before the verb, unless it belongs to something else that stands there."""
    link = units[found[0] - 1] if found[0] > 1 else None
    if link is not None and link.lower in ("on", "in", "at", "during") and is_comma(units[found[0] - 2]):
        return _around_comma(units, found[0] - 2, index, end, form, earlier)
    if link is not None and link.lower == "by":
        return _subject(units, index), "before"
    if link is not None and link.lower in AUXILIARIES and units[found[0] - 2].lower == "who":
        return _antecedent(units, found[0] - 2)
    if link is not None and is_comma(link) and _describes(units, found):
        named = ending_at(units, found[0] - 2)
        if named is not None and holds_person(units, named):
            return named, "before"
    if form.form in ("s", "base") and not (can_speak(units, found) and _may_head(units[found[1] - 1])):
        return None
    return found, "before"


def _describes(units: tuple[Unit, ...], found: Range) -> bool:
    """A phrase that explains the name before it: "a resident of the village", "Ostrava's ambassador"."""
    inside = units[slice(*found)]
    return inside[0].lower in DETERMINERS or any(unit.lower == "'s" or unit.text.islower() for unit in inside)


def _before_adverbials(units: tuple[Unit, ...], at: int) -> int:
    """Index of the last unit before auxiliaries, adverbs and words that say when."""
    while at >= 0:
        if (
            is_adverb(units[at])
            or units[at].lower in AUXILIARIES
            or is_time_word(units[at])
            or _time_link(units, at)
        ):
            at -= 1
        elif at > 0 and units[at].lower in _OF_TIME and units[at - 1].lower in _BEFORE_TIME:
            at -= 2
        else:
            break
    return at


def _may_head(unit: Unit) -> bool:
    """Whether the word before an "-s" form is a subject's head: in "espionage charges" the verb is a noun."""
    return not unit.text.islower() or unit.lower in SPEAKING_PRONOUNS or names_people(unit)


def _time_link(units: tuple[Unit, ...], at: int) -> bool:
    """The "on" of "Smith on Tuesday said"."""
    return (
        units[at].lower in ("on", "in", "last", "this")
        and at + 1 < len(units)
        and is_time_word(units[at + 1])
        and at > 0
    )


def can_speak(units: tuple[Unit, ...], found: Range | None) -> bool:
    """Whether the phrase holds a name, a pronoun, or a word for people, bodies or documents."""
    if found is None:
        return False
    inside = units[slice(*found)]
    if any(names_people(unit) or unit.lower in SPEAKING_PRONOUNS for unit in inside):
        return True
    # A capital tells a name, but the first word of a sentence has one anyway.
    capitals = [unit.text[:1].isupper() for unit in inside]
    return all(capitals) or any(capitals[1:] if found[0] == 0 else capitals)


def _around_comma(
    units: tuple[Unit, ...], at: int, index: int, end: int, form: CueForm, earlier: Sequence[Range | None]
) -> Subject | None:
    """The verb stands after a comma or a quotation: "..., said X" or "X, the minister, said"."""
    quoted = units[at].quotation is not None or (at > 0 and units[at - 1].quotation is not None)
    apposition = before_apposition(units, at) if is_comma(units[at]) and not quoted else None
    if apposition is not None and can_speak(units, apposition):
        return _named_in_apposition(units, apposition, at), "before"
    follows = None if "listener" in form.classes else starting_at(units, end)
    inverted = quoted or (not form.classes & {"weak", "that"} and follows and _ends_clause(units, follows[1]))
    if follows is not None and inverted and can_speak(units, follows):
        return _named_after(units, follows), "after"
    return (follows, "after") if quoted and follows else _shared(units, index, earlier)


def _named_in_apposition(units: tuple[Unit, ...], found: Range, comma: int) -> Range:
    """ "The foreign minister, Mara Venn, said": the name in the apposition, where the phrase has none."""
    if holds_person(units, found):
        return found
    inside = ending_at(units, comma - 1)
    set_off = inside is not None and units[inside[0] - 1].text == ","
    return inside if inside is not None and set_off and holds_person(units, inside) else found


def _named_after(units: tuple[Unit, ...], found: Range) -> Range:
    """ "said the group's founder, Mara Venn": the name after the comma, where the phrase has none."""
    if is_person(units[found[1] - 1]) or found[1] + 1 >= len(units) or units[found[1]].text != ",":
        return found
    named = starting_at(units, found[1] + 1)
    return named if named is not None and holds_person(units, named) else found


def _ends_clause(units: tuple[Unit, ...], at: int) -> bool:
    return (
        at >= len(units)
        or is_punctuation(units[at])
        or is_time_word(units[at])
        or units[at].lower in PREPOSITIONS
        or units[at].lower.endswith(("ing", "ed"))
        or units[at].lower == "who"
    )


def _antecedent(units: tuple[Unit, ...], who: int) -> Subject:
    at = who - 1
    if at >= 0 and is_comma(units[at]):
        at -= 1
    found = ending_at(units, at) if at >= 0 else None
    return (found, "before") if found else (None, "none")


def _shared(units: tuple[Unit, ...], index: int, earlier: Sequence[Range | None]) -> Subject:
    """The source of the verb before, or the subject of the sentence."""
    last = next((source for source in reversed(earlier) if source is not None), None)
    if last is not None:
        return last, "shared"
    return _subject(units, index), "shared"


def _subject(units: tuple[Unit, ...], before: int) -> Range | None:
    """The first noun phrase that a verb follows, after any opening phrase and its comma."""
    at = 0
    while at < before:
        found = starting_at(units, at)
        if found is not None and found[1] <= before:
            following = units[found[1]] if found[1] < len(units) else None
            if (following is not None and not is_punctuation(following)) or (
                at == 0 and can_speak(units, found)
            ):
                return found if can_speak(units, found) else None
            at = found[1]
        at += 1
        while at < before and not is_comma(units[at - 1]):
            at += 1
    return None
