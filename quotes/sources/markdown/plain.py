"""From Markdown to plain words: the characters of the markup are cut out, the others keep their places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from quotes.sources.decoding.mapped import Edit, MappedText
from quotes.sources.markdown.runs import BREAK, RUNS_OF, Run

DEFINITION = "link definition"
"""The reason of lines that only serve the markup."""


@dataclass(frozen=True, slots=True)
class Plain:
    """The words, a paragraph a block; the span of the front matter (empty without one) and of lines that
    are no words; the paragraphs that are set off as quotations; the first heading of the first rank."""

    words: MappedText
    front: tuple[int, int]
    definitions: tuple[tuple[int, int], ...]
    set_off: frozenset[str]
    heading: str | None

    def aside(self, front: str) -> Iterator[tuple[tuple[int, int], str]]:
        """Every span that is no text, with the reason (`front` is that of front matter)."""
        if self.front[1]:
            yield self.front, front
        for span in self.definitions:
            yield span, DEFINITION

    def without_aside(self) -> str:
        """The words with line ends in place of what is no text."""
        parts: list[str] = []
        at = 0
        for start, end in (self.front, *self.definitions):
            parts += [self.words.text[at:start], "\n" * (end - start)]
            at = end
        return "".join(parts) + self.words.text[at:]


@dataclass(frozen=True, slots=True)
class _Paragraph:
    runs: list[Run]
    quoted: bool = False
    is_title: bool = False
    is_definition: bool = False


def plain(page: MappedText, start: int) -> Plain:
    """The words of a Markdown page, whose front matter ends at `start`."""
    paragraphs = [_Paragraph([Run(0, start)], is_definition=True)] if start else []
    paragraphs += [paragraph for paragraph in _paragraphs(page.text, start) if paragraph.runs]
    words = page.edited(_edits(paragraphs, len(page.text)))
    spans = list(_spans(paragraphs))
    both = list(zip(paragraphs, spans, strict=True))
    titles = (words.text[slice(*span)] for paragraph, span in both if paragraph.is_title)
    asides = [span for paragraph, span in both if paragraph.is_definition]
    return Plain(
        words,
        front=asides[0] if start else (0, 0),
        definitions=tuple(asides[1:] if start else asides),
        set_off=frozenset(words.text[slice(*span)] for paragraph, span in both if paragraph.quoted),
        heading=next(titles, None),
    )


def _edits(paragraphs: Sequence[_Paragraph], length: int) -> Iterator[Edit]:
    """The cuts between the runs, and what is put in place of some."""
    at = 0
    for number, paragraph in enumerate(paragraphs):
        for index, run in enumerate(paragraph.runs):
            yield Edit(at, run.start, BREAK if number and not index else "")
            if run.put is not None:
                yield Edit(run.start, run.end, run.put)
            at = run.end
    yield Edit(at, length, "")


def _spans(paragraphs: Sequence[_Paragraph]) -> Iterator[tuple[int, int]]:
    """Where each paragraph stands among the words."""
    at = 0
    for number, paragraph in enumerate(paragraphs):
        at += len(BREAK) if number else 0
        start = at
        at += sum(run.end - run.start if run.put is None else len(run.put) for run in paragraph.runs)
        yield start, at


@cache
def _parser() -> MarkdownIt:
    # Without text_join an escaped or encoded character stays apart and can be found in the file.
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")


def _paragraphs(text: str, start: int) -> Iterator[_Paragraph]:
    """The paragraphs from `start` on, in order."""
    lines = list(accumulate((len(line) + 1 for line in text[start:].split("\n")), initial=start))
    tokens = _parser().parse(text[start:])
    leaves = [token for token in tokens if token.map and token.type in RUNS_OF]
    quoted = _quoted_lines(tokens)
    titles = {
        token.map[0] for token in tokens if token.type == "heading_open" and token.tag == "h1" and token.map
    }
    at = line = 0
    for leaf in leaves:
        first, end = leaf.map or (0, 0)
        yield from _between(text, lines[min(line, first) : first + 1])
        line = max(line, end)
        at = max(at, lines[first])
        runs = list(RUNS_OF[leaf.type](text, leaf, at, lines[min(end, len(lines) - 1)]))
        at = runs[-1].end if runs else at
        yield _Paragraph(runs, first in quoted, first in titles)
    yield from _between(text, lines[line:])


def _quoted_lines(tokens: Sequence[Token]) -> frozenset[int]:
    blocks = [
        token.map for token in tokens if token.type == "blockquote_open" and token.level == 0 and token.map
    ]
    return frozenset(line for first, end in blocks for line in range(first, end))


def _between(text: str, starts: Sequence[int]) -> Iterator[_Paragraph]:
    """Lines of no block: definitions of links, rules, the line below the head of a table."""
    for start, end in pairwise(starts):
        words = text[start:end].strip()
        if any(map(str.isalnum, words)):
            begin = text.index(words, start)
            yield _Paragraph([Run(begin, begin + len(words))], is_definition=True)
