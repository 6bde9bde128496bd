"""Sources that no listed verb names: by where a name or a noun of speech stands beside the quotation."""

import re

from quotes.parsing.attribution.cues import Cue
from quotes.parsing.attribution.subjects import can_speak, sentence_subject
from quotes.parsing.frames import Frame, Unit
from quotes.parsing.grammar import (
    COMMON_VERBS,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    SPEECH_NOUNS,
    SUBORDINATORS,
    is_adverb,
    is_comma,
    is_noun_like,
    is_punctuation,
    is_time_word,
    is_title,
    is_verb,
)
from quotes.parsing.lexicon import CueForm, cue_forms
from quotes.parsing.noun_phrases import Range, ending_at, holds_person, starting_at

_GIVES_WAY = re.compile(r"[,?!…—–-]['’]?\W?$")
_LINKS = frozenset({"is", "was", "were", "are", "that", "of", "to", ":", ",", "-", "–", "—", "for", "about"})
_UNLISTED = CueForm("", frozenset({"say"}), "past")
LONGEST_LINK = 3
"""Units that may link a noun of speech to its quotation: "her answer was that ..."."""
LONGEST_MODIFIER = 4
"""Units between whose words they are and the noun of speech: "his famous closing line"."""


def unlisted_verb(frame: Frame, index: int) -> Cue | None:
    """A verb of no list where only a verb of speech can stand: "...!" beamed Venn."""
    units = frame.units
    after = index + 1
    set_off = after < len(units) and is_comma(units[after])
    if index and not (units[index - 1].quotation is not None or is_comma(units[index - 1])):
        return None
    if not (set_off or _GIVES_WAY.search(units[index].text)):
        return None
    while after < len(units) and (is_comma(units[after]) or is_adverb(units[after])):
        after += 1
    if after + 1 >= len(units):
        return None
    if _looks_finite(units[after]):
        found = starting_at(units, after + 1)
        return Cue(after, after + 1, _UNLISTED, found, "after") if can_speak(units, found) else None
    found = starting_at(units, after)
    if found is None or found[1] >= len(units) or not can_speak(units, found):
        return None
    verb = found[1]
    return Cue(verb, verb + 1, _UNLISTED, found, "before") if _looks_finite(units[verb]) else None


def _looks_finite(unit: Unit) -> bool:
    plain = unit.quotation is None and unit.entity is None and unit.text.islower()
    return plain and (unit.lower in COMMON_VERBS or unit.lower.endswith("ed"))


def signed(frame: Frame, index: int) -> Range | None:
    """Whose name follows a quotation that opens the sentence, without a verb: "...", Mara Venn, the mayor."""
    after = index + 2 if index + 1 < len(frame.units) and is_comma(frame.units[index + 1]) else index + 1
    found = starting_at(frame.units, after) if index == 0 else None
    if found is None or not holds_person(frame.units, found):
        return None
    rest = frame.units[found[1] :]
    alone = all(is_punctuation(unit) for unit in rest)
    return found if alone or (_GIVES_WAY.search(frame.units[0].text) and _explains(rest)) else None


def _explains(rest: tuple[Unit, ...]) -> bool:
    """Whether all that follows a name is what the person is: ", an analyst at the Ostrava Bank."."""
    if len(rest) < 3 or not is_comma(rest[0]) or not (rest[1].lower in DETERMINERS or is_title(rest[1])):
        return False
    acts = (is_verb(unit) or unit.lower in cue_forms() for unit in rest if unit.lower != "'s")
    return not any(acts) and all(u.quotation is None and u.lower not in SUBORDINATORS for u in rest)


def after_colon(frame: Frame, index: int) -> Range | None:
    """Whom the sentence is about that a colon ends before the quotation: 'Venn was blunt: "..."'."""
    if index < 2 or frame.units[index - 1].text not in (":", "—", "–", "--"):
        return None
    return sentence_subject(frame.units, index - 1)


def whose_words(frame: Frame, index: int) -> Range | None:
    """Who owns the noun of speech beside the quotation: "her answer was “...”", "Venn's “...” remark"."""
    units = frame.units
    following = units[index + 1] if index + 1 < len(units) else None
    if following is not None and _is_speech_noun(following):
        return _owner(units, index - 1)
    at = index - 1
    while at >= 0 and index - at <= LONGEST_LINK and (units[at].lower in _LINKS or is_time_word(units[at])):
        at -= 1
    if at <= 0 or not _is_speech_noun(units[at]):
        return None
    led = at + 2 == index and units[at + 1].text in ",:"
    issued = led and units[at - 1].lower in ("a", "an", "following")
    return sentence_subject(units, at) if issued else _owner(units, at - 1)


def _is_speech_noun(unit: Unit) -> bool:
    return unit.lower in SPEECH_NOUNS or unit.lower.removesuffix("s") in SPEECH_NOUNS


def _owner(units: tuple[Unit, ...], last: int) -> Range | None:
    """The possessor of the noun phrase that goes on after `last`."""
    for at in range(last, max(last - LONGEST_MODIFIER, -1), -1):
        if units[at].lower in POSSESSIVES:
            return sentence_subject(units, at) or (at, at + 1)
        if units[at].lower == "'s" or units[at].lower.endswith("s'"):
            found = ending_at(units, at - 1 if units[at].lower == "'s" else at)
            return _person_in(units, found) if found and can_speak(units, found) else None
        if not is_noun_like(units[at]) or units[at].lower in DETERMINERS:
            return None
    return None


def _person_in(units: tuple[Unit, ...], found: Range) -> Range:
    """The person at the end of the phrase, without what the person is only a part of."""
    linked = [at for at in range(*found) if units[at].lower in PREPOSITIONS]
    tail = (linked[-1] + 1, found[1]) if linked else found
    return tail if holds_person(units, tail) else found
