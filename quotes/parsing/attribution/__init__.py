"""Who is credited with what: the one function `attribute`.

Rules over reporting verbs and the writer's sentences, with the model's reading beside them. A quotation
belongs to the verb beside it, else to the verb that governs its sentence, else to the speaker just quoted.
"""

from collections.abc import Sequence

from quotes.parsing.annotated import Annotated, Attribution
from quotes.parsing.attribution.claims import content_of
from quotes.parsing.attribution.credits import Credit
from quotes.parsing.attribution.cues import Cue, find_cues
from quotes.parsing.attribution.learned import with_learned
from quotes.parsing.attribution.quoted import credit_quotations
from quotes.parsing.attribution.subjects import can_speak
from quotes.parsing.frames import Frame
from quotes.parsing.noun_phrases import Range
from quotes.statement import Basis

IN_FRONT, BEHIND = 0.6, 0.45
"""Strength of a claim whose source stands before its verb, and behind it."""


def attribute(annotated: Annotated, all_frames: Sequence[Frame]) -> list[Attribution]:
    """The attributions of what the writer wrote: of quotations first, then of claims.

    `all_frames` are those of the whole document (`build_frames`).
    """
    written = annotated.written()
    frames = [frame for frame in all_frames if frame.paragraph in written]
    cues = [find_cues(frame) for frame in frames]
    attributions = [
        _of_credit(annotated, frames[credit.frame], number, credit)
        for number, credit in credit_quotations(annotated, frames, cues).items()
    ]
    for frame, found in zip(frames, cues, strict=True):
        attributions += _indirect(frame, found)
    return with_learned(annotated, frames, attributions)


def _of_credit(annotated: Annotated, frame: Frame, number: int, credit: Credit) -> Attribution:
    quotation = annotated.quotations[number]
    return Attribution(
        source=_span(frame, credit.source),
        cue=_span(frame, (credit.cue.start, credit.cue.end)) if credit.cue and not credit.implicit else None,
        content=(quotation.start, quotation.end),
        quotations=(number,),
        mode="implicit" if credit.implicit else "speech",
        basis=Basis("rules", credit.confidence),
    )


def _indirect(frame: Frame, cues: list[Cue]) -> list[Attribution]:
    found: list[Attribution] = []
    for number, cue in enumerate(cues):
        if not can_speak(frame.units, cue.source):
            continue
        content = content_of(frame, cue, cues[number + 1 :])
        if content is None or (cue.form.base == "according" and _reported_already(frame, content, cues)):
            continue
        inside = tuple(u.quotation for u in frame.units[slice(*content)] if u.quotation is not None)
        found.append(
            Attribution(
                source=_span(frame, cue.source),
                cue=_span(frame, (cue.start, cue.end)),
                content=_span(frame, content),
                quotations=inside,
                mode="claim" if cue.says else "thought",
                basis=Basis("rules", IN_FRONT if cue.order == "before" else BEHIND),
            )
        )
    return found


def _reported_already(frame: Frame, content: Range, cues: list[Cue]) -> bool:
    """'"...," she told them, according to a readout': the readout is the outlet, not the speaker."""
    quoted = any(unit.quotation is not None for unit in frame.units[slice(*content)])
    return quoted and any(content[0] <= cue.start < content[1] and cue.source for cue in cues)


def _span(frame: Frame, units: Range | None) -> tuple[int, int] | None:
    return None if units is None else (frame.units[units[0]].start, frame.units[units[1] - 1].end)
