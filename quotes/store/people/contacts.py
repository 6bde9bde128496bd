"""In which documents members stand beside others whose speakers they may be compared with.

A document tells its speakers apart, so that it matters who shares one. Members whose names have a word in
common with that of another in the same document are of profiles of their own (`described.profile`): the
documents of all others need no look, as long as all names that are compared share a word.
"""

from collections import Counter
from collections.abc import Collection, Iterable

from sqlalchemy import Connection, select

from quotes.people.identity import keys
from quotes.people.identity.rulings import joining
from quotes.store import identifiers, tables
from quotes.store.people import described
from quotes.store.people.classes import Class

_MEMBER = tables.speaker_members.c
_KEY = tables.speaker_keys.c

Documents = dict[Class, dict[str, str]]
"""The document of each member, by classes."""

_COLUMNS = _MEMBER.speaker_id, _MEMBER.profile, _MEMBER.id, _MEMBER.document_id


def words(of: Iterable[str]) -> set[str]:
    """The words of persons' names that keys are made of."""
    parts = [key.split(":") for key in of]
    return {part[1] for part in parts if part[0] in (keys.FULL, keys.FAMILY, keys.BARE)}


def documents(connection: Connection, profiles: Collection[str]) -> Documents:
    """The documents by which members of these profiles may be told apart, by their classes."""
    found: Documents = {}
    _add(connection, found, {each for each in profiles if described.is_beside(each)})
    for together in _joined(_words(connection, profiles)):
        counted = Counter(word for own in together.values() for word in own)
        if counted and max(counted.values()) < len(together):
            common = min(counted, key=lambda word: (-counted[word], word))
            odd = {each for each, own in together.items() if common not in own}
            _add_with_others(connection, found, odd, set(together))
    return found


def _words(connection: Connection, profiles: Collection[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for chunk in identifiers.chunks(sorted(profiles)):
        query = select(_KEY.profile, _KEY.key).where(_KEY.profile.in_(chunk))
        for profile, key in connection.execute(query):
            found.setdefault(profile, set()).update(words([key]))
    return {profile: own for profile, own in found.items() if own}


def _joined(named: dict[str, set[str]]) -> list[dict[str, set[str]]]:
    """The profiles, apart where no word leads from one to the other."""
    joined = joining((f" {profile}", word) for profile, own in named.items() for word in own)
    found: dict[str, dict[str, set[str]]] = {}
    for profile, own in named.items():
        found.setdefault(joined[f" {profile}"], {})[profile] = own
    return list(found.values())


def _add(connection: Connection, found: Documents, profiles: Collection[str]) -> None:
    for chunk in identifiers.chunks(sorted(profiles)):
        query = select(*_COLUMNS).where(_MEMBER.profile.in_(chunk), _MEMBER.document_id.is_not(None))
        for speaker, profile, id_, document in connection.execute(query):
            found.setdefault((speaker, str(profile)), {})[id_] = str(document)


def _add_with_others(connection: Connection, found: Documents, odd: set[str], compared: set[str]) -> None:
    """The documents of odd names, and who else of those that are compared is in them."""
    own: Documents = {}
    _add(connection, own, odd)
    for chunk in identifiers.chunks(
        sorted({each for documents in own.values() for each in documents.values()})
    ):
        query = select(*_COLUMNS).where(_MEMBER.document_id.in_(chunk))
        for speaker, profile, id_, document in connection.execute(query):
            if profile in compared:
                found.setdefault((speaker, str(profile)), {})[id_] = str(document)
