"""Sentences that set a scene: who spoke or met on what day, before their words are given.

"On Tuesday Venn met Tollan." dates what either is then quoted with; "Venn addressed the ceremony."
does where the ceremony was dated before.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from quotes.parsing.annotated import Annotated, Attribution
from quotes.parsing.attribution.cues import find_cues
from quotes.parsing.frames import Frame, Unit
from quotes.parsing.grammar import is_person, is_title
from quotes.parsing.lexicon import function_words, people_words
from quotes.parsing.noun_phrases import ending_at
from quotes.parsing.said import Said, in_quotation, said_at, time_beside, times_beside_words
from quotes.parsing.speakers.names import fold, words
from quotes.parsing.times import OCCASION, Time
from quotes.statement import Span

_MEETS = function_words("meeting verb")
_RESPECTS = frozenset("homage tribute tributes respects condolences condolence greetings visit".split())
_GATHERING = "|".join(sorted(function_words("gathering")))
_AT_AN_OCCASION = re.compile(
    rf"\b(?:in|at|on|during|to|held|attended|addressed|of)\s(?:[\w’'-]+\s){{0,6}}(?:{OCCASION})"
    r"(?:\s(?:in|at|of|with|by|on)?\s?(?:the\s)?[A-Z][\w’'-]*){0,4}\s+$"
)
"""What a date may follow that is an occasion's: "at the release ceremony", "held a briefing in Ostrava"."""
_PLANNED = re.compile(
    r"\b(?:will|would|shall|scheduled|planned|plans|due|expected|postponed|cancelled|canceled|upcoming"
    r"|ahead of|before)\b"
)
_REFERS = re.compile(
    rf"\b(?:[Aa]t|[Dd]uring|[Ii]n|[Aa]fter|attend|attended|addressed|addressing|opened|opening|closed|closing)\s(?:the|this)\s"
    rf"(?:[a-z’'-]+\s){{0,2}}(?:{_GATHERING})\b"
    r"|\b(?:[Ii]n|of|[Dd]uring)\s(?:his|her|their)\s(?:\w+\s)?(?:speech|address|remarks)\b",
)
"""What refers to an occasion told of before: "at the ceremony", "in his speech"."""
_PAPER = re.compile(
    rf"\b({'|'.join(sorted(people_words('document')))}),?\s(?:was\s)?(?:dated|issued|published|released|sent|posted|signed)\s+$"
)
_NOT_THERE = re.compile(r"\b(?:not|n['’]t|never|refused|declined|failed)\s(?:to\s)?$")
"""Before such a reference, what tells that the one named last was not there."""
_GATHERED = re.compile(rf"\b(?:{_GATHERING}|commissioned|inaugurated|unveiled|commemorated)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:who|which|that|whose|where|when|after|before|since|until|if)\b[^,]{0,200}$")
_REACH = 160
"""Characters before a date in which the occasion it dates may be named."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence, by number, when what it tells happened, and who took part, by folded last name."""

    frame: int
    said: Said
    who: frozenset[str]
    refers: bool = False
    """Whether it only refers to the occasion: then what is said in it is said there, by whomever."""
    paper: str | None = None
    """The letter, statement or report that it dates: then what that says is of this date."""

    def includes(self, name: str) -> bool:
        """Whether somebody of that name took part."""
        parts = words(name)
        return any(_plain(word) in self.who for word in (parts[1:] or parts) if len(word) > 2)


def scenes_of(
    annotated: Annotated,
    frames: Sequence[Frame],
    contents: Mapping[int, list[Span]],
    published: date | None,
) -> list[Scene]:
    """The scenes of a document, in the order of its text; `contents` as of `contents_by_frame`."""
    written = annotated.written()
    found: list[Scene] = []
    gathering: Said | None = None
    for number, frame in enumerate(frames):
        if frame.paragraph not in written:
            continue
        inside = contents.get(number, [])
        told = times_beside_words(annotated.text, frame, inside)
        times = [time for time in told if time.tells_day]
        scene = _dated(annotated.text, number, frame, times, inside, published)
        if not told and gathering is not None:
            scene = _referring(annotated.text, number, frame, inside, gathering) or scene
        found += [scene] if scene is not None else []
        found += _papers(annotated.text, number, frame, told, published)
        gathering = _gathering(annotated.text, frame, inside, times, published, gathering)
    return found


def last_name(name: str) -> str:
    """The word by which a person is called again, folded."""
    parts = words(name)
    return _plain(parts[-1]) if parts else ""


def _plain(word: str) -> str:
    return fold(word).removesuffix("'s")


def _dated(
    text: str, number: int, frame: Frame, times: Sequence[Time], inside: list[Span], published: date | None
) -> Scene | None:
    """A sentence whose own verb of meeting or speaking has a date, or that names an occasion with one."""
    if not times or _PLANNED.search(own_words(frame.units, inside)):
        return None
    found = _met(text, frame, times) or _spoke(text, frame, times)
    if found is not None:
        time, source = found
        return Scene(number, said_at(time, published), _named(frame, inside, source))
    for time in times:
        before = text[max(frame.start, time.start - _REACH) : time.start]
        if _AT_AN_OCCASION.search(before) and not _CLAUSE.search(before):
            return Scene(number, said_at(time, published), _named(frame, inside))
    return None


