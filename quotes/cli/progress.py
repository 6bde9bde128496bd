"""Progress of long work, on standard error: a bar on a terminal, else a line now and then."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rich.text import Text

from quotes.cli.consoles import Consoles
from quotes.display import one_line
from quotes.errors import QuotesError

if TYPE_CHECKING:
    from rich.progress import Progress

EVERY = 50
"""Documents from one line to the next where there is no terminal."""


NAME_WIDTH = 30
"""Cells for what is being worked on: with bar, figures and time left it fits into 80."""


class OutputError(QuotesError):
    """Standard output takes no more (a full disk)."""


@dataclass
class Meter:
    """Counts finished documents, and how many a second."""

    consoles: Consoles
    total: int
    bar: "Progress | None" = None
    done: int = field(default=0, init=False)
    _is_open: bool = field(default=False, init=False)
    """Whether there may be more than the total: a file that holds many tells only at its end how many."""
    _since: float = field(default_factory=time.monotonic, init=False)

    def begin(self, *names: str) -> None:
        """Say what is being worked on."""
        if self.bar and names:
            others = f" and {len(names) - 1} more" if len(names) > 1 else ""
            name = Text(one_line(names[0]))
            name.truncate(NAME_WIDTH - len(others), overflow="ellipsis")
            self.bar.update(self.bar.task_ids[0], description=name.plain + others)

    def expect(self, more: int) -> None:
        """There are so many more documents than was known."""
        self.total += more
        self._is_open = self._is_open or more > 0
        if self.bar:
            self.bar.update(self.bar.task_ids[0], total=self.total)

    def advance(self) -> None:
        """Count one more document as finished."""
        self.done += 1
        if self.bar:
            self.bar.advance(self.bar.task_ids[0])
        elif self.done % EVERY == 0 and (self.done < self.total or self._is_open):
            now = time.monotonic()
            a_second = EVERY / max(now - self._since, 1e-3)
            self._say_how_far(a_second)
            self._since = now

    def _say_how_far(self, a_second: float) -> None:
        if self.done < self.total:
            left = _duration((self.total - self.done) / a_second)
            done, ahead = f"{self.done:,} of {self.total:,} documents", f", {left} left"
        else:
            done, ahead = f"{self.done:,} documents", ""
        self.consoles.say(f"{done}, {a_second:,.1f} a second{ahead}")

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
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn
    from rich.progress import TimeRemainingColumn as Remaining
    from rich.table import Column

    class Speed(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:,.1f}/s" if task.speed else "")

    name = Column(max_width=NAME_WIDTH, no_wrap=True, overflow="ellipsis")
    columns: Sequence[ProgressColumn] = (
        TextColumn("{task.description}", markup=False, table_column=name),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        Speed(),
        Remaining(),
    )
    return Progress(
        *columns, console=consoles.talk, transient=True, redirect_stdout=False, redirect_stderr=False
    )


def _duration(seconds: float) -> str:
    """About how long that is, for a person."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 90 * 60 else f"{seconds / 3600:.1f} h"
