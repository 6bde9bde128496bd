"""The desk: the one way in for what a person decides. A decision is a transaction and an entry of the log."""

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace

from sqlalchemy.orm import Session

from quotes.errors import UsageError
from quotes.overrides import Overrides
from quotes.people.authority import Authority
from quotes.people.decisions import Action, Change, Decision, DocumentField
from quotes.people.edits import StatementEdit
from quotes.people.review_draws import Draw, Drawn
from quotes.statement import Kind, Parse, Span
from quotes.store import draws, identifiers
from quotes.store.connections import connection_of
from quotes.store.decisions import (
    authorities,
    crediting,
    documents,
    labels,
    log,
    marking,
    rulings,
    statements,
)
from quotes.store.decisions.projecting import project, undo

Transaction = Callable[[], AbstractContextManager[Session]]


class Desk:
    """Where `who` decides. What changes nothing is no decision: None is returned and nothing is written.

    Ids may be given by their beginnings but where whole ones are asked for; UsageError says where there is
    none or more than one.
    """

    def __init__(self, who: str, writing: Transaction) -> None:
        self._who = who
        self._writing = writing

    def set_statements(self, statement_ids: Iterable[str], edit: StatementEdit) -> Decision | None:
        """Change, accept or reject statements; of one that copies repeat, it is decided for all of them."""
        action: Action = "set"
        if edit.verdict is not None and set(edit.asked()) <= {"verdict", "reason"}:
            action = "accept" if edit.verdict == "accepted" else "reject"
        with self._writing() as session:
            edit, counted, changes = _changes(session, statement_ids, edit)
            number = self._decide(session, action, edit.summary(), changes)
            number = self._join(session, number, edit, counted)
            return _decision(session, number)

    def would_set(self, statement_ids: Iterable[str], edit: StatementEdit) -> list[Change]:
        """What `set_statements` would change; nothing is written.

        A statement whose name stays, and is to mean another speaker, is one with the ids of both.
        """
        with self._writing() as session:
            edit, counted, changes = _changes(session, statement_ids, edit)
            named = {change.target for change in changes if change.field == "speaker"}
            meant = crediting.meant_anew(session, edit.speaker, [id_ for id_ in counted if id_ not in named])
            return [*changes, *meant]

    def mark(self, document_id: str, span: Span, kind: Kind, edit: StatementEdit | None = None) -> Decision:
        """Record the words at `span` of a document's text as a statement that the parser missed."""
        with self._writing() as session:
            edit = _settled(session, edit or StatementEdit())
            document = identifiers.document_id(connection_of(session), document_id)
            changes = marking.mark_changes(session, document, span, kind, edit)
            summary = "; ".join(filter(None, (kind, edit.summary())))
            number = self._decide(session, "mark", summary, changes)
            number = self._join(session, number, edit, [change.target for change in changes])
            return log.one(session, number or 0)

    def set_documents(
        self,
        document_ids: Iterable[str],
        told: Overrides,
        reparsed: Sequence[tuple[str, Parse]] = (),
        *,
        cleared: Collection[DocumentField] = (),
        by_flags: bool = False,
    ) -> Decision | None:
        """Let what the person says win over what was found in documents; dates found stay as candidates.

        Of the fields `cleared` the person says that they are not known.
        `reparsed` are parses of the same texts, by document id, under the new publication date: their
        said-dates are taken over. `by_flags` where it was said while adding them.
        """
        evidence = "flag --{field}" if by_flags else f"set by {self._who}"
        summary = "; ".join(filter(None, (told.summary(), *(f"{field}: none" for field in cleared))))
        with self._writing() as session:
            wanted = [identifiers.document_id(connection_of(session), typed) for typed in document_ids]
            changes = documents.changes_by(session, wanted, told, evidence, cleared)
            for document_id, parse in reparsed:
                changes += documents.redating_changes(session, document_id, parse)
            return _decision(session, self._decide(session, "set", summary, changes))

    def tag(
        self, targets: Iterable[str], added: Collection[str] = (), removed: Collection[str] = ()
    ) -> Decision | None:
        """Put tags on statements and documents, and take tags off. Ids must be whole."""
        summary = " ".join([*(f"+{tag}" for tag in added), *(f"-{tag}" for tag in removed)])
        with self._writing() as session:
            changes = labels.tag_changes(session, _counted(session, targets), added, removed)
            return _decision(session, self._decide(session, "tag", summary, changes))

    def note(self, targets: Iterable[str], text: str | None) -> Decision | None:
        """Put a note on statements and documents, in place of the one there; None takes it away.

        Ids must be whole.
        """
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

    def split(self, speaker_id: str, away: Collection[str], name: str | None = None) -> Decision:
        """Make some members (whole ids) of a speaker another speaker, which may be given a `name`.

        Raises UsageError where they are not members of it, or all of them.
        """
        with self._writing() as session:
            speaker = _speaker(session, speaker_id)
            members = rulings.members_of(session, speaker)
            if not set(away) <= set(members) or len(set(away)) in (0, len(members)):
                raise UsageError(f"name some, not all, of the names in documents that {speaker} has")
            changes = rulings.split_changes(session, speaker, set(away))
            if name is not None:
                changes.append(Change(min(away), "name", rulings.name_of(session, speaker), name))
            summary = f"{speaker} without {', '.join(sorted(away))}"
            return log.one(session, self._decide(session, "split", summary, changes) or 0)

    def distinguish(self, one: str, other: str) -> Decision:
        """Say that two members (ids) are two speakers, who are not to be suggested as one again."""
        with self._writing() as session:
            changes = [Change(one, "different", None, other)]
            summary = f"{one} is not {other}"
            return log.one(session, self._decide(session, "distinguish", summary, changes) or 0)

    def rename(self, speaker_id: str, name: str) -> Decision:
        """Let a speaker be called `name`."""
        with self._writing() as session:
            speaker = _speaker(session, speaker_id)
            change = Change(speaker, "name", rulings.name_of(session, speaker), name)
            return log.one(session, self._decide(session, "rename", f"{speaker}: {name}", [change]) or 0)

    def alias(self, speaker_id: str, name: str) -> Decision:
        """Let a speaker be found by `name` too."""
        with self._writing() as session:
            speaker = _speaker(session, speaker_id)
            change = Change(speaker, "alias", None, name)
            return log.one(session, self._decide(session, "alias", f"{speaker}: {name}", [change]) or 0)

    def list_people(self, rows: Iterable[tuple[int, Authority]], summary: str) -> authorities.Listed:
        """Take people onto the list, or change what it tells of them; `rows` by their numbers."""
        with self._writing() as session:
            changes, problems, unchanged = authorities.listing_changes(session, rows)
            decision = _decision(session, self._decide(session, "authority", summary, changes))
        added = sum(change.before is None for change in changes)
        return authorities.Listed(decision, added, len(changes) - added, unchanged, tuple(problems))

    def unlist(self, authority_ids: Collection[str], summary: str) -> Decision | None:
        """Take people (whole ids) off the list."""
        with self._writing() as session:
            changes = authorities.removal_changes(session, authority_ids)
            return _decision(session, self._decide(session, "authority", summary, changes))

    def undo(self, number: int | None = None) -> Decision:
        """Take back a decision, by default the last in effect. Raises UsageError where there is none."""
        with self._writing() as session:
            return log.one(session, undo(session, self._who, number))

    def draw(self, kind: Drawn, targets: Sequence[str], *, seed: int, query: str, population: int) -> Draw:
        """Write down what was drawn at random (whole ids, in their order) out of the `population` of a query.

        Raises UsageError where it is nothing.
        """
        with self._writing() as session:
            number = draws.draw(session, kind, targets, seed, query, population)
            return draws.listed(session, number)[0]

    def judge(self, draw: int, position: int, *, judged: bool = True) -> None:
        """Note that one of a draw is judged, with what the parser had given of it; or take that back."""
        with self._writing() as session:
            draws.judge(session, draw, position, judged=judged)

    def _join(
        self, session: Session, number: int | None, edit: StatementEdit, statement_ids: Sequence[str]
    ) -> int | None:
        """Let the names on these statements mean the speaker that was chosen: part of the same decision."""
        changes = [] if edit.speaker is None else crediting.joins(session, edit.speaker, statement_ids)
        if not changes:
            return number
        if number is None:
            return self._decide(session, "set", edit.summary(), changes)
        log.add_changes(session, number, changes)
        rulings.project(session, {change.target for change in changes})
        return number

    def _decide(self, session: Session, action: Action, summary: str, changes: list[Change]) -> int | None:
        if not changes:
            return None
        number = log.append(session, self._who, action, summary)
        log.add_changes(session, number, changes)
        project(session, log.changed_by(session, number))
        return number


