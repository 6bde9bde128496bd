"""The library: the one way in for everything that puts documents in or asks for them.

What a search has no use for (adding, deciding, linking) is loaded by the methods that need it.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import URL, Engine, make_url, select
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session

from quotes.document import Document, Fetch
from quotes.errors import LibraryError
from quotes.query.plan import Plan
from quotes.settings import library_url
from quotes.statement import Parse, Statement
from quotes.store import (
    authorities,
    fetches,
    identifiers,
    journal,
    labels,
    places,
    reading,
    schema,
    search,
    speakers,
    sqlite,
)
from quotes.store.models import DocumentRow, StatementRow
from quotes.store.views import (
    Added,
    SearchResult,
    StoredAffiliation,
    StoredAuthority,
    StoredDocument,
    StoredMember,
    StoredSpeaker,
    StoredStatement,
    Suggestion,
    Version,
)

if TYPE_CHECKING:
    from quotes.people.decisions import Decision
    from quotes.people.review_draws import Draw, JudgedDraw
    from quotes.store.desk import Desk
    from quotes.store.renewing import Renewed
    from quotes.store.reparsing import Kept


def open_library(url: str | None = None) -> "Library":
    """Open the library at `url` (a database URL or a file path; by default where the settings say).

    It is made where there is none, and brought up to date where it is older. Raises LibraryError.
    """
    try:
        where = make_url(library_url(url))
    except (ArgumentError, ValueError) as error:
        raise LibraryError(f"not a database URL: {url!r}") from error
    if where.get_backend_name() != "sqlite":
        raise LibraryError(f"no libraries in {where.get_backend_name()} yet: give the path of a SQLite file")
    with sqlite.trouble(where):
        engine = sqlite.connect(where)
        schema.bring_up_to_date(engine, where)
    return Library(engine, where)


class Library:
    """An open library. Every method is one transaction, and raises LibraryError for the database's troubles.

    An id may be given by its beginning; UsageError says where there is none or more than one.
    """

    def __init__(self, engine: Engine, url: URL) -> None:
        self._engine = engine
        self._url = url
        self._shared: Session | None = None
        self._compared = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._engine.dispose()

    def holds(self, sha256: str) -> bool:
        """Whether a document has bytes with this SHA-256 (hexadecimal), at any place of it."""
        with self._reading() as session:
            return places.same_bytes(session, sha256) is not None

    def find(self, sha256: str) -> StoredDocument | None:
        """The document whose bytes, at any place of it, have this SHA-256 (hexadecimal), or None."""
        with self._reading() as session:
            identifier = places.same_bytes(session, sha256)
            return reading.documents(session, [identifier])[0] if identifier else None

    def find_text(self, text: str) -> StoredDocument | None:
        """The document that has this text (white space and typography aside), None where there is none.

        Its statements are known: `add` needs no parse to keep the new place.
        """
        from quotes.store import copies

        with self._reading() as session:
            identifier = copies.same_text(session, text)
            return reading.documents(session, [identifier])[0] if identifier else None

    def add(self, document: Document, parse: Parse | None = None) -> Added:
        """Put in a document with what was found in it: all of it, or nothing.

        The same bytes, and the same text, are put in once: of another place of theirs is kept where it is,
        what is said of the document there and its bytes. Only then may `parse` be None.
        Raises SourceError where the parse contradicts the text.
        """
        from quotes.store import adding

        self._compare_older()
        with self._writing() as session:
            return adding.add(session, document, parse)

    def see(self, sha256: str, name: str, place: str) -> StoredDocument | None:
        """As `find`; that the same bytes lie at `place` too, under this name, is kept."""
        with self._reading() as session:
            identifier = places.same_bytes(session, sha256)
            known = identifier is None or places.is_known(session, sha256, place)
        if not known:
            with self._writing() as session:
                places.add_same_bytes(session, sha256, name, place)
        return self.find(sha256)

    def fetched(self, url: str) -> tuple[Fetch, StoredDocument] | None:
        """How the page at `url` was had the last time, and what it gave; None where it never was."""
        with self._reading() as session:
            found = fetches.last(session, url)
            return None if found is None else (found[0], reading.documents(session, [found[1]])[0])

    def unchanged(self, fetched: Fetch, document_id: str, moment: str) -> None:
        """Note that a page, looked at again, still is what it was."""
        with self._writing() as session:
            fetches.remember(session, fetched, document_id, moment)

    def versions(self, document_id: str) -> tuple[Version, ...]:
        """The versions of the page that this document is one of, in order; none where there is but one."""
        with self._reading() as session:
            return fetches.versions(session, identifiers.document_id(session, document_id))

    def desk(self, who: str) -> "Desk":
        """Where `who` decides what is right in this library."""
        from quotes.store.desk import Desk

        return Desk(who, self._writing)

    def whole_id(self, typed: str) -> str:
        """The id of the statement, document or speaker that `typed` begins."""
        with self._reading() as session:
            return identifiers.any_id(session, typed)

    def decision(self, number: int) -> "Decision":
        """The entry of the log with this number. Raises UsageError where there is none."""
        from quotes.store.decisions import log

        with self._reading() as session:
            return log.one(session, number)

    def count_decisions(self, target: str | None = None) -> int:
        """How many entries the log has (about `target`)."""
        from quotes.store.decisions import log

        with self._reading() as session:
            return log.count(session, target and identifiers.any_id(session, target))

    def decisions(self, target: str | None = None, *, limit: int | None = None) -> "list[Decision]":
        """The log of decisions, the newest first; with the id of something, those about it alone."""
        from quotes.store.decisions import log

        with self._reading() as session:
            return log.listed(session, target=target and identifiers.any_id(session, target), limit=limit)

    def documents(self, plan: Plan | None = None, *, copies: bool = False) -> list[StoredDocument]:
        """The documents that `plan` asks for (all without one), by name.

        A group of copies is listed as the one that stands for all, unless `copies` are to be listed too.
        What a plan asks of statements holds where one of the document's does.
        """
        with self._reading() as session:
            return reading.documents(session, search.document_ids(session, plan or Plan(), copies=copies))

    def document_ids(self, plan: Plan, *, copies: bool = False) -> list[str]:
        """The ids of the documents that `documents` lists."""
        with self._reading() as session:
            return sorted(set(session.scalars(search.document_ids(session, plan, copies=copies))))

    def document(self, document_id: str) -> StoredDocument:
        """The document with this id."""
        with self._reading() as session:
            return reading.documents(session, [identifiers.document_id(session, document_id)])[0]

    def text(self, document_id: str) -> str:
        """The text of the document with this id, to which every offset refers."""
        with self._reading() as session:
            wanted = identifiers.document_id(session, document_id)
            return session.scalars(select(DocumentRow.text).where(DocumentRow.id == wanted)).one()

    def as_read(self, document_id: str) -> Document:
        """The document with this id, to be parsed again; what was decided of it is in effect."""
        with self._reading() as session:
            return reading.as_read(session, identifiers.document_id(session, document_id))

    def kept(self, document_id: str) -> "Kept":
        """The document with this id as it is parsed again: as read, and under the date that was set."""
        from quotes.store import reparsing

        with self._reading() as session:
            return reparsing.kept(session, identifiers.document_id(session, document_id))

    def not_parsed_by(self, models: str, document_ids: Iterable[str]) -> list[str]:
        """Those of the documents with these whole ids that other models parsed last, in their order."""
        from quotes.store import reparsing

        with self._reading() as session:
            return reparsing.not_parsed_by(session, models, document_ids)

    def reparse(self, document_id: str, parse: Parse, dated: Parse | None = None) -> "Renewed":
        """Put a new parse of a document's text in place of the last, but for what people decided.

        `dated` is that under the date which a person set. Raises SourceError where it is of another text.
        """
        from quotes.store import reparsing

        with self._writing() as session:
            return reparsing.reparse(session, identifiers.document_id(session, document_id), parse, dated)

    def reread(self, document_id: str, parse: Parse, dated: Parse | None = None) -> "Renewed":
        """As `reparse`, of the text that today's readers give; statements are found again by their words."""
        from quotes.store import rereading

        with self._writing() as session:
            return rereading.reread(session, identifiers.document_id(session, document_id), parse, dated)

    def original(self, document_id: str, place: int = 1) -> bytes:
        """The bytes that the document with this id came from, or those found at another place of it.

        Raises UsageError where it has no such place.
        """
        with self._reading() as session:
            return places.original_at(session, identifiers.document_id(session, document_id), place)

    def statement(self, statement_id: str) -> StoredStatement:
        """The statement with this id."""
        with self._reading() as session:
            wanted = identifiers.statement_id(session, statement_id)
            rows = session.scalars(select(StatementRow).where(StatementRow.id == wanted))
            return reading.statements(session, rows)[0]

    def statements(self, document_id: str, *, withheld: bool = False) -> tuple[StoredStatement, ...]:
        """The statements of the document with this id, in the order of its text; `withheld` ones too."""
        with self._reading() as session:
            wanted = identifiers.document_id(session, document_id)
            return tuple(reading.of_document(session, wanted, withheld=withheld))

    def as_parsed(self, document_id: str) -> dict[str, Statement]:
        """The statements of a document that decisions changed, as the parser gave them, by id."""
        with self._reading() as session:
            return reading.as_parsed(session, identifiers.document_id(session, document_id))

    def search(self, plan: Plan) -> SearchResult:
        """The statements that `plan` asks for, newest first, and how many there are without its limit."""
        with self._reading() as session:
            return search.search(session, plan)

    def ids(self, plan: Plan) -> list[str]:
        """The ids of the statements that `plan` asks for, in the order of `search`, at most its limit."""
        with self._reading() as session:
            return search.ids(session, plan)

    def count(self, plan: Plan) -> int:
        """How many statements `plan` asks for, whatever its limit."""
        with self._reading() as session:
            return search.count(session, plan)

    def showing(self, tag: str) -> set[str]:
        """The ids of statements that show, in their words or context, words of another with this tag."""
        with self._reading() as session:
            return labels.showing(session, tag)

    def similar_names(self, asked: str) -> list[str]:
        """The names of speakers that are most like `asked`, where it may be mistyped; the most like first."""
        from quotes.store.search import suggesting

        with self._reading() as session:
            return suggesting.similar_names(session, asked)

    def speakers(self, name: str | None = None) -> list[StoredSpeaker]:
        """The speakers of whom a name holds `name` (or with this id), or all; most statements first."""
        with self._reading() as session:
            return speakers.listed(session, name)

    def identity(self, speaker_id: str) -> tuple[StoredMember, ...]:
        """The names that the speaker with this whole id has in documents, and how each is known to be its."""
        from quotes.store import identity

        with self._reading() as session:
            return identity.members_of(session, speaker_id)

    def suggestions(self, limit: int | None = None) -> list[Suggestion]:
        """Pairs of speakers who may be one, the likeliest first; none that people decided on."""
        from quotes.store import identity

        with self._reading() as session:
            return identity.suggestions(session, limit)

    def affiliations(self, speaker_id: str) -> list[StoredAffiliation]:
        """Whom the speaker with this whole id speaks or spoke for, and the words that tell it."""
        from quotes.store import affiliations

        with self._reading() as session:
            return affiliations.affiliations_of(session, speaker_id)

    def authorities(self) -> list[StoredAuthority]:
        """The user's list of people, by name."""
        with self._reading() as session:
            return authorities.listed(session)

    def speakers_called(self, name: str) -> list[StoredSpeaker]:
        """The speakers of whom a name, or else a further name, is just `name`, capitals and accents aside."""
        with self._reading() as session:
            return speakers.called(session, name)

    def draws(self, number: int | None = None) -> "list[Draw]":
        """The random draws, the newest first, or the one with this number."""
        from quotes.store import draws

        with self._reading() as session:
            return draws.listed(session, number)

    def judged_draws(self) -> "list[JudgedDraw]":
        """The random draws, the newest first, with what was judged of them so far."""
        from quotes.store import draws

        with self._reading() as session:
            return draws.judged_draws(session)

    def members_in(self, speaker_id: str, document_ids: Iterable[str]) -> list[str]:
        """The ids of the names that the speaker with this whole id has in these documents."""
        from quotes.store.decisions import rulings

        with self._reading() as session:
            return rulings.members_in(session, speaker_id, document_ids)

    def begin_run(self, sources: Iterable[str], options: Mapping[str, Any], total: int, process: str) -> int:
        """Write down that a run of adding begins, with `total` files; returns its number."""
        with self._writing() as session:
            return journal.begin(session, sources, options, total, process)

    def end_run(self, run: int, state: journal.State) -> None:
        """Write down how a run of adding ended."""
        with self._writing() as session:
            journal.end(session, run, state)

    def record(self, run: int, item: journal.RunItem) -> None:
        """Write down what became of one document in a run."""
        with self._writing() as session:
            journal.record(session, run, item)

    def runs(self) -> list[journal.Run]:
        """All runs of adding, the newest first."""
        with self._reading() as session:
            return journal.listed(session)

    def run(self, run: int | None = None) -> tuple[journal.Run, list[journal.RunItem]]:
        """The run with this number (the last without one), and what became of its documents, in order."""
        with self._reading() as session:
            found = journal.found(session, run)
            return found, journal.items(session, found.id)

    def added_in_run(self, run: int) -> tuple[int, int]:
        """How many quotes and claims the documents that a run added have, each counted once.

        What a document said when it was added may be counted under one that came later, if printed earlier.
        """
        with self._reading() as session:
            return reading.added_in_run(session, run)

    def prepare(self) -> None:
        """Do now what an older version of the program left to be done before the next decision."""
        self._compare_older()

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is done inside is one transaction: all of it, or nothing."""
        self._compare_older()
        with self._writing() as session:
            self._shared = session
            try:
                yield
            finally:
                self._shared = None

    def _compare_older(self) -> None:
        """Compare what an older version added, some documents a transaction."""
        from quotes.store import copies, members

        while not self._compared:  # once: whoever opens a library of this schema compares what it adds
            with self._writing() as session:
                self._compared = not (copies.catch_up(session) or members.catch_up(session))

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        if self._shared is not None:
            yield self._shared
            return
        with sqlite.trouble(self._url), Session(self._engine) as session, session.begin():
            yield session

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        if self._shared is not None:
            yield self._shared
            return
        with sqlite.trouble(self._url), Session(sqlite.writing(self._engine)) as session, session.begin():
            yield session
