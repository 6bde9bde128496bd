"""What searches take, each beside the same question in SQL written by hand, on the same file in the same run.

    python -m tests.bench.searching PATH [--queries 200] [--json FILE]

Printed are milliseconds of the clock, in the median and for the slowest in twenty, and of the processor, for
`Library.search` (the page, the count and what else is shown) and for the SQL (page and count), and of the
counts alone. Each question is asked once before it is timed, and both sides must find the same. The layer may
take 3 times the SQL, or 5 ms more.
"""

import argparse
import json
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from quotes.query.language import plan_of
from quotes.query.plan import Plan
from quotes.store import Library, open_library
from quotes.store.views import SearchResult
from tests.bench.questions import KINDS, PAGE, Asked, Kind
from tests.bench.sampling import Sample

QUERIES = 200
PATIENCE = 60.0
"""Seconds for one kind of question: of a slow one fewer are asked."""
Took = tuple[float, float]
"""Milliseconds of the clock and of the processor."""
TIMES, MORE_MS = 3.0, 5.0
"""What the layer may cost: so many times the SQL, or so much more."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds of one kind of question; `hits` are how many a question found, in the median.

    `cpu` are those of the processor, which a busy machine does not change.
    """

    kind: str
    queries: int
    hits: float
    whole: float
    whole_p95: float
    whole_cpu: float
    count: float
    sql: float
    sql_p95: float
    sql_cpu: float
    sql_count: float
    bar: float | None

    @property
    def allowed(self) -> float:
        """What the layer may take beside the SQL."""
        return max(TIMES * self.sql, self.sql + MORE_MS)

    @property
    def is_within(self) -> bool:
        """Whether both bars are kept."""
        return self.whole <= self.allowed and (self.bar is None or self.whole < self.bar)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print a table and write the numbers."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.searching", description=__doc__)
    parser.add_argument("path", type=Path, help="a library, as `tests.bench.generating` makes it")
    parser.add_argument("--queries", type=int, default=QUERIES)
    parser.add_argument("--kind", action="append", help="part of the name of the kinds to ask")
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args(arguments)
    wanted = [kind for kind in KINDS if not asked.kind or any(part in kind.name for part in asked.kind)]
    found = []
    sys.stdout.write(HEAD)
    for measured in measure(asked.path, wanted, asked.queries):
        found.append(measured)
        sys.stdout.write(line(measured))
        sys.stdout.flush()
    if asked.json:
        asked.json.write_text(json.dumps([asdict(each) for each in found], indent=2) + "\n", encoding="utf-8")


def measure(path: Path, kinds: Sequence[Kind], queries: int) -> Iterator[Measured]:
    """Measure kinds of questions, one after the other."""
    with open_library(str(path)) as library:
        connection = alike(path, library)
        for kind in kinds:
            yield _measured(library, connection, kind, queries)
        connection.close()


def alike(path: Path, library: Library) -> sqlite3.Connection:
    """A connection of its own to the library, which caches as much as the library's does."""
    connection = sqlite3.connect(path)
    with library._reading() as reading:
        for name in ("cache_size", "mmap_size", "temp_store"):
            value = reading.exec_driver_sql(f"PRAGMA {name}").scalar()
            connection.execute(f"PRAGMA {name} = {value}")
    return connection


def _measured(library: Library, connection: sqlite3.Connection, kind: Kind, queries: int) -> Measured:
    sample = Sample(connection)
    times: list[tuple[list[Took], int]] = []
    begun = time.perf_counter()
    while len(times) < queries and (len(times) < 5 or time.perf_counter() - begun < PATIENCE):
        times.append(_timed(library, connection, kind.make(sample), swapped=len(times) % 2 == 1))
    whole, count, sql, sql_count = ([took[side] for took, _ in times] for side in range(4))
    return Measured(
        kind.name,
        len(times),
        statistics.median(hits for _, hits in times),
        *_summed(whole),
        _summed(count)[0],
        *_summed(sql),
        _summed(sql_count)[0],
        kind.bar,
    )


def _summed(times: Sequence[Took]) -> tuple[float, float, float]:
    """The median of the clock, the slowest in twenty, and the median of the processor."""
    wall = sorted(took for took, _ in times)
    slow = wall[int(0.95 * (len(wall) - 1))]
    return statistics.median(wall), slow, statistics.median(cpu for _, cpu in times)


