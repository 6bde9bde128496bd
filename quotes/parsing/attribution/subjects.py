"""Whom a reporting verb belongs to: its subject, wherever English puts it."""

from collections.abc import Sequence
from typing import Literal

from quotes.parsing.attribution.adverbials import before_adverbials, before_inserted
from quotes.parsing.attribution.relatives import (
    antecedent,
    before_relative,
    named_after,
    named_in_apposition,
    restrictive,
)
from quotes.parsing.attribution.verbs import BEFORE_PARTICIPLE, named_by, surely_verb
from quotes.parsing.frames import Unit
from quotes.parsing.grammar import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    SPEAKING_PRONOUNS,
    is_adverb,
    is_clause_break,
    is_comma,
    is_person,
    is_punctuation,
    is_time_word,
    is_verb,
    names_people,
)
from quotes.parsing.lexicon import CueForm
from quotes.parsing.noun_phrases import (
    Range,
    before_apposition,
    ending_at,
    holds_person,
    starting_at,
)

_CONJUNCTIONS = frozenset({"and", "but", "so", "yet", "or"})
_CLAUSE_LINKS = frozenset({"and", "but", "then", "to", "or", "while", "as"})


LONGEST_DATELINE = 8
"""Units before the dash of a dateline."""

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
    if named_by(units, end, form):
        return starting_at(units, end + 1), "after"
    quoted = _quoted_as_saying(units, end) if "quoted" in form.classes else None
    if quoted is not None or (index == 0 and form.form == "past"):
        return quoted or starting_at(units, end), "after"
    at = before_adverbials(units, before_inserted(units, index - 1))
    if at < 0 or (form.form == "ing" and _starts_phrase(units[at])):
        return _shared(units, index, earlier)
    before = units[at]
    if before.quotation is not None or is_comma(before):
        return _around_comma(units, at, index, end, form, earlier)
    if before.lower in ("who", "which", "that"):
        return _explained(antecedent(units, at))
    if before.lower in _CLAUSE_LINKS:
        return _shared(units, index, earlier)
    found = ending_at(units, at)
    relative = None if can_speak(units, found) else restrictive(units, at)
    if relative is not None:
        return relative, "before"
    if found is None:
        return (None, "none") if is_punctuation(before) else _shared(units, index, earlier)
    if form.form == "ing" and _is_object(units, found, earlier):
        return _shared(units, index, earlier)
    return _subject_before(units, found, index, end, form, earlier)


def _starts_phrase(before: Unit) -> bool:
    """Whether a participle after this unit is no verb of its own but goes with the sentence's subject."""
    return before.quotation is not None or is_comma(before) or before.lower in BEFORE_PARTICIPLE


def _is_object(units: tuple[Unit, ...], found: Range, earlier: Sequence[Range | None]) -> bool:
    """ "She released a statement saying": whoever issues the words says them; not "with Venn telling"."""
    before = units[found[0] - 1] if found[0] else None
    if before is None or before.lower == "with":
        return False
    if before.lower in ("out", "up", "off") and found[0] > 1:
        before = units[found[0] - 2]
    acted_on = is_verb(before) or before.lower.endswith("ed") or not can_speak(units, found)
    return acted_on or any(earlier)


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
        return sentence_subject(units, index), "before"
    if link is not None and link.lower in AUXILIARIES and units[found[0] - 2].lower == "who":
        return _explained(antecedent(units, found[0] - 2))
    if link is not None and is_comma(link) and _describes(units, found):
        named = ending_at(units, found[0] - 2)
        if named is not None and holds_person(units, named) and _heads(units, named, end):
            return named, "before"
    if form.form in ("s", "base") and not (
        _follows_quotation(units, found)
        or surely_verb(units, index, form)
        or (can_speak(units, found) and _may_head(units[found[1] - 1]))
    ):
        return None
    return found, "before"


def _follows_quotation(units: tuple[Unit, ...], found: Range) -> bool:
    """Nothing but a noun and its verb stands after words in marks: '"...," the narrator says'."""
    before = found[0] - 1
    before -= before > 0 and is_comma(units[before])
    led = before >= 0 and units[before].quotation is not None
    return led and units[found[0]].lower in DETERMINERS


def _heads(units: tuple[Unit, ...], named: Range, end: int) -> bool:
    """Whether the name opens its clause and the verb goes on: not in "Venn, an aide said, “is sure”"."""
    opens = named[0] == 0 or is_clause_break(units[named[0] - 1])
    return opens and not (end < len(units) and is_comma(units[end]))


def _explained(found: Range | None) -> Subject:
    return (found, "before") if found else (None, "none")


