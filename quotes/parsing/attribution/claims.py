"""The content of a reporting verb where it stands outside quotation marks."""

import re
from collections.abc import Sequence

from quotes.parsing.attribution.cues import Cue
from quotes.parsing.attribution.subjects import can_speak
from quotes.parsing.frames import Frame, Unit
from quotes.parsing.grammar import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
    is_comma,
    is_noun_like,
    is_punctuation,
    is_time_word,
    is_verb,
)
from quotes.parsing.noun_phrases import Range, starting_at

_WHOLE = re.compile(r"[,.!?…]\W?$")
_INDIRECT_QUESTIONS = frozenset({"if", "whether", "how", "why", "what", "when", "where", "who"})
_HEARER_PRONOUNS = frozenset({"him", "her", "them", "us", "me"})
_ADJUNCTS = frozenset(
    {"in", "at", "on", "during", "after", "before", "to", "through", "via", "by", "with", "from"}
)
MIN_UNITS = 3
"""Units outside marks that content without a quotation has at least."""
REQUEST_REACH = 9
"""Units after "asked" within which a "to" makes it a request."""
LONG_ENOUGH = 8
"""Units from which content before its verb is a sentence even where no verb in it is known."""
SHORT_ADJUNCT = 5
"""Units of a preposition and what it takes; more are no adjunct but the content itself."""
MAX_ADJUNCT = 16
"""Units that may stand between a verb and its "that": hearer, time and place."""


def content_of(frame: Frame, cue: Cue, following: Sequence[Cue]) -> Range | None:
    """What `cue` reports, as indexes of the frame's units without the punctuation at its end; None for none.

    `following` are the later reporting verbs of the frame, where the content may end.
    """
    units = frame.units
    if cue.form.base == "according":
        return _of_according(units, cue)
    if _only_names(units, cue) or _negated(units, cue):
        return None
    start = _start(units, cue, min((later.start for later in following), default=len(units)))
    if start is not None:
        return _tidy(units, start, _end(units, start, following))
    return _before(units, cue) if "say" in cue.form.classes else None


def _negated(units: tuple[Unit, ...], cue: Cue) -> bool:
    """ "She did not say that ...": nothing was said. A denial is another matter."""
    before = units[cue.start - 1].lower if cue.start else ""
    return "clause" in cue.form.classes and (before in ("not", "never") or before.endswith("n't"))


def _only_names(units: tuple[Unit, ...], cue: Cue) -> bool:
    """What follows is a name in marks ("calls a “ghost”"), or no news ("asked not to be named")."""
    after = units[cue.end : cue.end + 2]
    named = "name" in cue.form.classes and any(unit.quotation is not None for unit in after)
    return named or (cue.form.base == "ask" and [unit.lower for unit in after] == ["not", "to"])


def _start(units: tuple[Unit, ...], cue: Cue, next_cue: int) -> int | None:
    """Index where the content begins after the cue; a "that" behind the next cue is that one's."""
    at = cue.end
    if cue.order == "after" and cue.source is not None:
        at = cue.source[1]
    that = _that(units[:next_cue], at)
    if that is not None:
        return at if _object_before(units[at : that - 1], cue) else that
    if not _takes_bare_content(cue):
        return None
    if at < len(units) and units[at].lower in _INDIRECT_QUESTIONS:
        return at
    if not cue.form.classes & {"say", "direct"}:
        accuses = cue.form.base == "accuse" and any(unit.lower == "of" for unit in units[at : at + 12])
        return at if accuses else None
    return _object_start(units, cue, at)


def _object_before(between: tuple[Unit, ...], cue: Cue) -> bool:
    """ "denied claims that ...": the "that" belongs to a noun, which is part of the content."""
    takes = "object" in cue.form.classes and "hearer" not in cue.form.classes
    plain = [unit for unit in between if not is_time_word(unit) and not is_adverb(unit)]
    return takes and bool(plain) and all(is_noun_like(unit) or unit.lower in DETERMINERS for unit in plain)


def _takes_bare_content(cue: Cue) -> bool:
    """Whether content may follow the verb without "that"."""
    loose = cue.form.form == "ing" and (cue.order == "before" or cue.weak)
    return not loose and cue.order != "after" and bool(cue.form.classes & {"say", "direct", "judge"})


def _object_start(units: tuple[Unit, ...], cue: Cue, at: int) -> int | None:
    """Index where content without "that" begins, after hearer, time and place."""
    if "hearer" in cue.form.classes:
        at = _after_hearer(units, at)
    at = _after_adjuncts(units, at)
    if "clause" in cue.form.classes and at + 1 < len(units) and is_comma(units[at]):
        at += units[at + 1].lower in SUBORDINATORS
    if "infinitive" in cue.form.classes and at < len(units) and units[at].lower == "to":
        return at
    if at >= len(units) or units[at].lower in PREPOSITIONS:
        return None
    no_content = is_punctuation(units[at]) or is_adverb(units[at])
    return at if not no_content and _reports(units, at, cue) else None


