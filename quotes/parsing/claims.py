"""The content of a reporting verb where it stands outside quotation marks."""

from collections.abc import Sequence

from quotes.parsing.cues import Cue
from quotes.parsing.frames import Frame, Unit
from quotes.parsing.grammar import (
    AUXILIARIES,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
    is_comma,
    is_punctuation,
    is_time_word,
    is_verb,
)
from quotes.parsing.noun_phrases import Range, starting_at

_HEARER_VERBS = frozenset("tell inform assure reassure remind notify advise warn caution".split())
_INDIRECT_QUESTIONS = frozenset("if whether how why what when where who".split())
_ADJUNCTS = frozenset("in at on during after before to through via by with from".split())
_TAKES_OF = frozenset({"accuse"})
_NAMES_CONTENT = frozenset(
    "announce deny acknowledge emphasize emphasise stress propose promise pledge confirm predict forecast demand admit "
    "urge order request accuse appeal call reiterate claim warn cite allege recommend underline underscore".split()
)
"""Verbs whose bare object names what was said ("announced a review"); after others a clause must follow."""
_TAKES_CLAUSE = frozenset("say tell add argue insist assert contend maintain".split())
_ONLY_THAT = frozenset(
    "post tweet read go speak talk quote address open share show find point begin continue teach reveal describe outline "
    "mention specify seek press offer answer express voice plead chant chorus sing highlight detail quiz question ask "
    "challenge object lament protest reject refute dispute project direct invite encourage press communicate relay".split()
)
"""Verbs that report content only with "that", a question word or an infinitive."""
MIN_UNITS = 3
MAX_ADJUNCT = 12
"""Units that may stand between a verb and its "that": hearer, time and place."""


def content_of(frame: Frame, cue: Cue, following: Sequence[Cue]) -> Range | None:
    """What `cue` reports, as indexes of the frame's units without the punctuation at its end; None for none.

    `following` are the later reporting verbs of the frame, where the content may end.
    """
    units = frame.units
    if cue.form.base == "according":
        return _of_according(units, cue)
    start = _start(units, cue)
    if start is not None:
        found = _tidy(units, start, _end(units, start, following))
        if found is not None:
            return found
    return _before(units, cue) if start is None and cue.form.classes & {"say"} else None


def _start(units: tuple[Unit, ...], cue: Cue) -> int | None:
    """Index where the content begins after the cue."""
    at = cue.end
    if cue.order == "after" and cue.source is not None:
        at = cue.source[1]
    that = _that(units, at)
    if that is not None:
        return that
    if cue.order == "after" or not cue.form.classes & {"say", "direct"} | cue.form.classes & {"judge"}:
        return None
    if at < len(units) and units[at].lower in _INDIRECT_QUESTIONS:
        return at
    if not cue.form.classes & {"say", "direct"}:
        return (
            at
            if cue.form.base in _TAKES_OF and any(unit.lower == "of" for unit in units[at : at + 12])
            else None
        )
    if cue.form.base in _HEARER_VERBS:
        hearer = starting_at(units, at)
        at = hearer[1] if hearer else at
    at = _after_adjuncts(units, at)
    if cue.form.base in _TAKES_CLAUSE and at + 1 < len(units) and is_comma(units[at]):
        at += 1
    if (
        at >= len(units)
        or is_punctuation(units[at])
        or units[at].lower in PREPOSITIONS
        or is_adverb(units[at])
    ):
        return None
    return at if _reports(units, at, cue) else None


def _reports(units: tuple[Unit, ...], at: int, cue: Cue) -> bool:
    """Whether what follows the verb is content: an infinitive, a clause, or an object that names what was said."""
    ahead = units[at : at + 9]
    if cue.form.base in _ONLY_THAT:
        asks = bool(cue.form.classes & {"direct"}) and cue.form.base in ("ask", "invite", "encourage")
        return asks and any(unit.lower == "to" for unit in ahead)
    if cue.form.base in _NAMES_CONTENT or cue.form.base in _TAKES_CLAUSE or cue.end - cue.start > 1:
        return True
    return any(is_verb(unit) for unit in units[at + 1 : at + 15])


def _that(units: tuple[Unit, ...], at: int) -> int | None:
    """Index after a "that" which belongs to the verb: nothing but hearer, time and place before it."""
    for index in range(at, min(at + MAX_ADJUNCT, len(units) - 1)):
        if units[index].lower == "that":
            return index + 1
        closing = is_punctuation(units[index]) and not (is_comma(units[index]) and index > at)
        if closing or units[index].quotation is not None or units[index].lower in AUXILIARIES:
            return None
    return None


def _after_adjuncts(units: tuple[Unit, ...], at: int) -> int:
    """Index after "on Monday", "in a statement", "to reporters" and the like."""
    while at < len(units):
        if is_time_word(units[at]):
            at += 1
        elif units[at].lower in _ADJUNCTS and at + 1 < len(units):
            inside = starting_at(units, at + 1)
            if is_time_word(units[at + 1]):
                at += 2
            elif inside is not None and inside[1] - at <= 5:
                at = inside[1]
            else:
                return at
        else:
            return at
    return at


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
    """Leave out punctuation and conjunctions at the edges; None where too little or only quotations remain."""
    while end > start and (
        (is_punctuation(units[end - 1]) and units[end - 1].text not in ")%")
        or units[end - 1].lower in ("and", "but")
    ):
        end -= 1
    while start < end and is_punctuation(units[start]):
        start += 1
    outside = [unit for unit in units[start:end] if unit.quotation is None and not is_punctuation(unit)]
    return (start, end) if len(outside) >= MIN_UNITS or (outside and len(outside) < end - start) else None


def _before(units: tuple[Unit, ...], cue: Cue) -> Range | None:
    """Content that stands first: "Ties are strong, the minister said on Friday."."""
    edge = cue.source[0] if cue.source is not None and cue.order == "before" else cue.start
    if edge < 2 or not (is_comma(units[edge - 1]) or (units[edge - 1].quotation is not None and edge > 1)):
        return None
    opening = units[0]
    adverbial = (
        opening.lower in PREPOSITIONS or opening.lower in SUBORDINATORS or opening.lower.endswith("ing")
    )
    if cue.order == "shared" or cue.weak or adverbial or cue.form.classes & {"judge", "name", "direct"}:
        return None
    found = _tidy(units, 0, edge)
    return found if found and any(is_verb(unit) for unit in units[slice(*found)]) else None


def _of_according(units: tuple[Unit, ...], cue: Cue) -> Range | None:
    if cue.source is None:
        return None
    if cue.start > MIN_UNITS:
        return _tidy(units, 0, cue.start)
    after = cue.source[1]
    while after < len(units) and not is_comma(units[after]):
        after += 1
    return _tidy(units, after, len(units))
