"""What `quotes purge` is asked to purge: documents as a whole, or the words of statements."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotes.cli.lines import counted
from quotes.errors import UsageError
from quotes.settings import user

if TYPE_CHECKING:
    from quotes.store import Library
    from quotes.store.forgetting.account import Account


@dataclass(frozen=True, slots=True)
class Order:
    """The ids of `documents`, of those `removed` before, or of `statements` whose words alone are to go; the
    name of the `speaker` whose they are, where one was named."""

    documents: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    speaker: str | None = None

    @property
    def is_redaction(self) -> bool:
        """Whether words alone are to go."""
        return bool(self.statements)

    def doing(self, account: "Account") -> str:
        """What is to be done, in words."""
        if self.is_redaction:
            words, pages = (
                counted(account.statements, "statement"),
                counted(len(account.documents), "document"),
            )
            return f"Redact {words} in {pages}"
        return f"Purge {counted(len(self.documents) + len(self.removed), 'document')}"

    def carried_out(self, library: "Library", *, rehearsal: bool) -> "Account":
        """Do it, or find out what it would do."""
        if self.is_redaction:
            return library.redact(user(), self.statements, rehearsal=rehearsal)
        return library.purge(user(), self.documents, self.removed, rehearsal=rehearsal)


def order_of(library: "Library", typed: Sequence[str], speaker: str | None, *, redact: bool) -> Order:
    """What these ids, or what a speaker says, stand for. Raises UsageError where they stand for nothing."""
    if speaker is not None:
        if typed:
            raise UsageError("--speaker goes without ids")
        return _of_speaker(library, speaker, redact=redact)
    if redact:
        return Order(statements=tuple(dict.fromkeys(_statement(library, each) for each in typed)))
    removed = {each: library.removed_document(each) for each in typed}
    here = [_document(library, each) for each in typed if removed[each] is None]
    return Order(tuple(dict.fromkeys(here)), tuple(dict.fromkeys(filter(None, removed.values()))))


def _of_speaker(library: "Library", asked: str, *, redact: bool) -> Order:
    from quotes.cli.speakers.naming import speaker_called

    found = speaker_called(library, asked)
    said = library.spoken_by(found.id)
    if not said:
        raise UsageError(f"{found.id} ({found.name}) says nothing in the library")
    if redact:
        return Order(statements=tuple(said), speaker=found.name)
    return Order(tuple(library.documents_of(said)), speaker=found.name)


def _statement(library: "Library", typed: str) -> str:
    found = library.whole_id(typed)
    if not found.startswith("q"):
        raise UsageError(
            f"--redact blanks what somebody says: name statements (q...) or --speaker; "
            f"without it, quotes purge {found} purges the whole document"
        )
    return found


def _document(library: "Library", typed: str) -> str:
    found = library.whole_id(typed)
    if found.startswith("q"):
        document = library.statement(found).document.id
        raise UsageError(
            f"{found} stands in the text of {document}: quotes purge {found} --redact blanks its words, "
            f"quotes purge {document} purges the whole document"
        )
    if found.startswith("s"):
        raise UsageError(f"{found} is a speaker: quotes purge --speaker {found}")
    return found
