"""A whole document on the screen, in pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rich.text import Text

from quotes.cli.lines import QUIET
from quotes.cli.review.page import bottomed, foot_lines, wrap
from quotes.cli.review.screen import Screen

KEYS = ("up/down", "space/pgdn", "b/pgup", "home/end", "q back")
ABOVE = 3
"""Lines shown above what is sought."""
_STEPS = {"up": -1, "down": 1, "k": -1, "j": 1}
_PAGES = {" ": 1, "pagedown": 1, "pageup": -1, "b": -1}


@dataclass(slots=True)
class Reading:
    """A text that is read through, with `head` above it; `top` is the first line shown.

    It begins a little above the first words in the style `sought`.
    """

    screen: Screen
    head: Sequence[Text]
    body: Text
    keys: Sequence[str] = KEYS
    message: str = ""
    asked: bool = False
    sought: str = ""
    top: int = 0
    _lines: list[Text] = field(default_factory=list)
    _width: int = 0
    _rows: int = 1

    async def key(self) -> str:
        """The next key that does not move the text."""
        while True:
            pressed = await self.screen.key(self.page)
            if pressed in _STEPS:
                self.top += _STEPS[pressed]
            elif pressed in _PAGES:
                self.top += _PAGES[pressed] * max(1, self._rows - 1)
            elif pressed in ("home", "end"):
                self.top = 0 if pressed == "home" else len(self._lines)
            else:
                return pressed
            self.message = ""

    def page(self, width: int, height: int) -> list[Text]:
        """The lines of the page."""
        if width != self._width:
            self._lay_out(width)
        foot = foot_lines(self.message, self.keys, width, asked=self.asked)
        self._rows = max(1, height - len(self.head) - len(foot) - 1)
        self.top = max(0, min(self.top, len(self._lines) - self._rows))
        shown = self._lines[self.top : self.top + self._rows]
        last = min(len(self._lines), self.top + self._rows)
        rule = Text(f"\u2500\u2500 lines {self.top + 1:,} to {last:,} of {len(self._lines):,} ", QUIET)
        rule.append("\u2500" * max(0, width - rule.cell_len))
        return bottomed([*self.head, rule, *shown], foot, width, height)

    def _lay_out(self, width: int) -> None:
        """Break the lines anew, and stay about where one was."""
        before = len(self._lines)
        self._lines, self._width = wrap(self.body, width), width
        if before:
            self.top = self.top * len(self._lines) // before
        elif self.sought:
            styled = (any(span.style == self.sought for span in line.spans) for line in self._lines)
            self.top = max(0, next((at for at, found in enumerate(styled) if found), 0) - ABOVE)
