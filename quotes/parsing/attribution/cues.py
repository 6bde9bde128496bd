"""Reporting verbs in a frame, each with the source it belongs to."""

from dataclasses import dataclass, replace

from quotes.parsing.attribution.subjects import Order, subject_of
from quotes.parsing.attribution.verbs import end_of_verb, may_be_verb
from quotes.parsing.frames import Frame, Unit
from quotes.parsing.grammar import is_comma
from quotes.parsing.lexicon import CueForm, cue_forms
from quotes.parsing.noun_phrases import Range, ending_at, starting_at

_SPEECH = frozenset({"say", "name", "direct", "judge"})
_ACCORDING = CueForm("according", frozenset({"say"}), "according")


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb: `units[start:end]`, its lexicon entry, and its source as indexes of units.

    `order` says where the source stands.
    """

    start: int
    end: int
    form: CueForm
    source: Range | None
    order: Order

    @property
    def says(self) -> bool:
        """True of speech; false of verbs that only tell a thought."""
        return bool(self.form.classes & _SPEECH)

    @property
    def weak(self) -> bool:
        """True of verbs that only now and then report words."""
        return "weak" in self.form.classes or not self.says


def find_cues(frame: Frame) -> list[Cue]:
    """The reporting verbs of a frame, in order, each with its source where there is one."""
    cues: list[Cue] = []
    for index, unit in enumerate(frame.units):
        cue = _cue_at(frame.units, index, unit, cues)
        if cue is not None:
            cues.append(cue)
    return _with_leading_participles(cues)


def _cue_at(units: tuple[Unit, ...], index: int, unit: Unit, earlier: list[Cue]) -> Cue | None:
    if unit.lower == "according" and index + 2 < len(units) and units[index + 1].lower == "to":
        return Cue(index, index + 2, _ACCORDING, _accorded(units, index), "after")
    form = cue_forms().get(unit.lower)
    if form is None or unit.quotation is not None or not may_be_verb(units, index, form):
        return None
    end = end_of_verb(units, index, form)
    if end is None:
        return None
    sources = [cue.source for cue in earlier if cue.form is not _ACCORDING]
    found = subject_of(units, index, end, form, sources)
    return None if found is None else Cue(index, end, form, *found)


def _accorded(units: tuple[Unit, ...], index: int) -> Range | None:
    """The source after "according to", or before it: "a complaint, according to which ..."."""
    if units[index + 2].lower not in ("which", "whom"):
        return starting_at(units, index + 2)
    before = index - 1
    return ending_at(units, before - 1 if before >= 0 and is_comma(units[before]) else before)


def _with_leading_participles(cues: list[Cue]) -> list[Cue]:
    """ "Noting that ..., Mori added": a participle that opens the sentence takes the next verb's source."""
    if len(cues) > 1 and cues[0].form.form == "ing" and cues[0].order == "shared" and cues[0].start == 0:
        return [replace(cues[0], source=cues[1].source), *cues[1:]]
    return cues
