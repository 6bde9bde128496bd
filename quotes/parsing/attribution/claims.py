"""The content of a reporting verb where it stands outside quotation marks."""

from collections.abc import Sequence

from quotes.parsing.attribution.cues import Cue
from quotes.parsing.attribution.fronted import before_verb, of_according, tidy
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
from quotes.parsing.lexicon import cue_forms
from quotes.parsing.noun_phrases import Range, starting_at

_BE = frozenset({"is", "'s", "was", "be", "been"})
_NEGATIONS = frozenset({"not", "never", "without"})
_INDIRECT_QUESTIONS = frozenset({"if", "whether", "how", "why", "what", "when", "where", "who"})
_HEARER_PRONOUNS = frozenset({"him", "her", "them", "us", "me"})
_ADJUNCTS = frozenset(
    {
        "following",
        "amid",
        "in",
        "at",
        "on",
        "during",
        "after",
        "before",
        "to",
        "through",
        "via",
        "by",
        "with",
        "from",
    }
)
REQUEST_REACH = 9
"""Units after "asked" within which a "to" makes it a request."""
SHORT_ADJUNCT = 5
"""Units of a preposition and what it takes; more are no adjunct but the content itself."""
CLAUSE_REACH = 15
"""Units after a verb within which the verb of a clause stands that it reports."""
MAX_ADJUNCT = 16
"""Units that may stand between a verb and its "that": hearer, time and place."""


def content_of(frame: Frame, cue: Cue, following: Sequence[Cue]) -> Range | None:
    """What `cue` reports, as indexes of the frame's units without the punctuation at its end; None for none.

    `following` are the later reporting verbs of the frame, where the content may end.
    """
    units = frame.units
    if cue.form.base == "according":
        return of_according(units, cue)
    if _only_names(units, cue) or _says_nothing(units, cue):
        return None
    start = _start(units, cue, min((later.start for later in following), default=len(units)))
    if start is not None and _follows_whole_sentence(units, cue, start):
        front = before_verb(units, cue, following)
        start = start if front is None else None
    if start is not None:
        end = _end(units, start, following)
        found = tidy(units, start, end)
        if found is not None or any(unit.quotation is not None for unit in units[start:end]):
            return found
    return before_verb(units, cue, following) if "say" in cue.form.classes else None


def _follows_whole_sentence(units: tuple[Unit, ...], cue: Cue, start: int) -> bool:
    """ "It was dry, Venn said in a note that aides liked": what "that" begins belongs to the note."""
    edge = cue.source[0] if cue.source is not None and cue.order == "before" else 0
    late = start > cue.end + 1 and units[start - 1].lower == "that"
    if edge < 2 or not late or "say" not in cue.form.classes or not is_comma(units[edge - 1]):
        return False
    subject = starting_at(units, 0)
    verb = units[subject[1]] if subject is not None and subject[1] < edge - 1 else None
    return verb is not None and is_verb(verb) and verb.lower != "'s"


def _says_nothing(units: tuple[Unit, ...], cue: Cue) -> bool:
    """ "It is worth noting that ...", and "did not disclose the price", which is no statement.

    A clause is one, also where it was not said ("did not say whether ..."): its stance tells so.
    """
    before = units[cue.source[1] : cue.start] if cue.source else ()
    if cue.source and units[cue.source[0]].lower == "it" and any(unit.lower in _BE for unit in before):
        return True
    at = cue.start - 1
    while at > 0 and is_adverb(units[at]) and units[at].lower not in _NEGATIONS:
        at -= 1
    negated = units[at].lower in _NEGATIONS or units[at].lower.endswith("n't")
    if at < 0 or not negated:
        return False
    asked = cue.end < len(units) and units[cue.end].lower in _INDIRECT_QUESTIONS
    return _that(units, cue.end) is None and not asked


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
    if "infinitive" in cue.form.classes and _infinitive(units, at):
        return at
    first = at
    if "hearer" in cue.form.classes and cue.end - cue.start == 1:
        at = _after_hearer(units, at)
        if "direct" in cue.form.classes and _infinitive(units, at):
            return first
    at = _after_adjuncts(units, at)
    if "clause" in cue.form.classes and at + 1 < len(units) and is_comma(units[at]):
        at += units[at + 1].lower in SUBORDINATORS
    if at >= len(units) or units[at].lower in PREPOSITIONS or _goes_on_before(units, at, first):
        return None
    if is_adverb(units[at]) and not ("clause" in cue.form.classes and _is_clause_at(units, at + 1)):
        return None  # "said repeatedly"; but "said roughly six nurses will ..."
    return at if not is_punctuation(units[at]) and _reports(units, at, cue) else None


