"""From Markdown to plain words: the characters of the markup are cut out, the others keep their places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from quotes.sources.decoding.mapped import Edit, MappedText

BREAK = "\n\n"
DEFINITION = "link definition"
"""The reason of lines that only serve the markup."""

_LINK_END = re.compile(r"\](?:\((?:[^()\\]|\\.|\([^()]*\))*\)|\[[^\]]*\])?", re.DOTALL)
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\](?::[ \t]*)?")
_TAG = re.compile(
    r"<!--(?:[^-]|-(?!->)){0,2000}-->"
    r"|<(?:script|style)\b(?:[^<]|<(?!/script|/style)){0,2000}</(?:script|style)>"
    r"|<[^<>]{0,2000}>",
    re.IGNORECASE,
)
_BLOCK_TAG = re.compile(r"</?(?:p|div|li|br|h[1-6]|tr|t[dh]|[uo]l|fig\w+|blockquote)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Run:
    """Characters `start` to `end` of the file that are words, or stand for the words `put`."""

    start: int
    end: int
    put: str | None = None


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
    leaves = [token for token in tokens if token.map and token.type in _LEAVES]
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
        runs = list(_LEAVES[leaf.type](text, leaf, at, lines[min(end, len(lines) - 1)]))
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


def _inline(text: str, token: Token, at: int, end: int) -> Iterator[Run]:
    """The runs of a paragraph, a heading or a cell, found again in `text[at:end]`."""
    places = _places(text, token.content, at, end)
    if places is None:
        yield from _lines(text, token, at, end)
        return
    for run in _of_children(token.content, token.children or []):
        if run.put is not None:
            yield Run(places[run.start], places[run.end - 1] + 1, run.put)
            continue
        for span in _unbroken(places, run.start, run.end):
            yield Run(*span)


def _places(text: str, content: str, at: int, end: int) -> list[int] | None:
    """The place in `text` of each character of `content`, whose lines lost what leads them in the file."""
    places: list[int] = []
    for line in content.split("\n"):
        found = text.find(line, at, end)
        if found < 0:
            return None
        at = found + len(line)
        places.extend(range(found, at + 1))
    return places


def _unbroken(places: Sequence[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for index in range(start + 1, end + 1):
        if index == end or places[index] != places[index - 1] + 1:
            yield places[first], places[index - 1] + 1
            first = index


def _of_children(content: str, children: Sequence[Token]) -> Iterator[Run]:
    """The runs among the offsets of `content`: markup stands between them."""
    at = 0
    for child in children:
        if child.type == "link_close":
            tail = _LINK_END.match(content, at)
            at = tail.end() if tail else at
        elif child.type == "image":
            tail = _LINK_END.match(content, content.find("![", at) + 2 + len(child.content))
            at = tail.end() if tail else at
        elif child.type == "code_inline" and child.content not in content[at:]:
            wrapped = re.compile(r"\s+".join(map(re.escape, child.content.split()))).search(content, at)
            if wrapped:
                at = wrapped.end()
                yield Run(*wrapped.span(), child.content)
        else:
            sign = child.markup if child.type == "text_special" else child.content
            sign = "\n" if child.type in _BREAKS else sign
            found = content.find(sign, at) if sign else -1
            if found >= 0:
                at = found + len(sign)
                yield from _run(child, content, found, at)


def _run(child: Token, content: str, start: int, end: int) -> Iterator[Run]:
    if child.type in _BREAKS:
        yield Run(start, end, _BREAKS[child.type])
    elif child.type == "text_special":
        yield Run(start, end, child.content)
    elif child.type != "html_inline":
        for footnote in _FOOTNOTE.finditer(content, start, end):
            yield from [Run(start, footnote.start())] if start < footnote.start() else []
            start = footnote.end()
        if start < end:
            yield Run(start, end)


def _lines(text: str, token: Token, at: int, end: int) -> Iterator[Run]:
    """The lines of a block of code, as they stand; its fences are no words."""
    for match in re.compile(r"\S[^\n]*\n?").finditer(text, at, end):
        if not (token.markup and match.group().startswith(token.markup)):
            yield Run(*match.span())


def _html(text: str, token: Token, at: int, end: int) -> Iterator[Run]:
    """The words between the tags; a tag of a block parts paragraphs."""
    for tag in _TAG.finditer(text, at, end):
        if text[at : tag.start()].strip():
            yield Run(at, tag.start())
            if _BLOCK_TAG.match(tag.group()):
                yield Run(*tag.span(), BREAK)
        at = tag.end()
    if text[at:end].strip():
        yield Run(at, end)


_BREAKS = {"softbreak": " ", "hardbreak": "\n"}
_LEAVES = {"inline": _inline, "fence": _lines, "code_block": _lines, "html_block": _html}
