"""Telling a reporting verb from a noun or adjective of the same letters."""

from quotes.parsing.attribution.adverbials import is_since_then
from quotes.parsing.frames import Unit
from quotes.parsing.grammar import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    SPEAKING_PRONOUNS,
    SPEECH_NOUNS,
    counts_of,
    is_adverb,
    is_comma,
    is_person,
    is_verb,
)
from quotes.parsing.lexicon import CueForm

PREPOSITION_LIKE = frozenset({"regarding", "concerning", "considering", "according", "following"})
BEFORE_PARTICIPLE = frozenset({"by", "after", "before", "in", "while", "as", "when", "and", "but", "for"})
_ALONE = frozenset({"another", "one", "each", "several", "these", "those"})
_MODALS = frozenset({"will", "would", "shall", "should", "can", "could", "may", "might", "must", "to"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
NAMED_REACH = 6
"""Units between a verb that characterises and the marks with what it says."""
INVERTED_REACH = 12
"""Units from a verb that opens its sentence to the quotation."""
JOINED_UNITS = 5
"""Units before a verb in which "and" joins its subjects."""


def end_of_verb(units: tuple[Unit, ...], index: int, form: CueForm) -> int | None:
    """Index after the cue and its particle; None where the verb is no cue without it."""
    if index + 1 < len(units) and units[index + 1].lower in form.particles:
        return index + 2
    return None if "particle" in form.classes else index + 1


def may_be_verb(units: tuple[Unit, ...], index: int, form: CueForm) -> bool:
    """Tell the verb from the noun or adjective of the same letters by what stands before it."""
    if index == 0:
        return form.form == "ing" or (form.form == "past" and _inverted(units, form))
    before = units[index - 1]
    if units[index].lower in PREPOSITION_LIKE or not units[index].text.islower():
        return False
    if form.form == "ing":
        return _participle_reports(before, form)
    if form.form == "base" and _after_modal(units, index):
        return form.base in ("say", "tell") or surely_verb(units, index, form)
    if form.form != "base" and _reads_out(units, index):
        return True
    determined = before.lower in DETERMINERS and not counts_of(units, index - 1)
    standing_alone = form.form == "past" and before.lower in SPEAKING_PRONOUNS | _ALONE
    governed = before.lower in PREPOSITIONS and not is_since_then(units, index - 1)
    if (determined and not standing_alone) or governed or before.text.isdigit():
        return False
    owned = before.lower == "'s" or before.lower.endswith("s'") or _lists_examples(units, index)
    if owned and form.form != "past":
        return False
    if form.form == "base":
        introduced = before.lower in AUXILIARIES | SPEAKING_PRONOUNS | {"who", "to", "and"}
        return introduced or _plural(before) or is_adverb(before) or _joined(units, index)
    if form.form == "s" and (is_verb(before) or ("judge" in form.classes and _ends_phrase(units, index))):
        return False
    return not _passive(units, index) or "quoted" in form.classes or named_by(units, index + 1, form)


def _lists_examples(units: tuple[Unit, ...], index: int) -> bool:
    """ "slang terms such as ...": a noun, whose examples follow."""
    return [unit.lower for unit in units[index + 1 : index + 3]] == ["such", "as"]


def named_by(units: tuple[Unit, ...], end: int, form: CueForm) -> bool:
    """ "described by critics as “hollow”": a participle, `end` the index after it, with its agent."""
    passive = form.form == "past" and "name" in form.classes
    return passive and end + 1 < len(units) and units[end].lower == "by" and _as_follows(units, end + 1)


def _as_follows(units: tuple[Unit, ...], at: int) -> bool:
    """Whether marks follow after the agent, at once or after "as"."""
    near = units[at : at + NAMED_REACH + 2]
    marks = next((i for i, unit in enumerate(near) if unit.quotation is not None), None)
    return bool(marks) and not any(is_comma(unit) for unit in near[:marks])


def _inverted(units: tuple[Unit, ...], form: CueForm) -> bool:
    """ "Stated Venn: “...”": a verb that opens the sentence, its subject and the words it reports."""
    marks = next((at for at, unit in enumerate(units[:INVERTED_REACH]) if unit.quotation is not None), 0)
    led = marks > 1 and units[marks - 1].text in (":", ",")
    return led and "say" in form.classes and not units[1].text.islower()


def _ends_phrase(units: tuple[Unit, ...], index: int) -> bool:
    """ "After the attacks, Venn ...": a verb of praise or blame has an object."""
    return index + 1 < len(units) and is_comma(units[index + 1])


def _participle_reports(before: Unit, form: CueForm) -> bool:
    """After a form of "be" few participles report; after a determiner or most prepositions none does."""
    if before.lower in _BE:
        return "clause" in form.classes or "progressive" in form.classes
    free = before.lower not in PREPOSITIONS or before.lower in BEFORE_PARTICIPLE
    return free and before.lower not in DETERMINERS


def _after_modal(units: tuple[Unit, ...], index: int) -> bool:
    """ "should counter", "to seek": what ought to happen, hardly ever a report."""
    at = index - 1
    while at >= 0 and is_adverb(units[at]):
        at -= 1
    return at >= 0 and units[at].lower in _MODALS


def surely_verb(units: tuple[Unit, ...], index: int, form: CueForm) -> bool:
    """Whether what follows makes it no noun: "that", or what somebody is called in marks."""
    noun = units[index].lower.removesuffix("s") in SPEECH_NOUNS
    return not noun and (_that_follows(units, index) or _names_in_marks(units, index, form))


def _reads_out(units: tuple[Unit, ...], index: int) -> bool:
    """ "a video that said, “...”": the words follow at once."""
    quoted = any(unit.quotation is not None for unit in units[index + 1 : index + 3])
    return quoted and index > 1 and units[index - 1].lower == "that" and units[index - 2].text.islower()


def _names_in_marks(units: tuple[Unit, ...], index: int, form: CueForm) -> bool:
    """ "took to the stage to call it a “farce”"."""
    near = units[index + 1 : index + 1 + NAMED_REACH]
    return "name" in form.classes and any(unit.quotation is not None for unit in near)


def _that_follows(units: tuple[Unit, ...], index: int) -> bool:
    return index + 1 < len(units) and units[index + 1].lower == "that"


def _joined(units: tuple[Unit, ...], index: int) -> bool:
    """ "Mara Venn and Oren Tollan say": two names before the verb."""
    near = units[max(0, index - JOINED_UNITS) : index]
    return is_person(units[index - 1]) and any(unit.lower == "and" for unit in near)


def _plural(unit: Unit) -> bool:
    return unit.lower.endswith("s") or unit.lower in ("people", "police", "media")


def _passive(units: tuple[Unit, ...], index: int) -> bool:
    at = index - 1
    while at >= 0 and is_adverb(units[at]):
        at -= 1
    return at >= 0 and units[at].lower in _BE
