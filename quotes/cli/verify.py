"""`quotes verify`: whether every statement still stands at its place in the bytes that were kept."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated

from rich.text import Text
from typer import Context, Exit, Option

from quotes.cli import options
from quotes.cli.consoles import Consoles, write_line
from quotes.cli.lines import GAP, ID, MISSING, QUIET, counted
from quotes.cli.progress import Meter, progress
from quotes.cli.querying import no_match
from quotes.cli.session import session_of
from quotes.display import one_line
from quotes.errors import ExitCode, QuotesError, SourceError
from quotes.reports.records import to_line
from quotes.reports.verdict_records import verdict_record

if TYPE_CHECKING:
    from quotes.document import Document
    from quotes.store import Library
    from quotes.store.verifying import Verdict

EXAMPLES = ("quotes verify", "quotes verify q4tz2kd6vwa", "quotes verify publisher:harbour --format ndjson")

_STATEMENT = re.compile("q[a-z2-7]{5,}")
_ADVICE = {
    "record": "quotes restore brings back a backup",
    "bytes": "quotes restore brings back a backup",
    "text": "quotes reparse {document} --reread reads it from its bytes again",
    "reading": "quotes reparse {document} --reread takes over what is read now",
    "statement": "quotes show {statement} shows it, quotes reparse {document} finds its place again",
}


class Format(StrEnum):
    """What is written of each document."""

    TEXT = "text"
    NDJSON = "ndjson"


def verify(
    context: Context,
    words: options.Words = None,
    format: Annotated[
        Format, Option("--format", help="A line for each difference, or a record for each document.")
    ] = Format.TEXT,
    database: options.Database = None,
) -> None:
    """Prove what is kept: hash its bytes, read them again, and compare the text and every statement in it.

    Without a query all documents are checked, else those that have something it finds. Exit code 1 where
    anything differs, also where only the readers of this version read a file otherwise.
    """
    session = session_of(context)
    with session.library(database) as library:
        plan = options.plan(words, None, None, None, None, None, None, copies=True)
        found = library.document_ids(plan, copies=True) or _of_withheld(library, words or ())
        if not found:
            if words:
                raise no_match(library, plan, "quotes docs lists what there is", "document")
            session.say_empty(database)
            return
        check = _Check(session.consoles, library, format)
        with progress(session.consoles, len(found)) as meter:
            check.through(found, meter)
    check.report()
    if check.figures["holding"] < len(found):
        raise Exit(ExitCode.FAILED)


def _of_withheld(library: "Library", words: Sequence[str]) -> list[str]:
    """The documents of statements that are named by their ids, and that no query finds: they are withheld."""
    if not all(map(_STATEMENT.fullmatch, words)):
        return []
    return sorted({library.statement(word).document.id for word in words})


@dataclass
class _Check:
    """One run over documents: what differs is shown as it is found."""

    consoles: Consoles
    library: "Library"
    format: Format
    figures: Counter[str] = field(default_factory=Counter, init=False)

    def through(self, document_ids: Sequence[str], meter: Meter) -> None:
        """Check one document after the other. Raises LibraryError."""
        for document_id in document_ids:
            meter.begin(document_id)
            verdict = self.library.verify(document_id, _read_again)
            self._count(verdict)
            meter.beside(partial(self._show, verdict))
            meter.advance()

    def report(self) -> None:
        """Say how much holds, and of what no more could be checked than its bytes."""
        figures = self.figures
        if figures["unread"]:
            many = counted(figures["unread"], "document")
            self.consoles.say(f"{many} cannot be read again alone: bytes and places in the kept text hold")
        documents = f"{figures['holding']:,} of {counted(figures['documents'], 'document')}"
        statements = f"{figures['standing']:,} of {counted(figures['statements'], 'statement')} hold"
        self.consoles.say(f"{documents}, {statements}")

    def _count(self, verdict: "Verdict") -> None:
        holds = not verdict.differences
        self.figures.update(
            documents=1,
            holding=holds,
            statements=verdict.statements,
            standing=verdict.standing,
            unread=holds and verdict.unread is not None,
        )

    def _show(self, verdict: "Verdict") -> None:
        if self.format is Format.NDJSON:
            write_line(to_line(verdict_record(verdict)))
            return
        if verdict.redacted:
            self.consoles.show(Text(one_line(verdict.redacted)), head=_head(verdict.document, "redacted"))
        for one in verdict.differences:
            advice = _ADVICE[one.fault].format(document=verdict.document, statement=one.statement)
            line = Text(one_line(f"{verdict.name or verdict.document}: {one.what}")).append(
                f" ({advice})", QUIET
            )
            self.consoles.show(line, head=_head(one.statement or verdict.document, one.fault))


def _head(identifier: str, what: str) -> Text:
    return Text.assemble((identifier, ID), GAP, (f"{what:<9}", MISSING), GAP)


def _read_again(document: "Document") -> "Document":
    """The document as it is read today. Raises SourceError, whatever its bytes set off."""
    from quotes.bulk.performing import fault
    from quotes.sources.again import read_again

    try:
        return read_again(document)
    except QuotesError:
        raise
    except Exception as error:
        raise SourceError(f"{document.name}: {fault(error)}") from error
