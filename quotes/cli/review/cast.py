"""Whom a statement may be credited to: the speakers of its document first, then those of the library."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotes.cli.lines import counted
from quotes.cli.review.screen import Option
from quotes.display import one_line
from quotes.errors import UsageError
from quotes.people.edits import SpeakerChoice
from quotes.words.folding import folded

if TYPE_CHECKING:
    from quotes.store.people.views import StoredSpeaker
    from quotes.store.views import StoredStatement

NOBODY = "?"
"""What is typed where nobody can be named."""
LONGEST_NAME = 200

_ID = re.compile(r"s[a-z2-7]{9,}")


@dataclass(frozen=True, slots=True)
class Cast:
    """The choices, in their order, and the ids they stand for; who is called how, and also called how."""

    options: Sequence[Option]
    ids: dict[str, str]
    namesakes: dict[str, set[str]]
    aliases: dict[str, set[str]]

    def chosen(self, typed: str) -> SpeakerChoice:
        """Whom `typed` means: an id, or a new name; both where it is another name of the one with the id.

        Raises UsageError for a name that several have, and for one that is none.
        """
        name = one_line(typed)
        if name == NOBODY:
            return SpeakerChoice()
        if name in self.ids:
            return SpeakerChoice(id=self.ids[name])
        if _ID.fullmatch(name):
            return SpeakerChoice(id=name)
        named = self.namesakes.get(folded(name), set())
        known = named or self.aliases.get(folded(name), set())
        if len(known) > 1:
            raise UsageError(f"{len(known)} speakers are called {name}: choose one of the list")
        if known:
            return SpeakerChoice(id=min(known), name=None if named else name)
        if not any(map(str.isalnum, name)) or len(name) > LONGEST_NAME:
            raise UsageError("that is no name; ? where nobody can be named")
        return SpeakerChoice(name=name)

    def words_for(self, identifier: str) -> str:
        """What is put in for the speaker with this id."""
        return next(words for words, id_ in self.ids.items() if id_ == identifier)


def cast_of(
    present: Iterable["StoredStatement"], library: Sequence["StoredSpeaker"], roles: Mapping[str, str]
) -> Cast:
    """The choices for a document whose statements are `present`, in a library with these speakers.

    `roles` are how documents elsewhere describe them, by id.
    """
    here = _here(present)
    known = {speaker.id: speaker for speaker in library}
    order = [*sorted(here, key=lambda id_: -here[id_][1]), *(id_ for id_ in known if id_ not in here)]
    names = {id_: known[id_].name if id_ in known else here[id_][0] for id_ in order}
    namesakes: dict[str, set[str]] = {}
    aliases: dict[str, set[str]] = {}
    for id_ in order:
        namesakes.setdefault(folded(names[id_]), set()).add(id_)
        for alias in known[id_].aliases if id_ in known else ():
            aliases.setdefault(folded(alias), set()).add(id_)
    options: list[Option] = []
    ids: dict[str, str] = {}
    for id_ in order:
        name = one_line(names[id_])
        words = name if len(namesakes[folded(names[id_])]) == 1 else f"{name} ({id_})"
        ids[words] = id_
        also = tuple(map(one_line, known[id_].aliases)) if id_ in known else ()
        options.append(Option(words, _detail(id_, here, known, roles), also))
    return Cast(options, ids, namesakes, aliases)


def _here(present: Iterable["StoredStatement"]) -> dict[str, tuple[str, int, str]]:
    """The speakers of a document: name, how many statements they have there, and their role there."""
    found: dict[str, tuple[str, int, str]] = {}
    for stored in present:
        if stored.speaker_id and stored.speaker and not stored.withheld:
            name, count, role = found.get(stored.speaker_id, (stored.speaker, 0, ""))
            found[stored.speaker_id] = (name, count + 1, role or stored.statement.role or "")
    return found


def _detail(
    identifier: str,
    here: dict[str, tuple[str, int, str]],
    known: dict[str, "StoredSpeaker"],
    roles: Mapping[str, str],
) -> str:
    """What tells a speaker from its namesakes."""
    _, count, role = here.get(identifier, ("", 0, ""))
    parts = [f"{count} here" if count else "", role or roles.get(identifier, "")]
    if identifier in known:
        speaker = known[identifier]
        parts += [speaker.type or "", counted(speaker.documents, "document")]
    return ", ".join([*filter(None, parts), identifier])
