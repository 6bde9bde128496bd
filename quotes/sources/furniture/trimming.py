"""What of a scraped plain text is the story, and what is page furniture.

Where it is not sure, a piece is kept: losing words of the story is worse than keeping a link.
"""

from quotes.paragraphs import paragraph_spans
from quotes.sources.furniture.closing import without_closing, without_comments
from quotes.sources.furniture.front import with_front
from quotes.sources.furniture.links_above import without_links_above
from quotes.sources.furniture.page_lines import lines_of_the_page
from quotes.sources.furniture.pieces import Piece
from quotes.sources.furniture.repeats import once
from quotes.sources.furniture.sections import without_other_stories, without_tail
from quotes.sources.furniture.splitting import pieces_of


def trim(text: str) -> list[Piece]:
    """Every line of `text` that is not blank, as pieces in order."""
    furniture = list(lines_of_the_page(text))
    pieces = furniture + _paragraphs(text, furniture)
    pieces.sort(key=lambda piece: piece.start)
    page = without_closing(text, without_comments(text, once(text, pieces)))
    # Who wrote the story may stand above other stories or below them, and so hide the one from the other.
    story = without_links_above(text, without_closing(text, without_other_stories(text, page)))
    return with_front(text, without_tail(text, story))


def _paragraphs(text: str, furniture: list[Piece]) -> list[Piece]:
    spans = paragraph_spans(_masked(text, furniture))
    begins = not furniture or furniture[0].start > (spans[0][0] if spans else 0)
    return [
        piece
        for index, (start, end) in enumerate(spans)
        for piece in pieces_of(text, start, end, first=begins and index == 0)
    ]


def _masked(text: str, furniture: list[Piece]) -> str:
    """The text with blank lines in place of furniture, so that no paragraph runs across them."""
    parts: list[str] = []
    position = 0
    for piece in furniture:
        parts += [text[position : piece.start], "\n" * (piece.end - piece.start)]
        position = piece.end
    return "".join(parts) + text[position:]
