"""The desk: the one way in for what a person decides. A decision is one transaction and one entry of the log."""

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace

from sqlalchemy.orm import Session

from quotes.errors import UsageError
from quotes.overrides import Overrides
from quotes.people.decisions import Action, Change, Decision
from quotes.people.edits import StatementEdit
from quotes.statement import Kind, Parse, Span
from quotes.store import identifiers
from quotes.store.decisions import crediting, documents, labels, log, marking, rulings, statements
from quotes.store.decisions.projecting import project, undo

Transaction = Callable[[], AbstractContextManager[Session]]


class Desk:
    """Where `who` decides. What changes nothing is no decision: None is returned and nothing is written.

    Ids may be given by their beginnings; UsageError says where there is none or more than one.
    """

    def __init__(self, who: str, writing: Transaction) -> None:
        self._who = who
        self._writing = writing

    def set_statements(self, statement_ids: Iterable[str], edit: StatementEdit) -> Decision | None:
        """Change, accept or reject statements; of one that copies repeat, it is decided for all of them."""
        action: Action = "set"
        if edit.verdict is not None and list(edit.asked()) == ["verdict"]:
            action = "accept" if edit.verdict == "accepted" else "reject"
        with self._writing() as session:
            edit = _settled(session, edit)
            wanted = [identifiers.statement_id(session, typed) for typed in statement_ids]
            counted = statements.counted_ids(session, wanted)
            changes = statements.changes_by(session, counted, edit)
            number = self._decide(session, action, edit.summary(), changes)
            if number is not None and edit.speaker is not None:
                crediting.join(session, number, edit.speaker, [change.target for change in changes])
            return _decision(session, number)

    def mark(self, document_id: str, span: Span, kind: Kind, edit: StatementEdit | None = None) -> Decision:
        """Record the words at `span` of a document's text as a statement that the parser missed."""
        with self._writing() as session:
            edit = _settled(session, edit or StatementEdit())
            document = identifiers.document_id(session, document_id)
            changes = marking.mark_changes(session, document, span, kind, edit)
            summary = "; ".join(filter(None, (kind, edit.summary())))
            number = self._decide(session, "mark", summary, changes)
            if number is not None and edit.speaker is not None:
                crediting.join(session, number, edit.speaker, [change.target for change in changes])
            return log.listed(session, number=number)[0]

    def set_documents(
        self,
        document_ids: Iterable[str],
        told: Overrides,
        reparsed: Sequence[tuple[str, Parse]] = (),
        *,
        by_flags: bool = False,
    ) -> Decision | None:
        """Let what the person says win over what was found in documents; dates found stay as candidates.

        `reparsed` are parses of the same texts, by document id, under the new publication date: their
        said-dates are taken over. `by_flags` where it was said while adding them.
        """
        evidence = "flag --{field}" if by_flags else f"set by {self._who}"
        with self._writing() as session:
            wanted = [identifiers.document_id(session, typed) for typed in document_ids]
            changes = documents.changes_by(session, wanted, told, evidence)
            for document_id, parse in reparsed:
                changes += documents.redating_changes(session, document_id, parse)
            return _decision(session, self._decide(session, "set", told.summary(), changes))

    def tag(
        self, targets: Iterable[str], added: Collection[str] = (), removed: Collection[str] = ()
    ) -> Decision | None:
        """Put tags on statements and documents, and take tags off. Ids must be whole."""
        summary = " ".join([*(f"+{tag}" for tag in added), *(f"-{tag}" for tag in removed)])
        with self._writing() as session:
            changes = labels.tag_changes(session, _counted(session, targets), added, removed)
            return _decision(session, self._decide(session, "tag", summary, changes))

    def note(self, targets: Iterable[str], text: str | None) -> Decision | None:
        """Put a note on statements and documents, in place of the one there; None takes it away."""
        with self._writing() as session:
            changes = labels.note_changes(session, _counted(session, targets), text)
            return _decision(session, self._decide(session, "note", text or "taken away", changes))

    def merge(self, speaker_ids: Iterable[str]) -> Decision | None:
        """Make speakers one. Raises UsageError where fewer than two are named."""
        with self._writing() as session:
            speakers = {_speaker(session, typed) for typed in speaker_ids}
            if len(speakers) < 2:
                raise UsageError("name at least two speakers that are one")
            changes = rulings.merge_changes(speakers)
            return _decision(session, self._decide(session, "merge", " = ".join(sorted(speakers)), changes))

    def split(self, speaker_id: str, away: Collection[str]) -> Decision | None:
        """Make some members (whole ids) of a speaker another speaker.

        Raises UsageError where they are not members of it, or all of them.
        """
        with self._writing() as session:
            speaker = _speaker(session, speaker_id)
            members = rulings.members_of(session, speaker)
            if not set(away) <= set(members) or len(set(away)) in (0, len(members)):
                raise UsageError(f"name some, not all, of the names in documents that {speaker} has")
            changes = rulings.split_changes(session, speaker, set(away))
            summary = f"{speaker} without {', '.join(sorted(away))}"
            return _decision(session, self._decide(session, "split", summary, changes))

    def rename(self, speaker_id: str, name: str) -> Decision | None:
        """Let a speaker be called `name`."""
        return self._name(speaker_id, "rename", "name", name)

    def alias(self, speaker_id: str, name: str) -> Decision | None:
        """Let a speaker be found by `name` too."""
        return self._name(speaker_id, "alias", "alias", name)

    def undo(self, number: int | None = None) -> Decision:
        """Take back a decision, the last in effect without a number. Raises UsageError where there is none."""
        with self._writing() as session:
            return log.listed(session, number=undo(session, self._who, number))[0]

    def _name(self, speaker_id: str, action: Action, field: str, name: str) -> Decision | None:
        with self._writing() as session:
            speaker = _speaker(session, speaker_id)
            change = Change(speaker, field, None, name)  # type: ignore[arg-type]
            return _decision(session, self._decide(session, action, f"{speaker}: {name}", [change]))

    def _decide(self, session: Session, action: Action, summary: str, changes: list[Change]) -> int | None:
        if not changes:
            return None
        number = log.append(session, self._who, action, summary)
        log.add_changes(session, number, changes)
        project(session, log.changes_of(session, number))
        return number


def _settled(session: Session, edit: StatementEdit) -> StatementEdit:
    if edit.speaker is None:
        return edit
    choice = edit.speaker
    if choice.id is not None:
        choice = replace(choice, id=_speaker(session, choice.id))
    return replace(edit, speaker=crediting.settled(session, choice))


def _decision(session: Session, number: int | None) -> Decision | None:
    return None if number is None else log.listed(session, number=number)[0]


def _speaker(session: Session, typed: str) -> str:
    found = identifiers.speaker_id(session, typed)
    if found is None:
        raise UsageError(f"no speaker {typed!r} in the library; `quotes speakers` lists what there is")
    return found


def _counted(session: Session, targets: Iterable[str]) -> list[str]:
    """The targets, of copies the statements they are counted under."""
    wanted = list(targets)
    of_statements = statements.counted_ids(session, [target for target in wanted if target.startswith("q")])
    return [*of_statements, *(target for target in wanted if not target.startswith("q"))]
