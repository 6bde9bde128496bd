"""What a review asks for: each question is put below the page of the statement, and may be given up."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quotes.cli.lines import counted
from quotes.cli.review.page import StatementView, bottomed, document_lines, foot_lines, listed_lines
from quotes.cli.review.screen import Option, Page, Screen
from quotes.display import one_line
from quotes.errors import UsageError
from quotes.people.edits import SAID_UNKNOWN, SpeakerChoice, StatementEdit
from quotes.people.passages import nearest
from quotes.people.review_spans import Edge, located, moved

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.text import Text

    from quotes.cli.review.cast import Cast
    from quotes.statement import Kind, Span, SpeakerType
    from quotes.store.views import StoredDocument, StoredStatement

KINDS: "dict[str, Kind]" = {"d": "direct", "p": "partial", "i": "indirect"}
TYPES: "dict[str, SpeakerType]" = {
    "p": "person",
    "o": "organization",
    "c": "country",
    "g": "group",
    "u": "unnamed",
}
_SPAN_KEYS = (
    *("left/right move the edge by a word", "tab the other edge", "w type the words"),
    *("enter keep it", "escape leave it"),
)


Shown = Callable[[str, Sequence[str]], Page]
"""The page with a question, and the keys that answer it, below."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Questions below a page."""

    screen: Screen
    shown: Shown

    async def one_of(self, question: str, keys: Iterable[str]) -> str | None:
        """The key of `keys` that is pressed; None for Escape. Others do nothing."""
        page, wanted = self.shown(question, ("escape leave it",)), set(keys)
        while True:
            pressed = await self.screen.key(page)
            if pressed == "escape":
                return None
            if pressed.lower() in wanted:
                return pressed.lower()

    async def line(
        self,
        label: str,
        hint: str = "",
        *,
        typed: str = "",
        options: "Sequence[Option]" = (),
        by_word: bool = False,
    ) -> str | None:
        """A line that is typed, completed as a whole or `by_word`; None where that was given up."""
        page = self.shown(hint, ("enter keep", "escape leave it"))
        return await self.screen.ask(page, label, typed=typed, options=options, by_word=by_word)

    async def speaker(self, cast: "Cast") -> SpeakerChoice | None:
        """Who said it; a name that nobody in the library has is asked about."""
        hint, typed = "A name, of the list or a new one; ? where nobody can be named", ""
        while True:
            answer = await self.line("Speaker:", hint, typed=typed, options=cast.options)
            if answer is None or not answer.strip():
                return None
            try:
                choice = cast.chosen(answer)
            except UsageError as error:
                hint, typed = str(error), answer
                continue
            settled = await self._settled(choice, cast)
            if settled is not None:
                return settled
            hint, typed = "Then who?", answer

    async def _settled(self, choice: SpeakerChoice, cast: "Cast") -> SpeakerChoice | None:
        """The choice, once it is sure whether a name is new, and of what; None where it was none."""
        if choice.name is None:
            return choice
        if choice.id is not None:
            question = (
                f"{cast.words_for(choice.id)} is also called \u201c{choice.name}\u201d: [y]es, that one"
            )
            key = await self.one_of(f"{question} / [n]ew, another one", "yn")
            if key != "n":
                return replace(choice, name=None) if key else None
        kinds = "[p]erson, [o]rganization, [c]ountry, [g]roup, [u]nnamed, [n]o"
        key = await self.one_of(f"\u201c{choice.name}\u201d is new here: {kinds}", (*TYPES, "n"))
        return replace(choice, id=None, type=TYPES[key]) if key in TYPES else None

    async def chain(self, found: "Sequence[StoredStatement]", name: str) -> bool:
        """Whether the other statements that rest on the same words are to be changed too."""
        one = len(found) == 1
        these, them = ("statement here rests", "it") if one else ("statements here rest", "them")
        question = f"{len(found)} other {these} on the same \u201c{name}\u201d: change {them} too?"
        question += " [y]es / [l]ist / [n]o" if one else " [y]es all / [l]ist / [n]o"
        while True:
            key = await self.one_of(question, "yln")
            if key != "l":
                return key == "y"
            await self._listed(found[0].document, found)

    async def kind(self, likely: "Kind | None" = None) -> "Kind | None":
        """Which kind it is; `likely` where Enter is pressed."""
        proposed = f" (enter: {likely})" if likely else ""
        keys = (*KINDS, "enter") if likely else KINDS
        key = await self.one_of(f"Kind: [d]irect / [p]artial / [i]ndirect{proposed}", keys)
        return likely if key == "enter" else KINDS.get(key or "")

    async def span(self, view: StatementView) -> "Span | None":
        """Where a statement begins and ends; the words that are chosen are shown as they change."""
        span = view.stored.statement.start, view.stored.statement.end
        edge: Edge = "end"
        while True:
            message = f"Moving the {edge} of the words"
            page = replace(view, message=message, asked=True, keys=_SPAN_KEYS, span=span).page
            match await self.screen.key(page):
                case "enter":
                    return span
                case "escape" | "q":
                    return None
                case "tab":
                    edge = "start" if edge == "end" else "end"
                case "left":
                    span = moved(view.text, span, edge, -1)
                case "right":
                    span = moved(view.text, span, edge, 1)
                case "w":
                    found = await self.words(view.text, "Exact words:", span[0])
                    span = found or span

    async def date(self) -> str | None:
        """When it was said: ISO, or "none"."""
        hint, typed = f"YYYY, YYYY-MM or YYYY-MM-DD; {SAID_UNKNOWN} where nobody knows", ""
        while True:
            answer = await self.line("Said on:", hint, typed=typed)
            if answer is None or not answer.strip():
                return None
            try:
                return StatementEdit(said_on=answer.strip().lower()).said_on
            except UsageError as error:
                hint, typed = str(error), answer

    async def words(
        self, text: str, label: str, near: int, passages: "Mapping[str, Span] | None" = None
    ) -> "Span | None":
        """Where words stand that are typed or pasted, or what one of `passages` is called by."""
        hint, typed = "The exact words as they stand in the text", ""
        while True:
            answer = await self.line(label, hint, typed=typed)
            if answer is None or not answer.strip():
                return None
            found = (passages or {}).get(answer.strip()) or located(text, answer, near)
            if found:
                return found
            likely = nearest(text, answer)
            hint, typed = "These words do not stand in the text: copy them from it", answer
            if likely:
                hint, typed = (
                    "These words do not stand in the text; the nearest:",
                    one_line(text[slice(*likely)]),
                )

    async def _listed(self, document: "StoredDocument", found: "Sequence[StoredStatement]") -> None:
        def page(width: int, height: int) -> "list[Text]":
            foot = foot_lines(counted(len(found), "statement"), ("any key goes back",), width, asked=False)
            return bottomed(
                [*document_lines(document, None), *listed_lines(found, width)], foot, width, height
            )

        await self.screen.key(page)
