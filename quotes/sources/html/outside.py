"""What of an HTML page was not taken for its main text: counted, and kept to be looked at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from quotes.sources.decoding.mapped import MappedText
from quotes.sources.furniture.pieces import Piece

REASON = "outside the main text"
MAX_KEPT = 300
"""So many paragraphs of what was left out are kept; the rest is only counted."""
MAX_COUNTED = 2_000
MIN_WORDS = 3
"""A paragraph of fewer words (a link, a date) does not count."""

_NO_TEXT = frozenset("script style noscript template svg head".split())
_INLINE = frozenset(
    "a abbr b bdi bdo cite code em font i mark q s small span strong sub sup time u wbr".split()
)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The paragraphs that were left out, and one line that counts them."""

    paragraphs: tuple[str, ...]
    account: str


def left_out(tree: Any, main: str) -> LeftOut:
    """The paragraphs of a parsed page whose words are not in its `main` text."""
    kept = _letters(main)
    total = inside = 0
    outside: dict[str, None] = {}
    for words in _texts(tree):
        if total == MAX_COUNTED:
            break
        if len(words.split()) < MIN_WORDS:
            continue
        total += 1
        if _letters(words) in kept:
            inside += 1
        elif len(outside) < MAX_KEPT:
            outside[words] = None
    account = f"main text found by trafilatura: {inside:,} of {total:,} paragraphs of the page"
    return LeftOut(tuple(outside), account)


def with_left_out(
    page: MappedText, pieces: Sequence[Piece], outside: LeftOut
) -> tuple[MappedText, list[Piece]]:
    """The page with what was left out behind it, as pieces of furniture."""
    text, extended = page.text, list(pieces)
    for words in outside.paragraphs:
        start = len(text) + 2
        text += f"\n\n{words}"
        extended.append(Piece("furniture", start, len(text), REASON))
    return MappedText.of(text), extended


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _texts(tree: Any) -> Iterator[str]:
    """The text of every block of the page that holds no other block, in order."""
    waiting: list[str] = []
    for event, element in _walk(tree):
        if event == "text":
            waiting.append(element)
        elif waiting:
            yield " ".join("".join(waiting).split())
            waiting = []
    if waiting:
        yield " ".join("".join(waiting).split())


def _walk(tree: Any) -> Iterator[tuple[str, Any]]:
    """The strings of the page and, between them, where a block begins or ends."""
    open_elements = [(tree, iter(tree))]
    yield "text", tree.text or ""
    while open_elements:
        element, children = open_elements[-1]
        child = next(children, None)
        if child is None:
            open_elements.pop()
            if element.tag not in _INLINE:
                yield "edge", None
            yield "text", element.tail or ""
            continue
        if not isinstance(child.tag, str) or child.tag in _NO_TEXT:
            yield "text", child.tail or ""
            continue
        if child.tag not in _INLINE:
            yield "edge", None
        yield "text", child.text or ""
        open_elements.append((child, iter(child)))