def _after_hearer(units: tuple[Unit, ...], at: int) -> int:
    if at < len(units) and units[at].lower in _HEARER_PRONOUNS:
        return at + 1
    hearer = starting_at(units, at)
    return hearer[1] if hearer else at


def _reports(units: tuple[Unit, ...], at: int, cue: Cue) -> bool:
    """Whether what follows the verb is content: a request, a clause, or an object that names it."""
    if "that" in cue.form.classes:
        asks = "request" in cue.form.classes
        return asks and any(unit.lower == "to" for unit in units[at : at + REQUEST_REACH])
    if "object" in cue.form.classes or "clause" in cue.form.classes or cue.end - cue.start > 1:
        return True
    return any(is_verb(unit) for unit in units[at + 1 : at + 15])


def _that(units: tuple[Unit, ...], at: int) -> int | None:
    """Index after a "that" which belongs to the verb: nothing but hearer, time and place before it."""
    for index in range(at, min(at + MAX_ADJUNCT, len(units) - 1)):
        if units[index].lower == "that":
            return index + 1
        closing = is_punctuation(units[index]) and not (is_comma(units[index]) and index > at)
        auxiliary = units[index].lower in AUXILIARIES - {"'s"} and units[index].text.islower()  # no "May"
        if closing or units[index].quotation is not None or auxiliary:
            return None
    return None


def _after_adjuncts(units: tuple[Unit, ...], at: int) -> int:
    """Index after "on Monday", "in a statement", "to reporters" and the like."""
    while at < len(units):
        if is_time_word(units[at]):
            at += 1
        elif units[at].lower in _ADJUNCTS and at + 1 < len(units):
            after = _after_adjunct(units, at)
            if after is None:
                return at
            at = after
        else:
            return at
    return at


def _after_adjunct(units: tuple[Unit, ...], at: int) -> int | None:
    """Index after one preposition and what it takes; None where it takes too much to be an adjunct."""
    first = at + 1
    if is_time_word(units[first]):
        if first + 1 >= len(units) or units[first + 1].lower != "'s":
            return first + 1
        first += 2  # "in Monday's speech"
    inside = starting_at(units, first)
    if inside is None or inside[1] - at > SHORT_ADJUNCT:
        return None
    return inside[1] if units[at].lower != "to" or can_speak(units, inside) else None


def _end(units: tuple[Unit, ...], start: int, following: Sequence[Cue]) -> int:
    """Where the content ends: before ", adding ..." or "and said ...", else with the sentence."""
    for cue in following:
        if cue.start <= start or cue.weak or cue.order not in ("shared", "before"):
            continue
        edge = cue.start
        if cue.order == "before" and cue.source is not None and cue.source[0] > start:
            edge = cue.source[0]
        before = edge - 1
        while before > start and (is_adverb(units[before]) or units[before].lower in AUXILIARIES):
            before -= 1
        if units[before].lower in ("and", "but") or is_comma(units[before]):
            return before
    return len(units)


def _tidy(units: tuple[Unit, ...], start: int, end: int) -> Range | None:
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


def _before(units: tuple[Unit, ...], cue: Cue) -> Range | None:
    """Content that stands first: "Ties are strong, the minister said on Friday."."""
    edge = cue.source[0] if cue.source is not None and cue.order == "before" else cue.start
    if edge < 2 or not (is_comma(units[edge - 1]) or units[edge - 1].quotation is not None):
        return None
    if not can_speak(units, cue.source) or cue.order == "shared" or cue.weak:
        return None
    found = _tidy(units, 0, edge)
    return found if found and _is_sentence(units[slice(*found)], cue) else None


def _is_sentence(content: tuple[Unit, ...], cue: Cue) -> bool:
    """Whether what stands before "..., X said" is a sentence and no opening phrase of the writer's."""
    opening = content[0]
    phrase = opening.lower in PREPOSITIONS or opening.lower in SUBORDINATORS
    participle = opening.entity is None and opening.lower.endswith(("ing", "ed"))
    if participle or (phrase and len(content) < LONG_ENOUGH):
        return False
    verb = any(is_verb(unit) or unit.lower.endswith("ed") for unit in content)
    return verb or ("clause" in cue.form.classes and len(content) >= LONG_ENOUGH)


def _of_according(units: tuple[Unit, ...], cue: Cue) -> Range | None:
    if cue.source is None:
        return None
    if cue.start > MIN_UNITS:
        return _tidy(units, 0, cue.start)
    after = cue.source[1]
    while after < len(units) and not is_comma(units[after]):
        after += 1
    return _tidy(units, after, len(units))
