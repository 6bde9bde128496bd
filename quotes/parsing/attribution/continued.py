"""Quotations that stand alone: whoever speaks around them goes on speaking."""

from dataclasses import dataclass, replace

from quotes.parsing.annotated import Annotated
from quotes.parsing.attribution.credits import CONTINUED, GOVERNED, PRECEDING, TOPIC, Credit
from quotes.parsing.attribution.cues import Cue
from quotes.parsing.attribution.shapes import whose_words
from quotes.parsing.attribution.subjects import can_speak
from quotes.parsing.frames import Frame
from quotes.parsing.grammar import SPEAKING_PRONOUNS, is_punctuation
from quotes.parsing.noun_phrases import holds_person, starting_at
from quotes.parsing.speech import is_clause

MOST_PARAGRAPHS = 3
"""Paragraphs back to the quotation that one which stands alone may go on from."""
LONGEST_SIGNATURE = 15
"""Units of a line that says whose words stand above it."""


@dataclass(slots=True)
class Recent:
    """The last frame with a quotation that is credited, and the last with that or a verb and its source."""

    quoted: int | None = None
    spoken: int | None = None

    def pass_over(self, number: int, frame: Frame, credits: dict[int, Credit], cues: list[Cue]) -> None:
        """Take note of frame `number`, whose credits are settled."""
        if any(quotation in credits for _, quotation in frame.quotations()):
            self.quoted = self.spoken = number
        elif any(cue.source is not None for cue in cues):
            self.spoken = number


def stands_alone(frame: Frame) -> bool:
    """Whether the frame is nothing but quotations, and a number where it is an item of a list."""
    first = 1 if frame.units[0].text.rstrip(".)").isdigit() else 0
    return all(unit.quotation is not None or is_punctuation(unit) for unit in frame.units[first:])


def continued(
    annotated: Annotated,
    frames: list[Frame],
    cues: list[list[Cue]],
    credits: dict[int, Credit],
    recent: Recent,
    number: int,
    quotation: int,
) -> Credit | None:
    """The credit of a quotation of `frames[number]`, which stands alone, by the `credits` around it."""
    found = _same_quotation(annotated, credits, quotation)
    if found is None and is_clause(annotated, quotation, alone=True):
        found = (
            _led_in(frames, cues, number)
            or _signed_below(frames, number)
            or _following(frames, credits, number)
            or _preceding(frames, cues, credits, recent, number)
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
    """Whose verb, or whose words, the sentence before tells, where that ends in a colon."""
    before = number - 1
    if before > 0 and _is_number(frames[before]):
        before -= 1
    if before < 0 or frames[before].units[-1].text not in (":", "—"):
        return None
    cue = next((cue for cue in reversed(cues[before]) if cue.source is not None), None)
    if cue is not None:
        return Credit(before, cue.source, cue, GOVERNED)
    owner = whose_words(frames[before], len(frames[before].units))
    return None if owner is None else Credit(before, owner, None, GOVERNED)


def _is_number(frame: Frame) -> bool:
    """Whether the frame is the number of a list's item that the splitter took for a sentence."""
    return all(unit.quotation is None and not any(c.isalpha() for c in unit.text) for unit in frame.units)


def _signed_below(frames: list[Frame], number: int) -> Credit | None:
    """Whose name stands on a line of its own below the quotation, after a dash."""
    below = frames[number + 1] if number + 1 < len(frames) else None
    if below is None or not below.opens or below.units[0].text not in ("-", "–", "—", "--"):
        return None
    found = starting_at(below.units, 1)
    named = len(below.units) <= LONGEST_SIGNATURE and can_speak(below.units, found)
    return Credit(number + 1, found, None, GOVERNED) if named else None


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
    frames: list[Frame], cues: list[list[Cue]], credits: dict[int, Credit], recent: Recent, number: int
) -> Credit | None:
    """Whoever spoke last, in this paragraph or the one before; else whom the sentence before is about."""
    paragraph = frames[number].paragraph
    if recent.spoken is not None and paragraph - frames[recent.spoken].paragraph <= 1:
        if recent.spoken == recent.quoted:
            last = _last_credit(frames[recent.spoken], credits)
            return replace(last, confidence=min(last.confidence, CONTINUED))
        spoken = [cue for cue in cues[recent.spoken] if cue.source is not None]
        cue = next((cue for cue in spoken if not cue.weak), spoken[-1])
        return Credit(recent.spoken, cue.source, cue, PRECEDING)
    topic = _topic(frames, number)
    if topic is not None or recent.quoted is None:
        return topic
    far = paragraph - frames[recent.quoted].paragraph > MOST_PARAGRAPHS
    return None if far else replace(_last_credit(frames[recent.quoted], credits), confidence=TOPIC)


def _last_credit(frame: Frame, credits: dict[int, Credit]) -> Credit:
    return [credits[quotation] for _, quotation in frame.quotations() if quotation in credits][-1]


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
