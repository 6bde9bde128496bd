"""Walks through statements: shows one, does what a key asks for, and goes on."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rich.text import Text

from quotes.cli.lines import GAP, NAME, QUIET
from quotes.cli.own_words import check_words
from quotes.cli.review.asking import Asking
from quotes.cli.review.cast import Cast, cast_of
from quotes.cli.review.page import WORDS, StatementView, bottomed, document_lines, foot_lines, passage
from quotes.cli.review.reading import Reading
from quotes.cli.review.screen import Option, Screen
from quotes.cli.set_statements import chain_of
from quotes.cli.tag import read_tags
from quotes.errors import QuotesError, UsageError
from quotes.people.edits import StatementEdit
from quotes.people.review import KEYS, OUTCOMES, Outcome, Walk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotes.people.decisions import Decision
    from quotes.people.review_draws import Draw
    from quotes.store import Library
    from quotes.store.desk import Desk
    from quotes.store.people.views import StoredSpeaker
    from quotes.store.views import StoredStatement

HELP = (
    ("a", "accept: it is right as it stands; the next one"),
    ("s", "change the speaker: a name with completion, ? where nobody can be named"),
    ("k", "change the kind: direct, partial or indirect"),
    ("f", "fix where the words begin and end"),
    ("d", "say when it was said"),
    ("r", "reject: it is no statement; the next one"),
    ("u", "undo the last decision of this review, and go back to it"),
    ("space, right", "skip: it comes again at the end, or next time"),
    ("b, left", "the one before"),
    ("t, n", "tag it (+ch2 -draft); put a note on it"),
    ("o", "open the whole document around it"),
    ("up, down", "move the text around it"),
    ("q, Ctrl-C", "leave; what is decided is kept"),
)


@dataclass(slots=True)
class Review:
    """A walk on the screen. In a draw, what is decided is judged; `single` ends it after one statement."""

    screen: Screen
    library: "Library"
    desk: "Desk"
    walk: Walk
    draw: "Draw | None" = None
    single: bool = False
    message: str = ""
    scroll: int = 0
    _known: "tuple[list[StoredSpeaker], dict[str, str]] | None" = None
    _text: tuple[str, str] = ("", "")

    async def run(self) -> None:
        """Go on until the user leaves."""
        while True:
            identifier = self.walk.current
            if identifier is None and self.single:
                return
            stored = None if identifier is None else self.library.statement(identifier)
            key = await self.screen.key(self._done_page if stored is None else self._view(stored).page)
            action = KEYS.get(key)
            self.message = ""
            if action == "quit":
                return
            try:
                if action in ("undo", "back", "next", "help", "up", "down"):
                    await self._move(action)
                    if self.single and action == "next":
                        return
                elif stored is not None and action is not None:
                    await self._act(action, stored)
            except QuotesError as error:
                self.message = str(error)

    def progress(self) -> str:
        """How far one is: "12 of 80 · 9 accepted · 2 corrected · 1 rejected"."""
        counts = self.walk.counts()
        at = min(self.walk.at + 1, len(self.walk.order))
        parts = [f"{at:,} of {len(self.walk.order):,}", *(f"{counts[one]:,} {one}" for one in OUTCOMES)]
        drawn = [f"draw {self.draw.number}, seed {self.draw.seed}"] if self.draw else []
        return " \u00b7 ".join([*parts, *drawn])

    async def _move(self, action: str) -> None:
        if action == "undo":
            self._undo()
        elif action == "help":
            await self.screen.key(help_page)
        elif action in ("up", "down"):
            self.scroll += 1 if action == "down" else -1
            return
        elif action == "back":
            self.walk = self.walk.back()
        else:
            self._go_on()
        self.scroll = 0

    async def _act(self, action: str, stored: "StoredStatement") -> None:
        view = self._view(stored)
        asking = Asking(self.screen, view.asking)
        if action == "accept":
            self._decide(stored, StatementEdit(verdict="accepted"), "accepted")
        elif action == "reject":
            self._decide(stored, StatementEdit(verdict="rejected"), "rejected")
        elif action == "speaker":
            await self._change_speaker(asking, stored)
        elif action == "kind" and (kind := await asking.kind()):
            self._decide(stored, StatementEdit(kind=kind), "corrected")
        elif action == "span" and (span := await asking.span(view)):
            self._decide(stored, StatementEdit(span=span), "corrected")
        elif action == "date" and (said_on := await asking.date()):
            self._decide(stored, StatementEdit(said_on=said_on), "corrected")
        elif action == "tag":
            await self._tag(asking, stored)
        elif action == "note":
            await self._note(asking, stored)
        elif action == "open":
            await self._open(stored)

    async def _change_speaker(self, asking: Asking, stored: "StoredStatement") -> None:
        present = self.library.statements(stored.document.id)
        choice = await asking.speaker(self._cast(present))
        if choice is None:
            return
        chain = set(chain_of(self.library, stored.statement.id))
        others = [other for other in present if other.statement.id in chain]
        rest = stored.statement.rests_on
        if others:
            name = self._text_of(stored)[slice(*rest)] if rest else others[0].statement.speaker or ""
            others = others if await asking.chain(others, name) else []
        also = [other.copy_of or other.statement.id for other in others]
        self._decide(stored, StatementEdit(speaker=choice), "corrected", also)
        self._known = None  # it may be somebody new

    def _decide(
        self, stored: "StoredStatement", edit: StatementEdit, outcome: Outcome, others: "Sequence[str]" = ()
    ) -> None:
        """Decide, and judge what was drawn, in one transaction; after a verdict the next one is shown."""
        verdict = edit.verdict
        check_words(self.library, [stored.statement.id], edit)
        if stored.withheld and outcome == "corrected":
            edit = replace(edit, verdict="accepted")  # what is put right is no longer rejected
        with self.library.together():
            made = self.desk.set_statements([stored.statement.id, *others], edit)
            if made is None and outcome == "corrected":
                self.message = "nothing changed: so it stands already"
                return
            if self.draw is not None:
                self.desk.judge(self.draw.number, self.walk.at)
        if made is None and stored.checked == "corrected":
            outcome = "corrected"  # and seen to be right so
        number, summary = (made.number, made.summary) if made else (None, edit.summary())
        self.walk = self.walk.decided(outcome, number, () if self.draw else others)
        if verdict is not None:
            self.scroll = 0
            self._go_on()
            self.message = f"the last one: {summary}{GAP}{self.message}"
        else:
            more = f" with {len(others):,} more" if others else ""
            self.message = f"corrected{more}: {summary} (u takes it back, space goes on)"

    def _go_on(self) -> None:
        before, self.walk = self.walk.at, self.walk.onward()
        if self.walk.at <= before:
            self.message = "that was the end: here are those that were skipped"

    def _undo(self) -> None:
        if not self.walk.steps:
            self.message = "nothing was decided in this review yet (quotes undo takes back earlier decisions)"
            return
        last, undone = self.walk.steps[-1], self.walk.undone()
        with self.library.together():
            if last.number is not None and not self.library.decision(last.number).undone_by:
                self.desk.undo(last.number)
            if self.draw is not None and last.before and undone.current not in undone.outcomes:
                self.desk.judge(self.draw.number, last.at, judged=False)
        self.walk = undone
        self.message = "undone"

    async def _tag(self, asking: Asking, stored: "StoredStatement") -> None:
        other = (tag for tag in self.library.known_tags() if tag not in stored.tags)
        signed = (*(f"-{tag}" for tag in stored.tags), *(f"+{tag}" for tag in other))
        offered = [Option(tag, also=(tag[1:],)) for tag in signed]
        hint = "+ch2 puts one on, -ch2 takes it off"
        answer = await asking.line("Tags:", hint, options=offered, by_word=True)
        words = [word if word[0] in "+-" else f"+{word}" for word in (answer or "").split()]
        if not words:
            return
        wrong, added, removed = read_tags(words)
        if wrong:
            raise UsageError(f"{wrong[0][1:]!r} is no tag: letters, digits, dots and dashes make one")
        self._label(self.desk.tag([stored.statement.id], added, removed))

    async def _note(self, asking: Asking, stored: "StoredStatement") -> None:
        answer = await asking.line("Note:", "An empty line takes the note away", typed=stored.note or "")
        if answer is not None:
            self._label(self.desk.note([stored.statement.id], answer.strip() or None))

    def _label(self, made: "Decision | None") -> None:
        if made is not None:
            self.walk = self.walk.decided(None, made.number)
            self.message = f"{made.action}: {made.summary}"

    async def _open(self, stored: "StoredStatement") -> None:
        text = self._text_of(stored)
        body = passage(text, 0, len(text))
        body.stylize(WORDS, stored.statement.start, stored.statement.end)
        head = document_lines(stored.document, stored.page)
        reading = Reading(self.screen, head, body, sought=WORDS)
        while await reading.key() not in ("q", "o", "escape"):
            pass

    def _cast(self, present: "Sequence[StoredStatement]") -> Cast:
        if self._known is None:
            self._known = self.library.speakers(), self.library.roles()
        return cast_of(present, *self._known)

    def _view(self, stored: "StoredStatement") -> StatementView:
        return StatementView(
            stored,
            self._text_of(stored),
            self.progress(),
            self.message,
            scroll=self.scroll,
            colour=self.screen.colour,
        )

    def _text_of(self, stored: "StoredStatement") -> str:
        if self._text[0] != stored.document.id:
            self._text = stored.document.id, self.library.text(stored.document.id)
        return self._text[1]

    def _done_page(self, width: int, height: int) -> list[Text]:
        said = "All of them are decided." if self.walk.order else "There is nothing to review."
        foot = foot_lines(self.message, ("u undo", "b back", "q quit"), width, asked=False)
        return bottomed([Text(self.progress(), QUIET), Text(), Text(said, NAME)], foot, width, height)


def help_page(width: int, height: int, keys: "Sequence[tuple[str, str]]" = HELP) -> list[Text]:
    """What the keys do."""
    lines = [Text.assemble((f"{key:<14}", NAME), what) for key, what in keys]
    foot = foot_lines("", ("any key goes back",), width, asked=False)
    return bottomed([Text("Review", NAME), Text(), *lines], foot, width, height)
