"""Dates that go on: from the sentence that tells when, to what is said later at the same occasion."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from quotes.parsing.annotated import Annotated, Attribution
from quotes.parsing.frames import FrameIndex
from quotes.parsing.grammar import DETERMINERS
from quotes.parsing.hearers import is_called, same_hearer
from quotes.parsing.lexicon import cue_forms
from quotes.parsing.said import Said, said_at, times_beside_words
from quotes.parsing.scenes import Scene, contents_by_frame, own_words, scenes_of
from quotes.parsing.speakers.names import fold, words
from quotes.parsing.times import Time

OCCASION_PARAGRAPHS = 2
"""Paragraphs after a dated scene in which those who took part are taken to speak at it."""
NEXT_PARAGRAPH = 1
"""The same where only a month or a year is told: most of what follows was said at another time."""
FAR_PARAGRAPHS = 10
"""Paragraphs for which a speaker who is named again may have been silent and still be at it."""
MAX_SENTENCES = 60
"""The same in sentences, where a paragraph has many."""
LATEST = 10
"""Scenes and speakers before a statement that are looked at."""
TITLE_REACH = 60
"""Characters before a name in which the body may stand that it speaks for."""
_POINTED_AT = re.compile(r"(?:This|These|Those)\s+[“\"‘'«]$")
"""The writer takes up words that were quoted before: “this “inheritance” she speaks of”."""
_OTHER_TIME = re.compile(
    r"\b(?:[Pp]reviously|once|often|repeatedly|[Ll]ater|[Ee]arlier|[Rr]ecently|ago|ha[sd]|have|would|[Ss]eparately|[Mm]eanwhile)\b"
)
"""Words beside a reporting verb that tell another time than that of the words before."""
BESIDE_BEFORE, BESIDE_AFTER = 5, 3
"""Units before and after the first of a verb among which such words belong to it."""
_OTHER_PLACE = re.compile(
    r"\b(?:[Ii]n|[Oo]n|[Vv]ia|[Tt]hrough|to)\s(?:an?|his|her|its|their)\s(?:\w+\s)?(?:interview|tweet|post|letter|email|message"
    r"|column|book|report|blog|memoir|video|article|essay)\b"
    r"|\b[Oo]n\s(?:Twitter|Facebook|Instagram|Telegram|Weibo|YouTube|X|social media)\b"
    r"|^(?:Upon|When|Since|Once|Before|Years|Months|Weeks)\b"
)
"""Words of the sentence that tell another occasion."""
_OFFICES = r"(?:spokes\w+|member|chief|head|director|chair\w*|president|secretary|commissioner|minister)"
_SPEAKS_FOR = re.compile(
    rf"\b(\w+)(?:['’]s)?\s(?:\w+\s)?{_OFFICES}\b|\b{_OFFICES}\s(?:for|of)\s(?:the\s)?([\w\s]{{1,40}})",
    re.IGNORECASE,
)
"""The body before or after the office of one who speaks for it."""
_OF_THE_DAY = re.compile(r"(?i)\b(?:earlier|later) (?:in the|that) day$")
_ANSWER = re.compile(r"In (?:response|reply|answer)\b(?!\s+to\b)")
_SHORT = 4
"""Words of a body's name of so many letters or fewer ("the", "of") do not tell it."""


@dataclass(frozen=True, slots=True)
class _Dated:
    """A sentence, by number, whose date is known; `sure` where it tells the date of these words itself."""

    frame: int
    said: Said
    addressee: str | None = None
    sure: bool = False


