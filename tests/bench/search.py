"""Measures search at three sizes, and its start from cold; writes results as JSON and the table of the docs.

    python -m tests.bench.search [--folder build/bench-search] [--statements 1000000] [--queries 200]

The libraries (of the largest size, a tenth and a hundredth of it) are made in the folder on first use, and
anew where an older version of the program made them: minutes for a million statements, and some gigabytes.
The numbers go to tests/bench/results/search.json, the tables into tests/bench/README.md, between its marks.
"""

import argparse
import json
import os
import platform
import sqlite3
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

from quotes.store.indexes.fulltext import VERSION
from quotes.store.schema import HEAD
from tests.bench import cold_start
from tests.bench.generating import PER_DOCUMENT, SAMPLE, STATEMENTS, generate, shaped
from tests.bench.questions import KINDS
from tests.bench.searching import HEAD as COLUMNS
from tests.bench.searching import Measured, line, measure

Row = TypeVar("Row")

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "bench-search"
HERE = Path(__file__).parent
RESULTS = HERE / "results" / "search.json"
DOCS = HERE / "README.md"
BEGIN, END = "<!-- written by tests.bench.search -->", "<!-- end of what it wrote -->"
LINEAR = 5.0
"""Ten times the statements: from this many times the milliseconds on, a question counts as linear."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the libraries, measure, write."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search", description=__doc__)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--statements", type=int, default=STATEMENTS)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=cold_start.ROUNDS)
    parser.add_argument("--json", type=Path, default=RESULTS)
    parser.add_argument(
        "--docs", type=Path, default=DOCS, help="a file with two marks, between which tables go"
    )
    asked = parser.parse_args(arguments)
    sizes = [asked.statements // 100, asked.statements // 10, asked.statements]
    libraries = {size: made(asked.folder, size) for size in sizes}
    found: dict[int, list[Measured]] = {}
    for size, path in libraries.items():
        sys.stdout.write(f"{size:,} statements\n{COLUMNS}")
        found[size] = [_told(each) for each in measure(path, KINDS, asked.queries)]
    starts = cold_start.measure(libraries[sizes[-1]], None, None, asked.rounds)
    sys.stdout.writelines(cold_start.line(each) for each in starts)
    on = machine()
    results = {
        "machine": on,
        "libraries": {size: _facts(path) for size, path in libraries.items()},
        "searches": {size: [asdict(each) for each in own] for size, own in found.items()},
        "cold_start": [asdict(each) for each in starts],
    }
    asked.json.parent.mkdir(parents=True, exist_ok=True)
    asked.json.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    written(asked.docs, tables(found, starts, on))


def _told(measured: Measured) -> Measured:
    sys.stdout.write(line(measured))
    sys.stdout.flush()
    return measured


def made(folder: Path, statements: int) -> Path:
    """The library of so many statements in a folder, made where it is missing or of an older schema."""
    path = folder / f"{statements}-{HEAD}-{VERSION}.db"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        for former in folder.glob(f"{statements}-*"):
            former.unlink()
        documents = max(statements // PER_DOCUMENT, 1)
        unfinished = path.with_suffix(".part")
        generate(unfinished, shaped(statements), documents, min(SAMPLE, documents), sys.stderr.write)
        unfinished.rename(path)
    return path


def machine() -> dict[str, Any]:
    """What the numbers were measured on, and with."""
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "processors": os.cpu_count(),
        "memory_gb": _memory(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "sqlalchemy": version("sqlalchemy"),
    }


def _memory() -> int | None:
    """Gigabytes, where the system tells."""
    try:
        return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)
    except (AttributeError, ValueError, OSError):
        return None


def _facts(path: Path) -> dict[str, int]:
    """How much is in a library."""
    with sqlite3.connect(path) as connection:
        counts = {
            name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608
            for name in ("statements", "documents", "speakers")
        }
    connection.close()
    return counts | {"bytes": path.stat().st_size}


def tables(
    found: Mapping[int, Sequence[Measured]], starts: Sequence[cold_start.Start], on: Mapping[str, Any]
) -> str:
    """The results in Markdown."""
    largest = max(found)
    head = (
        f"On {on['processors']} processors ({on['system']}, {on['memory_gb']} GB; Python {on['python']}, "
        f"SQLite {on['sqlite']}), {largest:,} statements; milliseconds, medians."
    )
    parts = [head, _searches(found[largest]), _growth(found), _starts(starts)]
    return "\n\n".join(parts)


def _searches(found: Sequence[Measured]) -> str:
    columns: dict[str, Callable[[Measured], str]] = {
        "question": lambda each: each.kind,
        "hits": lambda each: f"{each.hits:,.0f}",
        "search": lambda each: f"{each.whole:.1f}",
        "slowest in 20": lambda each: f"{each.whole_p95:.1f}",
        "SQL by hand": lambda each: f"{each.sql:.1f}",
        "times": lambda each: f"{each.whole / each.sql:.1f}",
        "may take": lambda each: f"{min(each.allowed, each.bar or each.allowed):.1f}",
        "": lambda each: "" if each.is_within else "over",
    }
    return _table(columns, found)


def _whole(at: int, row: Sequence[Measured]) -> str:
    return f"{row[at].whole:.1f}"


def _growth(found: Mapping[int, Sequence[Measured]]) -> str:
    sizes = sorted(found)
    rows = list(zip(*(found[size] for size in sizes), strict=True))
    columns: dict[str, Callable[[Sequence[Measured]], str]] = {"growth": lambda row: row[0].kind}
    for at, size in enumerate(sizes):
        columns[f"{size:,}"] = partial(_whole, at)
    columns["last tenfold"] = lambda row: f"× {row[-1].whole / row[-2].whole:.1f}"
    columns[""] = lambda row: "linear" if row[-1].whole / row[-2].whole >= LINEAR else ""
    return _table(columns, rows)


def _starts(starts: Sequence[cold_start.Start]) -> str:
    columns: dict[str, Callable[[cold_start.Start], str]] = {
        "from cold": lambda each: f"`{each.command}`",
        "clock": lambda each: f"{each.wall:.0f}",
        "processor": lambda each: f"{each.cpu:.0f}",
        "modules": lambda each: str(each.modules),
        "may take": lambda each: "" if each.bar is None else f"{each.bar:.0f}",
    }
    return _table(columns, starts)


def _table(columns: Mapping[str, Callable[[Row], str]], rows: Sequence[Row]) -> str:
    lines = [list(columns), ["---"] + ["--:"] * (len(columns) - 1)]
    lines += [[write(row) for write in columns.values()] for row in rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def written(path: Path, text: str) -> None:
    """Put `text` between the marks of a file. Raises SystemExit where it has none."""
    before, begun, rest = path.read_text(encoding="utf-8").partition(BEGIN)
    _, ended, after = rest.partition(END)
    if not (begun and ended):
        raise SystemExit(f"{path} lacks the marks {BEGIN} and {END}")
    path.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
