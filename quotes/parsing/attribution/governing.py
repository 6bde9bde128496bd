"""Which reporting verb of its sentence a quotation belongs to."""

from quotes.parsing.attribution.cues import Cue
from quotes.parsing.attribution.subjects import can_speak
from quotes.parsing.frames import Frame, Unit
from quotes.parsing.grammar import (
    DETERMINERS,
    SPEAKING_PRONOUNS,
    is_adverb,
    is_clause_break,
    is_comma,
    is_noun_like,
    is_punctuation,
)
from quotes.parsing.lexicon import cue_forms

_LEADING = frozenset({"that", "as", "a", "the", "it", "him", "her", "them", "this"})


def beside(frame: Frame, index: int, cues: list[Cue]) -> Cue | None:
    """The verb right after the quotation: "...", he said or "...", said the minister."""
    if _describes_noun(frame, index):
        return None
    after = index + 1
    while after < len(frame.units) and _passed_over(frame.units[after]):
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


def _describes_noun(frame: Frame, index: int) -> bool:
    """ "the “disappeared” people went ...": the marks stand before a bare noun of the writer's."""
    units = frame.units
    if index + 1 >= len(units) or units[index].text.rstrip("\"'”’»").endswith(tuple(",.?!…—-")):
        return False
    following = units[index + 1]
    bare = following.text.islower() and following.lower not in DETERMINERS | SPEAKING_PRONOUNS
    return bare and is_noun_like(following) and following.lower not in cue_forms()


def _passed_over(unit: Unit) -> bool:
    """What may stand between a quotation and its verb or source: '"...," as she put it'."""
    return is_comma(unit) or is_adverb(unit) or unit.lower == "as"


def _only_office(frame: Frame, start: int, end: int) -> bool:
    """Between a quotation and its source stands at most the source's office."""
    return end - start <= 6 and not any(
        is_clause_break(u) or u.lower in ("but", "and") for u in frame.units[start:end]
    )


def governing(frame: Frame, index: int, cues: list[Cue]) -> Cue | None:
    """The nearest verb before the quotation that can govern it; one that surely reports words goes first."""
    before = [cue for cue in cues if cue.end <= index and cue.source is not None and cue.says]
    able = [c for c in before if _may_report(frame, c) and _reaches(frame, c, index)]
    sure = [c for c in able if not c.weak or leads_in(frame, index, c) or frame.units[c.end].lower == "that"]
    best = sure or able
    return best[-1] if best else None


def _may_report(frame: Frame, cue: Cue) -> bool:
    """A weak verb reports words where its subject can speak, or where "that" follows it."""
    return not cue.weak or frame.units[cue.end].lower == "that" or can_speak(frame.units, cue.source)


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


def leads_in(frame: Frame, index: int, cue: Cue) -> bool:
    """The verb before leads straight into the quotation."""
    between = frame.units[cue.end : index]
    return len(between) <= 2 and all(is_punctuation(u) or u.lower in _LEADING for u in between)


def final(frame: Frame, index: int, cues: list[Cue]) -> Cue | None:
    """A verb that reports the whole sentence before it: 'Ties are "strong", the minister said'."""
    for cue in cues:
        if cue.start > index and cue.source is not None and cue.says and cue.order in ("before", "after"):
            first = min(cue.source[0], cue.start)
            set_off = is_comma(frame.units[first - 1]) or cue.form.base == "according"
            names = _names_before(frame, index, cue)
            return cue if names or (set_off and first > index + 1) else None
    return None


def _names_before(frame: Frame, index: int, cue: Cue) -> bool:
    """ "the “shipwreck” Venn spoke of": a name in marks that its verb follows in the same clause."""
    names = "name" in cue.form.classes or cue.form.base == "speak"
    return names and not any(is_clause_break(unit) for unit in frame.units[index + 1 : cue.start])
