"""Which members (a name in a document) are one speaker. Pure: the answer never depends on an order.

A wrong merge puts words in somebody's mouth, a missed one costs a second look: in doubt, two speakers.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from quotes.ids import speaker_id
from quotes.people.names import is_capitalised, is_generic, is_name_of, name_words, normalised
from quotes.statement import SpeakerType, Statement

Key = TypeVar("Key", bound=str)

PERSON_MIN_WORDS = 2
"""A person's name of fewer words is a surname or a first name, which many share."""


@dataclass(frozen=True, slots=True)
class Member:
    """A speaker within one document.

    `name` is the normalised name, unique in the document. `forms` counts the statements that carry each
    form of it, `mentions` those whose mention is another name of it. `link` is what it shares with its
    fellow members in other documents, None where it joins none.
    """

    id: str
    document: str
    name: str
    type: SpeakerType | None
    link: str | None
    forms: Mapping[str, int]
    mentions: Mapping[str, int]


def members(document: str, statements: Iterable[Statement]) -> dict[str, Member]:
    """The speakers of the document with this id, by the name as the statements carry it."""
    statements = [statement for statement in statements if statement.speaker]
    types = _types(statements)
    groups: dict[tuple[str, bool], list[Statement]] = {}
    for statement in statements:
        form = str(statement.speaker)
        speaker_type = types[_spelling(form)]
        key = normalised(form, speaker_type), speaker_type == "person"
        groups.setdefault(key, []).append(statement)
    found: dict[str, Member] = {}
    for (name, person), group in groups.items():
        namesake = not person and (name, True) in groups
        member = _member(document, name, group, f"{name} (not a person)" if namesake else name)
        found |= dict.fromkeys(member.forms, member)
    return found


def link_key(forms: Iterable[str], name: str, speaker_type: SpeakerType | None) -> str | None:
    """What members of several documents must share to be one speaker; None where none may join."""
    words = name.split()
    if speaker_type == "person":
        full = sum(len(word) > 1 for word in words) >= PERSON_MIN_WORDS
        return f"person:{name}" if full else None
    if speaker_type in ("organization", "country"):
        return None if is_generic(words) else f"body:{name}"
    if (
        speaker_type == "group"
        and all(map(is_capitalised, forms))
        and len(words) > 1
        and not is_generic(words)
    ):
        return f"body:{name}"
    return None


def display_name(forms: Mapping[str, int]) -> str:
    """The form most statements carry, of equals the longest, of those the first in the alphabet."""
    return min(forms, key=lambda form: (-forms[form], -len(form), form))


def commonest(counts: Mapping[Key, int]) -> Key | None:
    """The key counted most, of equals the first in the alphabet; None where there is none."""
    return min(counts, key=lambda key: (-counts[key], key), default=None)


def _types(statements: list[Statement]) -> dict[str, SpeakerType | None]:
    """The type most statements give each name: a document does not use one name for two sources."""
    counts: dict[str, Counter[SpeakerType]] = {}
    for statement in statements:
        tally = counts.setdefault(_spelling(str(statement.speaker)), Counter())
        if statement.speaker_type:
            tally[statement.speaker_type] += 1
    return {name: commonest(tally) for name, tally in counts.items()}


def _spelling(name: str) -> str:
    return " ".join(name_words(name)) or name


def _member(document: str, name: str, statements: list[Statement], key: str) -> Member:
    forms = Counter(str(statement.speaker) for statement in statements)
    speaker_type = commonest(Counter(s.speaker_type for s in statements if s.speaker_type))
    mentions = Counter(
        statement.mention
        for statement in statements
        if statement.mention
        and statement.mention not in forms
        and is_name_of(statement.mention, str(statement.speaker), speaker_type)
    )
    link = link_key(forms, name, speaker_type)
    return Member(speaker_id(document, key), document, key, speaker_type, link, forms, mentions)
