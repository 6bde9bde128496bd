"""Reporting verbs in a frame, and the source each of them belongs to."""

from dataclasses import dataclass, replace

from quotes.parsing.frames import Frame, Unit
from quotes.parsing.grammar import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    SPEAKING_PRONOUNS,
    is_adverb,
    is_comma,
    is_punctuation,
    is_time_word,
    names_people,
)
from quotes.parsing.lexicon import CueForm, cue_forms
from quotes.parsing.noun_phrases import Range, before_apposition, ending_at, starting_at

_MODALS = frozenset("will would shall should can could may might must to".split())
_BE = frozenset("is are was were be been being".split())
_PARTICLES = {
    "pointed": "out", "pointing": "out", "points": "out", "point": "out", "called": "for on", "calls": "for on",
    "call": "for on", "calling": "for on", "referred": "to", "refers": "to", "referring": "to", "spoke": "of",
    "speaks": "of", "speaking": "of", "lashed": "out", "hit": "back", "appealed": "for to", "appealing": "for to",
}  # fmt: skip
_NEEDS_PARTICLE = frozenset(
    "pointed pointing points point referred refers referring speaks spoke speaking lashed".split()
)
_HEARER_FIRST = frozenset("tell inform assure reassure remind notify".split())
_ACCORDING = CueForm("according", frozenset({"say"}), "according")
_WEAK = frozenset(
    "require indicate show offer seek find reveal suggest agree open support read press direct project begin go "
    "regard charge share demand ask call project rule project find outline back oppose credit propose question".split()
)
"""Verbs whose subject is often no speaker: a surer verb before them in the sentence governs a quotation instead."""
_PREPOSITION_LIKE = frozenset("regarding concerning considering according following including".split())
_OF_TIME = frozenset("week month year weekend night morning afternoon evening".split())
_BEFORE_TIME = frozenset("last this next past same earlier".split())
_BEFORE_PARTICIPLE = frozenset("by after before in while as when and but for".split())


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb: `units[start:end]`, its lexicon entry, and its source as indexes of units.

    `order` says where the source stands: "before" the verb, "after" it, "shared" with an
    earlier verb or the subject of the sentence, or "none".
    """

    start: int
    end: int
    form: CueForm
    source: Range | None
    order: str

    @property
    def says(self) -> bool:
        """True of speech; false of verbs that only tell a thought."""
        return bool(self.form.classes - {"think"})

    @property
    def weak(self) -> bool:
        """True of verbs that only now and then report words."""
        return self.form.base in _WEAK or not self.says


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
        return Cue(index, index + 2, _ACCORDING, starting_at(units, index + 2), "after")
    form = cue_forms().get(unit.lower)
    if (
        form is None
        or unit.lower in _PREPOSITION_LIKE
        or unit.quotation is not None
        or not _may_be_verb(units, index, form)
    ):
        return None
    end = _end(units, index)
    if end is None:
        return None
    source, order = _source(units, index, end, form, earlier)
    return None if order == "noun" else Cue(index, end, form, source, order)


def _end(units: tuple[Unit, ...], index: int) -> int | None:
    """Index after the cue and its particle; None where the verb is no cue without it."""
    particles = _PARTICLES.get(units[index].lower, "").split()
    if index + 1 < len(units) and units[index + 1].lower in particles:
        return index + 2
    return None if units[index].lower in _NEEDS_PARTICLE else index + 1


def _may_be_verb(units: tuple[Unit, ...], index: int, form: CueForm) -> bool:
    """Tell the verb from the noun or adjective of the same letters by what stands before it."""
    if units[index].text[:1].isupper() and index > 0 and not units[index].text.islower():
        return False
    before = units[index - 1] if index else None
    if before is None:
        return form.form == "ing"
    if form.form == "ing":
        return before.lower not in DETERMINERS and (
            before.lower not in PREPOSITIONS or before.lower in _BEFORE_PARTICIPLE
        )
    if before.lower in DETERMINERS or before.lower in PREPOSITIONS or before.text.isdigit():
        return False
    if before.lower in ("'s", "’s") and form.form != "past":
        return False
    if form.form == "base":
        return (
            before.lower in AUXILIARIES | SPEAKING_PRONOUNS | {"who", "to", "and"}
            or _plural(before)
            or is_adverb(before)
        )
    return not _passive(units, index) or form.base in ("quote", "cite", "hear")


def _modal(units: tuple[Unit, ...], index: int) -> bool:
    """ "should counter", "to seek": what ought to happen, hardly ever a report, unless "that" or a quotation follows."""
    at = index - 1
    while at >= 0 and is_adverb(units[at]):
        at -= 1
    follows = units[index + 1] if index + 1 < len(units) else None
    reports = follows is not None and (follows.lower == "that" or follows.quotation is not None)
    return at >= 0 and units[at].lower in _MODALS and not reports


def _plural(unit: Unit) -> bool:
    return unit.lower.endswith("s") or unit.lower in ("people", "police", "media")


def _passive(units: tuple[Unit, ...], index: int) -> bool:
    at = index - 1
    while at >= 0 and is_adverb(units[at]):
        at -= 1
    return at >= 0 and units[at].lower in _BE


def _source(
    units: tuple[Unit, ...], index: int, end: int, form: CueForm, earlier: list[Cue]
) -> tuple[Range | None, str]:
    at = _before_adverbials(units, index - 1)
    if at < 0 or (form.form == "ing" and (is_comma(units[at]) or units[at].lower in _BEFORE_PARTICIPLE)):
        return _shared(units, index, earlier)
    before = units[at]
    if before.quotation is not None or is_comma(before):
        return _around_comma(units, at, index, end, form, earlier)
    if before.lower in ("who", "which"):
        return _antecedent(units, at)
    if before.lower in ("and", "but", "then", "to", "or", "while", "as"):
        return _shared(units, index, earlier)
    found = ending_at(units, at)
    if found is None:
        return (None, "none") if is_punctuation(before) else _shared(units, index, earlier)
    if form.form == "ing" and any(cue.source for cue in earlier):
        return _shared(units, index, earlier)
    return _subject_before(units, found, index, end, form, earlier)


def _subject_before(
    units: tuple[Unit, ...], found: Range, index: int, end: int, form: CueForm, earlier: list[Cue]
) -> tuple[Range | None, str]:
    """The noun phrase before the verb, unless it belongs to something else that stands there."""
    link = units[found[0] - 1] if found[0] > 1 else None
    if link is not None and link.lower in ("on", "in", "at", "during") and is_comma(units[found[0] - 2]):
        return _around_comma(units, found[0] - 2, index, end, form, earlier)
    if link is not None and link.lower == "by":
        return _subject(units, index), "before"
    if link is not None and link.lower in AUXILIARIES and units[found[0] - 2].lower == "who":
        return _antecedent(units, found[0] - 2)
    if link is not None and is_comma(link) and _describes(units, found):
        named = ending_at(units, found[0] - 2)
        if named is not None and _is_person(units, named):
            return named, "before"
    if form.form in ("s", "base") and not can_speak(units, found):
        return None, "noun"
    return found, "before"


def _describes(units: tuple[Unit, ...], found: Range) -> bool:
    """A phrase that explains the name before it: "a resident of the village", "Ostrava's ambassador"."""
    inside = units[slice(*found)]
    return inside[0].lower in DETERMINERS or any(
        unit.lower in ("'s", "’s") or unit.text.islower() for unit in inside
    )


def _is_person(units: tuple[Unit, ...], found: Range) -> bool:
    return any(unit.entity is not None and unit.entity.type == "PERSON" for unit in units[slice(*found)])


def _before_adverbials(units: tuple[Unit, ...], at: int) -> int:
    """Index of the last unit before auxiliaries, adverbs and words that say when."""
    while at >= 0:
        if (
            is_adverb(units[at])
            or units[at].lower in AUXILIARIES
            or is_time_word(units[at])
            or _time_link(units, at)
        ):
            at -= 1
        elif at > 0 and units[at].lower in _OF_TIME and units[at - 1].lower in _BEFORE_TIME:
            at -= 2
        else:
            break
    return at


def _time_link(units: tuple[Unit, ...], at: int) -> bool:
    """The "on" of "Smith on Tuesday said"."""
    return (
        units[at].lower in ("on", "in", "last", "this")
        and at + 1 < len(units)
        and is_time_word(units[at + 1])
        and at > 0
    )


def can_speak(units: tuple[Unit, ...], found: Range | None) -> bool:
    """Whether the phrase holds a name, a pronoun, or a word for people, bodies or documents."""
    if found is None:
        return False
    inside = units[slice(*found)]
    return any(
        names_people(unit) or unit.lower in SPEAKING_PRONOUNS or unit.text[:1].isupper() for unit in inside
    )


def _around_comma(
    units: tuple[Unit, ...], at: int, index: int, end: int, form: CueForm, earlier: list[Cue]
) -> tuple[Range | None, str]:
    """The verb stands after a comma or a quotation: "..., said X", "X, the minister, said" or "X ..., said"."""
    quoted = units[at].quotation is not None or (at > 0 and units[at - 1].quotation is not None)
    apposition = before_apposition(units, at) if is_comma(units[at]) and not quoted else None
    if apposition is not None and can_speak(units, apposition):
        return _named_in_apposition(units, apposition, at), "before"
    follows = None if form.base in _HEARER_FIRST else starting_at(units, end)
    if follows is not None and (quoted or _ends_clause(units, follows[1])) and can_speak(units, follows):
        return _named_after(units, follows), "after"
    return (follows, "after") if quoted and follows else _shared(units, index, earlier)


def _named_in_apposition(units: tuple[Unit, ...], found: Range, comma: int) -> Range:
    """ "The foreign minister, Mara Venn, said": the name in the apposition, where the phrase before has none."""
    if _is_person(units, found):
        return found
    inside = ending_at(units, comma - 1)
    return (
        inside
        if inside is not None and _is_person(units, inside) and units[inside[0] - 1].text == ","
        else found
    )


def _named_after(units: tuple[Unit, ...], found: Range) -> Range:
    """ "said the group's founder, Mara Venn": the name after the comma, where the phrase has none."""
    if _is_person(units, found) or found[1] + 1 >= len(units) or units[found[1]].text != ",":
        return found
    named = starting_at(units, found[1] + 1)
    return named if named is not None and _is_person(units, named) else found


def _ends_clause(units: tuple[Unit, ...], at: int) -> bool:
    return (
        at >= len(units)
        or is_punctuation(units[at])
        or is_time_word(units[at])
        or units[at].lower in PREPOSITIONS
    )


def _antecedent(units: tuple[Unit, ...], who: int) -> tuple[Range | None, str]:
    at = who - 1
    if at >= 0 and is_comma(units[at]):
        at -= 1
    found = ending_at(units, at) if at >= 0 else None
    return (found, "before") if found else (None, "none")


def _shared(units: tuple[Unit, ...], index: int, earlier: list[Cue]) -> tuple[Range | None, str]:
    """The source of the verb before, or the subject of the sentence."""
    for cue in reversed(earlier):
        if cue.source is not None and cue.form.base != "according":
            return cue.source, "shared"
    return _subject(units, index), "shared"


def _subject(units: tuple[Unit, ...], before: int) -> Range | None:
    """The first noun phrase that a verb follows, after any opening phrase and its comma."""
    at = 0
    while at < before:
        found = starting_at(units, at)
        if found is not None and found[1] <= before:
            following = units[found[1]] if found[1] < len(units) else None
            if following is not None and not is_punctuation(following) or at == 0 and can_speak(units, found):
                return found if can_speak(units, found) else None
            at = found[1]
        at += 1
        while at < before and not is_comma(units[at - 1]):
            at += 1
    return None


def _with_leading_participles(cues: list[Cue]) -> list[Cue]:
    """ "Noting that ..., Mori added": a participle that opens the sentence takes the next verb's source."""
    if len(cues) > 1 and cues[0].form.form == "ing" and cues[0].order == "shared" and cues[0].start == 0:
        return [replace(cues[0], source=cues[1].source), *cues[1:]]
    return cues
