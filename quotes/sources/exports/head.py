"""What is found of one exported article: its title, its text, and what its head states."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quotes.document import DateCandidate, Evidenced
from quotes.paragraphs import line_spans
from quotes.sources.furniture.pieces import quoted
from quotes.sources.metadata.dates import find_date
from quotes.sources.metadata.deciding import Findings

Span = tuple[int, int]
HEAD_LINES = 80
"""A head, with the cover of an export above it, has no more lines that are not blank."""
NO_NAME = re.compile(
    r".*\bEdition\b.*|(?:Copyright|©|\(c\)).*|.*All Rights Reserved\.?"
    r"|Correction Appended|[=_*-]{10,}",
    re.IGNORECASE,
)
"""Lines of a head that name neither the article nor its outlet."""
_BY = re.compile(r"by\b[:\s]*", re.IGNORECASE)
_DATE_MAX = 80


@dataclass(frozen=True, slots=True)
class Head:
    """The spans of the title and of the text's parts, and what the lines around them state."""

    title: Span | None
    body: tuple[Span, ...]
    found: Findings


@dataclass(frozen=True, slots=True)
class Lined:
    """A text with the spans of its lines that are not blank."""

    text: str
    spans: tuple[Span, ...]

    @classmethod
    def of(cls, text: str) -> "Lined":
        return cls(text, tuple(line_spans(text)))

    def __getitem__(self, number: int) -> str:
        return self.text[slice(*self.spans[number])]

    def __len__(self) -> int:
        return len(self.spans)

    def first(self, pattern: re.Pattern[str], start: int = 0, end: int = HEAD_LINES) -> int | None:
        """The number of the first line that is a `pattern` from its beginning to its end."""
        return next((n for n in range(start, min(end, len(self))) if pattern.fullmatch(self[n])), None)

    def goes_on(self, number: int) -> bool:
        """Whether no blank line parts the line from that before it."""
        return number > 0 and self.text.count("\n", self.spans[number - 1][1], self.spans[number][0]) < 2

    def span(self, first: int, last: int) -> Span:
        """The span of the lines from `first` up to and with `last`."""
        return self.spans[first][0], self.spans[last][1]

    def body(self, first: int, end: int) -> tuple[Span, ...]:
        """The span of the lines from `first` on and before `end`; none where there are none."""
        return (self.span(first, end - 1),) if first < end else ()


def is_date(line: str) -> bool:
    """Whether a line begins with a date, and is short as such lines are."""
    found = find_date(line) if len(line) <= _DATE_MAX else None
    return found is not None and found.start <= len("Wednesday, ")


def findings(
    *,
    title: str | None = None,
    author: str | None = None,
    publisher: str | None = None,
    dateline: str | None = None,
    date: str | None = None,
    url: str | None = None,
) -> Findings:
    """What lines of a head state, the words of each as its evidence."""
    names = _BY.sub("", author, count=1) if author else None
    return Findings(
        title=_stated(title),
        author=_stated(names.title() if names and names.isupper() else names),
        publisher=_stated(publisher),
        dateline=_stated(dateline),
        url=_stated(url if url and re.match(r"https?://\S+\Z", url) else None),
        lines=tuple(_dates(date)),
    )


def _stated(words: str | None) -> Evidenced:
    plain = " ".join(words.split()) if words else ""
    return Evidenced(plain, f"head of the export: “{quoted(plain)}”") if plain else Evidenced()


def _dates(words: str | None) -> Iterator[DateCandidate]:
    found = find_date(words) if words else None
    if words and found:
        yield DateCandidate(found.value, found.precision, f"head of the export: “{quoted(words)}”")
