"""Blanks words of a text at equal length, wherever they stand in it. Pure: no database here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from quotes.copies.texts import letters_of
from quotes.statement import Span

BLANK = "\u2588"
"""One for each character, line ends aside: so every offset holds."""
REPEATED_MIN_WORDS = 2
REPEATED_MIN_LETTERS = 10
"""Words that are at least so many are blanked wherever they are repeated; others ("no-limits", "very good")
may be anybody's, and are blanked at their place alone."""


def blanked(text: str, spans: Iterable[Span]) -> str:
    """`text` with these places blanked."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = [each if each == "\n" else BLANK for each in letters[start:end]]
    return "".join(letters)


def is_blank(text: str) -> bool:
    """Whether nothing is left of it, but perhaps marks: and something was blanked."""
    return BLANK in text and not any(map(str.isalnum, text))


class Searched:
    """A text in which words are found by their letters, whatever typography and white space they have."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._letters: list[str] = []
        self._places: list[int] = []
        for place, character in enumerate(text):
            for letter in letters_of(character):
                self._letters.append(letter)
                self._places.append(place)
        self.letters = "".join(self._letters)

    def spans(self, words: str) -> Iterator[Span]:
        """Where these words stand, whole."""
        wanted = letters_of(words)
        at = self.letters.find(wanted) if wanted else -1
        while at >= 0:
            start, end = self._places[at], self._places[at + len(wanted) - 1] + 1
            if self._is_edge(start - 1, start) and self._is_edge(end - 1, end):
                yield start, end
            at = self.letters.find(wanted, at + 1)

    def has(self, words: str) -> bool:
        """Whether these words stand in it, whole."""
        return next(self.spans(words), None) is not None

    def _is_edge(self, before: int, after: int) -> bool:
        """Whether a word ends before, or begins after, this place."""
        inside = before >= 0 and after < len(self.text)
        return not (inside and self.text[before].isalnum() and self.text[after].isalnum())


def is_repeated(words: str) -> bool:
    """Whether words are so many that they are blanked wherever they stand."""
    return len(words.split()) >= REPEATED_MIN_WORDS and len(letters_of(words)) >= REPEATED_MIN_LETTERS


@dataclass(frozen=True)
class Blanking:
    """A text `before` and `after` words were blanked in it, and those of the `words` that are blanked
    wherever they stand."""

    before: str
    after: str
    words: tuple[str, ...]

    @cached_property
    def _before(self) -> Searched:
        return Searched(self.before)

    @cached_property
    def _after(self) -> Searched:
        return Searched(self.after)

    def written(self, value: str) -> str:
        """What a person wrote, without the words that are blanked wherever they stand."""
        searched = Searched(value)
        return blanked(value, [span for words in self.words for span in searched.spans(words)])

    def told(self, value: str) -> str:
        """What was read in the text, without those words; blank where it stood in what is blanked alone."""
        if self._before.has(value) and not self._after.has(value):
            return blanked(value, [(0, len(value))])
        return self.written(value)

    def part(self, span: tuple[int | None, int | None], value: str | None) -> str | None:
        """Words with a place in the text, as they stand there now; None where they are blank."""
        start, end = span
        if value is None or start is None or end is None:
            return None if value is None or is_blank(self.told(value)) else self.told(value)
        now = self.after[start:end] if self.before[start:end] == value else self.told(value)
        return None if is_blank(now) else now


def of_text(text: str, spans: Iterable[Span], words: Iterable[str]) -> Blanking:
    """A text with these places blanked, and these words wherever they are repeated in it."""
    repeated = tuple(dict.fromkeys(each for each in words if is_repeated(each)))
    searched = Searched(text)
    found = [span for each in repeated for span in searched.spans(each)]
    return Blanking(text, blanked(text, [*spans, *found]), repeated)


def changed(before: str, after: str) -> list[int]:
    """The places of the characters that are blanked after and were not before."""
    both = zip(before, after, strict=True)
    return [place for place, (one, other) in enumerate(both) if one != other]
