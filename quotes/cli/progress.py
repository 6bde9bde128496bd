"""Progress of long work, on standard error: a bar on a terminal, else a line now and then."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quotes.cli.consoles import Consoles
from quotes.display import one_line
from quotes.errors import QuotesError

if TYPE_CHECKING:
    from rich.progress import Progress

EVERY = 50
"""Documents from one line to the next where there is no terminal."""


class OutputError(QuotesError):
    """Standard output takes no more (a full disk)."""


@dataclass
class Meter:
    """Counts finished documents."""

    consoles: Consoles
    total: int
    bar: "Progress | None" = None
    done: int = field(default=0, init=False)

    def begin(self, name: str) -> None:
        """Say what is being worked on."""
        if self.bar:
            self.bar.update(self.bar.task_ids[0], description=one_line(name))

    def advance(self) -> None:
        """Count one more document as finished."""
        self.done += 1
        if self.bar:
            self.bar.advance(self.bar.task_ids[0])
        elif self.done % EVERY == 0 and self.done < self.total:
            self.consoles.say(f"{self.done:,} of {self.total:,} documents")

    def beside(self, show: Callable[[], None]) -> None:
        """Run `show`, which prints data, while the bar is out of the way. Raises OutputError."""
        bar = self.bar if self.consoles.data.is_terminal else None
        if bar:
            bar.stop()
        try:
            show()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(f"standard output cannot be written: {error.strerror or error}") from error
        if bar:
            bar.start()


@contextmanager
def progress(consoles: Consoles, total: int) -> Iterator[Meter]:
    """A meter for `total` documents; its bar is gone when the work is done."""
    if not consoles.talk.is_terminal:
        yield Meter(consoles, total)
        return
    bar = _bar(consoles)
    with bar:
        bar.add_task("", total=total)
        yield Meter(consoles, total, bar)


def _bar(consoles: Consoles) -> "Progress":
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
    from rich.table import Column

    name = Column(max_width=30, no_wrap=True, overflow="ellipsis")
    return Progress(
        TextColumn("{task.description}", markup=False, table_column=name),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=consoles.talk,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
