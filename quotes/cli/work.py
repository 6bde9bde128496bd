"""Many sources, one after the other: one that fails is said and counted, and the rest goes on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from quotes.cli.consoles import Consoles
from quotes.cli.errors import describe
from quotes.cli.inputs import Source, name_of
from quotes.cli.progress import Meter, OutputError, progress
from quotes.errors import ExitCode, LibraryError, ModelError, QuotesError, SourceError

FATAL = (LibraryError, ModelError, OutputError, BrokenPipeError)
"""What would hit every other source too."""


@dataclass
class Work:
    """The sources of one run of a command."""

    consoles: Consoles
    sources: Sequence[Source | SourceError]
    failed: int = field(default=0, init=False)
    lost: int = field(default=0, init=False)
    """Documents that could not be read of sources of which others could."""

    def through(self, handle: Callable[[Source, Meter], None]) -> None:
        """Call `handle` with each source. Raises the errors in `FATAL`."""
        with progress(self.consoles, len(self.sources)) as meter:
            for source in self.sources:
                self._take(source, handle, meter)
                meter.advance()

    def exit_code(self) -> ExitCode:
        """Done, some failed, or nothing succeeded."""
        if self.failed == len(self.sources):
            return ExitCode.FAILED
        return ExitCode.PARTIAL if self.failed or self.lost else ExitCode.OK

    def lose(self, error: SourceError) -> None:
        """Say that one of many documents of a source cannot be read, and count it."""
        self.lost += 1
        self.consoles.fail(describe(error))

    def _take(
        self, source: Source | SourceError, handle: Callable[[Source, Meter], None], meter: Meter
    ) -> None:
        try:
            if isinstance(source, SourceError):
                raise source
            meter.begin(name_of(source))
            handle(source, meter)
        except FATAL:
            raise
        except Exception as error:  # whatever a hostile document sets off costs that document alone
            self.failed += 1
            self.consoles.fail(_line(error, source))


def _line(error: Exception, source: Source | SourceError) -> str:
    """One line on `error`; our own errors say which source they are about, others do not."""
    if isinstance(error, QuotesError) or isinstance(source, SourceError):
        return describe(error)
    return f"{name_of(source)}: {describe(error)}"