def _is_clause_at(units: tuple[Unit, ...], at: int) -> bool:
    subject = starting_at(units, at)
    return subject is not None and any(is_verb(unit) for unit in units[subject[1] : at + CLAUSE_REACH])


def _goes_on_before(units: tuple[Unit, ...], at: int, first: int) -> bool:
    """ "said at a briefing held in Ostrava": what stands at `at` belongs to what was said before it."""
    if units[at].quotation is not None or units[at].entity is not None:
        return False
    participle = units[at].lower.endswith("ed") or units[at].lower in ("held", "given", "sent", "seen")
    reports = units[at].lower in cue_forms() and cue_forms()[units[at].lower].form == "past"
    return (participle and at > first) or reports


def _after_hearer(units: tuple[Unit, ...], at: int) -> int:
    if at < len(units) and units[at].lower in _HEARER_PRONOUNS:
        return at + 1
    hearer = starting_at(units, at)
    return hearer[1] if hearer else at


def _reports(units: tuple[Unit, ...], at: int, cue: Cue) -> bool:
    """Whether what follows the verb is content: a request, a clause, or an object that names it."""
    if cue.end - cue.start > 1:
        return True
    if "that" in cue.form.classes:
        asks = "request" in cue.form.classes
        return asks and any(unit.lower == "to" for unit in units[at : at + REQUEST_REACH])
    if "object" in cue.form.classes or "clause" in cue.form.classes:
        return True
    return any(is_verb(unit) for unit in units[at + 1 : at + CLAUSE_REACH])


def _that(units: tuple[Unit, ...], at: int) -> int | None:
    """Index after a "that" which belongs to the verb: nothing but hearer, time and place before it."""
    for index in range(at, min(at + MAX_ADJUNCT, len(units) - 1)):
        if units[index].lower == "that":
            return None if index > at and _is_relative(units, index) else index + 1
        closing = is_punctuation(units[index]) and not (is_comma(units[index]) and index > at)
        auxiliary = units[index].lower in AUXILIARIES - {"'s"} and units[index].text.islower()  # no "May"
        if closing or units[index].quotation is not None or auxiliary or _infinitive(units, index):
            return None
    return None


def _is_relative(units: tuple[Unit, ...], that: int) -> bool:
    """ "revealed the wording of a vote that would ...": a verb follows, and a noun stands before."""
    at = that + 1
    while at < len(units) and is_adverb(units[at]):
        at += 1
    before = units[that - 1]
    named = not is_time_word(before) and before.lower not in _HEARER_PRONOUNS and not is_comma(before)
    return named and at < len(units) and (is_verb(units[at]) or units[at].lower in AUXILIARIES)


def _infinitive(units: tuple[Unit, ...], at: int) -> bool:
    """Whether "to" and a verb begin at `at`, and not a hearer ("to the council")."""
    if at + 1 >= len(units) or units[at].lower != "to":
        return False
    verb = units[at + 1]
    return verb.text.islower() and verb.lower not in DETERMINERS and verb.entity is None


def _after_adjuncts(units: tuple[Unit, ...], at: int) -> int:
    """Index after "on Monday", "in a statement", "to reporters" and the like."""
    while at < len(units):
        if is_time_word(units[at]) or units[at].lower == "here":
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
