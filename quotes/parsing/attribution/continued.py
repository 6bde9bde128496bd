"""Quotations that stand alone: whoever speaks around them goes on speaking."""

from dataclasses import replace

from quotes.parsing.annotated import Annotated
from quotes.parsing.attribution.credits import CONTINUED, GOVERNED, PRECEDING, TOPIC, Credit
from quotes.parsing.attribution.cues import Cue
from quotes.parsing.frames import Frame
from quotes.parsing.grammar import SPEAKING_PRONOUNS, is_punctuation
from quotes.parsing.noun_phrases import holds_person, starting_at
from quotes.parsing.speech import is_clause


def stands_alone(frame: Frame) -> bool:
    """Whether the frame is nothing but quotations."""
    return all(unit.quotation is not None or is_punctuation(unit) for unit in frame.units)


def continued(
    annotated: Annotated,
    frames: list[Frame],
    cues: list[list[Cue]],
    credits: dict[int, Credit],
    number: int,
    quotation: int,
) -> Credit | None:
    """The credit of a quotation of `frames[number]`, which stands alone, by the `credits` around it."""
    found = _same_quotation(annotated, credits, quotation)
    if found is None and is_clause(annotated, quotation, alone=True):
        found = (
            _led_in(frames, cues, number)
            or _following(frames, credits, number)
            or _preceding(frames, cues, credits, number)
        )
    return None if found is None else replace(found, implicit=True)


def _same_quotation(annotated: Annotated, credits: dict[int, Credit], quotation: int) -> Credit | None:
    """The credit of the paragraph that this one continues, or that continues this one."""
    before = annotated.quotations[quotation].continues
    if before is not None and before in credits:
        return credits[before]
    after = quotation + 1
    while after < len(annotated.quotations) and annotated.quotations[after].depth:
        after += 1
    goes_on = after < len(annotated.quotations) and annotated.quotations[after].continues == quotation
    return credits.get(after) if goes_on else None


def _led_in(frames: list[Frame], cues: list[list[Cue]], number: int) -> Credit | None:
    """Whose verb is in the sentence before, where that ends in a colon."""
    if number == 0 or frames[number - 1].units[-1].text not in (":", "—"):
        return None
    cue = next((cue for cue in reversed(cues[number - 1]) if cue.source is not None), None)
    return None if cue is None else Credit(number - 1, cue.source, cue, GOVERNED)


def _following(frames: list[Frame], credits: dict[int, Credit], number: int) -> Credit | None:
    """A quotation that opens its paragraph belongs to the verb that comes later in it."""
    if not frames[number].opens:
        return None
    for later in range(number + 1, len(frames)):
        if frames[later].paragraph != frames[number].paragraph:
            return None
        first = frames[later].units[0].quotation
        credit = credits.get(first) if first is not None else None
        if credit is not None and not credit.implicit:
            return replace(credit, confidence=CONTINUED)
        if not stands_alone(frames[later]):
            return None
    return None


def _preceding(
    frames: list[Frame], cues: list[list[Cue]], credits: dict[int, Credit], number: int
) -> Credit | None:
    """Whoever spoke last, in this paragraph or the one before; else whom the sentence before is about."""
    paragraph = frames[number].paragraph
    for earlier in range(number - 1, -1, -1):
        if paragraph - frames[earlier].paragraph > 1:
            break
        quoted = [credits[quotation] for _, quotation in frames[earlier].quotations() if quotation in credits]
        if quoted:
            return replace(quoted[-1], confidence=min(quoted[-1].confidence, CONTINUED))
        spoken = [cue for cue in cues[earlier] if cue.source is not None]
        sure = [cue for cue in spoken if not cue.weak]
        if spoken:
            cue = sure[0] if sure else spoken[-1]
            return Credit(earlier, cue.source, cue, PRECEDING)
    return _topic(frames, number)


def _topic(frames: list[Frame], number: int) -> Credit | None:
    """The person that the sentence before begins with."""
    if number == 0 or frames[number].paragraph - frames[number - 1].paragraph > 1:
        return None
    units = frames[number - 1].units
    found = starting_at(units, 0)
    if found is None:
        return None
    about_person = holds_person(units, found) or units[0].lower in SPEAKING_PRONOUNS - {"it"}
    return Credit(number - 1, found, None, TOPIC) if about_person else None
