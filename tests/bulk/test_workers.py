"""Whatever a document does to the process that reads it costs that document alone."""

import signal
import subprocess
import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import psutil
import pytest

from quotes.bulk import process
from quotes.bulk.jobs import Failed, Job, Parsed, Task
from quotes.bulk.limits import MEMORY_A_WORKER, Limits, workers_for
from quotes.bulk.turns import in_turn
from quotes.bulk.workers import Workers
from quotes.errors import ModelError
from quotes.sources import Source
from quotes.sources.source import ReadOptions
from tests.bulk import hostile
from tests.bulk.hostile import job

PLAIN = partial(hostile.plain)


def outcomes(jobs: list[Job], limits: Limits | None = None, count: int = 1) -> list[Task]:
    with Workers(count, limits) as workers:
        return list(in_turn(jobs, workers, lambda _job: False))


def error(task: Task) -> str:
    assert isinstance(task.answer, Failed)
    return str(task.answer.error)


def beside(opening: partial[Iterable[Source]], limits: Limits | None = None) -> Task:
    """What becomes of a hostile job between two others, which must come to no harm."""
    before, hostile_one, after = outcomes([job(PLAIN), job(opening), job(PLAIN)], limits)
    assert isinstance(before.answer, Parsed)
    assert isinstance(after.answer, Parsed)
    assert (before.attempts, after.attempts) == (1, 1)
    return hostile_one


def test_a_hang_is_ended_even_where_nothing_else_of_the_process_runs() -> None:
    task = beside(partial(hostile.spin), Limits(seconds=5))

    assert error(task) == "hostile.txt: took longer than 5 s (--time-limit allows more)"
    assert task.attempts == 1


def test_memory_is_limited() -> None:
    task = beside(partial(hostile.swell), Limits(bytes=1024**3))

    assert error(task) == "hostile.txt: needed more than 1 GB of memory"


def test_a_document_whose_process_was_killed_is_tried_once_more(tmp_path: Path) -> None:
    task = beside(partial(hostile.die, tmp_path / "died"))

    assert isinstance(task.answer, Parsed)
    assert task.attempts == 2


def test_a_document_that_kills_its_process_twice_is_given_up() -> None:
    task = beside(partial(hostile.die))

    assert error(task) == "hostile.txt: the process reading it died 2 times; the file may be damaged"


def test_an_error_that_nobody_foresaw_is_one_line_with_its_place() -> None:
    line = error(beside(partial(hostile.broken)))

    assert line.startswith("hostile.txt: a fault in quotes itself: LookupError: no such thing (")
    assert "\n" not in line


def test_interrupting_is_left_to_the_main_process() -> None:
    assert isinstance(beside(partial(hostile.interrupted)).answer, Parsed)


def test_idle_processes_that_were_killed_are_replaced() -> None:
    with Workers(2) as workers:
        first = list(in_turn([job(PLAIN)] * 4, workers, lambda _job: False))
        for worker in workers.processes():
            psutil.Process(worker).kill()
        then = list(in_turn([job(PLAIN)] * 4, workers, lambda _job: False))

    assert all(isinstance(task.answer, Parsed) for task in first + then)


def test_answers_come_in_the_order_of_the_jobs() -> None:
    jobs = [job(partial(hostile.plain, f"{number}.txt"), f"{number}.txt") for number in range(12)]

    tasks = outcomes([job(partial(hostile.die)), *jobs], count=3)

    assert [task.job.name for task in tasks[1:]] == [f"{number}.txt" for number in range(12)]


def test_no_more_jobs_are_taken_than_there_is_room_for() -> None:
    taken = 0

    def endless() -> Iterable[Job]:
        nonlocal taken
        while True:
            taken += 1
            yield job(PLAIN)

    with Workers(2) as workers:
        coming = in_turn(endless(), workers, lambda _job: False)
        for _ in range(3):
            next(coming)

    assert taken <= 3 + 2 * 4


@pytest.mark.parametrize("last", [0, 1, 3])
def test_a_file_of_many_documents_goes_on_where_its_process_died(tmp_path: Path, last: int) -> None:
    tasks = outcomes([job(partial(hostile.many, tmp_path / "log", last)), job(PLAIN)])

    assert [(task.job.name, task.job.record) for task in tasks] == [
        *((f"{number}.txt", number + 1) for number in range(6)),
        ("hostile.txt", 0),
    ]
    assert all(isinstance(task.answer, Parsed) for task in tasks)


def test_all_processes_end_with_the_pool() -> None:
    with Workers(2) as workers:
        coming = in_turn([job(PLAIN), *[job(partial(hostile.spin))] * 2], workers, lambda _job: False)
        next(coming)
        processes = workers.processes()

    assert len(processes) == 2
    assert not any(psutil.pid_exists(process) for process in processes)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process that hangs ends at its next answer")
def test_no_process_outlives_a_main_process_that_was_killed() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.bulk.hostile"], stdout=subprocess.PIPE, text=True
    ) as run:
        assert run.stdout is not None
        assert run.stdout.readline().split() == ["hostile.txt", "hostile.txt"]
        everyone = psutil.Process(run.pid).children(recursive=True)
        run.send_signal(signal.SIGKILL)

    assert len(everyone) >= 3
    assert psutil.wait_procs(everyone, timeout=30)[1] == []


def test_models_that_cannot_be_loaded_are_an_error_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUOTES_MODELS", str(tmp_path))

    (task,) = outcomes([job(PLAIN)])

    assert isinstance(task.answer, Failed)
    assert isinstance(task.answer.error, ModelError)
    assert str(tmp_path) in error(task)


def test_the_process_that_workers_are_forked_from_has_one_thread_and_the_models() -> None:
    code = """
import quotes.bulk.preloaded, psutil
from quotes.parsing.annotate import _pipeline
print(psutil.Process().num_threads(), _pipeline.cache_info().currsize)
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.split() == ["1", "1"]


def test_there_are_no_more_processes_than_the_machine_has_cores_or_memory_for() -> None:
    assert 1 <= workers_for() <= (psutil.cpu_count() or 1)
    assert workers_for(1) == 1
    assert 1 <= workers_for(10_000) <= max(1, psutil.virtual_memory().total // MEMORY_A_WORKER)


@pytest.mark.slow
def test_where_processes_cannot_be_forked_they_are_started_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "_FORKS", False)
    died = job(partial(hostile.die, tmp_path / "died"))

    tasks = outcomes(
        [job(PLAIN), died, job(partial(hostile.interrupted)), job(partial(hostile.die))], count=2
    )

    assert [(type(task.answer), task.attempts) for task in tasks] == [
        (Parsed, 1),
        (Parsed, 2),
        (Parsed, 1),
        (Failed, 2),
    ]


def test_a_long_text_may_take_longer() -> None:
    limits = Limits(seconds=120)

    assert limits.parsing(0) == 120
    assert limits.parsing(5_000_000) > 1_000


def test_options_go_to_the_worker() -> None:
    options = ReadOptions(columns={"text": "body"})
    table = Source("table.csv", b"headline,body\nFerries,It will be late Mara Venn said.\n")

    (task,) = outcomes([Job("table.csv", partial(_opened, table, options), options)])

    assert isinstance(task.answer, Parsed)
    assert "It will be late" in task.answer.parse.document.text


def _opened(source: Source, options: ReadOptions) -> Iterable[Source]:
    from quotes.sources.reading import opened

    return opened(source.original, options, name=source.name)
