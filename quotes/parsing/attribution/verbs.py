"""Telling a reporting verb from a noun or adjective of the same letters."""

from quotes.parsing.frames import Unit
from quotes.parsing.grammar import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    SPEAKING_PRONOUNS,
    counts_of,
    is_adverb,
    is_person,
    is_verb,
)
from quotes.parsing.lexicon import CueForm

PREPOSITION_LIKE = frozenset({"regarding", "concerning", "considering", "according", "following"})
BEFORE_PARTICIPLE = frozenset({"by", "after", "before", "in", "while", "as", "when", "and", "but", "for"})
_MODALS = frozenset({"will", "would", "shall", "should", "can", "could", "may", "might", "must", "to"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
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
        return form.form == "ing"
    before = units[index - 1]
    if units[index].lower in PREPOSITION_LIKE or not units[index].text.islower():
        return False
    if form.form == "ing":
        return _participle_reports(before, form)
    if form.form == "base" and _after_modal(units, index):
        return form.base in ("say", "tell") or _that_follows(units, index)
    determined = before.lower in DETERMINERS and not counts_of(units, index - 1)
    if determined or before.lower in PREPOSITIONS or before.text.isdigit():
        return False
    if before.lower == "'s" and form.form != "past":
        return False
    if form.form == "base":
        introduced = before.lower in AUXILIARIES | SPEAKING_PRONOUNS | {"who", "to", "and"}
        return introduced or _plural(before) or is_adverb(before) or _joined(units, index)
    if form.form == "s" and is_verb(before):
        return False
    return not _passive(units, index) or "quoted" in form.classes


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
