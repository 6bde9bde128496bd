"""What looking for copies costs: adding a document to a library that holds many, against adding it at all.

Run it as `python -m tests.bench.copies [DOCUMENTS]` (default 100,000).
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from quotes.copies.texts import SKETCH_SIZE
from quotes.document import Document
from quotes.statement import Parse
from quotes.store import Library, copies, open_library
from quotes.store.models import DocumentRow, MarkRow
from quotes.store.rows import document_values

SAMPLE = 100
CHUNK = 1_000
WORDS = 700
"""Of one document: about the mean of a news article."""


def story(number: int) -> Document:
    """A document of words as frequent as in a language: few that are common, many that are not."""
    chance = random.Random(number)  # noqa: S311 the same documents in every run
    text = " ".join(f"w{int(10 * chance.paretovariate(0.9))}" for _ in range(WORDS))
    return Document.of_text(f"{number} {text}", f"{number}.txt")


def filled(library: Library, number: int) -> None:
    """Put `number` documents of marks alone, no two alike, into the library."""
    chance = random.Random(0)  # noqa: S311
    empty = document_values("", Document.of_text("-"), ())
    with library._engine.begin() as connection:
        for first in range(0, number, CHUNK):
            rows = [
                empty | {"id": f"dbench{at}", "number": -1 - at, "sha256": str(at), "text_key": str(at)}
                for at in range(first, min(first + CHUNK, number))
            ]
            connection.execute(insert(DocumentRow), rows)
            marks = [
                {"mark": chance.getrandbits(63), "document_id": row["id"]}
                for row in rows
                for _ in range(SKETCH_SIZE)
            ]
            connection.execute(insert(MarkRow), marks)


def taken(add: Callable[[Document], object], first: int) -> list[float]:
    """Milliseconds of the processor that each of `SAMPLE` new documents takes."""
    times = []
    for number in range(first, first + SAMPLE):
        document = story(number)
        begun = time.process_time()
        add(document)
        times.append(1000 * (time.process_time() - begun))
    return times


def keyed(session: Session, document_id: str, text: str) -> None:
    """What is done in the place of comparing: the document is marked as done."""
    mine = update(DocumentRow).where(DocumentRow.id == document_id)
    session.execute(mine.values(text_key=f"bench {document_id}"))


def main(number: int) -> None:
    """Print milliseconds for a document with and without the search for copies, and their ratio."""
    with tempfile.TemporaryDirectory() as folder, open_library(str(Path(folder, "quotes.db"))) as library:
        filled(library, number)
        whole = taken(lambda document: library.add(document, Parse(document)), 0)
        compare, copies.compare = copies.compare, keyed
        plain = taken(lambda document: library.add(document, Parse(document)), SAMPLE)
        copies.compare = compare
    whole_ms, plain_ms = statistics.median(whole), statistics.median(plain)
    print(  # noqa: T201
        f"{number:,} documents: {whole_ms:.1f} ms with copies, {plain_ms:.1f} ms without, "
        f"ratio {whole_ms / plain_ms:.2f}; slowest {max(whole):.1f} ms"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
