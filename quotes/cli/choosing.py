"""Whom a person means who names a speaker for a statement."""

import re
from typing import TYPE_CHECKING

from quotes.cli.speakers.naming import NAMED, told_apart
from quotes.display import one_line
from quotes.errors import UsageError

if TYPE_CHECKING:
    from quotes.people.edits import SpeakerChoice
    from quotes.statement import SpeakerType
    from quotes.store import Library
    from quotes.store.people.views import StoredSpeaker

NOBODY = "none"
"""What is typed where the text does not tell who it is."""
LONGEST_NAME = 200
_ID = re.compile(r"s[a-z2-7]+")


def chosen_speaker(
    library: "Library", typed: str, kind: "SpeakerType | None" = None
) -> "tuple[SpeakerChoice, str]":
    """The speaker that `typed` means, and what to call it: of a whole name or an id, else a new name.

    Raises UsageError for a name that several have, and for one that is none.
    """
    from quotes.people.edits import SpeakerChoice

    name = one_line(typed).strip()
    if name == NOBODY:
        return SpeakerChoice(), "nobody who is named"
    if not any(map(str.isalnum, name)) or len(name) > LONGEST_NAME:
        raise UsageError(f"{typed!r} is no name; {NOBODY} where the text does not tell who it is")
    found = library.speakers_called(name)
    if not found and _ID.fullmatch(name):
        found = [speaker for speaker in library.speakers(name) if speaker.id.startswith(name)]
    if len(found) > 1:
        known = "; ".join(_distinguished(library, speaker) for speaker in found[:NAMED])
        more = f"; and {len(found) - NAMED} more" if len(found) > NAMED else ""
        raise UsageError(f"{len(found)} speakers are called {name!r}, give an id: {known}{more}")
    if found:
        return SpeakerChoice(type=kind, id=found[0].id), f"{one_line(found[0].name)} ({found[0].id})"
    taken = "" if kind else ", taken for a person: --type tells else"
    return SpeakerChoice(name, kind), f"{name} (a new speaker{taken})"


def _distinguished(library: "Library", speaker: "StoredSpeaker") -> str:
    """What tells a speaker from namesakes: how often, with which role, and where."""
    from quotes.query.plan import Plan

    found = library.search(Plan.of(speaker=speaker.id, limit=1)).statements
    if not found:
        return told_apart(speaker)
    role = f", {one_line(found[0].statement.role)}" if found[0].statement.role else ""
    document = found[0].document
    return f"{told_apart(speaker)}{role}, in “{one_line(document.title or document.name)}”"
