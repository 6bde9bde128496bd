"""What tells who a mention is: the words that describe the speaker, and the name that it rests on."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from quotes.parsing.annotated import Entity
from quotes.parsing.frames import FrameIndex
from quotes.parsing.lexicon import people_words
from quotes.parsing.speakers.cast import Cast
from quotes.parsing.speakers.names import body_name, person_name, words
from quotes.parsing.speakers.namings import Namings
from quotes.parsing.speakers.phrases import Phrase, tells_office
from quotes.parsing.speakers.referents import Referent
from quotes.parsing.speakers.roles import Roles
from quotes.parsing.speakers.stage import Stage
from quotes.statement import Span

EXPLAINED = 12
"""Characters after an office within which the name begins that explains it: "the minister, Dr Mara Venn"."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The span of the words that describe a speaker and that of the name that the mention rests on."""

    role: Span | None
    rests_on: Span | None


class Grounds:
    """The grounds of the mentions of one document; ask in the order of the text."""

    def __init__(self, frames: FrameIndex, entities: Sequence[Entity], cast: Cast, stage: Stage) -> None:
        self._text = stage.text
        self._cast = cast
        self._roles = Roles(frames, entities)
        self._namings = Namings(entities)
        self._begins = [entity.start for entity in entities if entity.type == "PERSON"]
        self._described: dict[Referent, Span] = {}
        for group, span in stage.joined:
            self._namings.add(group, span)

    def of(self, referent: Referent, source: Span, mention: Span) -> Ground:
        """What tells that `mention`, the name or other words in `source`, is the referent."""
        rests_on = self._rests_on(referent, source, mention)
        return Ground(self._role(referent, source, rests_on), rests_on)

    def _rests_on(self, referent: Referent, source: Span, mention: Span) -> Span | None:
        inside = self._namings.inside(referent, *source)
        if self._names(referent, mention) or self._namings.nearest(referent, 0) is None:
            self._namings.add(referent, mention)
            return mention
        if inside is None and self._text[source[1] : source[1] + 2] == ", ":
            inside = self._namings.inside(referent, source[1], source[1] + EXPLAINED)
        return inside or self._namings.nearest(referent, source[0])

    def _names(self, referent: Referent, mention: Span) -> bool:
        """Whether the mention is a name of the referent, or the words by which alone it is known."""
        said = " ".join(self._text[slice(*mention)].split())
        if referent.members:
            return " and " in said
        if referent.name.casefold() in (said.casefold(), body_name(said).casefold()):
            return True
        if referent.type == "person":
            called = referent.is_called(words(person_name(said)))
            return called or self._cast.persons.named(said, mention[0])[0] is referent
        return referent in (self._cast.country_named(said), self._cast.bodies.named(said))

    def _role(self, referent: Referent, source: Span, rests_on: Span | None) -> Span | None:
        named_here = rests_on is not None and source[0] <= rests_on[0] < source[1]
        if referent.type in ("person", "unnamed") and not (named_here and referent.type == "person"):
            phrase = " ".join(self._text[slice(*source)].split())
            if tells_office(phrase) and not (referent.type == "person" and _is_vague(Phrase(phrase))):
                self._described[referent] = source
                return source
        if referent.members:
            first = bisect_left(self._begins, source[0])
            named = self._begins[first] if first < len(self._begins) else source[1]
            return self._roles.of_all(named) if named < source[1] else None
        return self._roles.nearest(referent, source[0]) or self._described.get(referent)


def _is_vague(phrase: Phrase) -> bool:
    """Whether it tells no more than that it is somebody: "the man", "the 34-year-old"."""
    return phrase.aged or phrase.head in people_words("anyone")
