"""The lines of a long file with the bytes of each, without its whole text in memory."""

import io
import re
from array import array
from collections.abc import Iterator

from quotes.sources.decoding.charset import decode
from quotes.sources.limits import MAX_CHARACTERS

SAMPLE_BYTES = MAX_CHARACTERS
"""So much of a file is looked at for its encoding."""
HEAD_LINES = 20
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_BOM = "\ufeff"


class Lines:
    """The lines of a text file, decoded when they are asked for."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises SourceError for an empty or binary file and for bytes that are in no encoding."""
        self.data = data
        self.encoding = encoding_of(data, name)
        wide = self.encoding.startswith(("utf-16", "utf-32"))
        sizes = _wide(data, self.encoding) if wide else _narrow(data)
        self._starts = array("Q", [0])
        for size in sizes:
            self._starts.append(min(self._starts[-1] + size, len(data)))

    def __len__(self) -> int:
        return len(self._starts) - 1

    def text(self, number: int) -> str:
        """The line of this number, from 0 on, with its line end."""
        text = self.original(number, number + 1).decode(self.encoding, errors="replace")
        return text.lstrip(_BOM) if number == 0 else text

    def head(self) -> str:
        """The first lines, in which a table names its columns."""
        return "".join(self.text(number) for number in range(min(HEAD_LINES, len(self))))

    def original(self, first: int, last: int) -> bytes:
        """The bytes of the lines from `first` on and before `last`."""
        return self.data[self._starts[first] : self._starts[last]]


def encoding_of(data: bytes, name: str) -> str:
    """The encoding of a text file, told by its first line and by those of its lines that are not ASCII.

    Raises SourceError for an empty or binary file and for bytes that are in no encoding.
    """
    if len(data) <= SAMPLE_BYTES:
        return decode(data, name).encoding
    stream = io.BytesIO(data)
    sample = [stream.readline(SAMPLE_BYTES)]
    size = len(sample[0])
    for line in stream:
        if size + len(line) > SAMPLE_BYTES:
            break
        if not line.isascii():
            sample.append(line)
            size += len(line)
    return decode(b"".join(sample), name).encoding


def _narrow(data: bytes) -> Iterator[int]:
    """The sizes of lines where a byte that looks like a line end is one: in all encodings but wide ones."""
    for line in io.BytesIO(data):
        if b"\r" in line[:-2]:
            yield from map(len, line.splitlines(keepends=True))
        else:
            yield len(line)


def _wide(data: bytes, encoding: str) -> Iterator[int]:
    for match in _LINE.finditer(data.decode(encoding, errors="replace")):
        yield len(match.group().encode(encoding, errors="replace"))
