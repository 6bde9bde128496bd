"""Corrections of statements from the command line."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast, get_args

from quotes.cli.choosing import chosen_speaker
from quotes.cli.deciding import decide, statements_of
from quotes.cli.lines import QUIET
from quotes.cli.own_words import check_words
from quotes.cli.passage import passage_of
from quotes.display import one_line
from quotes.errors import UsageError
from quotes.statement import Kind, SpeakerType

if TYPE_CHECKING:
    from quotes.cli.consoles import Consoles
    from quotes.people.edits import StatementEdit
    from quotes.query.plan import Plan
    from quotes.statement import Span
    from quotes.store import Library
    from quotes.store.views import StoredStatement

_SPAN = re.compile(r"\s*(?P<start>\d[\d,]*)\s*-\s*(?P<end>\d[\d,]*)\s*", re.ASCII)


@dataclass(frozen=True, slots=True)
class StatementCorrection:
    """The options as typed, None where they were not. Raises UsageError for a value that is none."""

    speaker: str | None = None
    type: str | None = None
    kind: str | None = None
    span: str | None = None
    words: str | None = None
    said: str | None = None
    chain: bool = False

    def __post_init__(self) -> None:
        if self.kind is not None:
            _one_of("--kind", self.kind, get_args(Kind))
        if self.type is not None:
            _one_of("--type", self.type, get_args(SpeakerType))
        if self.speaker is None and (self.type is not None or self.chain):
            raise UsageError("--type and --chain go with --speaker")
        if self.span is not None and self.words is not None:
            raise UsageError("--span and --words both tell the place: give one")
        if self.span is not None and _SPAN.fullmatch(self.span) is None:
            raise UsageError(
                f"--span {self.span!r}: give the first character and the one behind, as in 120-164"
            )

    @property
    def is_empty(self) -> bool:
        """Whether no option was given."""
        return self == StatementCorrection()


def correct_statements(
    consoles: "Consoles",
    library: "Library",
    plan: "Plan",
    asked: StatementCorrection,
    *,
    yes: bool,
    dry_run: bool,
) -> None:
    """Correct what a query finds. Raises UsageError for what cannot be so."""
    found = statements_of(library, plan)
    edit, name = _edit(consoles, library, found, asked)
    check_words(library, found, edit)
    alike: list[str] = []
    if edit.speaker is not None and len(found) == 1:
        alike = chain_of(library, found[0])
    if asked.chain:
        if len(found) > 1:
            raise UsageError(f"--chain goes with one statement, and the query finds {len(found):,}")
        found, alike = [*found, *alike], []
    doing = _doing(edit, name)
    decision = decide(consoles, library, found, edit, doing=doing, yes=yes, dry_run=dry_run)
    if decision is not None and edit.speaker is not None and edit.speaker.id is None:
        consoles.say(f"The speaker is {name}")
    if alike and not dry_run:
        one = len(alike) == 1
        rest = "statement here rests" if one else "statements here rest"
        consoles.say(
            f"{len(alike):,} other {rest} on the same mention: --chain changes {'it' if one else 'them'} too"
        )
    if decision is not None:
        _say_withheld(consoles, library, found)


def chain_of(library: "Library", statement_id: str) -> list[str]:
    """The other statements, not yet looked at by a person, whose speaker was read from the same words."""
    from quotes.people.review import same_chain

    stored = library.statement(statement_id)
    stored = library.statement(stored.copy_of) if stored.copy_of else stored
    others = {other.statement.id: other for other in library.statements(stored.document.id)}
    read = library.as_parsed(stored.document.id)
    as_read = {id_: read.get(id_, other.statement) for id_, other in others.items()}
    chain = same_chain(read.get(stored.statement.id, stored.statement), as_read.values())
    return [statement.id for statement in chain if others[statement.id].checked is None]


def _edit(
    consoles: "Consoles", library: "Library", found: list[str], asked: StatementCorrection
) -> "tuple[StatementEdit, str]":
    """The edit, and what its speaker is called."""
    from quotes.people.edits import StatementEdit

    choice, name = None, ""
    if asked.speaker is not None:
        choice, name = chosen_speaker(library, asked.speaker, cast("SpeakerType | None", asked.type))
    span = _span(consoles, library, found, asked)
    said = None if asked.said is None else asked.said.strip().lower()
    return StatementEdit(choice, cast("Kind | None", asked.kind), span, said), name


def _doing(edit: "StatementEdit", name: str) -> str:
    """What an edit does, in words."""
    words = edit.span and f"those at {edit.span[0]}-{edit.span[1]}"
    parts = {"speaker": name, "kind": edit.kind, "words": words, "said-date": edit.said_on}
    return "change " + ", ".join(f"their {part} to {value}" for part, value in parts.items() if value)


def _span(
    consoles: "Consoles", library: "Library", found: list[str], asked: StatementCorrection
) -> "Span | None":
    if asked.span is None and asked.words is None:
        return None
    if len(found) > 1:
        raise UsageError(f"a place is that of one statement, and the query finds {len(found):,}: name an id")
    if asked.words is not None:
        return _place_of_words(consoles, library, library.statement(found[0]), asked.words)
    typed = _SPAN.fullmatch(asked.span or "")
    return (int(typed["start"].replace(",", "")), int(typed["end"].replace(",", ""))) if typed else None


def _place_of_words(
    consoles: "Consoles", library: "Library", stored: "StoredStatement", words: str
) -> "Span":
    """Where the words stand: of several places the one at the statement."""
    from quotes.people.passages import places

    text = library.text(stored.document.id)
    start, end = stored.statement.start, stored.statement.end
    here = [place for place in places(text, words) if place[0] < end and start < place[1]]
    return here[0] if len(here) == 1 else passage_of(consoles, text, words, None, "--span")


def _say_withheld(consoles: "Consoles", library: "Library", found: list[str]) -> None:
    """Tell of one statement that was corrected and is shown nowhere for all that."""
    if len(found) > 1:
        return
    stored = library.statement(found[0])
    if stored.withheld:
        reason = one_line(stored.withheld_reason or stored.withheld)
        consoles.say(f"It stays away ({reason}): quotes accept {found[0]} brings it back", style=QUIET)


def _one_of(option: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise UsageError(f"{option} {value!r}: it is one of {', '.join(known)}")
