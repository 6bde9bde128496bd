"""The work of one run of `quotes reparse`, and what is said about it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text

from quotes.bulk.again import Again, Reparsing
from quotes.bulk.limits import Limits, workers_for
from quotes.bulk.workers import Workers
from quotes.cli.consoles import Consoles
from quotes.cli.lines import QUIET, counted
from quotes.cli.progress import Meter, progress
from quotes.display import one_line
from quotes.errors import ExitCode
from quotes.models.manifest import package_name

if TYPE_CHECKING:
    from quotes.store import Library

LINES_SHOWN = 20
"""Documents, and failures, that get a line of their own."""
WORDS_SHOWN = 60
"""Characters of a statement that a line shows."""


@dataclass
class Round:
    """One run: with the models in `folder`; `again` also what they parsed already."""

    consoles: Consoles
    library: "Library"
    folder: Path
    reread: bool
    again: bool
    figures: Counter[str] = field(default_factory=Counter, init=False)

    def through(self, document_ids: Sequence[str], count: int | None, seconds: float) -> ExitCode:
        """Have the documents parsed again; however that ends, it is told what was done.

        Raises LibraryError, ModelError.
        """
        by = package_name(self.folder)
        left = list(document_ids) if self.again else self.library.not_parsed_by(by, document_ids)
        self.figures["before"] = len(document_ids) - len(left)
        if left:
            try:
                self._parse(left, count, seconds)
            finally:
                self._report(len(left))
        else:
            what = counted(len(document_ids), "document")
            self.consoles.say(f"Nothing to do: {what} parsed by these models ({by}); --again parses anyway")
        if not self.figures["failed"]:
            return ExitCode.OK
        return ExitCode.PARTIAL if self.figures["documents"] else ExitCode.FAILED

    def _parse(self, left: Sequence[str], count: int | None, seconds: float) -> None:
        with (
            Workers(workers_for(count), Limits(seconds=seconds), self.folder) as workers,
            progress(self.consoles, len(left)) as meter,
        ):
            meter.begin("starting")
            reparsing = Reparsing(self.library, self.reread)
            for done in reparsing.all_of(left, workers, lambda names: meter.begin(*names)):
                self._take(done, meter)
                meter.advance()

    def _take(self, done: Again, meter: Meter) -> None:
        renewed = done.renewed
        if renewed is None:
            self.figures["failed"] += 1
            if self.figures["failed"] <= LINES_SHOWN:
                self.consoles.fail(one_line(done.error or ""))
            return
        self.figures["documents"] += 1
        numbers = {
            "changed": renewed.changed,
            "new": renewed.added,
            "withdrawn": renewed.withdrawn,
        }
        self.figures.update({**numbers, "kept": renewed.kept, "unplaced": len(renewed.unplaced)})
        told = ", ".join(f"{number:,} {name}" for name, number in numbers.items() if number) or "as before"
        if self.figures["documents"] <= LINES_SHOWN:
            head = Text(f"{done.id}  ")
            line = Text.assemble(one_line(done.name), (f"  {told}", QUIET))
            meter.beside(lambda: self.consoles.show(line, head=head))
        for one in renewed.unplaced:
            words = one_line(one.words)
            words = words if len(words) <= WORDS_SHOWN else words[: WORDS_SHOWN - 1] + "…"
            quoted = f" “{words}”" if words else ""
            self.consoles.warn(f"{one.id}{quoted} {one_line(one.reason)}")

    def _report(self, expected: int) -> None:
        figures = self.figures
        if figures["documents"] > LINES_SHOWN:
            self.consoles.say(f"... and {figures['documents'] - LINES_SHOWN:,} more")
        done = counted(figures["documents"], "document")
        parts = [
            counted(figures[name], f"{name} statement")
            for name in ("changed", "new", "withdrawn")
            if figures[name]
        ]
        self.consoles.say(f"Parsed {done} again: {', '.join(parts) or 'nothing changed'}")
        if figures["kept"]:
            unplaced = f", {figures['unplaced']:,} of them not found again" if figures["unplaced"] else ""
            decided = counted(figures["kept"], "statement")
            self.consoles.say(f"{decided} with decisions kept{unplaced}")
        if figures["before"]:
            self.consoles.say(f"{figures['before']:,} parsed by these models before: --again parses them too")
        if figures["documents"] + figures["failed"] < expected:
            self.consoles.say("Stopped: the same command goes on from there")
