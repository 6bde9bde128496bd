"""The terminal of a review: one page that is drawn anew, single keys, and questions with completion."""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from io import StringIO

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document as Typed
from prompt_toolkit.filters import Condition, has_completions
from prompt_toolkit.formatted_text import ANSI
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import (
    BufferControl,
    CompletionsMenu,
    ConditionalContainer,
    Float,
    FloatContainer,
    FormattedTextControl,
    HSplit,
    Layout,
    Window,
)
from prompt_toolkit.layout.processors import BeforeInput
from prompt_toolkit.output import ColorDepth
from rich.console import Console
from rich.text import Text

from quotes.display import one_line
from quotes.words.folding import folded

Page = Callable[[int, int], Sequence[Text]]
"""Draws a page of so many cells and lines: a `Text` for each line, none longer than that."""
ESCAPE_SECONDS = 0.05
"""How long the rest of a key that begins with Escape (an arrow) may take; then it was Escape itself."""
COMPLETIONS = 100
MENU_LINES = 8
MENU_WIDTH = 36
"""Characters of a choice that are shown, so that there is room for what tells it from others."""
_NO_KEYS = {Keys.CPRResponse, Keys.Vt100MouseEvent, Keys.WindowsMouseEvent, Keys.Ignore, Keys.ScrollUp}
_NAMES = {"c-m": "enter", "c-j": "enter", "c-i": "tab", "c-h": "backspace"}


class LeftError(Exception):
    """The user pressed Ctrl-C, or the process is told to end, or the terminal is gone."""


@dataclass(frozen=True, slots=True)
class Option:
    """What may be chosen while typing: the words that are put in, and what tells it from others.

    It is found by the words of `also` too.
    """

    words: str
    detail: str = ""
    also: tuple[str, ...] = ()
    sought: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sought", folded(" ".join(("", self.words, *self.also))))