def _timed(
    library: Library, connection: sqlite3.Connection, asked: Asked, *, swapped: bool
) -> tuple[list[Took], int]:
    """What it takes of the layer, of its count, of the SQL and of its count; and how many were found."""
    plan = replace(plan_of(asked.typed, limit=PAGE), ranked=False)
    values = asked.bound(lambda word: _forms(library, word))
    values["after"] = values["high"]
    if asked.behind:
        plan, values["high_of_page"] = _behind(connection, asked, plan, values)
    result, rows = library.search(plan), _by_hand(connection, asked, values)
    _compare(asked, result, rows)
    sides: list[Callable[[], object]] = [
        lambda: library.search(plan),
        lambda: library.count(plan),
        lambda: _by_hand(connection, asked, values),
        lambda: _counted(connection, asked, values),
    ]
    order = (2, 3, 0, 1) if swapped else (0, 1, 2, 3)
    took = {side: _milliseconds(sides[side]) for side in order}
    return [took[side] for side in range(4)], result.total


def _forms(library: Library, word: str) -> list[str]:
    """What a word stands for, in the language of the index."""
    (sought,) = library.search(plan_of((word,), limit=1)).sought
    return [f'"{form}"' + "*" * sought.prefix for form in sought.forms]


def _behind(
    connection: sqlite3.Connection, asked: Asked, plan: Plan, values: dict[str, Any]
) -> tuple[Plan, int]:
    """The plan for the page behind so many, or behind half of all, and the last moment that it may give."""
    (total,) = connection.execute(asked.count(), values).fetchone()
    place = min(asked.behind, max(total // 2, 1)) - 1
    query = f"SELECT moment FROM ({asked.found}) ORDER BY moment DESC LIMIT 1 OFFSET {place}"  # noqa: S608
    (moment,) = connection.execute(query, values).fetchone()
    (last,) = connection.execute("SELECT id FROM statements WHERE moment = ?", (moment,)).fetchone()
    return replace(plan, after=last), moment - 1


def _by_hand(
    connection: sqlite3.Connection, asked: Asked, values: dict[str, Any]
) -> tuple[list[str], int, int]:
    """The ids of the page, how many there are, and how many are undated, by the SQL alone."""
    page = values | {"high": values.get("high_of_page", values["high"])}
    rows = connection.execute(asked.page(), page).fetchall()
    undated = 0
    if asked.undated:
        (undated,) = connection.execute(f"SELECT count(*) FROM ({asked.undated})", values).fetchone()  # noqa: S608
    return [row[0] for row in rows], _counted(connection, asked, values), undated


def _counted(connection: sqlite3.Connection, asked: Asked, values: dict[str, Any]) -> int:
    (total,) = connection.execute(asked.count(), values).fetchone()
    return int(total)


def _compare(asked: Asked, result: SearchResult, rows: tuple[list[str], int, int]) -> None:
    """Raise SystemExit where the two sides do not find the same."""
    found = [each.statement.id for each in result.statements]
    if (found, result.total, result.undated) != rows:
        ours = found, result.total, result.undated
        raise SystemExit(f"{asked.typed}: the library finds {ours}, the SQL {rows}")


def _milliseconds(work: Callable[[], object]) -> Took:
    start, cpu = time.perf_counter(), time.process_time()
    work()
    return 1000 * (time.perf_counter() - start), 1000 * (time.process_time() - cpu)


HEAD = (
    f"{'':30}{'asked':>6}{'hits':>10}{'search':>9}{'p95':>9}{'cpu':>9}{'SQL':>9}{'p95':>9}{'cpu':>9}"
    f"{'ratio':>7}{'count':>9}{'SQL':>9}{'bar':>5}\n"
)


def line(of: Measured) -> str:
    """A row of the table."""
    return (
        f"{of.kind:30}{of.queries:>6}{of.hits:>10,.0f}{of.whole:>9.2f}{of.whole_p95:>9.2f}"
        f"{of.whole_cpu:>9.2f}{of.sql:>9.2f}{of.sql_p95:>9.2f}{of.sql_cpu:>9.2f}"
        f"{of.whole / of.sql:>7.1f}{of.count:>9.2f}{of.sql_count:>9.2f}"
        f"{f'{of.bar:.0f}' if of.bar else '':>5}{'' if of.is_within else '  over'}\n"
    )


if __name__ == "__main__":
    main()
