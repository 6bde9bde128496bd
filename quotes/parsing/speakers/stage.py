"""Who is on stage at a place in the text: the last to speak, the subject of a sentence, the last named."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Sequence

from quotes.parsing.frames import Frame, FrameIndex, Unit
from quotes.parsing.grammar import is_comma
from quotes.parsing.lexicon import people_words
from quotes.parsing.noun_phrases import starting_at
from quotes.parsing.speakers.cast import Cast
from quotes.parsing.speakers.names import fold, words
from quotes.parsing.speakers.referents import Referent
from quotes.statement import SpeakerType

NEAR = 300
"""Characters within which somebody of known gender is meant rather than somebody of unknown."""
REACH = 1500
"""Characters a pronoun looks back: about three paragraphs of news."""


_Act = tuple[int, Referent]
"""A referent and the offset of a mention of it, at which it speaks, is the subject, or is only named."""


def _place(act: _Act) -> int:
    return act[0]


def _within(acts: Sequence[_Act], at: int) -> list[_Act]:
    """The acts, in the order of the text, within reach before the offset."""
    first = bisect_right(acts, at - REACH, key=_place)
    last = bisect_left(acts, at, key=_place)
    return list(acts[first:last])


def _owns(unit: Unit, after: Unit | None) -> bool:
    """In "Ostrava's side" the subject is not Ostrava."""
    return after is not None and after.lower == "'s" and unit.entity is not None


class Stage:
    """The referents in the order in which they act: as subjects of sentences and as speakers."""

    def __init__(self, frames: Sequence[Frame], cast: Cast) -> None:
        self._frames = frames
        self._index = FrameIndex(frames)
        self._cast = cast
        self._mentions = sorted(
            ((place, referent) for referent in cast.everybody() for place in referent.places), key=_place
        )
        self._subjects = self._find_subjects()
        self._spoken: list[_Act] = []
        self._introduced: dict[tuple[str, str], Referent] = {}

    def spoke(self, referent: Referent, at: int) -> None:
        """Record that the referent was credited with words at this offset."""
        referent.spoke = True
        self._spoken.append((at, referent))

    def described_subjects(self, at: int) -> list[tuple[int, int]]:
        """The spans of the subjects without a name of the sentence at this offset and the one before."""
        number = self._index.number_at(at)
        phrases = [
            (frame, starting_at(frame.units, 0)) for frame in self._frames[max(0, number - 1) : number + 1]
        ]
        spans = [(f.units[p[0]].start, f.units[p[1] - 1].end) for f, p in phrases if p is not None]
        return [span for span in spans if span[0] < at and not self._is_named(*span)]

    def _is_named(self, start: int, end: int) -> bool:
        return bool(self._named(start, end))

    def _named(self, start: int, end: int) -> list[_Act]:
        first, last = (bisect_left(self._mentions, edge, key=_place) for edge in (start, end))
        return self._mentions[first:last]

    def acts(self, referent: Referent, at: int) -> None:
        """Record that the referent, however named, is the subject at this offset."""
        insort(self._subjects, (at, referent), key=_place)

    def introduce(self, name: str, kind: SpeakerType) -> Referent:
        """A referent known only by these words."""
        described = {fold(word) for word in words(name)}
        animate = kind == "person" or (kind == "unnamed" and bool(described & people_words("office")))
        new = Referent(name, kind, described=described, animate=animate)
        return self._introduced.setdefault((name.casefold(), kind), new)

    def person(self, at: int, gender: str) -> Referent | None:
        """Who "he" or "she" is at this offset."""

        def fits(referent: Referent) -> bool:
            return (referent.type == "person" or referent.animate) and referent.gender in (None, gender)

        found = self._only_one_before(at, fits) or self._latest(at, fits)
        if found is None or found.gender is None:
            found = self._of_gender(at, gender) or found
        if found is not None and found.type == "person" and found.gender is None:
            found.gender = gender
        return found

    def _of_gender(self, at: int, gender: str) -> Referent | None:
        """The last one named of whom the text tells this gender, if near."""
        near = self._named(at - NEAR, at)
        return next((r for _, r in reversed(near) if r.type == "person" and r.gender == gender), None)

    def _only_one_before(self, at: int, fits: Callable[[Referent], bool]) -> Referent | None:
        """The one referent that fits in the sentence before, where none that fits acts there or here."""
        number = self._index.number_at(at)
        if number == 0 or self._index[number - 1].paragraph != self._index[number].paragraph:
            return None
        before = self._index[number - 1]
        if any(place >= before.start and fits(referent) for place, referent in self._acts_before(at)):
            return None
        named = {referent for _, referent in self._named(before.start, before.end) if fits(referent)}
        return named.pop() if len(named) == 1 else None

    def thing(self, at: int) -> Referent | None:
        """What "it" is at this offset."""
        return self._latest(at, lambda r: r.type in ("organization", "country", "unnamed"))

    def many(self, at: int) -> Referent | None:
        """Who "they" are at this offset."""
        groups = (r for _, r in reversed(_within(self._spoken, at)) if r.type == "group")
        return next(groups, None) or self._latest(at, lambda r: r.type in ("group", "organization"))

    def latest_where(self, at: int, fits: Callable[[Referent], bool]) -> Referent | None:
        """The last referent before the offset, however mentioned, that fits."""
        before = range(bisect_left(self._mentions, at, key=_place) - 1, -1, -1)
        return next((self._mentions[n][1] for n in before if fits(self._mentions[n][1])), None)

    def last_speaker(self, at: int, fits: Callable[[Referent], bool]) -> Referent | None:
        """The last credited speaker before the offset that fits."""
        return next((r for place, r in reversed(self._spoken) if place < at and fits(r)), None)

    def last_to_act(self, at: int, fits: Callable[[Referent], bool]) -> Referent | None:
        """The last within reach before the offset to speak or to be a subject, of those that fit."""
        acts = [act for act in self._acts_before(at) if fits(act[1])]
        return max(acts, key=_place)[1] if acts else None

    def _acts_before(self, at: int) -> list[_Act]:
        return _within(self._spoken, at) + _within(self._subjects, at)

    def most_named(self, at: int, fits: Callable[[Referent], bool]) -> Referent | None:
        """Of the referents that fit, the one named most often before the offset."""
        named = [r for r in self._cast.everybody() if fits(r) and r.last_before(at - 1) >= 0]
        return max(named, key=lambda r: (bisect_left(r.places, at), r.last_before(at)), default=None)

    def _latest(self, at: int, fits: Callable[[Referent], bool]) -> Referent | None:
        """The last within reach to act, else the last to be named."""
        named = (r for _, r in reversed(_within(self._mentions, at)) if fits(r))
        return self.last_to_act(at, fits) or next(named, None)

    def _find_subjects(self) -> list[_Act]:
        named = dict(self._mentions)
        subjects = (self._subject_of(frame, named) for frame in self._frames)
        return [subject for subject in subjects if subject is not None]

    def _subject_of(self, frame: Frame, named: dict[int, Referent]) -> _Act | None:
        """The referent that the sentence begins with, or the one after its opening phrase."""
        for at in (0, *(i + 1 for i, unit in enumerate(frame.units[:15]) if is_comma(unit))):
            phrase = starting_at(frame.units, at)
            if phrase is None:
                continue
            inside = frame.units[slice(*phrase)]
            owned = [u for u, after in zip(inside, (*inside[1:], None), strict=True) if not _owns(u, after)]
            places = [u.entity.start for u in owned if u.entity is not None and u.entity.start in named]
            return (places[-1], named[places[-1]]) if places else None
        return None
