"""How long `quotes search` takes from cold, beside `beet ls` and `sqlite-utils --version` in the same run.

    python -m tests.bench.cold_start [--library PATH] [--beet PATH] [--sqlite-utils PATH] [--json FILE]

All are started in turns, on empty libraries and (with --library) on a large one; printed are medians of the
clock and of the processor, and how many modules each loads. beets and sqlite-utils are installed into
build/cold-venv on first use unless they are given; where that cannot be done, they are left out. The bar: 1.4
times beets, and the time of the query itself.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from quotes.query.language import plan_of
from quotes.store import open_library

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / "build" / "cold-venv"
RIVALS = ("beets==2.14.1", "sqlite-utils==4.2.1")
ROUNDS = 21
TIMES_BEETS = 1.4
WORD = "government"
_COUNTING = """
import runpy, sys
sys.argv = sys.argv[1:]
try:
    runpy.run_path(sys.argv[0], run_name="__main__")
except SystemExit:
    pass
print(len(sys.modules), file=sys.stderr)
"""


@dataclass(frozen=True, slots=True)
class Start:
    """What a command takes: milliseconds of the clock (and its bar) and of the processor; its modules."""

    command: str
    wall: float
    cpu: float
    modules: int
    bar: float | None = None


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.cold_start", description=__doc__)
    parser.add_argument("--library", type=Path, help="a large one (`tests.bench.generating`)")
    parser.add_argument("--beet", type=Path, help="the command `beet` of an environment that has it")
    parser.add_argument("--sqlite-utils", type=Path, help="the command `sqlite-utils`")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args(arguments)
    found = measure(asked.library, asked.beet, asked.sqlite_utils, asked.rounds)
    sys.stdout.writelines(line(each) for each in found)
    if asked.json:
        asked.json.write_text(json.dumps([asdict(each) for each in found], indent=2) + "\n", encoding="utf-8")


def measure(
    library: Path | None, beet: Path | None, sqlite_utils: Path | None, rounds: int = ROUNDS
) -> list[Start]:
    """Start all commands in turns."""
    if beet is None or sqlite_utils is None:
        beet, sqlite_utils = rivals()
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder, "quotes.db")
        open_library(str(empty)).close()
        environment = os.environ | {"BEETSDIR": folder, "XDG_CONFIG_HOME": folder}
        commands = {"python": [sys.executable, "-c", "pass"]}
        if beet and sqlite_utils:
            commands |= {"beet ls": [str(beet), "ls"], "sqlite-utils": [str(sqlite_utils), "--version"]}
        searches = {"quotes search": empty} | ({"quotes search, large": library} if library else {})
        quotes = str(Path(sys.executable).with_name("quotes"))
        commands |= {name: [quotes, "search", WORD, "--db", str(path)] for name, path in searches.items()}
        times = in_turns(commands, environment, rounds)
        beets = times["beet ls"][0] if "beet ls" in times else None
        bars = {
            name: TIMES_BEETS * beets + own_time(path) for name, path in searches.items() if beets is not None
        }
        return [
            Start(name, *times[name], modules(command, environment), bars.get(name))
            for name, command in commands.items()
        ]


def rivals() -> tuple[Path, Path] | tuple[None, None]:
    """The commands of beets and sqlite-utils, installed where they are missing; None where that fails."""
    commands = VENV / ("Scripts" if os.name == "nt" else "bin")
    ready = VENV / ".ready"
    try:
        if not ready.exists():
            pip = [str(commands / "python"), "-m", "pip", "install", "--quiet", *RIVALS]
            subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
            subprocess.run(pip, check=True, capture_output=True, text=True)
            ready.touch()
    except (subprocess.CalledProcessError, OSError) as error:
        reason = getattr(error, "stderr", None) or error
        sys.stderr.write(f"beets and sqlite-utils cannot be installed here, and are left out: {reason}\n")
        return None, None
    return commands / "beet", commands / "sqlite-utils"


def in_turns(
    commands: Mapping[str, Sequence[str]], environment: Mapping[str, str], rounds: int
) -> dict[str, tuple[float, float]]:
    """The median milliseconds of the clock and of the processor that each command takes; the first of all
    rounds, which fills caches, does not count."""
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for round_ in range(rounds + 1):
        for name, command in commands.items():
            took = _started(command, environment)
            if round_:
                times[name].append(took)
    return {
        name: (statistics.median(wall for wall, _ in own), statistics.median(cpu for _, cpu in own))
        for name, own in times.items()
    }


def _started(command: Sequence[str], environment: Mapping[str, str]) -> tuple[float, float]:
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, env=environment, capture_output=True, check=True)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return 1000 * wall, 1000 * cpu


def own_time(path: Path) -> float:
    """Milliseconds that the search itself takes in a process that runs already."""
    with open_library(str(path)) as library:
        times = []
        for _ in range(5):
            start = time.perf_counter()
            library.search(plan_of((WORD,), limit=20))
            times.append(1000 * (time.perf_counter() - start))
        return statistics.median(times)


def modules(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """How many modules are loaded at the end of a Python command."""
    program, *rest = command
    if rest[0] == "-c":
        counted = [program, "-c", "import sys; print(len(sys.modules), file=sys.stderr)"]
    else:
        counted = [str(Path(program).with_name("python")), "-c", _COUNTING, program, *rest]
    done = subprocess.run(counted, env=environment, capture_output=True, text=True, check=True)
    return int(done.stderr.split()[-1])


def line(of: Start) -> str:
    """A row of the table."""
    bar = "" if of.bar is None else f"   at most {of.bar:.0f}" + (": over" if of.wall > of.bar else "")
    return f"{of.command:22}{of.wall:>8.0f} ms{of.cpu:>8.0f} ms cpu{of.modules:>7} modules{bar}\n"


if __name__ == "__main__":
    main()
