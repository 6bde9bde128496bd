"""The page of a statement under review: where it is, the words in their context, who is credited and why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from quotes.cli.lines import GAP, ID, MISSING, NAME, QUIET, counted
from quotes.cli.statement_page import CONTEXT_LIMIT, MARKS
from quotes.display import clean, one_line
from quotes.document import page_words

if TYPE_CHECKING:
    from quotes.cli.review.screen import Page
    from quotes.statement import Span
    from quotes.store.views import StoredDocument, StoredStatement

WORDS = "bold reverse green"
MENTION = "bold cyan"
CUE = "bold magenta"
ASKED = "bold yellow"
LABEL_WIDTH = 9
FEWEST_LINES = 3
"""Lines of the context that are shown before anything else is given up."""
KEYS = (
    *("a accept", "r reject", "s speaker", "u undo", "space skip", "h help", "q quit"),
    *("b back", "k kind", "f span", "d date", "t tag", "n note", "o open"),
)

_WIDTHS = Console(file=None, width=80, legacy_windows=False)
"""Wraps lines; it prints nothing."""


@dataclass(frozen=True, slots=True)
class StatementView:
    """What is drawn: a statement, its document's `text`, how far one is, and what is said or asked below.

    `span` is shown in place of the statement's own while that is being fixed; `scroll` are lines.
    """

    stored: "StoredStatement"
    text: str
    progress: str
    message: str = ""
    asked: bool = False
    keys: Sequence[str] = KEYS
    span: "Span | None" = None
    scroll: int = 0
    colour: bool = True

    def page(self, width: int, height: int) -> list[Text]:
        """The lines of the page, of which there are never more than `height`."""
        head = [Text(one_line(self.progress), QUIET), *document_lines(self.stored.document, self.stored.page)]
        facts = [line for fact in self._facts() for line in _folded(fact, width, LABEL_WIDTH)]
        foot = foot_lines(self.message, self.keys, width, asked=self.asked)
        room = height - len(foot) - 2
        head = head[: max(1, room - FEWEST_LINES)]
        facts = facts[: max(0, room - FEWEST_LINES - len(head))]
        context, above, below = self._context(width, max(1, room - len(head) - len(facts)))
        body = [*head, _rule(width, above, "\u2191"), *context, _rule(width, below, "\u2193"), *facts]
        return bottomed(body, foot, width, height)

    def asking(self, question: str, keys: Sequence[str]) -> "Page":
        """The page with a question below, and the keys that answer it."""
        return replace(self, message=question, asked=True, keys=keys).page

    def _context(self, width: int, rows: int) -> tuple[list[Text], int, int]:
        """The lines around the statement that fit, and how many there are above and below."""
        lines = wrap(context_of(self.stored, self.text, self.span, colour=self.colour), width)
        held = [at for at, line in enumerate(lines) if any(span.style == WORDS for span in line.spans)] or [0]
        above = max(0, rows - len(held)) * 2 // 3  # what comes before tells more often who speaks
        top = max(0, min(held[0] - above + self.scroll, len(lines) - rows))
        return lines[top : top + rows], top, max(0, len(lines) - top - rows)

    def _facts(self) -> list[Text]:
        """Who is credited and why, and all else that is decided."""
        stored, statement = self.stored, self.stored.statement
        sure = "not known" if statement.confidence is None else f"{statement.confidence:.2f}"
        stance = f", {statement.stance}" if statement.stance not in (None, "asserted") else ""
        state = stored.withheld_reason if stored.withheld else stored.checked or "nobody looked at it yet"
        facts = [
            ("Who", _who(stored)),
            ("Why", _why(stored, self.text)),
            ("Kind", Text(f"{statement.kind}{stance}{GAP}sure {sure}{GAP}({one_line(state or '')})")),
            ("Said", _said(stored)),
        ]
        if stored.tags or stored.note:
            tags = (f"+{tag}" for tag in stored.tags)
            facts.append(("Tags", Text(one_line(" ".join([*tags, stored.note or ""])))))
        if stored.copies:
            facts.append(
                ("Copies", Text(f"{counted(len(stored.copies), 'other printing')} of the same words"))
            )
        return [Text.assemble((f"{label:<{LABEL_WIDTH}}", QUIET), value) for label, value in facts]


def context_of(
    stored: "StoredStatement", text: str, span: "Span | None" = None, *, colour: bool = True
) -> Text:
    """The text around a statement; its words (or those at `span`), mention and cue in their colours."""
    statement = stored.statement
    start, end = span or (statement.start, statement.end)
    first, last = _around(text, (start, end))
    shown = passage(text, first, last)
    shown.stylize(WORDS, start - first, end - first)
    for style, place in ((CUE, statement.cue_span), (MENTION, statement.mention_span)):
        if place is not None and place[0] < last and first < place[1]:
            shown.stylize(style, max(0, place[0] - first), place[1] - first)
    if not colour:
        before, words, after = shown.divide([start - first, end - first])
        shown = Text.assemble(before, MARKS[0], words, MARKS[1], after)
    return shown


def _around(text: str, span: "Span") -> "Span":
    """`span` with at most `CONTEXT_LIMIT` characters on either side, cut between words."""
    first, last = max(0, span[0] - CONTEXT_LIMIT), min(len(text), span[1] + CONTEXT_LIMIT)
    if first > 0:
        first += next((at for at, c in enumerate(text[first : span[0]]) if c.isspace()), -1) + 1
    if last < len(text):
        last -= next((at for at, c in enumerate(reversed(text[span[1] : last])) if c.isspace()), 0)
    return first, last


def passage(text: str, start: int, end: int) -> Text:
    """`text[start:end]` as it is shown: letter by letter, wrapped lines of the source as one."""
    shown = clean(text[start:end]).replace("\t", " ")
    letters = [
        " " if letter == "\n" and "\n" not in (shown[at - 1 : at], shown[at + 1 : at + 2]) else letter
        for at, letter in enumerate(shown)
    ]
    return Text("".join(letters))


def document_lines(document: "StoredDocument", page: str | None) -> list[Text]:
    """Title, and publisher, date and page, of a document."""
    title = Text(one_line(document.title or document.name), NAME)
    publisher = Text(one_line(document.publisher or "no publisher"), "" if document.publisher else MISSING)
    date = Text(one_line(document.published or "no date"), "" if document.published else MISSING)
    parts = [publisher, date, *([Text(one_line(page_words(page)))] if page else []), Text(document.id, ID)]
    return [title, Text(GAP).join(parts)]


def foot_lines(message: str, keys: Sequence[str], width: int, *, asked: bool) -> list[Text]:
    """What is said or asked, and the keys, in at most two lines each."""
    said = _folded(Text(one_line(message), ASKED if asked else MISSING), width, 0) if message else []
    lines = [""]
    for key in keys:
        longer = f"{lines[-1]}{GAP}{key}" if lines[-1] else key
        if len(longer) > width:
            lines.append(key)
        else:
            lines[-1] = longer
    return [*said, *(Text(line, QUIET) for line in lines[:2])]


def bottomed(body: Sequence[Text], foot: Sequence[Text], width: int, height: int) -> list[Text]:
    """A page of just `height` lines, `foot` at its bottom."""
    body = list(body[: max(0, height - len(foot))])
    body += [Text() for _ in range(height - len(foot) - len(body))]
    return [_cut(line, width) for line in (*body, *foot)][:height]


def wrap(text: Text, width: int) -> list[Text]:
    """`text` in lines of at most `width` cells."""
    return list(text.wrap(_WIDTHS, max(1, width), overflow="fold")) or [Text()]


def _who(stored: "StoredStatement") -> Text:
    statement = stored.statement
    if not statement.speaker:
        return Text(f"unknown: {one_line(statement.unknown or 'no reason is known')}", MISSING)
    who = Text(one_line(stored.speaker or statement.speaker), NAME)
    who.append(f" ({statement.speaker_type})" if statement.speaker_type else "", "not bold")
    who.append(f"{GAP}{stored.speaker_id}" if stored.speaker_id else "", f"not bold {ID}")
    if stored.speaker and stored.speaker != statement.speaker:
        who.append(f"{GAP}here: {one_line(statement.speaker)}", "not bold")
    return who


def _why(stored: "StoredStatement", text: str) -> Text:
    statement = stored.statement
    parts: list[Text] = []
    if statement.mention:
        parts.append(Text(f"\u201c{one_line(statement.mention)}\u201d", MENTION))
    if statement.rests_on and statement.rests_on != statement.mention_span:
        parts.append(Text(f"known by \u201c{one_line(text[slice(*statement.rests_on)])}\u201d"))
    if statement.cue:
        parts.append(Text(one_line(statement.cue), CUE))
    if statement.role:
        parts.append(Text(f"described as \u201c{one_line(statement.role)}\u201d"))
    if statement.joint:
        parts.append(Text(f"together: {one_line(', '.join(statement.joint))}"))
    if statement.implicit:
        parts.append(Text("nobody is named at this place"))
    if statement.via:
        parts.append(Text(f"via {one_line(statement.via)}"))
    return Text(GAP).join(parts) if parts else Text("the text names nobody here", MISSING)


def _said(stored: "StoredStatement") -> Text:
    statement = stored.statement
    evidence = f"{GAP}({one_line(statement.said_evidence)})" if statement.said_evidence else ""
    return Text.assemble((statement.said_on or "not known", "" if statement.said_on else MISSING), evidence)


def _folded(text: Text, width: int, indent: int) -> list[Text]:
    """`text` in one line or two, the second one indented; what does not fit is cut."""
    head, rest = text.divide([indent]) if indent else (Text(), text)
    lines = wrap(rest, max(1, width - indent))
    second = [Text.assemble(" " * indent, *lines[1:])] if len(lines) > 1 else []
    return [Text.assemble(head, lines[0]), *second]


def _rule(width: int, more: int, arrow: str) -> Text:
    note = f" {arrow} {counted(more, 'more line')} " if more else ""
    return Text("\u2500" * 2 + note + "\u2500" * max(0, width - 2 - len(note)), QUIET)


def _cut(line: Text, width: int) -> Text:
    line = line.copy()
    line.truncate(width, overflow="ellipsis")
    return line


def listed_lines(found: Sequence["StoredStatement"], width: int) -> list[Text]:
    """Statements, a line each."""
    return [_cut(_listed(stored), width) for stored in found]


def _listed(stored: "StoredStatement") -> Text:
    who = Text(one_line(stored.statement.mention or "\u2013"), MENTION)
    return Text.assemble((stored.statement.id, ID), GAP, who, GAP, one_line(stored.statement.text))
