"""How a source stands to what it is reported to say: whether it says it at all, asks it, disowns it.

A verb's own meaning stands beside it in `data/lexicons/cues.txt`; what stands before the verb
("did not", "refused to", "may have") in `data/lexicons/grammar.txt`.
"""

from bisect import bisect_right

from quotes.parsing.annotated import Attribution
from quotes.parsing.frames import Frame, FrameIndex, Unit
from quotes.parsing.grammar import AUXILIARIES, DETERMINERS, is_adverb
from quotes.parsing.lexicon import CueForm, cue_forms, function_words
from quotes.statement import Kind, Stance

_NEGATIONS = function_words("negation")
_WITHHOLDING = function_words("withholding")
_DENIALS = function_words("denial")
_HEDGES = function_words("hedging")
_LINKS = frozenset({"to", "of", "as", "or", "longer", "have", "be"})
_NOBODY = frozenset({"nobody", "none", "neither", "no", "nothing"})
_ONLY = frozenset({"only", "just", "merely", "simply"})
_QUESTION_WORDS = frozenset({"if", "whether", "how", "why", "what", "when", "where", "who", "which"})
_CONDITIONS = frozenset({"if", "unless", "whether"})
_REQUEST_PARTICLES = frozenset({"for", "on", "upon"})
_OWN_WORDS = frozenset({"as", ":", ",", "–", "—", "-"})
OPENING = 120
"""Characters of a claim in which its first words stand."""
REQUEST_REACH = 9
"""Words of a claim within which a "to" makes it a request."""
MOST_BEFORE = 10
"""Units before a verb that may belong to it ("has so far repeatedly refused to confirm or")."""


def stance_of(
    text: str, frames: FrameIndex, attribution: Attribution, kind: Kind
) -> tuple[Stance, str | None]:
    """The stance of the source of `attribution`, and the words it is read from where it is no assertion.

    Words in marks are disowned only where a verb of denial leads into them: what follows "dismissed it as"
    or a colon, or stands before "he denied", is the source's own. Words without a verb are asserted.
    """
    frame = frames.at((attribution.cue or attribution.content or (0, 0))[0])
    verb = _verb_of(frame, attribution)
    if verb is None or attribution.cue is None:
        return _by_noun(text, attribution)
    at, form = verb
    first = _first_before(frame.units, at)
    found = _by_words_before(frame.units, first, at) or _by_source(frame, attribution)
    stance, start = found or (
        _by_verb(text, frame, attribution, kind, at, form),
        frame.units[at].start,
    )
    end = max(frame.units[at].end, attribution.cue[1])
    start = start if start < end else frame.units[at].start  # "said nobody": the source is behind the verb
    return stance, None if stance == "asserted" else text[start:end]


def _verb_of(frame: Frame, attribution: Attribution) -> tuple[int, CueForm] | None:
    """Index of the reporting verb in the cue (the last of several), and its lexicon entry."""
    if attribution.cue is None:
        return None
    start, end = attribution.cue
    at = bisect_right(frame.units, start, key=lambda unit: unit.start) - 1
    found: tuple[int, CueForm] | None = None
    while 0 <= at < len(frame.units) and frame.units[at].start < end:
        form = cue_forms().get(frame.units[at].lower)
        found = (at, form) if form is not None else found
        at += 1
    return found


def _by_noun(text: str, attribution: Attribution) -> tuple[Stance, str | None]:
    """What a cue without a verb tells: "her denial that ..."."""
    cue = text[slice(*attribution.cue)] if attribution.cue else ""
    denies = not _DENIALS.isdisjoint(cue.lower().split())
    return ("denied", cue) if denies else ("asserted", None)


def _first_before(units: tuple[Unit, ...], verb: int) -> int:
    """Index of the first unit that belongs to the verb: auxiliaries, adverbs, "refused to", "confirm or"."""
    at = verb
    while at > max(0, verb - MOST_BEFORE):
        word = units[at - 1].lower
        joined = units[at].lower in ("or", "nor") and word in cue_forms()
        known = word in AUXILIARIES or word in _LINKS or word in _NEGATIONS
        if not (known or joined or word in _WITHHOLDING or word in _HEDGES or is_adverb(units[at - 1])):
            break
        at -= 1
    return at


def _by_words_before(units: tuple[Unit, ...], first: int, verb: int) -> tuple[Stance, int] | None:
    """What negation or hedge before the verb says, and where its words begin."""
    while first < verb and is_adverb(units[first]) and units[first].lower not in _NEGATIONS | _HEDGES:
        first += 1
    before = [unit.lower for unit in units[first:verb]]
    withheld = any(word in _WITHHOLDING for word in before) and before[-1] in ("to", "of", "or")
    if withheld or (any(map(_negates, before)) and not _ONLY.intersection(before)):
        return "unsaid", units[first].start
    if any(word in _HEDGES for word in before):
        return "hedged", units[first].start
    return None


def _negates(word: str) -> bool:
    return word in _NEGATIONS or word.endswith("n't")


def _by_source(frame: Frame, attribution: Attribution) -> tuple[Stance, int] | None:
    """ "Nobody said that ..." and "If she says that ...": nothing was said, or only perhaps."""
    if attribution.source is None:
        return None
    at = bisect_right(frame.units, attribution.source[0], key=lambda unit: unit.start) - 1
    if at < 0:
        return None
    following = frame.units[at + 1].text if at + 1 < len(frame.units) else ""
    if frame.units[at].lower in _NOBODY and not following[:1].isdigit():
        return "unsaid", frame.units[at].start
    if at > 0 and frame.units[at - 1].lower in _CONDITIONS:
        return "hedged", frame.units[at - 1].start
    return None


def _by_verb(text: str, frame: Frame, attribution: Attribution, kind: Kind, at: int, form: CueForm) -> Stance:
    """What the verb itself tells."""
    if "denial" in form.classes:
        disowned = kind == "indirect" or _leads_into_marks(frame, attribution, at)
        return "denied" if disowned else "asserted"
    opening = _opening(text, attribution) if kind == "indirect" else []
    following = frame.units[at + 1].lower if at + 1 < len(frame.units) else ""
    if _requests(form, opening, following):
        return "requested"
    if "inquiry" in form.classes:
        return "asked"
    return "hedged" if "hedge" in form.classes else "asserted"


def _leads_into_marks(frame: Frame, attribution: Attribution, verb: int) -> bool:
    """Whether the quotation is the verb's object, and not what the source says in its stead."""
    start = attribution.content[0] if attribution.content else 0
    at = bisect_right(frame.units, start, key=lambda unit: unit.start) - 1
    if at <= verb:
        return False
    before = [unit.lower for unit in frame.units[verb + 1 : at]]
    while before and (before[-1] in DETERMINERS or before[-1] == "being"):
        before.pop()
    return not before or before[-1] not in _OWN_WORDS


def _opening(text: str, attribution: Attribution) -> list[str]:
    start, end = attribution.content or (0, 0)
    return text[start : min(end, start + OPENING)].lower().split()[:REQUEST_REACH]


def _requests(form: CueForm, opening: list[str], following: str) -> bool:
    """Whether something is asked for: "urged", "called for", and "asked ... to", "told ... to"."""
    asks_to = "to" in opening and opening[0] not in _QUESTION_WORDS
    if "inquiry" in form.classes:
        return following == "for" or asks_to
    if "direct" in form.classes:
        named = "name" in form.classes
        return following in _REQUEST_PARTICLES if named else asks_to or "say" not in form.classes
    return "hearer" in form.classes and opening[:1] == ["to"]
