"""Content that stands before its reporting verb, or on both sides of it, and the edges of any content."""

import re
from collections.abc import Sequence

from quotes.parsing.attribution.cues import Cue
from quotes.parsing.attribution.subjects import can_speak
from quotes.parsing.frames import Unit
from quotes.parsing.grammar import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
    is_comma,
    is_noun_like,
    is_punctuation,
    is_verb,
)
from quotes.parsing.noun_phrases import Range

_WHOLE = re.compile(r"[,.!?…]\W?$")
_CLAUSE_OPENERS = frozenset(
    {"when", "while", "after", "before", "as", "since", "because", "although", "if", "once"}
)
MIN_UNITS = 3
"""Units outside marks that content without a quotation has at least."""
LONG_ENOUGH = 8
"""Units from which content before its verb is a sentence even where no verb in it is known."""
SHORT_OPENING = 4
"""Units of an opening phrase ("for example") before ", he said," that is no part of the content."""


def tidy(units: tuple[Unit, ...], start: int, end: int) -> Range | None:
    """Leave out punctuation and conjunctions at the edges; None where too little remains."""
    while end > start and (
        (is_punctuation(units[end - 1]) and units[end - 1].text not in ")%")
        or units[end - 1].lower in ("and", "but")
    ):
        end -= 1
    while start < end and is_punctuation(units[start]):
        start += 1
    if start < end and units[start].quotation is not None and _WHOLE.search(units[start].text):
        return None  # the quotation is all that was said; what follows is the writer's
    if start < end and units[start].lower == "what" and units[end - 1].quotation is not None:
        return None  # "what she called “a land grab”": a name in marks and nothing else
    outside = [unit for unit in units[start:end] if unit.quotation is None and not is_punctuation(unit)]
    return (start, end) if len(outside) >= MIN_UNITS or (outside and len(outside) < end - start) else None


def before_verb(units: tuple[Unit, ...], cue: Cue, following: Sequence[Cue]) -> Range | None:
    """Content that stands first: "Ties are strong, the minister said on Friday."

    Where it goes on after the verb ("The dam, she said, will hold"), it is the sentence, verb included.
    `following` are the later reporting verbs.
    """
    edge = cue.source[0] if cue.source is not None and cue.order == "before" else cue.start
    if edge < 2 or not (is_comma(units[edge - 1]) or units[edge - 1].quotation is not None):
        return None
    if not can_speak(units, cue.source) or cue.order == "shared" or cue.weak:
        return None
    rest = _rest(units, cue, edge, following)
    if rest is not None and edge <= SHORT_OPENING and not _needs_what_is_before(units, rest[0]):
        return rest
    if rest is not None and not _is_opening_clause(units[: edge - 1]):
        return tidy(units, 0, rest[1])
    found = tidy(units, 0, edge)
    return found if found and _is_sentence(units[slice(*found)], cue) else None


def _rest(units: tuple[Unit, ...], cue: Cue, edge: int, following: Sequence[Cue]) -> Range | None:
    """What goes on after ", she said,"; None where it is somebody else's or a participle's."""
    after = cue.end
    parted = cue.order == "before" and units[edge - 1].text == "," and after < len(units)
    if not parted or units[after].text != "," or any(not later.weak for later in following):
        return None
    opening = units[after + 1].lower if after + 1 < len(units) else ""
    if opening.endswith("ing") or opening in SUBORDINATORS or opening in ("and", "but"):
        return None
    if any(unit.quotation is not None for unit in units):
        return None
    return tidy(units, after + 1, len(units))


def _needs_what_is_before(units: tuple[Unit, ...], at: int) -> bool:
    """Whether the subject of what goes on at `at`, or what it is about, stands before the verb."""
    return is_verb(units[at]) or units[at].lower in AUXILIARIES or units[at].lower in PREPOSITIONS


def _is_opening_clause(content: tuple[Unit, ...]) -> bool:
    """ "When the river rose": what the writer tells before somebody speaks, and nothing after a comma."""
    return content[0].lower in _CLAUSE_OPENERS and not any(is_comma(unit) for unit in content[3:])


def _is_sentence(content: tuple[Unit, ...], cue: Cue) -> bool:
    """Whether what stands before "..., X said" is a sentence and no opening phrase of the writer's."""
    if _is_opening_clause(content):
        return False
    if content[-1].quotation is not None and _WHOLE.search(content[-1].text):
        return any(is_verb(unit) for unit in content)  # a dateline before the quotation is nobody's claim
    opening = content[0]
    phrase = opening.lower in PREPOSITIONS or opening.lower in SUBORDINATORS
    participle = opening.entity is None and opening.lower.endswith(("ing", "ed"))
    if participle or (phrase and len(content) < LONG_ENOUGH):
        return False
    verb = any(is_verb(unit) or unit.lower.endswith("ed") for unit in content) or _has_present_verb(content)
    return verb or ("clause" in cue.form.classes and len(content) >= LONG_ENOUGH)


def _has_present_verb(content: tuple[Unit, ...]) -> bool:
    """Whether an "-s" form with a subject before it takes an object: "debt remains the main risk"."""
    threes = zip(content, content[1:], content[2:], strict=False)
    return any(
        verb.text.islower()
        and verb.lower.endswith("s")
        and not verb.lower.endswith("ss")
        and (is_noun_like(before) or is_adverb(before))
        and after.lower in DETERMINERS
        for before, verb, after in threes
    )


def of_according(units: tuple[Unit, ...], cue: Cue) -> Range | None:
    """What "according to" reports: the sentence around it."""
    if cue.source is None:
        return None
    if cue.start > MIN_UNITS and _verb_follows(units, cue):
        return tidy(units, 0, len(units))
    if cue.start > MIN_UNITS:
        return tidy(units, 0, cue.start)
    after = cue.source[1]
    while after < len(units) and not is_comma(units[after]):
        after += 1
    return tidy(units, after, len(units))


def _verb_follows(units: tuple[Unit, ...], cue: Cue) -> bool:
    """ "The weir, according to Venn, an engineer, is safe": subject and verb stand on either side."""
    if cue.source is None or not is_comma(units[cue.start - 1]) or any(map(is_verb, units[: cue.start])):
        return False
    pairs = zip(units[cue.source[1] :], units[cue.source[1] + 1 :], strict=False)
    return any(comma.text == "," and verb.lower in AUXILIARIES for comma, verb in pairs)
