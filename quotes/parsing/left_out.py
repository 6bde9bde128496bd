"""Why words in quotation marks made no statement: found out when somebody asks, kept nowhere."""

from collections.abc import Sequence

from quotes.document import Document
from quotes.parsing.annotate import annotate
from quotes.parsing.annotated import Annotated
from quotes.parsing.attribution import attribute
from quotes.parsing.attribution.continued import stands_alone
from quotes.parsing.frames import Frame, build_frames
from quotes.parsing.speech import is_clause, is_naming, is_sign
from quotes.statement import Span

SIGN = "the title of a work, a letter, a nickname or a word that is explained: nobody's speech"
NAMING = "a name, a title or a term in marks: nobody's speech"
NESTED = "inside other words in marks, and not told there as somebody's"
ALONE = "it stands alone, and nobody who speaks stands near enough"
CLAUSE = "no reporting verb, and no source, that it belongs to"
PHRASE = "a word or phrase that no reporting verb governs: a term, or the writer's own marks"


def reasons_left_out(document: Document) -> dict[Span, str]:
    """By its place, without marks, why each quotation of the body that is credited to nobody is left out.

    Raises ModelError where the language model cannot be loaded or run.
    """
    annotated = annotate(document)
    frames = build_frames(annotated)
    written = annotated.written()
    attributions = attribute(annotated, frames)
    credited = {n for a in attributions if a.mode in ("speech", "implicit") for n in a.quotations}
    reasons = {
        number: _reason(annotated, frame, unit, number)
        for frame in frames
        if frame.paragraph in written
        for unit, number in frame.quotations()
        if number not in credited
    }
    reasons |= {n: NESTED for n, q in enumerate(annotated.quotations) if q.parent is not None}
    places = {n: (annotated.quotations[n].start, annotated.quotations[n].end) for n in reasons}
    return {places[n]: reason + _perhaps(annotated, places[n]) for n, reason in reasons.items()}


def _reason(annotated: Annotated, frame: Frame, unit: int, number: int) -> str:
    if is_sign(annotated, number):
        return SIGN
    alone = stands_alone(frame)
    if is_clause(annotated, number, alone=alone):
        return ALONE if alone else CLAUSE
    return NAMING if is_naming(annotated, number, frame.units[:unit]) else PHRASE


def _perhaps(annotated: Annotated, place: Span) -> str:
    """Whom the model reads as the source without being sure enough."""
    for reading in annotated.learned:
        if reading.source is not None and _overlap(reading.contents, place):
            source = " ".join(annotated.text[slice(*reading.source)].split())
            return f" (perhaps {source}: the model is {reading.sureness:.0%} sure)"
    return ""


def _overlap(contents: Sequence[Span], place: Span) -> bool:
    shared = sum(max(0, min(end, place[1]) - max(start, place[0])) for start, end in contents)
    return 2 * shared >= place[1] - place[0]
