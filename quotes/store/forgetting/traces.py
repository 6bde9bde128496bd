"""Wipes the traces of what was purged: the log's, the journal's, and words that occur nowhere any more."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    or_,
    select,
    update,
)
from sqlalchemy.sql import table

from quotes.store.decisions import log
from quotes.store.forgetting import tombstones
from quotes.store.forgetting.tombstones import REFUSED
from quotes.store.identifiers import chunks
from quotes.store.indexes import fulltext
from quotes.store.tables import (
    aliases,
    changes,
    decisions,
    draw_items,
    rulings,
    run_items,
    runs,
    speaker_members,
    vocabulary,
)
from quotes.words.entries import entry

WIPED = "purged"
"""What stands where something was."""
_OF_TWO = ("same", "different")
_ID = re.compile(r"\b[dqs][a-z2-7]{10,}\b")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document was read from: its bytes by their SHA-256, the name and the place they had."""

    sha256: str
    name: str
    place: str | None


def wipe_log(connection: Connection, ids: Collection[str]) -> int:
    """Empty the entries of the log of what they say of these; how many entries there are.

    An entry keeps its number, when it was made, by whom, and what kind it is; its undo does nothing then.
    This is the one place where the log is changed.
    """
    numbers: dict[int, int] = {}
    for chunk in chunks(sorted(ids)):
        of_two = changes.c.field.in_(_OF_TWO) & log.names_after(chunk)
        about = or_(changes.c.target.in_(chunk), changes.c.document_id.in_(chunk), of_two)
        query = select(changes.c.number, changes.c.decision).where(about)
        numbers |= dict(connection.execute(query).all())
    for part in chunks(sorted(numbers)):
        connection.execute(delete(rulings).where(rulings.c.number.in_(part)))
        connection.execute(delete(changes).where(changes.c.number.in_(part)))
    touched = sorted(set(numbers.values()))
    for decision in touched:
        _wipe_summary(connection, decision, ids)
    for chunk in chunks(sorted(ids)):
        connection.execute(delete(draw_items).where(draw_items.c.target.in_(chunk)))
    return len(touched)


def _wipe_summary(connection: Connection, decision: int, ids: Collection[str]) -> None:
    """Empty the line of an entry, and of those that undo it; where some of it is left, of these ids alone."""
    left = connection.scalar(select(func.count()).where(changes.c.decision == decision))
    entries = [decision]
    for number in entries:
        entries += connection.scalars(select(decisions.c.number).where(decisions.c.undoes == number))
    for number in entries:
        of = decisions.c.number == number
        summary = connection.scalar(select(decisions.c.summary).where(of)) or ""
        kept = _ID.sub(lambda found: WIPED if found[0] in ids else found[0], summary) if left else WIPED
        connection.execute(update(decisions).where(of).values(summary=kept))


def wipe_former_names(connection: Connection, speaker_ids: Iterable[str]) -> None:
    """Empty what the log says that speakers were called before, where no document calls them so any more."""
    for chunk in chunks(sorted(speaker_ids)):
        own = select(speaker_members.c.id).where(speaker_members.c.speaker_id.in_(chunk))
        called = select(aliases.c.form).where(aliases.c.member_id.in_(own))
        given = select(changes.c.after).where(changes.c.field == "name")
        known = {*connection.scalars(called), *connection.scalars(given)}
        renamed = (changes.c.field == "name") & changes.c.target.in_(own)
        for number, before in connection.execute(select(changes.c.number, changes.c.before).where(renamed)):
            if before is not None and before not in known:
                connection.execute(update(changes).where(changes.c.number == number).values(before=None))


def sources_of(connection: Connection, removed: tombstones.Kept) -> list[Source]:
    """What documents that were `removed` had been read from, as far as the runs tell."""
    if not removed.hashes:
        return []
    away = run_items.c.document_id.is_(None) & run_items.c.sha256.is_not(None)
    query = select(run_items.c.sha256, run_items.c.name, run_items.c.place).where(away)
    found = [Source(str(sha256), name, place) for sha256, name, place in connection.execute(query)]
    return [each for each in found if tombstones.is_among(removed, tombstones.sign_of_bytes(each.sha256))]


def wipe_journal(connection: Connection, document_ids: Collection[str], sources: Collection[Source]) -> int:
    """Empty what the runs of adding say of these documents, and of what they were read from; how many lines.

    To be called before the documents leave.
    """
    sums = {source.sha256 for source in sources}
    about: list[Any] = []
    for chunk in chunks(sorted({*document_ids, *sums})):
        which = run_items.c.document_id.in_(chunk) | run_items.c.sha256.in_(chunk)
        about += connection.execute(select(run_items).where(which)).all()
    names = {each for source in sources for each in (source.name, source.place) if each}
    names |= {each for row in about for each in (row.name, row.place) if each}
    wiped = update(run_items).where(run_items.c.number == bindparam("at"))
    values = {"name": WIPED, "place": None, "sha256": None, "error": None, "document_id": None}
    if about:
        connection.execute(wiped.values(values), [{"at": row.number} for row in about])
    for run in sorted({row.run_id for row in about}):
        _wipe_run(connection, run, names)
    return len({row.number for row in about})


def _wipe_run(connection: Connection, run: int, names: Collection[str]) -> None:
    """Empty what was named, and what was said of a single document, in a run that had what is purged."""
    row = connection.execute(select(runs).where(runs.c.id == run)).one()
    sources = [WIPED if source in names else source for source in row.sources]
    options = dict(row.options)
    said = options.get("overrides") or {}
    options["overrides"] = {key: None if key in ("title", "url") else value for key, value in said.items()}
    left = select(func.count()).where(run_items.c.run_id == run, run_items.c.name != WIPED)
    if not connection.scalar(left):
        options, sources = {}, [WIPED]
    connection.execute(update(runs).where(runs.c.id == run).values(sources=sources, options=options))


def note_refused(connection: Connection, run: int, names: Collection[str]) -> None:
    """Let a run have one that was not added, as it was purged, and which of these `names` is told nowhere."""
    values = {"run_id": run, "name": WIPED, "record": 0, "outcome": "failed", "error": REFUSED, "attempts": 0}
    connection.execute(insert(run_items).values(values))
    row = connection.execute(select(runs.c.sources).where(runs.c.id == run)).one()
    sources = [WIPED if source in names else source for source in row.sources]
    connection.execute(update(runs).where(runs.c.id == run).values(sources=sources))


def words_in(texts: Iterable[str]) -> set[tuple[str, str]]:
    """The words of texts that the vocabulary may have, each a key and a form."""
    return {pair for text in texts for pair in entry(text).words}


def wipe_vocabulary(connection: Connection, words: Iterable[tuple[str, str]]) -> None:
    """Delete the forms among these that stand in no text any more."""
    for key, form in sorted(words):
        if not any(_occurs(connection, index, form) for index in (fulltext.STATEMENTS, fulltext.DOCUMENTS)):
            gone = (vocabulary.c.key == key) & (vocabulary.c.form == form)
            connection.execute(delete(vocabulary).where(gone))


def _occurs(connection: Connection, index: str, form: str) -> bool:
    phrase = '"' + form.replace('"', " ") + '"'
    match = literal_column(index).op("MATCH", is_comparison=True)(phrase)
    query: Select[Any] = select(literal_column("rowid")).select_from(table(index)).where(match).limit(1)
    return connection.scalar(query) is not None
