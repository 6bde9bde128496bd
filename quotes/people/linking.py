"""The speakers of one document: a member for every name, with what the document says of it.

Which members of several documents are one speaker is decided in `quotes.people.identity`.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from quotes.ids import speaker_id
from quotes.people.countries import canonical_country
from quotes.people.names import NO_PERSON, is_capitalised, is_generic, is_name_of, name_words, normalised
from quotes.people.organizations import canonical_organization
from quotes.statement import SpeakerType, Statement

Key = TypeVar("Key", bound=str)

ROLES_MAX = 50
"""Descriptions of a member that are kept, in the order of the text."""
PERSON_MAX_WORDS = 5
"""Of several who speak together, a longer capitalised name is a body's."""

_Key = tuple[str, bool]
"""What one member's forms share: the normalised name, and whether it is a person's."""
Role = tuple[str, int | None, int | None]
"""The words of a description, and where they stand in the document's text."""


@dataclass(frozen=True, slots=True)
class Member:
    """A speaker within one document.

    `name` is the normalised name, unique in the document. `forms` counts the statements that carry each
    form of it, `mentions` those whose mention is another name of it. `roles` are the descriptions of it.
    Of a joint source, `parts` are the names of the members who speak together.
    """

    id: str
    document: str
    name: str
    type: SpeakerType | None
    forms: Mapping[str, int]
    mentions: Mapping[str, int]
    roles: tuple[Role, ...] = ()
    parts: tuple[str, ...] = ()


def members(document: str, statements: Iterable[Statement]) -> dict[str, Member]:
    """The speakers of the document with this id, by the name as the statements carry it.

    Those who speak together are among them too, each by his name.
    """
    statements = [statement for statement in statements if statement.speaker]
    types = _types(statements)
    said: dict[_Key, list[Statement]] = {}
    joint: dict[_Key, Counter[str]] = {}
    for statement in statements:
        said.setdefault(_key(str(statement.speaker), types), []).append(statement)
        for part in filter(None, statement.joint):
            joint.setdefault(_key(part, types), Counter())[part] += 1
    persons = {name for name, person in (*said, *joint) if person}
    found: dict[str, Member] = {}
    for key in {**said, **joint}:
        member = _member(document, key, said.get(key, []), joint.get(key, Counter()), types, persons)
        found |= dict.fromkeys(member.forms, member)
    return found


def display_name(forms: Mapping[str, int], *, person: bool = False) -> str:
    """The form most statements carry, of equals the longest, of those the first in the alphabet.

    A lone name of a `person` yields to one that holds it with others: "Venn" to "Mara Venn".
    """
    full = {word for form in forms if " " in form for word in name_words(form)}
    alone = [form for form in forms if person and " " not in form]
    lone = {form for form in alone if full.issuperset(words := name_words(form)) and words}
    return min(forms.keys() - lone, key=lambda form: (-forms[form], -len(form), form))


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
    types = {name: commonest(tally) for name, tally in counts.items()}
    for part in filter(None, (part for statement in statements for part in statement.joint)):
        types.setdefault(_spelling(part), _type_of_part(part))
    return types


def _type_of_part(name: str) -> SpeakerType:
    """What one of those is who speak together, where no statement of his own tells."""
    if canonical_country(name):
        return "country"
    words = name_words(name)
    if canonical_organization(name) or name.isupper() or (is_capitalised(name) and is_generic(words[-1:])):
        return "organization"
    if not is_capitalised(name):
        return "group"
    return "person" if len(words) <= PERSON_MAX_WORDS else "organization"


def _key(form: str, types: Mapping[str, SpeakerType | None]) -> _Key:
    speaker_type = types[_spelling(form)]
    return normalised(form, speaker_type), speaker_type == "person"


def _name(key: _Key, persons: Collection[str]) -> str:
    """The name of a member, unique in its document."""
    name, person = key
    return f"{name}{NO_PERSON}" if not person and name in persons else name


def _spelling(name: str) -> str:
    return " ".join(name_words(name)) or name


def _member(
    document: str,
    key: _Key,
    statements: list[Statement],
    joint: Counter[str],
    types: Mapping[str, SpeakerType | None],
    persons: Collection[str],
) -> Member:
    forms = Counter(str(statement.speaker) for statement in statements) + joint
    own = commonest(Counter(each.speaker_type for each in statements if each.speaker_type))
    speaker_type = own or types[_spelling(next(iter(forms)))]
    mentions = Counter(
        statement.mention
        for statement in statements
        if statement.mention
        and statement.mention not in forms
        and is_name_of(statement.mention, str(statement.speaker), speaker_type)
    )
    name = _name(key, persons)
    keys = [_key(part, types) for each in statements for part in filter(None, each.joint)]
    parts = tuple(dict.fromkeys(each for each in (_name(key, persons) for key in keys) if each != name))
    identifier = speaker_id(document, name)
    return Member(identifier, document, name, speaker_type, forms, mentions, _roles(statements), parts)


def _roles(statements: list[Statement]) -> tuple[Role, ...]:
    """The descriptions of a member, each place once, in the order of the text."""
    found = {(each.role, *(each.role_span or (None, None))) for each in statements if each.role}
    ordered = sorted(found, key=lambda role: (role[1] is None, role[1] or 0, role[2] or 0, role[0]))
    return tuple(ordered[:ROLES_MAX])
