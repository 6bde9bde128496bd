"""Which reporting verb, and so which source, every quotation belongs to."""

from quotes.parsing.annotated import Annotated
from quotes.parsing.attribution.continued import Recent, continued, stands_alone
from quotes.parsing.attribution.credits import ADJACENT, GOVERNED, PRECEDING, Credit
from quotes.parsing.attribution.cues import Cue
from quotes.parsing.attribution.governing import beside, final, governing, leads_in
from quotes.parsing.attribution.shapes import after_colon, signed, unlisted_verb, whose_words
from quotes.parsing.attribution.subjects import can_speak
from quotes.parsing.frames import Frame
from quotes.parsing.grammar import is_punctuation
from quotes.parsing.speech import is_clause, is_naming, is_sign

_FRONTED = frozenset({"what", "which", "whom", "that", "as"})
_BEFORE_NAMES = frozenset({"a", "an", "the", "as"})
WEAK_REACH = 8
"""Units a verb that only now and then reports words may stand before a fragment in marks."""


def credit_quotations(annotated: Annotated, frames: list[Frame], cues: list[list[Cue]]) -> dict[int, Credit]:
    """The quotations (their indexes) that report somebody's words, in order, with their credits."""
    credits: dict[int, Credit] = {}
    for number, frame in enumerate(frames):
        for index, quotation in frame.quotations():
            credit = _in_frame(annotated, frame, number, index, quotation, cues[number])
            if credit is not None:
                credits[quotation] = credit
    recent = Recent()
    for number, frame in enumerate(frames):
        for _, quotation in frame.quotations() if stands_alone(frame) else ():
            credit = credits.get(quotation) or continued(
                annotated, frames, cues, credits, recent, number, quotation
            )
            if credit is not None:
                credits[quotation] = credit
        recent.pass_over(number, frame, credits, cues[number])
    return dict(sorted(credits.items()))


def _in_frame(
    annotated: Annotated, frame: Frame, number: int, index: int, quotation: int, cues: list[Cue]
) -> Credit | None:
    """The credit of the quotation at unit `index` by the words of its own sentence."""
    if is_sign(annotated, quotation):
        return None
    clause = is_clause(annotated, quotation)
    naming = not clause and is_naming(annotated, quotation, frame.units[:index])
    return _by_verb(frame, number, index, cues, clause, naming) or _by_shape(
        frame, number, index, clause, naming
    )


def _by_verb(
    frame: Frame, number: int, index: int, cues: list[Cue], clause: bool, naming: bool
) -> Credit | None:
    """By the verb beside it, the one that governs it, or the one that reports the whole sentence."""
    near, above = beside(frame, index, cues), governing(frame, index, cues)
    surer = (
        above is None or clause or (near and "say" in near.form.classes and not leads_in(frame, index, above))
    )
    if near is not None and surer:
        return Credit(number, near.source, near, ADJACENT)
    if above is not None:
        called = "name" in above.form.classes and can_speak(frame.units, above.source)
        says = "say" in above.form.classes and "listener" not in above.form.classes
        led = all(is_punctuation(u) or u.lower == "that" for u in frame.units[above.end : index])
        plainly = called or (says and led)
        addressed = "listener" in above.form.classes and above.end == index and not clause
        fragment = not clause and (_doubtful(frame, index, above) or _by_writer(frame, above))
        if addressed or fragment or (naming and not plainly):
            return None
        return Credit(number, above.source, above, GOVERNED)
    last = None if naming else final(frame, index, cues)
    return None if last is None else Credit(number, last.source, last, GOVERNED)


def _by_writer(frame: Frame, cue: Cue) -> bool:
    """ "the one scene that I would term “dull”": the writer's own word in marks reports nobody."""
    source = frame.units[slice(*cue.source)] if cue.source else ()
    first = len(source) == 1 and source[0].lower in ("i", "we")
    return first and "say" not in cue.form.classes


def _doubtful(frame: Frame, index: int, cue: Cue) -> bool:
    """A verb that only now and then reports words, at some distance; or "a play called “Ashes”"."""
    if "name" in cue.form.classes and cue.form.form == "past" and cue.start + 1 == cue.end == index:
        return not any(unit.lower in _FRONTED for unit in frame.units[: cue.start])
    if "name" in cue.form.classes and frame.units[index - 1].lower in _BEFORE_NAMES:
        return False
    that = frame.units[cue.end].lower == "that"
    return cue.weak and not that and index - cue.end > WEAK_REACH


def _by_shape(frame: Frame, number: int, index: int, clause: bool, naming: bool) -> Credit | None:
    """By what stands where a source stands, without a verb that is known."""
    cue = unlisted_verb(frame, index)
    if cue is not None and not naming and (clause or index == 0):
        return Credit(number, cue.source, cue, GOVERNED)
    owner = whose_words(frame, index)
    if owner is None and clause:
        owner = signed(frame, index) or after_colon(frame, index)
    return None if owner is None else Credit(number, owner, None, PRECEDING)
