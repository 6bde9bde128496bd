"""Who is on stage at a place in the text: the last to speak, the subject of a sentence, the last named."""

import re
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, islice

from quotes.parsing.frames import Frame, FrameIndex
from quotes.parsing.lexicon import people_words
from quotes.parsing.noun_phrases import starting_at
from quotes.parsing.speakers.cast import Cast
from quotes.parsing.speakers.describing import gender_of
from quotes.parsing.speakers.names import fold, words
from quotes.parsing.speakers.phrases import Phrase
from quotes.parsing.speakers.referents import Referent
from quotes.parsing.speakers.subjects import subject_of
from quotes.statement import Span, SpeakerType

REACH = 1500
"""Characters a pronoun looks back: about three paragraphs of news."""
LEAD = 10
"""Units of a sentence: what is shorter at the head of a document is an address, a date or a name."""
AHEAD = 700
"""Characters in which whoever a story opens with as "a local farmer" or "the union" is named."""
LOOKED_THROUGH = 300
"""Speakers or mentions that are looked through for one that fits; a text of many more is no news."""
_SAYS = re.compile(r",?\s+(?:said|says|told|tells|recalled|recalls|explained|explains|added|adds)\b")
_SAID_BEFORE = re.compile(r"\b(?:said|says|recalled|explained|added)\s+$")

Act = tuple[int, Referent]
"""The offset of a mention and who is mentioned there: as a speaker, as a subject, or only by name."""
Fits = Callable[[Referent], bool]


def _place(act: Act) -> int:
    return act[0]


def _between(acts: Sequence[Act], start: int, end: int) -> Sequence[Act]:
    """The acts, in the order of the text, from `start` on and before `end`."""
    return acts[bisect_left(acts, start, key=_place) : bisect_left(acts, end, key=_place)]


