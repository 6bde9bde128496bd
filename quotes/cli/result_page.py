"""How one result of a search is shown: what was said, and where the words stand that were looked for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from quotes.cli.highlighting import highlighted
from quotes.cli.lines import QUIET, place_line, statement_head, statement_words
from quotes.cli.printings import statement_note
from quotes.reports.columns import quotation_of
from quotes.reports.matches import Match, Part, matches, parts_beside, spans_in, texts_of
from quotes.words.places import Span

if TYPE_CHECKING:
    from quotes.cli.consoles import Consoles
    from quotes.store.views import Sought, StoredStatement

INDENT = Text("  ")
LONGEST = 6
"""Lines of a terminal that a statement may fill; `quotes show` has the whole. In a pipe it is whole."""
BESIDE = 2
"""Lines that what stands beside it may fill."""
PIPED = 240
"""Cells for that in a pipe, which has no lines."""


def show_result(consoles: "Consoles", stored: "StoredStatement", sought: "Sequence[Sought]") -> None:
    """Print a statement with what was `sought` standing out, and an empty line to tell it from the next.

    What the statement lacks is shown where it stands: a line more for its sentence and its mention.
    """
    found = matches(stored, sought)
    width = consoles.data.width - INDENT.cell_len if consoles.data.is_terminal else None
    consoles.show(statement_head(stored))
    words = _words(stored, spans_in(found, "statement"), None if width is None else LONGEST * width)
    consoles.show(statement_words(stored, words), head=INDENT)
    beside = parts_beside([match for match, term in zip(found, sought, strict=True) if term.field != "title"])
    room = PIPED if width is None else BESIDE * width
    for part in beside:
        if part != "title":
            consoles.show(_beside(stored, found, part, room), head=INDENT)
    if "title" in beside:
        consoles.show(place_line(stored, _beside(stored, found, "title", room)), head=INDENT)
    else:
        title = highlighted(texts_of(stored)["title"], spans_in(found, "title"))
        consoles.show_in_a_line(place_line(stored, title), head=INDENT)
    if note := statement_note(stored):
        consoles.show(note, head=INDENT)
    consoles.show(Text())


def _words(stored: "StoredStatement", spans: Sequence[Span], cells: int | None) -> Text:
    text = stored.statement.text
    if stored.statement.kind == "indirect":
        return highlighted(text, spans, style="italic", cells=cells)
    shown = quotation_of(text)
    before = text.find(shown)
    return highlighted(shown, [(start - before, end - before) for start, end in spans], cells=cells)


def _beside(stored: "StoredStatement", found: Sequence[Match], part: Part, cells: int) -> Text:
    label = f"in the {part}: "
    text = highlighted(texts_of(stored)[part], spans_in(found, part), cells=cells - len(label))
    return Text.assemble((label, QUIET), text)
