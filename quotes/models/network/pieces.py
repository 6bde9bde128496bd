"""From text to what the encoder reads: word pieces with features, in windows cut at paragraph borders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WINDOW = 254
"""Word pieces in a window, beside [CLS] and [SEP]."""
CLS, SEP = 101, 102
_OPENING, _CLOSING, _EITHER = "“„‟«", "”»", '"'
_PARAGRAPH = re.compile(r"[^\r\n]+")


@dataclass(frozen=True)
class Words:
    """A text in words and word pieces: of a piece its id and features, of a word its place in the text."""

    pieces: list[int]
    features: list[tuple[int, int, int]]
    firsts: list[int]
    """Index of each word's first piece."""
    spans: list[tuple[int, int]]
    """Start and end of each word in characters of the text."""
    paragraphs: list[int]
    """Index of the first word of each paragraph."""

    def place(self, first: int, last: int) -> tuple[int, int]:
        """Start and end, in characters of the text, of the words `first` to `last` (left out)."""
        return self.spans[first][0], self.spans[last - 1][1]

    def piece_range(self, first: int, last: int) -> tuple[int, int]:
        """The first piece of the words `first` to `last` (left out), and the first piece after them."""
        end = self.firsts[last] if last < len(self.firsts) else len(self.pieces)
        return self.firsts[first], end


@dataclass(frozen=True)
class Window:
    """Words `first` to `last` (left out) of a text, at most `WINDOW` pieces."""

    first: int
    last: int


def load_vocabulary(content: str) -> Tokenizer:
    """The word-piece tokenizer of a `tokenizer.json`, without the cutting and padding written into it."""
    from tokenizers import Tokenizer

    tokenizer: Tokenizer = Tokenizer.from_str(content)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def read_words(text: str, tokenizer: Tokenizer) -> Words:
    """Cut `text`, paragraph by paragraph (a paragraph ends at a line end), into words and pieces."""
    words = Words([], [], [], [], [])
    lines = [match.span() for match in _PARAGRAPH.finditer(text) if match.group().strip()]
    encodings = tokenizer.encode_batch([text[start:end] for start, end in lines], add_special_tokens=False)
    for (start, end), encoding in zip(lines, encodings, strict=True):
        _add_paragraph(words, text[start:end], start, encoding.ids, encoding.offsets, encoding.word_ids)
    return words


def _add_paragraph(
    words: Words,
    line: str,
    base: int,
    ids: Sequence[int],
    offsets: Sequence[tuple[int, int]],
    word_ids: Sequence[int | None],
) -> None:
    """Append one paragraph's pieces, features and words."""
    quoted = 0
    before: int | None = -1
    for at, (piece, (start, end), word) in enumerate(zip(ids, offsets, word_ids, strict=True)):
        quoted = _quoted(line[start:end], quoted)
        if word != before:
            if at == 0:
                words.paragraphs.append(len(words.spans))
            words.firsts.append(len(words.pieces))
            words.spans.append((base + start, base + end))
        else:
            words.spans[-1] = (words.spans[-1][0], base + end)
        before = word
        words.pieces.append(piece)
        words.features.append((_case(line[start:end]), quoted, int(at == 0)))


def _quoted(printed: str, quoted: int) -> int:
    """Whether we are in quotation marks after this piece (an opening mark is in, a closing one out)."""
    if len(printed) != 1:
        return quoted
    if printed in _OPENING:
        return 1
    if printed in _CLOSING:
        return 0
    return 1 - quoted if printed == _EITHER else quoted


def _case(printed: str) -> int:
    """0 no letter, 1 small, 2 first letter capital, 3 all capitals, 4 mixed."""
    if printed.islower():
        return 1
    if printed.isupper():
        return 3 if len(printed) > 1 else 2
    if printed.istitle():
        return 2
    return 4 if any(char.isalpha() for char in printed) else 0


def windows(words: Words, first_limit: int = WINDOW) -> Iterator[Window]:
    """Pack paragraphs into windows in order; a paragraph longer than a window is cut at a word.

    `first_limit`, in pieces, makes the first window shorter, so that training sees other cuts.
    """
    borders = [*words.paragraphs[1:], len(words.spans)]
    ends = [*words.firsts, len(words.pieces)]
    start, limit = 0, first_limit
    for border, after in zip(borders, [*borders[1:], None], strict=True):
        while ends[border] - ends[start] > limit:
            stop = _last_fitting(ends, start, border, limit)
            yield Window(start, stop)
            start, limit = stop, WINDOW
        if after is None or ends[after] - ends[start] > limit:
            if border > start:
                yield Window(start, border)
            start, limit = border, WINDOW


def _last_fitting(ends: list[int], start: int, border: int, limit: int) -> int:
    """The last word border up to which the pieces from word `start` fit; one word at least."""
    stop = start + 1
    while stop < border and ends[stop + 1] - ends[start] <= limit:
        stop += 1
    return stop