def _changes(
    session: Session, typed_ids: Iterable[str], edit: StatementEdit
) -> tuple[StatementEdit, list[str], list[Change]]:
    """The edit with its speaker settled, the statements that it is about, and what it changes of them."""
    edit = _settled(session, edit)
    wanted = identifiers.statement_ids(connection_of(session), typed_ids)
    counted = statements.counted_ids(session, wanted)
    if edit.span is not None and counted != wanted:
        raise UsageError(f"{wanted[0]} is counted under the same words in {counted[0]}: fix the span there")
    return edit, counted, statements.changes_by(session, counted, edit)


def _settled(session: Session, edit: StatementEdit) -> StatementEdit:
    if edit.speaker is None:
        return edit
    choice = edit.speaker
    if choice.id is not None:
        choice = replace(choice, id=_speaker(session, choice.id))
    return replace(edit, speaker=crediting.settled(session, choice))


def _decision(session: Session, number: int | None) -> Decision | None:
    return None if number is None else log.one(session, number)


def _speaker(session: Session, typed: str) -> str:
    found = identifiers.speaker_id(connection_of(session), typed)
    if found is None:
        raise UsageError(f"no speaker {typed!r} in the library; `quotes speakers` lists what there is")
    return found


def _counted(session: Session, targets: Iterable[str]) -> list[str]:
    """The targets, of copies the statements they are counted under."""
    wanted = list(targets)
    of_statements = statements.counted_ids(session, [target for target in wanted if target.startswith("q")])
    return [*of_statements, *(target for target in wanted if not target.startswith("q"))]
