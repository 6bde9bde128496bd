"""The text of a whole PDF: its paragraphs one after another, then the lines that were dropped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.document import Page
from quotes.sources.furniture.pieces import TITLE_MAX
from quotes.sources.pdf.hyphens import Joiner
from quotes.sources.pdf.measures import body_size
from quotes.sources.pdf.pages import Pages
from quotes.sources.pdf.paragraphs import Paragraph, paragraphs
from quotes.sources.pdf.running import running_lines

TITLE_SIZE = 1.15
"""The title of a report is set in type so much larger than its text."""
TITLE_MIN = 8
"""Letters of a title; what is shorter in large type is a number or a name of the series."""

_PARTING = "\n\n"


@dataclass(frozen=True, slots=True)
class Layout:
    """`text[:end]` are the paragraphs; `dropped` are the spans of running heads and such behind them.

    `title` is the paragraph on the first page that is set in the largest type, where there is one.
    """

    text: str
    end: int
    dropped: tuple[tuple[int, int], ...]
    pages: tuple[Page, ...]
    title: str | None
    processing: tuple[str, ...]


def laid_out(pages: Pages) -> Layout:
    """The layout of the lines of `pages`."""
    running = running_lines(pages.lines, len(pages.labels))
    lines = [line for line in pages.lines if line not in running] or list(pages.lines)
    joiner = Joiner(line.text for line in lines)
    found = paragraphs(lines, joiner)
    text = _PARTING.join(paragraph.text for paragraph in found)
    end = len(text)
    dropped = []
    for line in pages.lines if len(lines) < len(pages.lines) else ():
        if line in running:
            text += _PARTING
            dropped.append((len(text), len(text) + len(line.text)))
            text += line.text
    return Layout(
        text,
        end,
        tuple(dropped),
        tuple(_begun(found, pages.labels)),
        _title(found, body_size(lines)),
        tuple(_told(joiner)),
    )


def _begun(found: Sequence[Paragraph], labels: Sequence[str]) -> Iterator[Page]:
    """Where in the text each page begins; after a footnote of the page before, it does so again."""
    offset = 0
    last: int | None = None
    for paragraph in found:
        for number, start in paragraph.pages:
            if number != last:
                yield Page(labels[number], offset + start)
            last = number
        offset += len(paragraph.text) + len(_PARTING)


def _title(found: Sequence[Paragraph], usual: float) -> str | None:
    first = [
        paragraph
        for paragraph in found
        if paragraph.pages[0][0] == found[0].pages[0][0]
        and paragraph.size > TITLE_SIZE * usual
        and TITLE_MIN <= sum(map(str.isalpha, paragraph.text)) <= TITLE_MAX
    ]
    return max(first, key=lambda paragraph: paragraph.size).text if first else None


def _told(joiner: Joiner) -> Iterator[str]:
    if joiner.joined:
        words = (
            "1 word joined that was" if joiner.joined == 1 else f"{joiner.joined:,} words joined that were"
        )
        yield f"{words} split at the end of a line"
    if joiner.kept:
        yield f"{joiner.kept:,} hyphen{'s' if joiner.kept > 1 else ''} at the end of a line kept"
