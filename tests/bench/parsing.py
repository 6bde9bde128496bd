"""How much parsing costs beside the language models that it cannot do without.

Reads the samples several times over, first through Stanza's tokenizer and tagger alone, then
through `parse`, in turns. The ratio is what marks, attribution, speakers and dates add.
"""

import statistics
import sys
import time
from collections.abc import Callable

from quotes import parse, read
from quotes.document import Document
from quotes.parsing.annotate import annotate
from quotes.paths import data

TURNS = 5
COPIES = 4
"""Each sample is parsed this many times a turn, so that a turn takes seconds."""


def main() -> None:
    """Print words a second of both, and the ratio of their times (median of the turns)."""
    documents = [document for path in sorted((data() / "samples").glob("*.txt")) for document in read(path)]
    documents *= COPIES
    words = sum(len(document.text.split()) for document in documents)
    _seconds(annotate, documents[:1])  # the models load on first use
    pairs = [(_seconds(annotate, documents), _seconds(parse, documents)) for _ in range(TURNS)]
    models, whole = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(b / a for a, b in pairs)
    sys.stdout.write(f"{words:,} words\n")
    sys.stdout.write(f"models and marks alone  {words / models:8,.0f} words/s\n")
    sys.stdout.write(f"parse                   {words / whole:8,.0f} words/s\n")
    sys.stdout.write(f"parse / models alone    {ratio:8.2f}\n")


def _seconds(work: Callable[[Document], object], documents: list[Document]) -> float:
    start = time.perf_counter()
    for document in documents:
        work(document)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
