"""One run of `quotes add`: what becomes of each document, and what is said about all of them."""

import hashlib
import shlex
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from quotes.cli.consoles import Consoles
from quotes.cli.inputs import Source
from quotes.cli.lines import counted, document_detail, document_head, document_title, missing_parts
from quotes.cli.progress import Meter
from quotes.display import one_line
from quotes.overrides import Overrides

if TYPE_CHECKING:
    from quotes.document import Document
    from quotes.statement import Parse
    from quotes.store import Library
    from quotes.store.views import StoredDocument

LINES_SHOWN = 20
"""Documents that get a line of their own."""
WARNINGS_SHOWN = 20


@dataclass
class Run:
    """The documents of one run, one transaction each, and the account of them."""

    consoles: Consoles
    library: "Library"
    overrides: Overrides
    added: list["StoredDocument"] = field(default_factory=list)
    unchanged: list["StoredDocument"] = field(default_factory=list)
    speakers: Counter[str] = field(default_factory=Counter)
    warnings: list[str] = field(default_factory=list)

    def take(self, source: Source, meter: Meter) -> None:
        """Add the documents of one source. Raises SourceError, LibraryError, ModelError."""
        known = self._find(_sha256(source))
        if known and self.overrides.published is None:
            self._keep(known, meter)
            return
        from quotes.sources import read

        for document in read(source, **asdict(self.overrides)):
            known = self._find(document.sha256)
            if known:
                self._keep(known, meter, document)
            else:
                self._parse(document, meter)

    def report(self, failed: int) -> None:
        """Say what was done in all, what was repaired, what is missing, and what to do next."""
        say = self.consoles.say
        shown = len(self.added) + len(self.unchanged)
        if shown > LINES_SHOWN:
            say(f"... and {shown - LINES_SHOWN:,} more")
        for warning in self.warnings[:WARNINGS_SHOWN]:
            self.consoles.warn(warning)
        if len(self.warnings) > WARNINGS_SHOWN:
            say(f"... and {len(self.warnings) - WARNINGS_SHOWN:,} more warnings")
        say(self._totals(failed))
        repairs = [repair for document in self.added for repair in document.repairs]
        if repairs:
            damaged = counted(sum(bool(document.repairs) for document in self.added), "document")
            guessed = sum(repair.guessed for repair in repairs)
            places = counted(len(repairs), "damaged place")
            say(f"Repaired {places} in {damaged}, {guessed:,} by a guess: quotes show ID lists them")
        for line in self._next_steps():
            say(line)

    def _totals(self, failed: int) -> str:
        quotes = counted(sum(document.quotes for document in self.added), "quote")
        claims = counted(sum(document.claims for document in self.added), "claim")
        parts = [f"Added {counted(len(self.added), 'document')}"]
        if self.added:
            parts[0] += f": {quotes}, {claims}"
        if self.unchanged:
            parts.append(f"{len(self.unchanged):,} already in the library")
        if failed:
            parts.append(f"{failed:,} could not be added")
        return "; ".join(parts)

    def _next_steps(self) -> list[str]:
        """Commands that make sense now."""
        documents = self.added + self.unchanged
        steps = []
        undated = sum("date" in missing_parts(document) for document in documents)
        if undated:
            steps.append(
                f"No date for {counted(undated, 'document')}: quotes add FILE --published 2024-03-05 sets it"
            )
        if self.speakers:
            name = one_line(self.speakers.most_common(1)[0][0])
            steps.append(f"Next: quotes search --speaker {shlex.quote(name)}")
        elif documents:
            steps.append("Next: quotes docs")
        return steps

    def _parse(self, document: "Document", meter: Meter) -> None:
        parsed = _parsed(document)
        stored = self.library.add(document, parsed).document
        self.added.append(stored)
        self.speakers.update(quote.speaker for quote in parsed.quotes if quote.speaker)
        warnings = dict.fromkeys((*document.warnings, *parsed.warnings))
        self.warnings += [f"{document.name}: {warning}" for warning in warnings]
        self._show(stored, "", meter)

    def _keep(self, known: "StoredDocument", meter: Meter, reread: "Document | None" = None) -> None:
        """Leave a document that is in the library as it is, but for the flags.

        Under a new publication date ("on Tuesday") other days were meant: `reread` is then parsed again.
        """
        note = "already in the library"
        if self.overrides != Overrides():
            same = reread is not None and self.library.text(known.id) == reread.text
            parsed = _parsed(reread) if reread is not None and same and self.overrides.published else None
            known = self.library.override(known.id, self.overrides, parsed)
            given = [name for name, value in asdict(self.overrides).items() if value is not None]
            note += f"; {' and '.join(given)} set"
        self.unchanged.append(known)
        self._show(known, note, meter)

    def _find(self, sha256: str | None) -> "StoredDocument | None":
        return None if sha256 is None else self.library.find(sha256)

    def _show(self, document: "StoredDocument", note: str, meter: Meter) -> None:
        if len(self.added) + len(self.unchanged) > LINES_SHOWN:
            return
        head, title, detail = (
            document_head(document),
            document_title(document),
            document_detail(document, note),
        )
        meter.beside(lambda: self.consoles.show(title, head=head, detail=detail))


def _parsed(document: "Document") -> "Parse":
    # The language model takes seconds to load: only where there is something to parse.
    from quotes.parsing import parse

    return parse(document)


def _sha256(source: Source) -> str | None:
    """The SHA-256 of the bytes of `source`; None where only reading it will tell what is wrong with it."""
    if isinstance(source, bytes):
        return hashlib.sha256(source).hexdigest()
    try:
        if not source.is_file():
            return None
        with source.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None