class Carrier:
    """Finds the date of what is said without one; ask it in the order of the text."""

    def __init__(
        self,
        annotated: Annotated,
        frames: FrameIndex,
        attributions: Sequence[Attribution],
        published: date | None,
    ) -> None:
        self._text = annotated.text
        self._written = annotated.written()
        self._frames = frames
        self._published = published
        self._contents = contents_by_frame(list(frames), attributions)
        self._scenes = scenes_of(annotated, list(frames), self._contents, published)
        self._scene_frames = [scene.frame for scene in self._scenes]
        self._papers: dict[str, list[Scene]] = {}
        for scene in self._scenes:
            if scene.paper is not None:
                self._papers.setdefault(scene.paper, []).append(scene)
        self._times: dict[int, list[Time]] = {}
        self._known: dict[str, _Dated] = {}
        self._last: _Dated | None = None

    def date_of(
        self, attribution: Attribution, name: str | None, said: Said | None, addressee: str | None
    ) -> Said | None:
        """When words were said: as their sentence tells (`said`), else as told of their occasion before."""
        if name is None:
            return said
        at = self._frames.number_at(place_of(attribution))
        if said is not None and said.on is None and _OF_THE_DAY.search(said.evidence):
            said = self._that_day(said, at)
        if said is None and not self._elsewhere(attribution, at):
            dated = self._dated_before(attribution, name, at)
            if dated is not None and self._may_hear(dated, addressee):
                self._note(name, _Dated(at, dated.said, addressee or dated.addressee, dated.sure))
                return dated.said
        if said is not None and said.tells != "vague":
            self._last = _Dated(at, said, addressee, sure=True)
            self._note(name, self._last)
        return said

    def goes_on(self, attribution: Attribution, name: str | None) -> None:
        """Note that the speaker of dated words goes on without a verb."""
        dated = self._known.get(name or "")
        at = self._frames.number_at((attribution.content or (0, 0))[0])
        if name is None or dated is None or at <= dated.frame or not self._near(dated.frame, at):
            return
        if self._one_occasion(dated, at):
            self._note(name, replace(dated, frame=at))

    def _that_day(self, said: Said, at: int) -> Said:
        """What was said "earlier in the day": on the day told shortly before, or on the only one told so far;
        where none was told, on that of publication."""
        days = self._days_before(at)
        if days:
            number, told = days[-1]
            only = all(other.on == told.on for _, other in days)
            if told.on is None or not (only or self._near(number, at)):
                return said
            return replace(said, on=told.on, evidence=f"{said.evidence}; {told.evidence}")
        if said.evidence.lower().endswith("that day") or self._published is None:
            return said
        return replace(said, on=self._published.isoformat())

    def _days_before(self, at: int) -> list[tuple[int, Said]]:
        """The days that the writer told of before a sentence, each with the number of its sentence."""
        return [
            (number, said_at(time, self._published))
            for number in range(at)
            if self._frames[number].paragraph in self._written
            for time in times_beside_words(self._text, self._frames[number], self._contents.get(number, []))
            if time.tells_day and not _OF_THE_DAY.search(time.words)
        ]

    def _note(self, name: str, dated: _Dated) -> None:
        """Keep what dates a speaker's words, the latest last."""
        self._known.pop(name, None)
        self._known[name] = dated

    def _dated_before(self, attribution: Attribution, name: str, at: int) -> _Dated | None:
        """The nearest sentence before that dates these words."""
        if attribution.content and _POINTED_AT.match(
            self._text, self._frames[at].start, attribution.content[0]
        ):
            return None
        paper = self._in_paper(attribution, at)
        if paper is not None:
            return paper
        before = (
            self._going_on(attribution, name, at),
            self._in_scene(name, at),
            self._answering(name, at),
            self._for_body(attribution, at),
            self._in_answer(at),
        )
        dated = max((d for d in before if d is not None), key=lambda d: d.frame, default=None)
        if dated is not None and dated.said.on is None and _OF_THE_DAY.search(dated.said.evidence):
            dated = replace(dated, said=self._that_day(dated.said, dated.frame))
        if dated is not None and self._in_present(attribution):
            return dated if self._frames[dated.frame].paragraph == self._frames[at].paragraph else None
        return dated

    def _going_on(self, attribution: Attribution, name: str, at: int) -> _Dated | None:
        """The speaker's words before; far from them only if they tell their date and the name is given."""
        dated = self._known.get(name)
        if dated is None:
            return None
        mention = self._text[slice(*attribution.source)] if attribution.source else ""
        called = {fold(word) for word in words(name)}
        named = any(fold(word).removesuffix("'s") in called for word in words(mention))
        far = dated.sure and dated.said.tells == "day" and named
        paragraphs = OCCASION_PARAGRAPHS if dated.said.tells == "day" else NEXT_PARAGRAPH
        near = self._near(dated.frame, at, FAR_PARAGRAPHS if far else paragraphs)
        return dated if near and self._one_occasion(dated, at) else None

    def _in_scene(self, name: str, at: int) -> _Dated | None:
        """The nearest scene before in which the speaker took part."""
        last = bisect_right(self._scene_frames, at)
        for scene in reversed(self._scenes[max(0, last - LATEST) : last]):
            if not self._near(scene.frame, at):
                return None
            dated = _Dated(scene.frame, scene.said)
            if (scene.frame < at and scene.includes(name)) or (scene.frame == at and scene.refers):
                return dated if self._one_occasion(dated, at) else None
        return None

    def _for_body(self, attribution: Attribution, at: int) -> _Dated | None:
        """The words of the body for which the source is said to speak: "ministry spokesman Oren Tollan"."""
        start, end = attribution.source or (0, 0)
        frame = self._frames[at]
        title = self._text[max(frame.start, start - TITLE_REACH) : min(frame.end, end + TITLE_REACH)]
        named = _telling(" ".join(word or "" for pair in _SPEAKS_FOR.findall(title) for word in pair))
        if not named:
            return None
        latest = islice(reversed(self._known.items()), LATEST)
        found = (d for body, d in latest if named & _telling(body) and self._near(d.frame, at))
        dated = next((d for d in found if self._one_occasion(d, at)), None)
        return None if dated is None else replace(dated, sure=False)

    def _in_paper(self, attribution: Attribution, at: int) -> _Dated | None:
        """The document that says so, where it was dated: "the letter said"."""
        mention = words(self._text[slice(*attribution.source)]) if attribution.source else []
        owned = any(word.endswith(("'s", "’s")) for word in mention)
        if not mention or owned or fold(mention[0]) not in DETERMINERS:
            return None
        papers = (scene for word in mention for scene in self._papers.get(fold(word), []))
        before = [scene for scene in papers if scene.frame <= at]
        return _Dated(before[-1].frame, before[-1].said) if before else None

    def _answering(self, name: str, at: int) -> _Dated | None:
        """The words that the speaker was addressed with: who is told something answers at that occasion."""
        for dated in islice(reversed(self._known.values()), LATEST):
            if is_called(dated.addressee, name) and self._near(dated.frame, at):
                return replace(dated, addressee=None, sure=False) if self._one_occasion(dated, at) else None
        return None

    def _may_hear(self, dated: _Dated, addressee: str | None) -> bool:
        """Whether dated words may be addressed to this hearer too: one who spoke at the same occasion may."""
        if same_hearer(dated.addressee, addressee):
            return True
        latest = islice(reversed(self._known.items()), LATEST)
        spoke = any(other.said == dated.said and is_called(addressee, name) for name, other in latest)
        return dated.addressee is None and spoke

    def _in_answer(self, at: int) -> _Dated | None:
        """Words answered: "In response, the crowd sang"."""
        if self._last is None or not _ANSWER.match(self._text, self._frames[at].start):
            return None
        return self._last if 0 < at - self._last.frame <= 1 and self._one_occasion(self._last, at) else None

    def _near(self, frame: int, at: int, paragraphs: int = OCCASION_PARAGRAPHS) -> bool:
        return self._frames[at].paragraph - self._frames[frame].paragraph <= paragraphs

    def _elsewhere(self, attribution: Attribution, at: int) -> bool:
        """Whether the sentence tells of another occasion."""
        frame = self._frames[at]
        place = place_of(attribution)
        nearest = bisect_right(frame.units, place, key=lambda unit: unit.start) - 1
        beside = frame.units[max(0, nearest - BESIDE_BEFORE) : nearest + BESIDE_AFTER]
        inside = self._contents.get(at, [])
        return bool(
            _OTHER_TIME.search(own_words(beside, inside))
            or _OTHER_PLACE.search(own_words(frame.units, inside))
        )

    def _in_present(self, attribution: Attribution) -> bool:
        cue = self._text[slice(*attribution.cue)].split(" ")[0].lower() if attribution.cue else ""
        form = cue_forms().get(cue)
        return form is not None and form.form in ("s", "base")

    def _one_occasion(self, dated: _Dated, at: int) -> bool:
        """Whether no other time is told from the dated sentence up to the one at hand."""
        between = range(dated.frame + 1, at)
        return (
            len(between) <= MAX_SENTENCES
            and all(self._same_time(dated.said, number, only_days=True) for number in between)
            and (at <= dated.frame or self._same_time(dated.said, at, only_days=False))
        )

    def _same_time(self, said: Said, number: int, *, only_days: bool) -> bool:
        if number not in self._times:
            inside = self._contents.get(number, [])
            self._times[number] = times_beside_words(self._text, self._frames[number], inside)
        return all(
            (only_days and not time.tells_day)
            or time.words.lower().endswith(said.evidence.lower().removeprefix("on "))
            or (said.on is not None and said_at(time, self._published).on == said.on)
            for time in self._times[number]
        )


def place_of(attribution: Attribution) -> int:
    """The offset that tells which sentence an attribution belongs to: its verb's, else its source's."""
    return (attribution.cue or attribution.source or attribution.content or (0, 0))[0]


def _telling(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words(name) if len(word) > _SHORT)
