"""Authors: persons, whose names styles turn round and shorten, and organizations, whose names they leave."""

import re
from dataclasses import dataclass

from nameparser import HumanName

_ORGANIZATIONS = """
    academy administration agencies agency alliance army assembly association authority bank board
    bureau center centre channel chronicle college commission committee company conference
    cooperative corporation correspondent correspondents council court daily department desk
    directorate editors embassy federation forum foundation fund gazette government group herald inc
    institute institution journal laboratory ltd magazine ministry monitor network news newspaper
    newsroom observatory office organisation organization parliament party post press programme
    project radio reporters secretariat service services society staff studies team television times
    tribune union university weekly writers
"""
ORGANIZATION_WORDS = frozenset(_ORGANIZATIONS.split())
"""Words that a person's name does not hold (lower case)."""

_AND = re.compile(r",?\s+(?:and|&)\s+", re.IGNORECASE)
_INITIALS_OR_SUFFIX = re.compile(r"(?:(?:[^\W\d_]\.[ -]?)+|Jr\.?|Sr\.?|I{2,3}|IV)$")
_MOST_WORDS_OF_A_PERSON = 6


@dataclass(frozen=True, slots=True)
class Name:
    """A name as printed; `family` is None for an organization and for a name that is a single word."""

    full: str
    family: str | None = None
    given: str = ""
    suffix: str = ""

    @property
    def short(self) -> str:
        """What a short form calls the author by."""
        return self.family or self.full

    @property
    def inverted(self) -> str:
        """ "Venn, Mara K., Jr.", or the name of an organization as it is."""
        if self.family is None:
            return self.full
        return ", ".join(part for part in (self.family, self.given, self.suffix) if part)

    @property
    def with_initials(self) -> str:
        """ "Venn, M. K., Jr.", or the name of an organization as it is."""
        if self.family is None:
            return self.full
        initials = " ".join(_initial(word) for word in self.given.split())
        return ", ".join(part for part in (self.family, initials, self.suffix) if part)


def names_of(author: str | None, organizations: frozenset[str] = frozenset()) -> tuple[Name, ...]:
    """The authors that one line states: "A and B", "A, B & C", "Family, Given", "A; B".

    `organizations` are names known to be none of a person (the publisher's, the agency's), in lower
    case. A family name is taken to stand last, as in English; a line "Family, Given" says otherwise.
    """
    parts = [part.strip() for part in _parts(author or "", organizations)]
    names = [_name(part, organizations) for part in parts if any(map(str.isalnum, part))]
    persons = tuple(name for name in names if name.full.casefold() not in organizations)
    return persons or tuple(names)


def _parts(line: str, organizations: frozenset[str]) -> list[str]:
    if ";" in line:
        return line.split(";")
    if _is_organization(line.split(",")[0], organizations):
        return [line]
    parts: list[str] = []
    for piece in _AND.split(line):
        parts += [piece] if _is_inverted(piece) else piece.split(",")
    return parts


def _is_inverted(piece: str) -> bool:
    family, comma, given = (part.strip() for part in piece.partition(","))
    if not comma or "," in given:
        return False
    return len(given.split()) == 1 or len(family.split()) == 1 or bool(_INITIALS_OR_SUFFIX.match(given))


def _is_organization(text: str, organizations: frozenset[str]) -> bool:
    words = re.findall(r"[^\W_]+", text.casefold())
    if text.casefold().strip() in organizations or words[:1] == ["the"]:
        return True
    return len(words) > _MOST_WORDS_OF_A_PERSON or not ORGANIZATION_WORDS.isdisjoint(words)


def _name(text: str, organizations: frozenset[str]) -> Name:
    if _is_organization(text, organizations):
        return Name(text)
    parsed = HumanName(text)
    given = " ".join(part for part in (parsed.first, parsed.middle) if part)
    if not given or not parsed.last:
        return Name(text)
    full = " ".join(part for part in (given, parsed.last, parsed.suffix) if part)
    return Name(full, parsed.last, given, parsed.suffix)


def _initial(word: str) -> str:
    return "-".join(f"{part[0]}." for part in word.split("-") if part)
