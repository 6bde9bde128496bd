"""What is said about one run of `quotes add`: each document, all of them, and what to do next."""

import shlex
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from quotes.cli.consoles import Consoles
from quotes.cli.failures import kind_of, kinds
from quotes.cli.lines import counted, document_detail, document_head, document_title, missing_parts
from quotes.cli.printings import document_note
from quotes.cli.progress import Meter
from quotes.display import one_line
from quotes.errors import ExitCode
from quotes.overrides import Overrides

if TYPE_CHECKING:
    from quotes.bulk.storing import Stored
    from quotes.store.views import StoredDocument, WholeDocument

LINES_SHOWN = 20
"""Documents, and failures, that get a line of their own."""
WARNINGS_SHOWN = 20


@dataclass
class Account:
    """The account of the documents of one run: figures, since there may be very many."""

    consoles: Consoles
    overrides: Overrides
    run: int = 0
    figures: Counter[str] = field(default_factory=Counter)
    failures: Counter[str] = field(default_factory=Counter)
    speakers: Counter[str] = field(default_factory=Counter)
    warnings: list[str] = field(default_factory=list)

    def take(self, stored: "Stored", meter: Meter) -> None:
        """Count one document, and say something about it where not too much was said already."""
        self.figures[stored.outcome] += 1
        if stored.document is None:
            self._fail(stored)
            return
        self._count(stored.document)
        if stored.outcome == "added":
            self._count_new(stored, stored.document)
        self._show(stored.document, self._note(stored), meter)

    def report(self) -> None:
        """Say what was done in all, what was repaired, what is missing, and what to do next."""
        say = self.consoles.say
        if self.figures["documents"] > LINES_SHOWN:
            say(f"... and {self.figures['documents'] - LINES_SHOWN:,} more")
        for warning in self.warnings[:WARNINGS_SHOWN]:
            self.consoles.warn(warning)
        if self.figures["warnings"] > WARNINGS_SHOWN:
            say(f"... and {self.figures['warnings'] - WARNINGS_SHOWN:,} more warnings")
        if self.figures["failed"] > LINES_SHOWN:
            for line in kinds(self.failures):
                say(line)
        say(self._totals())
        for line in (*self._repairs(), *self._foreign(), *self._next_steps()):
            say(line)

    def exit_code(self) -> ExitCode:
        """Done, some failed, or nothing succeeded."""
        if not self.figures["failed"]:
            return ExitCode.OK
        return ExitCode.PARTIAL if self.figures["documents"] else ExitCode.FAILED

    def _fail(self, stored: "Stored") -> None:
        if stored.error is None:
            return
        self.failures[kind_of(stored.error, stored.job.name)] += 1
        self.figures["can be tried again"] += stored.job.again is not None and not stored.refused
        if self.figures["failed"] <= LINES_SHOWN:
            self.consoles.fail(stored.error)

    def _count(self, document: "StoredDocument") -> None:
        self.figures["documents"] += 1
        self.figures["undated"] += "date" in missing_parts(document)

    def _count_new(self, stored: "Stored", document: "WholeDocument") -> None:
        self.figures["quotes"] += document.quotes
        self.figures["claims"] += document.claims
        self.figures["damaged"] += bool(document.repairs)
        self.figures["repairs"] += len(document.repairs)
        self.figures["guessed"] += sum(repair.guessed for repair in document.repairs)
        foreign = document.lang not in (None, "en")
        self.figures["foreign documents"] += foreign
        self.figures["foreign paragraphs"] += 0 if foreign else sum(bool(b.lang) for b in document.blocks)
        if stored.parse is None:
            return
        self.speakers.update(quote.speaker for quote in stored.parse.quotes if quote.speaker)
        warnings = dict.fromkeys((*stored.parse.document.warnings, *stored.parse.warnings))
        self.figures["warnings"] += len(warnings)
        room = WARNINGS_SHOWN - len(self.warnings)
        self.warnings += [f"{document.name}: {warning}" for warning in list(warnings)[:room]]

    def _note(self, stored: "Stored") -> str:
        if stored.outcome == "added":
            earlier = stored.document.version_of if stored.document else None
            copied = document_note(stored.document) if stored.document else ""
            return f"a new version of {one_line(earlier)}" if earlier else copied
        note = "already in the library"
        if stored.outcome == "place":
            note += ", from another place"
        elif stored.job.fetched:
            note += ", unchanged today"
        given = [name for name, value in asdict(self.overrides).items() if value is not None]
        return note + (f"; {' and '.join(given)} set" if stored.flagged else "")

    def _show(self, document: "WholeDocument", note: str, meter: Meter) -> None:
        if self.figures["documents"] > LINES_SHOWN:
            return
        head, title = document_head(document), document_title(document)
        detail = document_detail(document, note)
        meter.beside(lambda: self.consoles.show(title, head=head, detail=detail))

    def _totals(self) -> str:
        figures = self.figures
        parts = [f"Added {counted(figures['added'], 'document')}"]
        if figures["added"]:
            parts[0] += f": {counted(figures['quotes'], 'quote')}, {counted(figures['claims'], 'claim')}"
        known = figures["unchanged"] + figures["place"]
        if known:
            parts.append(f"{known:,} already in the library")
        if figures["failed"]:
            parts.append(f"{figures['failed']:,} could not be added")
        return "; ".join(parts)

    def _repairs(self) -> list[str]:
        if not self.figures["repairs"]:
            return []
        places = counted(self.figures["repairs"], "damaged place")
        damaged = counted(self.figures["damaged"], "document")
        guessed = self.figures["guessed"]
        return [f"Repaired {places} in {damaged}, {guessed:,} by a guess: quotes show ID lists them"]

    def _foreign(self) -> list[str]:
        documents, others = self.figures["foreign documents"], self.figures["foreign paragraphs"]
        parts = [counted(documents, "document")] if documents else []
        if others:
            parts.append(counted(others, "paragraph") + (" of others" if documents else ""))
        if not parts:
            return []
        return [f"{' and '.join(parts)} not in English: kept and searchable, no statements looked for"]

    def _next_steps(self) -> list[str]:
        """Commands that make sense now."""
        steps = []
        if self.figures["failed"]:
            again = "; quotes add --retry-failed tries it again" if self.figures["can be tried again"] else ""
            steps.append(f"Next: quotes runs {self.run} tells what failed{again}")
        if self.figures["undated"]:
            undated = counted(self.figures["undated"], "document")
            steps.append(f"No date for {undated}: quotes set ID --published 2024-03-05 sets it")
        if self.speakers:
            name = one_line(self.speakers.most_common(1)[0][0])
            steps.append(f"Next: quotes search --speaker {shlex.quote(name)}")
        elif self.figures["documents"]:
            steps.append("Next: quotes docs")
        return steps
