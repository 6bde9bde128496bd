"""The page of one speaker: names, where each was seen, roles, and how it is known to be one."""

from typing import TYPE_CHECKING

from rich.text import Text

from quotes.cli.lines import GAP, ID, QUIET, speaker_line
from quotes.display import one_line
from quotes.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quotes.cli.consoles import Consoles
    from quotes.store import Library
    from quotes.store.people.views import Seen, StoredAffiliation, StoredMember

DOCUMENTS_MAX = 50
"""Documents of a speaker, and places that tell whom it speaks for, that are shown."""
HEAD = 12
"""Columns of a label."""


def show(consoles: "Consoles", library: "Library", identifier: str) -> None:
    """Print the page. Raises UsageError for an id that is unknown or ambiguous."""
    wanted = library.whole_id(identifier)
    found = library.speakers(wanted)
    if len(found) != 1:
        raise UsageError(f"no speaker has an id that begins with {identifier!r}: quotes speakers lists them")
    speaker = found[0]
    consoles.show(speaker_line(speaker), head=Text(one_line(speaker.id) + GAP, ID))
    if wanted != speaker.id:
        consoles.say(f"{one_line(wanted)} is an id of this speaker too.", style=QUIET)
    affiliations = library.affiliations(speaker.id)
    for affiliation in affiliations[:DOCUMENTS_MAX]:
        _line(consoles, "speaks for", _affiliation(affiliation))
    _say_more(consoles, len(affiliations))
    for member in library.identity(speaker.id, DOCUMENTS_MAX):
        _member(consoles, member)
    _say_more(consoles, library.count_members(speaker.id))
    consoles.say(f"What was said: quotes search --speaker {speaker.id}", style=QUIET)


def _say_more(consoles: "Consoles", total: int) -> None:
    if total > DOCUMENTS_MAX:
        consoles.say(f"... and {total - DOCUMENTS_MAX:,} more", style=QUIET)


def _member(consoles: "Consoles", member: "StoredMember") -> None:
    place = f"{member.document} {member.document_name}" if member.document else "the list of people"
    consoles.show(Text(one_line(place)))
    _line(consoles, "named", _seen((*member.forms, *member.mentions)))
    _line(consoles, "described", _seen(member.roles, counted=False))
    _line(consoles, "linked", "; ".join(member.why))
    _line(consoles, "speaks in", "; ".join(member.speaks_in))
    _line(consoles, "made of", "; ".join(member.parts))


def _line(consoles: "Consoles", label: str, text: str) -> None:
    if text:
        consoles.show(Text(one_line(text)), head=Text(f"  {label}".ljust(HEAD) + GAP, QUIET))


def _seen(seen: "Iterable[Seen]", *, counted: bool = True) -> str:
    """Words with how often they are used and where they first stand."""
    return "; ".join(
        each.words
        + (f" ({each.uses})" if counted and each.uses else "")
        + (f" at {each.start}" if each.start is not None else "")
        for each in seen
    )


def _affiliation(affiliation: "StoredAffiliation") -> str:
    where = f", {affiliation.document}" if affiliation.document else ""
    place = f" at {affiliation.start}" if affiliation.start is not None else ""
    past = "formerly " if affiliation.past else ""
    return f'{past}{affiliation.name}: "{affiliation.evidence}"{where}{place}'
