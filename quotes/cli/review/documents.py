"""Reads whole documents that were drawn, for what was missed in them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rich.text import Text

from quotes.cli.lines import MISSING, NAME, QUIET
from quotes.cli.own_words import not_set_off
from quotes.cli.review.asking import Asking
from quotes.cli.review.cast import cast_of
from quotes.cli.review.page import bottomed, document_lines, foot_lines, passage
from quotes.cli.review.reading import Reading
from quotes.cli.review.walk import Review, help_page
from quotes.errors import QuotesError
from quotes.parsing.marked_passages import marked_passages
from quotes.parsing.set_off import presented
from quotes.people.edits import StatementEdit
from quotes.people.review import Walk

if TYPE_CHECKING:
    from quotes.cli.review.screen import Page, Screen
    from quotes.people.review_draws import Draw
    from quotes.statement import Span
    from quotes.store import Library
    from quotes.store.desk import Desk
    from quotes.store.views import StoredStatement

QUOTE = "green"
CLAIM = "cyan"
UNCLAIMED = MISSING
KEYS = (
    "m mark a missed statement",
    "e edit one",
    "n nothing (more) missed",
    "u undo",
    "right skip",
    "left back",
    "h help",
    "q quit",
)
HELP = (
    ("m", "mark a missed statement: a letter of a marked passage, or its exact words"),
    ("e", "edit one of the numbered statements: accept, reject, put right"),
    ("n", "nothing (more) is missed: the document is judged; the next one"),
    ("u", "undo the last decision of this review"),
    ("right, left", "skip this document (it comes again); the one before"),
    ("up, down", "by a line; space, b: by a page; home, end"),
    ("q, Ctrl-C", "leave; what is decided is kept"),
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(slots=True)
class DocumentsReview:
    """A walk through drawn documents on the screen; a document that was read to its end is judged."""

    screen: "Screen"
    library: "Library"
    desk: "Desk"
    walk: Walk
    draw: "Draw"
    marked: int = 0
    message: str = ""
    _places: dict[str, int] = field(default_factory=dict)
    _marked: "dict[str, list[Span]]" = field(default_factory=dict)

    async def run(self) -> None:
        """Go on until the user leaves."""
        while True:
            identifier = self.walk.current
            key = await self._read(identifier) if identifier else await self.screen.key(self._done_page)
            self.message = ""
            if key == "q":
                return
            try:
                await self._do(key, identifier)
            except QuotesError as error:
                self.message = str(error)

    def progress(self) -> str:
        """How far one is."""
        at = min(self.walk.at + 1, len(self.walk.order))
        judged = f"{len(self.walk.outcomes):,} read \u00b7 {self.marked:,} marked"
        drawn = f"draw {self.draw.number}, seed {self.draw.seed}"
        return f"document {at:,} of {len(self.walk.order):,} \u00b7 {judged} \u00b7 {drawn}"

    async def _read(self, identifier: str) -> str:
        """Show a document until a key is pressed that does not move it."""
        reading = self._reading(identifier, self.message, KEYS)
        key = await reading.key()
        self._places[identifier] = reading.top
        return key

    async def _do(self, key: str, identifier: str | None) -> None:
        if key == "u":
            self._undo()
        elif key in ("h", "?"):
            await self.screen.key(lambda width, height: help_page(width, height, HELP))
        elif key in ("right", "left"):
            self.walk = self.walk.onward() if key == "right" else self.walk.back()
        elif identifier is not None and key == "n":
            self.desk.judge(self.draw.number, self.walk.at)
            self.walk = self.walk.decided("accepted", None).onward()
            self.message = "the last one is read"
        elif identifier is not None and key == "m":
            await self._mark(identifier)
        elif identifier is not None and key == "e":
            await self._edit(identifier)

    async def _mark(self, identifier: str) -> None:
        asking = self._asking(identifier)
        text, present = self.library.text(identifier), self.library.statements(identifier)
        span = await asking.words(text, "Missed:", 0, unclaimed(self._passages(identifier), present))
        if span is None:
            return
        set_off = presented(self.library.as_read(identifier), span)
        kind = await asking.kind(set_off.kind if set_off else "indirect")
        if kind is None:
            return
        if kind != "indirect" and not set_off:
            self.message = not_set_off(kind)
            return
        choice = await asking.speaker(cast_of(present, self.library.speakers(), self.library.roles()))
        if choice is None:
            self.message = "not marked: give a speaker, or ? where nobody can be named"
            return
        made = self.desk.mark(identifier, span, kind, StatementEdit(speaker=choice))
        self.walk = self.walk.decided(None, made.number)
        self.marked += 1
        self.message = f"marked: \u201c{text[slice(*span)]}\u201d (u takes it back)"

    async def _edit(self, identifier: str) -> None:
        present = self.library.statements(identifier)
        typed = await self._asking(identifier).line("Number:", "Which of the numbered statements")
        if not typed or not typed.strip():
            return
        number = int(typed) if typed.strip().isdecimal() else 0
        if not 1 <= number <= len(present):
            self.message = f"there is no statement {typed.strip()}: they go from 1 to {len(present)}"
            return
        wanted = Walk((present[number - 1].copy_of or present[number - 1].statement.id,))
        review = Review(self.screen, self.library, self.desk, wanted, single=True)
        await review.run()
        for step in review.walk.steps:
            self.walk = self.walk.decided(None, step.number)

    def _undo(self) -> None:
        if not self.walk.steps:
            self.message = "nothing was decided in this review yet (quotes undo takes back earlier decisions)"
            return
        last, undone = self.walk.steps[-1], self.walk.undone()
        with self.library.together():
            if last.number is not None:
                decision = self.library.decision(last.number)
                self.marked -= decision.action == "mark"
                if not decision.undone_by:
                    self.desk.undo(last.number)
            elif last.before and undone.current not in undone.outcomes:
                self.desk.judge(self.draw.number, last.at, judged=False)
        self.walk, self.message = undone, "undone"

    def _passages(self, identifier: str) -> "list[Span]":
        """The places of what stands in marks in a document."""
        if identifier not in self._marked:
            found = marked_passages(self.library.as_read(identifier))
            self._marked[identifier] = [one.span for one in found if one.span is not None and one.paired]
        return self._marked[identifier]

    def _asking(self, identifier: str) -> Asking:
        def shown(question: str, keys: Sequence[str]) -> "Page":
            return self._reading(identifier, question, keys, asked=True).page

        return Asking(self.screen, shown)

    def _reading(self, identifier: str, message: str, keys: Sequence[str], *, asked: bool = False) -> Reading:
        document, text = self.library.document(identifier), self.library.text(identifier)
        head = [Text(self.progress(), QUIET), *document_lines(document, None)]
        body = numbered(text, self.library.statements(identifier), self._passages(identifier))
        top = self._places.get(identifier, 0)
        return Reading(self.screen, head, body, keys, message, asked, top=top)

    def _done_page(self, width: int, height: int) -> list[Text]:
        foot = foot_lines(self.message, ("u undo", "left back", "q quit"), width, asked=False)
        said = Text("All of them are read.", NAME)
        return bottomed([Text(self.progress(), QUIET), Text(), said], foot, width, height)


def unclaimed(passages: "Sequence[Span]", present: "Sequence[StoredStatement]") -> "dict[str, Span]":
    """The passages in marks that no quotation has, by the letters they are called by."""
    quotes = [stored.statement for stored in present if stored.statement.kind != "indirect"]
    left = (span for span in passages if not any(one.start < span[1] and span[0] < one.end for one in quotes))
    return {_letters(at): span for at, span in enumerate(left)}


def numbered(text: str, present: "Sequence[StoredStatement]", passages: "Sequence[Span]") -> Text:
    """A document's text, its statements numbered and in colour, and lettered what is in marks besides."""
    whole = passage(text, 0, len(text))
    labels: list[tuple[int, Text]] = []
    for at, stored in enumerate(present, 1):
        style = CLAIM if stored.statement.kind == "indirect" else QUOTE
        whole.stylize(style, stored.statement.start, stored.statement.end)
        labels.append((stored.statement.start, Text(f"[{at}]", f"bold {style}")))
    for letters, (start, end) in unclaimed(passages, present).items():
        whole.stylize(UNCLAIMED, start, end)
        labels.append((start, Text(f"[{letters}]", f"bold {UNCLAIMED}")))
    labels.sort(key=lambda label: label[0])
    first, *rest = whole.divide([start for start, _ in labels])
    for (_, label), piece in zip(labels, rest, strict=True):
        first.append_text(label).append_text(piece)
    return first


def _letters(number: int) -> str:
    """a, b, ... z, aa, ab, ..."""
    before, last = divmod(number, len(_LETTERS))
    return (_letters(before - 1) if before else "") + _LETTERS[last]
