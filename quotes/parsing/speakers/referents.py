"""The persons, bodies and countries of a document, as records."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

from quotes.parsing.lexicon import people_words
from quotes.parsing.speakers.names import fold, is_part_of, words
from quotes.statement import SpeakerType


@dataclass(eq=False, slots=True)
class Referent:
    """One person, body or country of a document.

    `forms` are the names it goes by, `described` the lower-case words used of it, `places` the
    offsets of its mentions in order, `gender` "f", "m" or None; an `animate` one can be "he" or "she";
    `gender_guessed` tells that only a pronoun taken for it told its gender.
    `initials` are those of a person's office ("CS" of a Cabinet Secretary). `members` are the names of
    those who make up a group. `generation` is the suffix of a person's name: "Jr.", "the elder".
    One `alone` is known by the family name only, and not the one here who bears it in full.
    """

    name: str
    type: SpeakerType
    forms: list[list[str]] = field(default_factory=list)
    described: set[str] = field(default_factory=set)
    places: list[int] = field(default_factory=list)
    gender: str | None = None
    acronym: str | None = None
    initials: set[str] = field(default_factory=set)
    animate: bool = False
    gender_guessed: bool = False
    full_mentions: int = 0
    spoke: bool = False
    members: tuple[str, ...] = ()
    generation: str = ""
    alone: bool = False

    @property
    def full_name(self) -> str:
        """The name with the suffix that tells a father from a son."""
        return f"{self.name} {self.generation}" if self.generation else self.name

    def has_form(self, parts: list[str]) -> bool:
        """Whether it goes by exactly these words."""
        return any([fold(word) for word in form] == [fold(word) for word in parts] for form in self.forms)

    def is_called(self, parts: list[str]) -> bool:
        """Whether it goes by these words, or they may be a shorter form of its name."""
        return self.has_form(parts) or is_part_of(parts, words(self.name))

    @property
    def can_speak(self) -> bool:
        """Whether it may say something: not a law, a contest or a disease that bears a name."""
        return not _names_a_thing(self.name)

    def last_before(self, at: int) -> int:
        """Offset of the last mention up to `at`, -1 for none."""
        before = bisect_right(self.places, at)
        return self.places[before - 1] if before else -1


@lru_cache(maxsize=4096)
def _names_a_thing(name: str) -> bool:
    last = fold(words(name)[-1]).split("-")[-1] if words(name) else ""
    return not last or last in people_words("thing")