class Stage:
    """The referents in the order in which they act: as subjects of sentences and as speakers."""

    def __init__(self, text: str, frames: Sequence[Frame], cast: Cast) -> None:
        self.text = text
        self._frames = frames
        self._index = FrameIndex(frames)
        named = [referent for referent in cast.everybody() if referent.places]
        self._by_mentions = sorted(named, key=lambda r: (-len(r.places), r.places[0]))
        places = ((place, referent) for referent in named for place in referent.places)
        self._mentions = sorted(places, key=_place)
        self._lead = next((f.paragraph for f in frames if len(f.units) >= LEAD), 0)
        self._introduced: dict[tuple[str, str], Referent] = {}
        self.joined: list[tuple[Referent, Span]] = []
        """The groups of those who are the subject of a sentence side by side, and where they are named."""
        self._subjects = self._find_subjects()
        self._spoken: list[Act] = []
        self._speakers: dict[Referent, int] = {}
        self._last_document: Act | None = None

    def spoke(self, referent: Referent, at: int) -> None:
        """Record that the referent was credited with words at this offset."""
        referent.spoke = True
        insort(self._spoken, (at, referent), key=_place)
        self._speakers.pop(referent, None)
        self._speakers[referent] = at

    def spoke_through(self, referent: Referent, at: int) -> None:
        """Record that a document of the referent's was credited with words at this offset."""
        self._last_document = at, referent

    def acts(self, referent: Referent, at: int) -> None:
        """Record that the referent, however named, is the subject at this offset."""
        insort(self._subjects, (at, referent), key=_place)

    def introduce(self, name: str, kind: SpeakerType) -> Referent:
        """A referent known only by these words."""
        described = {fold(word) for word in words(name)}
        animate = kind == "person" or (kind == "unnamed" and bool(described & people_words("office")))
        gender = gender_of([Phrase(name).head])
        new = Referent(name, kind, described=described, animate=animate, gender=gender)
        return self._introduced.setdefault((name.casefold(), kind), new)

    def joint(self, names: Sequence[str]) -> Referent:
        """The group of these: "Mara Venn, Ada Brisk and Oren Tollan"."""
        *most, last = names
        group = self.introduce(f"{', '.join(most)} and {last}", "group")
        group.members = tuple(names)
        return group

    def sentence_at(self, at: int) -> tuple[int, int]:
        """Start and end of the sentence at the offset."""
        frame = self._index.at(at)
        return frame.start, frame.end

    def sentence_before(self, at: int) -> tuple[int, int] | None:
        """Start and end of the sentence before that at the offset; None where a paragraph begins."""
        number = self._index.number_at(at)
        before = self._index[max(0, number - 1)]
        same = number > 0 and before.paragraph == self._index[number].paragraph
        return (before.start, before.end) if same else None

    def in_lead(self, at: int) -> bool:
        """Whether the offset is in the first paragraph that holds a whole sentence."""
        return self._index.at(at).paragraph == self._lead

    def described_subjects(self, at: int) -> list[tuple[int, int]]:
        """The spans of the subjects without a name of the sentence at this offset and the one before."""
        number = self._index.number_at(at)
        near = self._frames[max(0, number - 1) : number + 1]
        phrases = [(frame, starting_at(frame.units, 0)) for frame in near]
        spans = [(f.units[p[0]].start, f.units[p[1] - 1].end) for f, p in phrases if p is not None]
        return [span for span in spans if span[0] < at and not self.named_between(*span)]

    def named_between(self, start: int, end: int) -> Sequence[Act]:
        """Who is named between the offsets, in order."""
        return _between(self._mentions, start, end)

    def acting_between(self, start: int, end: int) -> list[Act]:
        """Who speaks or is the subject between the offsets, in order."""
        acts = (_between(acts, start, end) for acts in (self._spoken, self._subjects))
        return sorted(chain.from_iterable(acts), key=_place)

    def first_named_after(self, at: int, within: int) -> list[Referent]:
        """Whoever is named for the first time after the offset, up to so many characters on, in order."""
        return [r for place, r in self.named_between(at, at + within) if r.places[0] == place]

    def subject_after(self, at: int) -> Referent | None:
        """The person named right after a comma at the offset: "According to her website, Venn was ..."."""
        near = self.named_between(at, at + 40) if self.text[at : at + 2] == ", " else ()
        return next((r for _, r in near if r.type == "person"), None)

    def begins_to_act(self, referent: Referent) -> bool:
        """Whether the referent, where first named, is the subject of the sentence or speaks."""
        place = referent.places[0]
        before = _SAID_BEFORE.search(self.text, max(0, place - 12), place)
        says = before or _SAYS.match(self.text, place + len(referent.name))
        return says is not None or (place, referent) in _between(self._subjects, place, place + 1)

    def has_just_acted(self, referent: Referent, at: int) -> bool:
        """Whether the referent spoke last, or is a subject here or in the sentence before."""
        first, _ = self.sentence_before(at) or self.sentence_at(at)
        subjects = _between(self._subjects, first, at)
        return self.spoke_last(at) is referent or any(act is referent for _, act in subjects)

    def spoke_last(self, at: int) -> Referent | None:
        """The last to be credited with words, if within reach of the offset."""
        last = self._spoken[-1] if self._spoken else None
        return last[1] if last is not None and at - last[0] < REACH else None

    def place_of_last_speaker(self) -> int:
        """The offset of the last credited mention, 0 before any."""
        return self._spoken[-1][0] if self._spoken else 0

    def spoke_last_through_document(self) -> bool:
        """Whether it was a document that was last credited with words."""
        return bool(self._spoken) and self._spoken[-1] == self._last_document

    def latest_where(self, at: int, fits: Fits) -> Referent | None:
        """The last referent before the offset, however mentioned, that fits."""
        last = bisect_left(self._mentions, at, key=_place)
        before = (self._mentions[n][1] for n in range(last - 1, max(-1, last - 1 - LOOKED_THROUGH), -1))
        return next(filter(fits, before), None)

    def last_speaker(self, at: int, fits: Fits) -> Referent | None:
        """The last credited speaker before the offset that fits."""
        latest: Iterable[Referent] = islice(reversed(self._speakers), LOOKED_THROUGH)
        return next((r for r in latest if self._speakers[r] < at and fits(r)), None)

    def only_speaker(self, before: int) -> Referent | None:
        """The one person who was credited with words before the offset; None where it was not one."""
        spoke = {referent for at, referent in self._spoken if at < before and referent.type == "person"}
        return spoke.pop() if len(spoke) == 1 else None

    def last_to_act(self, at: int, fits: Fits) -> Referent | None:
        """The last within reach before the offset to speak or to be a subject, of those that fit."""
        acts = self.acting_between(at - REACH, at)
        return next((referent for _, referent in reversed(acts) if fits(referent)), None)

    def most_named(self, at: int, fits: Fits) -> Referent | None:
        """Of those that fit and are named before the offset, the one that the document names most often."""
        named = (r for r in self._by_mentions if r.places[0] < at)
        return next(filter(fits, islice(named, LOOKED_THROUGH)), None)

    def _find_subjects(self) -> list[Act]:
        named = dict(self._mentions)
        found: list[Act] = []
        for frame in self._frames:
            subjects = subject_of(frame, named, self.text) if frame.paragraph >= self._lead else []
            who = [named[entity.start] for entity in subjects]
            if len(who) > 1:
                group = self.joint([referent.full_name for referent in who])
                self.joined.append((group, (subjects[0].start, subjects[-1].end)))
                found.append((subjects[0].start, group))
            elif who:
                found.append((subjects[0].start, who[0]))
        return found
