"""Which reporting verb, and so which source, every quotation belongs to."""

from dataclasses import dataclass, replace

from quotes.parsing.annotated import Annotated
from quotes.parsing.attribution.cues import Cue
from quotes.parsing.attribution.subjects import can_speak
from quotes.parsing.frames import Frame
from quotes.parsing.grammar import SPEAKING_PRONOUNS, is_adverb, is_clause_break, is_comma, is_punctuation
from quotes.parsing.noun_phrases import Range, starting_at
from quotes.parsing.speech import is_clause, is_naming

ADJACENT, GOVERNED, CONTINUED, PRECEDING, TOPIC = 0.9, 0.75, 0.7, 0.6, 0.4
"""Confidence by what the credit rests on: the share that was right on the annotated training articles."""

_LEADING = frozenset({"that", "as", "a", "the", "it", "him", "her", "them", "this"})
WEAK_REACH = 8
"""Units a verb that only now and then reports words may stand before a fragment in marks."""


@dataclass(frozen=True, slots=True)
class Credit:
    """A quotation (its index) and who it is credited to: `source` and `cue` in units of `frames[frame]`."""

    quotation: int
    frame: int
    source: Range | None
    cue: Cue | None
    confidence: float
    implicit: bool = False


def credit_quotations(annotated: Annotated, frames: list[Frame], cues: list[list[Cue]]) -> list[Credit]:
    """The quotations that report somebody's words, each with its credit; the others are left out."""
    credits: dict[int, Credit] = {}
    for number, frame in enumerate(frames):
        for index in frame.quotations():
            credit = _in_frame(annotated, frame, number, index, cues[number])
            if credit is not None:
                credits[credit.quotation] = credit
    for number, frame in enumerate(frames):
        if _stands_alone(frame):
            for index in frame.quotations():
                _continue(annotated, frames, cues, credits, number, index)
    return [credits[key] for key in sorted(credits)]


def _in_frame(annotated: Annotated, frame: Frame, number: int, index: int, cues: list[Cue]) -> Credit | None:
    quotation = frame.units[index].quotation
    if quotation is None:
        return None
    if not any(cue.source for cue in cues):
        return _signed(annotated, frame, number, index) or _after_colon(annotated, frame, number, index)
    clause = is_clause(annotated, quotation)
    beside = _beside(frame, index, cues)
    governing = _governing(frame, index, cues)
    if beside is not None and (governing is None or clause or not _leads_in(frame, index, governing)):
        return Credit(quotation, number, beside.source, beside, ADJACENT)
    if governing is not None:
        doubtful = (
            governing.weak
            and frame.units[governing.end].lower != "that"
            and index - governing.end > WEAK_REACH
        )
        if not clause and (doubtful or is_naming(annotated, frame, index)):
            return None
        return Credit(quotation, number, governing.source, governing, GOVERNED)
    final = _final(frame, index, cues)
    if final is None or (not clause and is_naming(annotated, frame, index)):
        return None
    return Credit(quotation, number, final.source, final, GOVERNED)


def _signed(annotated: Annotated, frame: Frame, number: int, index: int) -> Credit | None:
    """A quotation with nothing but a person's name after it: "...", Mara Venn."""
    after = index + 2 if index + 1 < len(frame.units) and is_comma(frame.units[index + 1]) else index + 1
    found = starting_at(frame.units, after)
    quotation = frame.units[index].quotation
    if quotation is None or index or found is None or not is_clause(annotated, quotation):
        return None
    person = any(
        unit.entity is not None and unit.entity.type == "PERSON" for unit in frame.units[slice(*found)]
    )
    ends = all(is_punctuation(unit) for unit in frame.units[found[1] :])
    return Credit(quotation, number, found, None, PRECEDING) if person and ends else None


def _after_colon(annotated: Annotated, frame: Frame, number: int, index: int) -> Credit | None:
    """A whole clause after a colon belongs to whom the sentence is about: 'Venn was blunt: "..."'."""
    quotation = frame.units[index].quotation
    subject = starting_at(frame.units, 0)
    if (
        quotation is None
        or index < 2
        or frame.units[index - 1].text != ":"
        or not can_speak(frame.units, subject)
    ):
        return None
    return Credit(quotation, number, subject, None, PRECEDING) if is_clause(annotated, quotation) else None


def _beside(frame: Frame, index: int, cues: list[Cue]) -> Cue | None:
    """The verb right after the quotation: "...", he said or "...", said the minister."""
    after = index + 1
    while after < len(frame.units) and (is_comma(frame.units[after]) or is_adverb(frame.units[after])):
        after += 1
    for cue in cues:
        able = cue.says and (not cue.weak or can_speak(frame.units, cue.source))
        if cue.source is None or cue.start <= index or not able:
            continue
        first = cue.source[0] if cue.order == "before" else cue.start
        if cue.order in ("before", "after") and first == after:
            return cue
        outlet = cue.order == "after" and "quoted" in cue.form.classes
        if (cue.order == "before" or outlet) and first > after and _only_office(frame, after, first):
            return cue
    return None


def _only_office(frame: Frame, start: int, end: int) -> bool:
    """Between a quotation and its source stands at most the source's office."""
    return end - start <= 6 and not any(
        is_clause_break(u) or u.lower in ("but", "and") for u in frame.units[start:end]
    )


def _governing(frame: Frame, index: int, cues: list[Cue]) -> Cue | None:
    """The nearest verb before the quotation that can govern it; one that surely reports words goes first."""
    before = [cue for cue in cues if cue.end <= index and cue.source is not None and cue.says]
    able = [
        c for c in before if (not c.weak or can_speak(frame.units, c.source)) and _reaches(frame, c, index)
    ]
    sure = [c for c in able if not c.weak or _leads_in(frame, index, c) or frame.units[c.end].lower == "that"]
    best = sure or able
    return best[-1] if best else None


