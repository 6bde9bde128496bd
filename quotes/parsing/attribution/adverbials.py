"""What stands between a subject and its verb: auxiliaries, adverbs, brackets, words that say when."""

from quotes.parsing.frames import Unit
from quotes.parsing.grammar import AUXILIARIES, DAYS, PREPOSITIONS, is_adverb, is_punctuation, is_time_word

_PERFECT = frozenset({"has", "have", "had", "'s", "'ve", "'d"})
_BEFORE_TIME = frozenset({"last", "this", "next", "past", "same", "earlier"})
_OF_TIME = frozenset({"week", "month", "year", "weekend", "night", "morning", "afternoon", "evening"})
LONGEST_INSERTION = 5
"""Units of a phrase that may stand between an auxiliary and its verb."""


def before_adverbials(units: tuple[Unit, ...], at: int) -> int:
    """Index of the last unit before auxiliaries, adverbs and words that say when."""
    while at >= 0:
        if units[at].lower == "ago" and at >= 3:
            at -= 5 if units[at - 3].lower == "than" else 3
            continue
        if (
            is_adverb(units[at])
            or units[at].lower in AUXILIARIES
            or is_time_word(units[at])
            or _time_link(units, at)
            or is_since_then(units, at)
        ):
            at -= 1
        elif at > 0 and units[at].lower in _OF_TIME and units[at - 1].lower in _BEFORE_TIME | DAYS:
            at -= 2
        else:
            break
    return at


def is_since_then(units: tuple[Unit, ...], at: int) -> bool:
    """Whether the unit is the adverb "since", which stands in a perfect: "has since announced that ..."."""
    return units[at].lower == "since" and at > 0 and units[at - 1].lower in _PERFECT


def before_inserted(units: tuple[Unit, ...], at: int) -> int:
    """Index before brackets, or a phrase between auxiliary and verb: "who has in the past described"."""
    if at >= 0 and units[at].text == ")":
        opening = next((i for i in range(at, max(at - LONGEST_INSERTION, -1), -1) if units[i].text == "("), 0)
        at = opening - 1 if opening else at
    for first in range(at, max(at - LONGEST_INSERTION, 0), -1):
        if units[first].quotation is not None or is_punctuation(units[first]):
            break
        if units[first].lower in PREPOSITIONS:
            return first - 1 if units[first - 1].lower in ("has", "have", "had") else at
    return at


def _time_link(units: tuple[Unit, ...], at: int) -> bool:
    """The "on" of "Smith on Tuesday said"."""
    return (
        units[at].lower in ("on", "in", "last", "this")
        and at + 1 < len(units)
        and is_time_word(units[at + 1])
        and at > 0
    )
