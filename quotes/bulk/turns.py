"""The answers to jobs in the order of the jobs, while several are being worked on."""

from collections.abc import Callable, Iterable, Iterator

from quotes.bulk.jobs import Failed, Job, Known, Opened, Task, record_job
from quotes.bulk.limits import WAITING
from quotes.bulk.workers import Workers


def in_turn(
    jobs: Iterable[Job],
    workers: Workers,
    known: Callable[[Job], bool],
    working: Callable[[list[str]], None] = lambda _names: None,
) -> Iterator[Task]:
    """Every job with its answer, in order; the documents of one that holds many stand in its place.

    Jobs are taken from `jobs` when there is room for them. Where the library holds its document (`known`),
    nobody reads it. `working` is told the names of what is being worked on.
    """
    coming = iter(jobs)
    tasks: list[Task] = []
    room = WAITING * workers.count
    while True:
        while len(tasks) < room and (job := next(coming, None)) is not None:
            tasks.append(Task(job, Failed(job.refused) if job.refused else None))
            _hand_out(tasks, workers, known)  # the next job may take a while to come: a page is fetched first
        _collect(tasks, workers, waiting=False)
        _hand_out(tasks[:room], workers, known)
        _ask_more(tasks, workers, room)
        if not tasks:
            return
        if tasks[0].answer is not None:
            yield tasks.pop(0)
            continue
        working([task.job.name for task in tasks if task.is_given])
        _collect(tasks, workers, waiting=True)


def _collect(tasks: list[Task], workers: Workers, *, waiting: bool) -> None:
    """Take in answers; the documents of a file that holds many come to stand before it."""
    for task in workers.answered(waiting=waiting):
        if not isinstance(task.answer, Opened):
            continue
        place, source = tasks.index(task), task.answer.source
        if source is not None:
            task.answer = None
            task.opened += 1
            tasks.insert(place, Task(record_job(task, source)))
        elif task.opened:
            tasks.pop(place)


def _hand_out(tasks: list[Task], workers: Workers, known: Callable[[Job], bool]) -> None:
    """Give the first of the tasks that nobody has to the free workers."""
    free = workers.free()
    for task in tasks:
        if task.answer is not None:
            continue
        if task.opened or free <= 0:  # what comes after a file of many has to wait until all of them are in
            return
        if task.is_given:
            continue
        if known(task.job):
            task.answer = Known()
        else:
            workers.give(task)
            free -= 1


def _ask_more(tasks: list[Task], workers: Workers, room: int) -> None:
    """Have the next document of the first file that holds many, where there is room for it."""
    opened = next((task for task in tasks if task.opened and task.answer is None), None)
    if opened is not None and tasks.index(opened) < room:
        workers.ask_more(opened)