def _met(text: str, frame: Frame, times: Sequence[Time]) -> tuple[Time, None] | None:
    """The date of a verb of meeting: all who are named took part."""
    for index, unit in enumerate(frame.units):
        if unit.quotation is None and (unit.lower in _MEETS or _pays_respect(frame.units, index)):
            subject = ending_at(frame.units, index - 1)
            source = _span(frame, *subject) if subject else None
            time = time_beside(text, frame, Attribution(source, (unit.start, unit.end), None))
            if time is not None and time in times:
                return time, None
    return None


def _pays_respect(units: Sequence[Unit], index: int) -> bool:
    """ "paid rich tributes to", "extended greetings", "received Minister Tollan": with words, as a rule."""
    objects = units[index + 1 : index + 3]
    if units[index].lower == "received":
        return any(is_person(unit) or is_title(unit) for unit in objects)
    paid = units[index].lower in ("paid", "expressed", "extended")
    return paid and any(unit.lower in _RESPECTS for unit in objects)


def _spoke(text: str, frame: Frame, times: Sequence[Time]) -> tuple[Time, Span] | None:
    """The date of a reporting verb, and its source."""
    for cue in find_cues(frame):
        if cue.source is not None and cue.says and cue.form.form == "past":
            source = _span(frame, *cue.source)
            time = time_beside(text, frame, Attribution(source, _span(frame, cue.start, cue.end), None))
            if time is not None and time in times:
                return time, source
    return None


def _span(frame: Frame, first: int, end: int) -> Span:
    return frame.units[first].start, frame.units[end - 1].end


def _papers(
    text: str, number: int, frame: Frame, times: Sequence[Time], published: date | None
) -> list[Scene]:
    """The documents that a sentence dates: "a letter dated 3 May"."""
    named = ((_PAPER.search(text, max(frame.start, t.start - _REACH), t.start), t) for t in times)
    return [
        Scene(number, said_at(time, published), frozenset(), paper=match.group(1))
        for match, time in named
        if match
    ]


def _gathering(
    text: str,
    frame: Frame,
    inside: list[Span],
    times: Sequence[Time],
    published: date | None,
    known: Said | None,
) -> Said | None:
    """The day of the one gathering told of so far; None once another day is told."""
    if not times:
        return known
    days = {said_at(time, published).on or time.words for time in times}
    if known is not None and days == {known.on or known.evidence}:
        return known
    own = own_words(frame.units, inside)
    (time, *others) = times
    before = text[max(frame.start, time.start - _REACH) : time.start]
    single = not others and known is None and _GATHERED.search(own) and not _PLANNED.search(own)
    return said_at(time, published) if single and not _CLAUSE.search(before) else None


def _named(frame: Frame, inside: list[Span], source: Span | None = None) -> frozenset[str]:
    """The last names of the people and bodies named in the writer's words, or in the `source` alone."""
    return frozenset(
        last_name(unit.entity.text)
        for unit in frame.units
        if unit.entity is not None
        and unit.quotation is None
        and unit.entity.type in ("PERSON", "ORG", "LOC")
        and (source is None or source[0] <= unit.start < source[1])
        and not any(start <= unit.start < end for start, end in inside)
    )


def _refers(frame: Frame) -> bool:
    """Whether a sentence refers to an occasion that was."""
    words_of_it = own_words(frame.units, [])
    return _REFERS.search(words_of_it) is not None and _PLANNED.search(words_of_it) is None


def _referring(text: str, number: int, frame: Frame, inside: list[Span], gathering: Said) -> Scene | None:
    """A sentence that refers to a gathering that was; who is named first, its subject, took part."""
    matches = _REFERS.finditer(text, frame.start, frame.end)
    match = next((m for m in matches if not in_quotation(frame, m.start())), None)
    if match is None or _PLANNED.search(own_words(frame.units, [])):
        return None
    people = [
        u
        for u in frame.units
        if u.entity is not None and u.entity.type == "PERSON" and u.start < match.start()
    ]
    who = _named(frame, inside, (people[0].start, people[0].end)) if people else frozenset[str]()
    absent = _NOT_THERE.search(text, max(frame.start, match.start() - _REACH), match.start()) is not None
    if absent and people:
        who -= {last_name(people[-1].text)}
    reported = any(start <= match.start() < end for start, end in inside)
    return Scene(number, gathering, who, refers=not reported and not absent)


def own_words(units: Sequence[Unit], inside: Sequence[Span]) -> str:
    """The writer's words of a sentence or a part of it, without quotations and what it reports (`inside`)."""
    return " ".join(
        unit.text
        for unit in units
        if unit.quotation is None and not any(start <= unit.start < end for start, end in inside)
    )


def contents_by_frame(frames: Sequence[Frame], attributions: Sequence[Attribution]) -> dict[int, list[Span]]:
    """The spans that the sentences report, by number of the sentence."""
    spans = sorted(a.content for a in attributions if a.content is not None and a.mode != "turn")
    found: dict[int, list[Span]] = {}
    at = 0
    for number, frame in enumerate(frames):
        while at < len(spans) and spans[at][0] < frame.start:
            at += 1
        while at < len(spans) and spans[at][0] < frame.end:
            found.setdefault(number, []).append(spans[at])
            at += 1
    return found
