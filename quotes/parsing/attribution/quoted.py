"""Which reporting verb, and so which source, every quotation belongs to."""

from quotes.parsing.annotated import Annotated
from quotes.parsing.attribution.continued import continued, stands_alone
from quotes.parsing.attribution.credits import ADJACENT, GOVERNED, PRECEDING, Credit
from quotes.parsing.attribution.cues import Cue
from quotes.parsing.attribution.subjects import can_speak
from quotes.parsing.frames import Frame
from quotes.parsing.grammar import is_adverb, is_clause_break, is_comma, is_punctuation
from quotes.parsing.noun_phrases import Range, holds_person, starting_at
from quotes.parsing.speech import is_clause, is_naming

_LEADING = frozenset({"that", "as", "a", "the", "it", "him", "her", "them", "this"})
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
    for number, frame in enumerate(frames):
        alone = [quotation for _, quotation in frame.quotations()] if stands_alone(frame) else []
        for quotation in alone:
            credit = credits.get(quotation) or continued(annotated, frames, cues, credits, number, quotation)
            if credit is not None:
                credits[quotation] = credit
    return dict(sorted(credits.items()))


def _in_frame(
    annotated: Annotated, frame: Frame, number: int, index: int, quotation: int, cues: list[Cue]
) -> Credit | None:
    """The credit of the quotation at unit `index` by the words of its own sentence."""
    clause = is_clause(annotated, quotation)
    if not any(cue.source for cue in cues):
        named = (_signed(frame, index) or _after_colon(frame, index)) if clause else None
        return None if named is None else Credit(number, named, None, PRECEDING)
    naming = not clause and is_naming(annotated, quotation, frame.units[:index])
    beside = _beside(frame, index, cues)
    governing = _governing(frame, index, cues)
    if beside is not None and (governing is None or clause or not _leads_in(frame, index, governing)):
        return Credit(number, beside.source, beside, ADJACENT)
    if governing is not None:
        doubtful = (
            governing.weak
            and frame.units[governing.end].lower != "that"
            and index - governing.end > WEAK_REACH
        )
        if naming or (doubtful and not clause):
            return None
        return Credit(number, governing.source, governing, GOVERNED)
    final = _final(frame, index, cues)
    if final is None or naming:
        return None
    return Credit(number, final.source, final, GOVERNED)


def _signed(frame: Frame, index: int) -> Range | None:
    """Whose name alone follows a quotation that opens the sentence: "...", Mara Venn."""
    after = index + 2 if index + 1 < len(frame.units) and is_comma(frame.units[index + 1]) else index + 1
    found = starting_at(frame.units, after) if index == 0 else None
    if found is None or not holds_person(frame.units, found):
        return None
    return found if all(is_punctuation(unit) for unit in frame.units[found[1] :]) else None


def _after_colon(frame: Frame, index: int) -> Range | None:
    """Whom the sentence is about that a colon ends before the quotation: 'Venn was blunt: "..."'."""
    if index < 2 or frame.units[index - 1].text != ":":
        return None
    subject = starting_at(frame.units, 0)
    return subject if can_speak(frame.units, subject) else None


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
            set_off = is_comma(frame.units[first - 1]) or cue.form.base == "according"
            names = "name" in cue.form.classes or cue.form.base == "speak"
            return cue if names or (set_off and first > index + 1) else None
    return None
