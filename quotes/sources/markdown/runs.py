"""The words of one block of Markdown: its runs of characters in the file, between which markup is cut out."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from quotes.sources.markdown.tags import PARTING_TAG, tags_in

BREAK = "\n\n"

_LINK_END = re.compile(r"\](?:\((?:[^()\\]|\\.|\([^()]*\))*\)|\[[^\]]*\])?", re.DOTALL)
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\](?::[ \t]*)?")
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


@dataclass(frozen=True, slots=True)
class Run:
    """Characters `start` to `end` of the file that are words, or stand for the words `put`."""

    start: int
    end: int
    put: str | None = None


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
        elif child.type == "code_inline" and content.find(child.content, at) < 0:
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
    for start, stop in tags_in(text, at, end):
        if text[at:start].strip():
            yield Run(at, start)
            if PARTING_TAG.match(text, start):
                yield Run(start, stop, BREAK)
        at = stop
    if text[at:end].strip():
        yield Run(at, end)


RUNS_OF: Mapping[str, Callable[[str, Token, int, int], Iterator[Run]]] = {
    "inline": _inline,
    "fence": _lines,
    "code_block": _lines,
    "html_block": _html,
}
"""What finds the runs of a block again in the file, by the type of its token."""
