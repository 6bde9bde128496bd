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
"""Where a referent acts: the offset of its mention."""


def _within(acts: Sequence[_Act], at: int) -> list[_Act]:
    """The acts, in the order of the text, within reach before the offset."""
    first = bisect_right(acts, at - REACH, key=lambda act: act[0])
    last = bisect_left(acts, at, key=lambda act: act[0])
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
        everybody = self._all()
        self._mentions = sorted(
            (place, n) for n, referent in enumerate(everybody) for place in referent.places
        )
        self._subjects = self._find_subjects()
        self._spoken: list[tuple[int, Referent]] = []
        self._introduced: dict[tuple[str, str], Referent] = {}

    def _all(self) -> list[Referent]:
        return [*self._cast.persons, *self._cast.bodies, *self._cast.countries]

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
        first, last = (bisect_left(self._mentions, (edge, -1)) for edge in (start, end))
        return first < last

    def acts(self, referent: Referent, at: int) -> None:
        """Record that the referent, however named, is the subject at this offset."""
        insort(self._subjects, (at, referent), key=lambda act: act[0])

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
        found = self.latest_where(at, lambda r: r.type == "person" and r.gender == gender)
        return found if found is not None and at - found.last_before(at) <= NEAR else None

    def _only_one_before(self, at: int, fits: Callable[[Referent], bool]) -> Referent | None:
        """The one referent that fits in the sentence before, where none that fits acts there or here."""
        number = self._index.number_at(at)
        if number == 0 or self._index[number - 1].paragraph != self._index[number].paragraph:
            return None
        before = self._index[number - 1]
        acts = _within(self._spoken, at) + _within(self._subjects, at)
        if any(place >= before.start and fits(referent) for place, referent in acts):
            return None
        everybody = self._all()
        first, last = (bisect_left(self._mentions, (edge, -1)) for edge in (before.start, before.end))
        named = {n for _, n in self._mentions[first:last] if fits(everybody[n])}
        return everybody[named.pop()] if len(named) == 1 else None

    def thing(self, at: int) -> Referent | None:
        """What "it" is at this offset."""
        return self._latest(at, lambda r: r.type in ("organization", "country") or r.type == "unnamed")

    def many(self, at: int) -> Referent | None:
        """Who "they" are at this offset."""
        plural = self._latest(at, lambda r: r.type == "group", spoken_only=True)
        return plural or self._latest(at, lambda r: r.type in ("group", "organization"))

    def latest_where(self, at: int, fits: Callable[[Referent], bool]) -> Referent | None:
        """The last referent before the offset, however mentioned, that fits."""
        everybody = self._all()
        for index in range(bisect_left(self._mentions, (at, -1)) - 1, -1, -1):
            referent = everybody[self._mentions[index][1]]
            if fits(referent):
                return referent
        return None

    def last_speaker(self, at: int, fits: Callable[[Referent], bool]) -> Referent | None:
        """The last credited speaker before the offset that fits."""
        return next((r for place, r in reversed(self._spoken) if place < at and fits(r)), None)

    def acting(self, at: int) -> list[Referent]:
        """The distinct referents that spoke or were subjects near before the offset, the last one last."""
        acts = sorted([*_within(self._spoken, at), *_within(self._subjects, at)], key=lambda act: act[0])
        return list({id(referent): referent for _, referent in reversed(acts)}.values())[::-1]

    def most_named(self, at: int, fits: Callable[[Referent], bool]) -> Referent | None:
        """Of the referents that fit, the one named most often before the offset."""
        counts = [
            (sum(place < at for place in r.places), r.last_before(at), n)
            for n, r in enumerate(self._all())
            if fits(r)
        ]
        best = max(counts, default=(0, 0, 0))
        return self._all()[best[2]] if best[0] else None

    def _latest(
        self, at: int, fits: Callable[[Referent], bool], *, spoken_only: bool = False
    ) -> Referent | None:
        near = _within(self._spoken, at) + ([] if spoken_only else _within(self._subjects, at))
        acts = [act for act in near if fits(act[1])]
        if acts:
            return max(acts, key=lambda act: act[0])[1]
        if spoken_only:
            return None
        found = self.latest_where(at, fits)
        return found if found is not None and any(at - REACH < place < at for place in found.places) else None

    def _find_subjects(self) -> list[tuple[int, Referent]]:
        places = dict(self._mentions)
        everybody = self._all()
        found: list[tuple[int, Referent]] = []
        for frame in self._frames:
            for number, place in self._subject_of(frame, places):
                found.append((place, everybody[number]))
        return found

    def _subject_of(self, frame: Frame, places: dict[int, int]) -> list[tuple[int, int]]:
        """The referent that the sentence begins with, or the one after its opening phrase."""
        for at in (0, *(i + 1 for i, unit in enumerate(frame.units[:15]) if is_comma(unit))):
            phrase = starting_at(frame.units, at)
            if phrase is None:
                continue
            inside = frame.units[slice(*phrase)]
            owned = [u for u, after in zip(inside, (*inside[1:], None), strict=True) if not _owns(u, after)]
            named = [u.entity.start for u in owned if u.entity is not None and u.entity.start in places]
            if named:
                return [(places[named[-1]], named[-1])]
            return []
        return []
