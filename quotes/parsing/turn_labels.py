"""The labels of turns: "MR. PRICE:", "Q   ", "The Prime Minister (Mara Venn):", "[00:12:34] Mara Venn:"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.parsing.lexicon import cue_forms, function_words
from quotes.parsing.speakers.names import fold
from quotes.statement import Span

_MARK = r"[*_]{0,3}"
"""Bold and italics, as plain text and Markdown write them."""
_TIME = r"[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]?"
_WORD = r"(?:[A-Z][\w.'’&-]*|\d{1,3})"
_NAME = rf"[A-Z][\w.'’&-]*(?:[ ]+(?:{_WORD}|of|for|de|da|van|von|der|bin|ibn|al|the|and|hon\.?)){{0,7}}"
_OFFICE = r",[ ][^:\n()]{2,70}"
_ASIDE = rf"(?:[ ]*[\[(][^()\[\]:\n]{{1,80}}[\])]|[ ]+{_TIME})"
_LABEL = re.compile(
    rf"(?:{_TIME}[ ]*[-–—]?[ ]*|\d{{1,3}}\.[ ]+)?{_MARK}(?P<name>{_NAME})(?P<office>{_OFFICE})?"
    rf"(?P<asides>{_ASIDE}{{0,3}}){_MARK}[ ]?:{_MARK}(?=\s|\Z)[ \t]*{_MARK}"
)
_QUESTION = re.compile(rf"{_MARK}(?P<name>[QA])(?:\.{_MARK}[ \t]+|{_MARK}(?:[ ]{{2,}}|\t)[ \t]*)(?=\S)")
"""Q and A without a colon, as official transcripts write them."""
_IN_BRACKETS = re.compile(r"[\[(](?P<words>[^()\[\]:\d\n]+)[\])]")
_LINE = re.compile(r"(?<=\n)[ \t]*(?=\S)")
_PERSON = re.compile(r"[A-Z][\w.'’-]*(?:[ ](?:[A-Z][\w.'’-]*|de|da|van|von|der|bin|ibn|al)){1,5}")
_OFFICE_FIRST = re.compile(r"(?i)(?:the|mr|madam|madame|hon)\b")

_NO_NAMES = ("preposition", "subordinator", "auxiliary", "pronoun")


@dataclass(frozen=True, slots=True)
class Label:
    """A label: where it stands with its mark, the words in it that name the speaker, and the person's name
    that it gives in brackets behind an office."""

    start: int
    end: int
    name: Span
    person: Span | None = None
    words: str = ""
    aside: bool = False

    @property
    def key(self) -> str:
        """By which two labels are the same."""
        return " ".join(self.words.casefold().split())


def labels_in(text: str, body: Sequence[Span]) -> Iterator[Label]:
    """What looks like a label at the beginning of a paragraph, or of a line in one, in order."""
    for start, end in body:
        for place in [start, *(match.end() for match in _LINE.finditer(text, start + 1, end))]:
            match = _LABEL.match(text, place, end) or _QUESTION.match(text, place, end)
            if match and not _leads_in(match):
                yield _label(text, match)


def _leads_in(match: re.Match[str]) -> bool:
    """Whether the words before the colon are the writer's: "On Monday:", "Mara Venn, the minister, said:"."""
    first = fold(match["name"].split(" ")[0])
    office = match.groupdict().get("office") or ""
    says = office and office.split()[-1].lower() in cue_forms()
    return bool(says) or any(first in function_words(section) for section in _NO_NAMES)


def _label(text: str, match: re.Match[str]) -> Label:
    name = match.span("name")
    aside = _IN_BRACKETS.search(text, *match.span("asides")) if "asides" in match.groupdict() else None
    person = None
    if aside and _OFFICE_FIRST.match(match["name"]) and _PERSON.fullmatch(aside["words"]):
        person = aside.span("words")
    return Label(match.start(), match.end(), name, person, text[slice(*name)], aside is not None)