class Screen:
    """The whole terminal, while a session runs. What is typed ahead is kept for what asks next."""

    def __init__(self, *, colour: bool) -> None:
        self.colour = colour
        self._page: Page = lambda _width, _height: []
        self._typed: asyncio.Queue[KeyPress | None] = asyncio.Queue()
        self._asking: asyncio.Future[str | None] | None = None
        self._label = ""
        self._options: Sequence[Option] = ()
        self._by_word = False
        self._buffer = Buffer(
            completer=_Options(lambda: self._options, lambda: self._by_word),
            complete_while_typing=True,
            multiline=False,
            accept_handler=self._accept,
        )
        self._control = FormattedTextControl(self._drawn, focusable=True, show_cursor=False)
        self._application: Application[None] = self._made()

    def run(self, session: Callable[[], Awaitable[None]]) -> None:
        """Show the session until it ends; then the terminal is as it was. Raises LeftError and its errors."""
        try:
            self._application.run(
                pre_run=lambda: self._begin(session),
                set_exception_handler=False,
            )
        except EOFError:
            raise LeftError from None

    async def key(self, page: Page) -> str:
        """Show a page and wait for a key: a character, or a name ("left", "enter", "escape")."""
        self._page = page
        self._application.invalidate()
        pressed = await self._typed.get()
        if pressed is None:
            raise LeftError
        name = pressed.key.value if isinstance(pressed.key, Keys) else pressed.key
        return _NAMES.get(name, name)

    async def ask(
        self,
        page: Page,
        label: str,
        *,
        typed: str = "",
        options: Sequence[Option] = (),
        by_word: bool = False,
    ) -> str | None:
        """Let the user type a line below a page; None where that was given up (Escape).

        `options` complete the whole line, or each word of it.
        """
        self._page, self._label, self._options, self._by_word = page, label, options, by_word
        self._buffer.reset(Typed(typed))
        answer: asyncio.Future[str | None] = asyncio.get_running_loop().create_future()
        self._asking = answer
        self._application.layout.focus(self._buffer)
        ahead = [self._typed.get_nowait() for _ in range(self._typed.qsize())]
        if None in ahead:
            raise LeftError
        self._application.key_processor.feed_multiple([press for press in ahead if press is not None])
        self._application.key_processor.process_keys()
        if options:
            self._buffer.start_completion()
        self._application.invalidate()
        return await answer  # what was typed ahead may have answered already

    def _begin(self, session: Callable[[], Awaitable[None]]) -> None:
        with suppress(NotImplementedError):  # Windows has no such signal
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, self._leave)
        self._application.create_background_task(self._drive(session))

    async def _drive(self, session: Callable[[], Awaitable[None]]) -> None:
        try:
            await session()
        except Exception as error:
            if not self._application.is_done:
                self._application.exit(exception=error)
            return
        if not self._application.is_done:
            self._application.exit()

    def _leave(self) -> None:
        self._typed.put_nowait(None)
        if self._asking is not None and not self._asking.done():
            self._asking.set_exception(LeftError())
            self._asking = None

    def _accept(self, buffer: Buffer) -> bool:
        self._answer(buffer.text)
        return True

    def _answer(self, text: str | None) -> None:
        asking, self._asking = self._asking, None
        self._application.layout.focus(self._control)
        if asking is not None and not asking.done():
            asking.set_result(text)

    def _drawn(self) -> ANSI:
        size = self._application.output.get_size()
        height = size.rows - (1 if self._asking else 0)
        return ANSI(ansi(self._page(size.columns, height), size.columns, colour=self.colour))

    def _made(self) -> Application[None]:
        asking = Condition(lambda: self._asking is not None)
        question = Window(
            BufferControl(self._buffer, [BeforeInput(lambda: one_line(self._label) + " ", "bold")]), height=1
        )
        body = HSplit([Window(self._control), ConditionalContainer(question, asking)])
        menu = Float(CompletionsMenu(max_height=MENU_LINES, scroll_offset=1), xcursor=True, ycursor=True)
        application: Application[None] = Application(
            Layout(FloatContainer(body, [menu]), focused_element=self._control),
            key_bindings=self._bindings(asking),
            full_screen=True,
            color_depth=None if self.colour else ColorDepth.DEPTH_1_BIT,
        )
        application.ttimeoutlen = application.timeoutlen = ESCAPE_SECONDS
        return application

    def _bindings(self, asking: Condition) -> KeyBindings:
        bindings = KeyBindings()

        @bindings.add(Keys.Any, filter=~asking)
        def _pressed(event: KeyPressEvent) -> None:
            press = event.key_sequence[0]
            if press.key not in _NO_KEYS and press.key != Keys.BracketedPaste:
                self._typed.put_nowait(press)

        @bindings.add("escape", filter=asking, eager=True)
        def _given_up(_event: KeyPressEvent) -> None:
            self._answer(None)

        @bindings.add("tab", filter=asking & ~has_completions)
        def _complete(_event: KeyPressEvent) -> None:
            self._buffer.start_completion(select_first=True)

        @bindings.add("c-c", eager=True)
        @bindings.add("c-d", filter=~asking, eager=True)
        @bindings.add("<sigint>", eager=True)
        def _left(_event: KeyPressEvent) -> None:
            self._leave()

        return bindings


class _Options(Completer):
    """Completes what holds words that begin as what is typed, capitals and accents aside."""

    def __init__(self, options: Callable[[], Sequence[Option]], by_word: Callable[[], bool]) -> None:
        self._options = options
        self._by_word = by_word

    def get_completions(self, document: Typed, _event: CompleteEvent) -> Iterable[Completion]:
        typed = document.text_before_cursor
        if self._by_word():
            typed = typed.rpartition(" ")[2]
        wanted = f" {folded(typed).strip()}"
        found = [option for option in self._options() if wanted in option.sought]
        for option in found[:COMPLETIONS]:
            yield Completion(
                option.words,
                start_position=-len(typed),
                display=_cut(one_line(option.words)),
                display_meta=one_line(option.detail),
            )


def _cut(words: str) -> str:
    return words if len(words) <= MENU_WIDTH else f"{words[: MENU_WIDTH - 1]}\u2026"


def ansi(lines: Iterable[Text], width: int, *, colour: bool) -> str:
    """Lines as a terminal takes them; nothing in them is read as markup, and none is longer than `width`."""
    written = StringIO()
    console = Console(
        file=written,
        width=width,
        force_terminal=True,
        color_system="256" if colour else None,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    for line in lines:
        console.print(line, no_wrap=True, overflow="crop", crop=True)
    return written.getvalue().removesuffix("\n")