def _describes(units: tuple[Unit, ...], found: Range) -> bool:
    """A phrase that explains the name before it: "a resident of the village", "Ostrava's ambassador"."""
    inside = units[slice(*found)]
    if inside[0].lower in SPEAKING_PRONOUNS:
        return False
    return inside[0].lower in DETERMINERS or any(unit.lower == "'s" or unit.text.islower() for unit in inside)


def _may_head(unit: Unit) -> bool:
    """Whether the word before an "-s" form is a subject's head: in "espionage charges" the verb is a noun."""
    return not unit.text.islower() or unit.lower in SPEAKING_PRONOUNS or names_people(unit)


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
    relative = None if quoted else before_relative(units, at)
    if relative is not None:
        return relative, "before"
    apposition = before_apposition(units, at) if is_comma(units[at]) and not quoted else None
    if apposition is not None and can_speak(units, apposition):
        return named_in_apposition(units, apposition, at), "before"
    inside = ending_at(units, at - 1) if apposition is not None else None
    if inside is not None and holds_person(units, inside) and is_comma(units[inside[0] - 1]):
        return inside, "before"
    follows = None if "listener" in form.classes else starting_at(units, end)
    inverted = quoted or (not form.classes & {"weak", "that"} and follows and _ends_clause(units, follows[1]))
    if follows is not None and inverted and can_speak(units, follows):
        return named_after(units, follows), "after"
    return (follows, "after") if quoted and follows else _shared(units, index, earlier)


def _ends_clause(units: tuple[Unit, ...], at: int) -> bool:
    return (
        at >= len(units)
        or is_punctuation(units[at])
        or is_time_word(units[at])
        or units[at].lower in PREPOSITIONS
        or units[at].lower.endswith(("ing", "ed"))
        or units[at].lower == "who"
    )


def _shared(units: tuple[Unit, ...], index: int, earlier: Sequence[Range | None]) -> Subject:
    """The source of the verb before, or the subject of the sentence."""
    found = [source for source in earlier if source is not None]
    able = [source for source in found if can_speak(units, source)]
    if able:
        # The pronoun of a clause inside ("Venn noted that she had left, and added") is the speaker too.
        named = [source for source in able if units[source[0]].lower not in SPEAKING_PRONOUNS]
        inside = units[able[-1][0]].lower in SPEAKING_PRONOUNS
        return (named[-1] if inside and named else able[-1]), "shared"
    return sentence_subject(units, index) or (found[-1] if found else None), "shared"


def sentence_subject(units: tuple[Unit, ...], before: int) -> Range | None:
    """The first noun phrase that a verb follows, after any dateline, opening phrase and its comma."""
    at = first = _after_opening(units)
    while at < before:
        found = None if _opens_phrase(units, at) else starting_at(units, at)
        if found is not None and found[1] <= before:
            following = units[found[1]] if found[1] < len(units) else None
            if (following is not None and not is_punctuation(following)) or (
                at == first and can_speak(units, found)
            ):
                return found if at == first or can_speak(units, found) else None
            at = found[1]
        at += 1
        while at < before and not is_comma(units[at - 1]):
            at += 1
    return None


def _opens_phrase(units: tuple[Unit, ...], at: int) -> bool:
    """ "Speaking on Friday, ...", "Asked about it, ...", "Hours later, ...", "Immediately after it, ..."."""
    unit, following = units[at], units[at + 1].lower if at + 1 < len(units) else ""
    participle = unit.entity is None and len(unit.lower) > 4 and unit.lower.endswith(("ing", "ed"))
    late = unit.lower in ("late", "early") and following in PREPOSITIONS
    since = following in ("later", "earlier", "ago", "after", "before")
    return participle or late or since or is_adverb(unit)


def _after_opening(units: tuple[Unit, ...]) -> int:
    """Index after a dateline and an "and" or "but"."""
    at = _after_dateline(units)
    return at + (at < len(units) and units[at].lower in _CONJUNCTIONS)


def _after_dateline(units: tuple[Unit, ...]) -> int:
    """Index after the "HARBOUR CITY -" that opens a report."""
    for at, unit in enumerate(units[1:LONGEST_DATELINE], 1):
        if unit.text in ("–", "—", "--", "-"):
            return at + 1 if all(_in_dateline(before) for before in units[:at]) else 0
    return 0


def _in_dateline(unit: Unit) -> bool:
    """Places, outlets and days stand in a dateline: all with capitals, and nobody's name."""
    capital = unit.text[:1].isupper() or unit.text.isdigit() or is_punctuation(unit)
    return capital and not is_person(unit)
