"""Makes a large library of invented news, with all that slows a search: skew, dates, copies, decisions.

    python -m tests.bench.generating PATH --statements 1000000

There are ten statements a document and fifty a speaker, unless said otherwise; the same in every run of one
seed. The first documents (--sample) are put in as `quotes add` does it, the others in bulk (`bulk`); then all
indexes are made anew, and people decide on some statements. Printed is how long each part took.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, make_url, select, text
from sqlalchemy.orm import Session

from quotes.copies.likeness import copied
from quotes.copies.texts import words_of
from quotes.people.edits import StatementEdit
from quotes.store import Library, copies, open_library, sqlite, tables
from quotes.store.indexes import rebuilding
from quotes.store.journal import RunItem
from quotes.store.people import forms, owning
from tests.bench.bulk import Bulk
from tests.bench.stories import copied_from, story
from tests.bench.worlds import World, world

STATEMENTS, SAMPLE, CHUNK = 1_000_000, 300, 500
PER_DOCUMENT, DOCUMENTS_PER_SPEAKER = 10, 5
ACCEPTED, REJECTED, TAGGED, NOTED = 0.004, 0.003, 0.003, 0.0005
"""The shares of statements that people decided on."""
TAGS = ("chapter1", "chapter2", "check", "quotable", "private")


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the library."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.generating", description=__doc__)
    parser.add_argument("path", type=Path, help="where no file is yet")
    parser.add_argument("--statements", type=int, default=STATEMENTS)
    parser.add_argument("--documents", type=int)
    parser.add_argument("--speakers", type=int)
    parser.add_argument("--sample", type=int, default=SAMPLE, help="documents added one by one")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    if asked.path.exists():
        parser.error(f"{asked.path} is there already")
    documents = asked.documents or max(asked.statements // PER_DOCUMENT, 1)
    of = shaped(asked.statements, documents, asked.speakers, asked.seed)
    generate(asked.path, of, documents, min(asked.sample, documents), sys.stderr.write)


def shaped(
    statements: int, documents: int | None = None, speakers: int | None = None, seed: int = 1
) -> World:
    """The world of a library of about so many statements."""
    documents = documents or max(statements // PER_DOCUMENT, 1)
    speakers = speakers or max(documents // DOCUMENTS_PER_SPEAKER, 1)
    return world(seed, speakers, max(statements // documents, 2))


def generate(path: Path, of: World, documents: int, sample: int, tell: Callable[[str], object]) -> None:
    """Make a library of this world at `path`, with so many documents, the first of them as a `sample`."""
    with _timed(tell, f"{sample:,} documents added one by one"), open_library(str(path)) as library:
        run = library.begin_run(["/archive"], {}, documents, "generated")
        added = [_add(library, of, number, run) for number in range(sample)]
    engine = sqlite.connect(make_url(f"sqlite:///{path}"), foreign_keys=False)
    with _timed(tell, f"{documents - sample:,} documents in bulk"):
        added += _in_bulk(engine, of, range(sample, documents), run)
    with _timed(tell, "who is who"), sqlite.writing(engine).begin() as connection:
        _join_speakers(connection)
    with _timed(tell, "copies"), sqlite.writing(engine).begin() as connection:
        _join_copies(connection, of, added)
    with _timed(tell, "indexes made anew"), sqlite.writing(engine).begin() as connection:
        rebuilding.rebuild(connection)
    engine.dispose()
    with _timed(tell, "decisions"), open_library(str(path)) as library:
        _decide(library, of)
        library.end_run(run, "done")
    _settle(path)


@contextmanager
def _timed(tell: Callable[[str], object], what: str) -> Iterator[None]:
    start, cpu = time.perf_counter(), time.process_time()
    yield
    wall, busy = time.perf_counter() - start, time.process_time() - cpu
    tell(f"{what}: {wall:,.1f} s ({busy:,.1f} s of the processor)\n")


def _add(library: Library, of: World, number: int, run: int) -> str:
    document, parse = story(of, number)
    added = library.add(document, parse)
    library.record(
        run, RunItem(document.name, "added", document.place, 0, document.sha256, added.id, None, 0.01, 1)
    )
    return added.id


def _in_bulk(engine: Engine, of: World, numbers: range, run: int) -> list[str]:
    with sqlite.writing(engine).begin() as connection:
        bulk = Bulk(connection)
        return [
            added
            for first in numbers[::CHUNK]
            for added in bulk.put(
                (story(of, each) for each in range(first, min(first + CHUNK, numbers.stop))), run
            )
        ]


def _join_speakers(connection: Connection) -> None:
    """Let members of one name be one speaker, but for those that are compared with nobody."""
    for statement in (
        "CREATE TEMP TABLE owners AS SELECT iif(profile LIKE '%none', id, name) AS named, min(id) AS id "
        "FROM speaker_members GROUP BY 1",
        "CREATE UNIQUE INDEX temp.owners_named ON owners (named)",
        "UPDATE speaker_members SET speaker_id = "
        "(SELECT id FROM owners WHERE named = iif(profile LIKE '%none', speaker_members.id, name))",
        "DELETE FROM speaker_forms",
        "DELETE FROM speakers",
        "INSERT INTO speakers (id, name) SELECT id, named FROM owners",
    ):
        connection.execute(text(statement))
    speakers = list(connection.scalars(select(tables.speakers.c.id)))
    forms.recount(connection, speakers)
    owning.refresh(connection, speakers)


def _join_copies(connection: Connection, of: World, added: Sequence[str]) -> None:
    """Find what copies share, and count what they say once."""
    groups: dict[int, list[int]] = {}
    for number in range(len(added)):
        original = copied_from(of.seed, number)
        if original is not None:
            groups.setdefault(original, [original]).append(number)
    with Session(connection) as session:
        for numbers in groups.values():
            _liken(connection, sorted(added[number] for number in numbers))
            copies.regroup(session, [added[numbers[0]]])


def _liken(connection: Connection, documents: Sequence[str]) -> None:
    texts = select(tables.documents.c.id, tables.documents.c.text).where(tables.documents.c.id.in_(documents))
    words = {document: words_of(words) for document, words in connection.execute(texts)}
    for first, second in combinations(documents, 2):
        share = copied(words[first], words[second])
        if share is not None:
            row = {"first_id": first, "second_id": second, "similarity": share}
            connection.execute(insert(tables.likenesses).prefix_with("OR IGNORE"), row)


def _decide(library: Library, of: World) -> None:
    """Accept, reject, tag and note some statements."""
    draw = random.Random(f"{of.seed} decided")  # noqa: S311
    with library._reading() as session:
        known = list(session.scalars(select(tables.statements.c.id).order_by(tables.statements.c.number)))
    desk = library.desk("generated")

    def some(share: float) -> list[str]:
        return draw.sample(known, max(int(share * len(known)), 1))

    desk.set_statements(some(ACCEPTED), StatementEdit(verdict="accepted"))
    desk.set_statements(some(REJECTED), StatementEdit(verdict="rejected"))
    for tag in TAGS:
        desk.tag(some(TAGGED / len(TAGS)), [tag])
    desk.note(some(NOTED), "to be checked against the recording")


def _settle(path: Path) -> None:
    """Let the file be in one piece."""
    engine = sqlite.connect(make_url(f"sqlite:///{path}"))
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()


if __name__ == "__main__":
    main()
