"""Whom "he", "she", "it" and "they" mean at a place in the text."""

import re
from collections.abc import Callable

from quotes.parsing.speakers.referents import Referent
from quotes.parsing.speakers.stage import REACH, Stage

GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
"""The gender that each personal pronoun tells."""
NEAR = 300
"""Characters within which somebody of known gender is meant rather than somebody of unknown."""
SHORT = 20
"""Characters of an adverb or the like before a comma, which are not what somebody said."""
_AFTER_CONTENT = re.compile(r"[,\"“”’'?!]\s*$")
_ENDS_THERE = re.compile(
    r"\w+(?:\s+\w+){1,2}?(?:[.,;:!?\n]|\s+(?:on|in|at|to|during|of|when|while|via|referring|adding)\b|$)"
)
"""A pronoun and its verb with nothing said after them."""


def person(stage: Stage, at: int, gender: str) -> Referent | None:
    """Who "he" or "she" is at the offset; it learns the gender ("m" or "f") where the text has told none."""

    def fits(referent: Referent) -> bool:
        return (referent.type == "person" or referent.animate) and referent.gender in (None, gender)

    at = _before_content(stage, at)
    found = _only_one_before(stage, at, fits) or _latest(stage, at, fits)
    if found is None or found.gender is None:
        found = _of_gender(stage, at, gender, found) or found
    if found is not None and found.type == "person" and found.gender is None:
        found.gender, found.gender_guessed = gender, True
    return found


def thing(stage: Stage, at: int) -> Referent | None:
    """What "it" is at the offset: a body, or whoever the document is from that spoke last."""
    last = stage.spoke_last(at)
    if last is not None and stage.spoke_last_through_document():
        return last
    before = _before_content(stage, at)
    if before < at and last is not None and last.type in ("organization", "country"):
        return last
    return _latest(stage, before, lambda r: r.type in ("organization", "country", "unnamed") and r.can_speak)


def many(stage: Stage, at: int) -> Referent | None:
    """Who "they" are at the offset: a group, else a body."""
    at = _before_content(stage, at)
    group = stage.last_to_act(at, lambda r: r.type == "group")
    return group or _latest(stage, at, lambda r: r.type in ("group", "organization") and r.can_speak)


def _before_content(stage: Stage, at: int) -> int:
    """The offset, or the start of its sentence where what stands before it there is what was said.

    In "The mill is old, he said" nobody in the first half is "he", but for one who is credited there.
    """
    start, _ = stage.sentence_at(at)
    trails = at - start > SHORT and _AFTER_CONTENT.search(stage.text, max(0, at - 3), at)
    if not trails or not _ENDS_THERE.match(stage.text, at):
        return at
    return max(start, stage.place_of_last_speaker() + 1) if stage.place_of_last_speaker() < at else start


def _of_gender(stage: Stage, at: int, gender: str, found: Referent | None) -> Referent | None:
    """The last person of this gender named near, before one `found` of whom the text tells none.

    Who spoke last yields only to somebody named since, and who has just acted only to somebody whose
    gender the text tells.
    """
    acts = found is not None and stage.has_just_acted(found, at)
    since = max(at - NEAR, stage.place_of_last_speaker()) if stage.spoke_last(at) is found else at - NEAR
    near = [r for _, r in stage.named_between(since, at) if r.type == "person" and r.gender == gender]
    return next((r for r in reversed(near) if not (acts and r.gender_guessed)), None)


def _only_one_before(stage: Stage, at: int, fits: Callable[[Referent], bool]) -> Referent | None:
    """The one referent that fits in the sentence before, where none that fits acts there or here."""
    before = stage.sentence_before(at)
    if before is None or any(fits(referent) for _, referent in stage.acting_between(before[0], at)):
        return None
    named = {referent for _, referent in stage.named_between(*before) if fits(referent)}
    return named.pop() if len(named) == 1 else None


def _latest(stage: Stage, at: int, fits: Callable[[Referent], bool]) -> Referent | None:
    """The last within reach to act, else the last to be named."""
    named = (r for _, r in reversed(stage.named_between(at - REACH, at)) if fits(r))
    return stage.last_to_act(at, fits) or next(named, None)