def _reaches(frame: Frame, cue: Cue, index: int) -> bool:
    """Whether nothing between verb and quotation begins a clause of its own."""
    start = max(cue.end, cue.source[1] if cue.order == "after" and cue.source else 0)
    between = frame.units[start:index]
    if any(unit.text == ";" for unit in between[:-1]):
        return False
    return (
        cue.order != "after"
        or cue.form.base == "according"
        or start >= index
        or not _new_clause(frame, start, index)
    )


def _new_clause(frame: Frame, start: int, index: int) -> bool:
    return index - start > 12 and not any(unit.quotation is not None for unit in frame.units[start:index])


def _leads_in(frame: Frame, index: int, cue: Cue) -> bool:
    """The verb before leads straight into the quotation."""
    between = frame.units[cue.end : index]
    return len(between) <= 2 and all(is_punctuation(u) or u.lower in _LEADING for u in between)


def _final(frame: Frame, index: int, cues: list[Cue]) -> Cue | None:
    """A verb that reports the whole sentence before it: 'Ties are "strong", the minister said'."""
    for cue in cues:
        if cue.start > index and cue.source is not None and cue.says and cue.order in ("before", "after"):
            first = min(cue.source[0], cue.start)
            if first > index + 1 and (
                is_comma(frame.units[first - 1])
                or cue.form.classes & {"name"}
                or cue.form.base == "according"
            ):
                return cue
            if cue.form.classes & {"name"} or cue.form.base == "speak":
                return cue
            return None
    return None


def _stands_alone(frame: Frame) -> bool:
    """The frame is nothing but quotations."""
    return all(unit.quotation is not None or is_punctuation(unit) for unit in frame.units)


def _continue(
    annotated: Annotated,
    frames: list[Frame],
    cues: list[list[Cue]],
    credits: dict[int, Credit],
    number: int,
    index: int,
) -> None:
    """Credit a quotation without a verb of its own to whoever speaks around it."""
    quotation = frames[number].units[index].quotation
    if quotation is None or quotation in credits:
        return
    neighbour = _same_quotation(annotated, credits, quotation)
    if neighbour is not None:
        credits[quotation] = replace(neighbour, quotation=quotation, implicit=True)
    elif is_clause(annotated, quotation, alone=True):
        credit = _led_in(frames, cues, number, quotation) or _following(annotated, frames, credits, number)
        credit = credit or _preceding(frames, cues, credits, number)
        if credit is not None:
            credits[quotation] = replace(credit, quotation=quotation, implicit=True)


def _same_quotation(annotated: Annotated, credits: dict[int, Credit], quotation: int) -> Credit | None:
    """The credit of the paragraph that this one continues, or that continues this one."""
    before = annotated.quotations[quotation].continues
    if before is not None and before in credits:
        return credits[before]
    after = quotation + 1
    while after < len(annotated.quotations) and annotated.quotations[after].depth:
        after += 1
    continued = after < len(annotated.quotations) and annotated.quotations[after].continues == quotation
    return credits.get(after) if continued else None


def _led_in(frames: list[Frame], cues: list[list[Cue]], number: int, quotation: int) -> Credit | None:
    """The sentence before ends in a colon."""
    if number == 0 or frames[number - 1].units[-1].text not in (":", "—"):
        return None
    cue = next((cue for cue in reversed(cues[number - 1]) if cue.source is not None), None)
    return None if cue is None else Credit(quotation, number - 1, cue.source, cue, GOVERNED)


def _following(
    annotated: Annotated, frames: list[Frame], credits: dict[int, Credit], number: int
) -> Credit | None:
    """A quotation that opens its paragraph belongs to the verb that comes later in it."""
    if not frames[number].opens:
        return None
    for later in range(number + 1, len(frames)):
        if frames[later].paragraph != frames[number].paragraph:
            return None
        for index in frames[later].quotations():
            credit = credits.get(frames[later].units[index].quotation or 0)
            if credit is not None and not credit.implicit and index == 0:
                return replace(credit, confidence=CONTINUED)
        if not _stands_alone(frames[later]):
            return None
    return None


def _preceding(
    frames: list[Frame], cues: list[list[Cue]], credits: dict[int, Credit], number: int
) -> Credit | None:
    """Whoever spoke last, in this paragraph or the one before; else whom the sentence before is about."""
    paragraph = frames[number].paragraph
    for earlier in range(number - 1, -1, -1):
        if paragraph - frames[earlier].paragraph > 1:
            return None
        quoted = [
            credits[u.quotation]
            for u in frames[earlier].units
            if u.quotation is not None and u.quotation in credits
        ]
        if quoted:
            return replace(quoted[-1], confidence=min(quoted[-1].confidence, CONTINUED))
        spoken = [cue for cue in cues[earlier] if cue.source is not None]
        sure = [cue for cue in spoken if not cue.weak]
        if spoken:
            cue = sure[0] if sure else spoken[-1]
            return Credit(0, earlier, cue.source, cue, PRECEDING)
    return _topic(frames, number)


def _topic(frames: list[Frame], number: int) -> Credit | None:
    """The person that the sentence before begins with."""
    if number == 0 or frames[number].paragraph - frames[number - 1].paragraph > 1:
        return None
    found = starting_at(frames[number - 1].units, 0)
    if found is None:
        return None
    units = frames[number - 1].units[slice(*found)]
    person = any(unit.entity is not None and unit.entity.type == "PERSON" for unit in units)
    return (
        Credit(0, number - 1, found, None, TOPIC)
        if person or units[0].lower in SPEAKING_PRONOUNS - {"it"}
        else None
    )
