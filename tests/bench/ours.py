"""One side of the speed benchmark: our parser over texts given as a JSON list on standard input.

Prints, as JSON, the processor seconds of parsing alone (models loaded, documents read) and the process's peak
memory in bytes.
"""

import json
import resource
import sys
import time

from quotes import parse
from quotes.document import Document

KIB = 1024


def main() -> None:
    """Parse every text once."""
    documents = [Document.of_text(text) for text in json.load(sys.stdin)]
    parse("“We wait,” said Mara Venn.")  # the models load on first use
    started = time.process_time()
    found = sum(len(parse(document).quotes) for document in documents)
    seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIB
    sys.stdout.write(json.dumps({"seconds": seconds, "quotations": found, "peak_bytes": peak}) + "\n")


if __name__ == "__main__":
    main()
