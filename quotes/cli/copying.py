"""How far the copying of a library has come, as a bar on a terminal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from quotes.cli.consoles import Consoles


@contextmanager
def copying(consoles: Consoles, what: str) -> Iterator[Callable[[int, int], None] | None]:
    """What is to be told how many pages are done, and how many there are; None where nobody looks."""
    if not consoles.talk.is_terminal:
        yield None
        return
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(bar_width=20))
    with Progress(
        *columns, TaskProgressColumn(), TimeRemainingColumn(), console=consoles.talk, transient=True
    ) as bar:
        task = bar.add_task(what, total=None)

        def report(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, description="Checking" if done == total else what)

        yield report
