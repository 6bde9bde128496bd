"""The two consoles, and the only place that prints: stdout is data, stderr is talk.

Nothing shown is read as Rich markup, emoji or a terminal command: it is a `Text` that went
through `quotes.display`. A stream that is not a terminal gets no colours and no line breaks.
"""

import os
import re
import sys
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, BinaryIO, TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from quotes.display import clean, one_line

if TYPE_CHECKING:
    from rich.table import Table

POINTED_AT = 35
"""Characters shown before a place that is pointed at, and as many from there on."""
_BLANK = re.compile(r"\s")
UNLIMITED = 2**31
"""Width, in cells, of a stream that is not a terminal: a line is never broken or cut there."""


@dataclass(frozen=True, slots=True)
class Consoles:
    """`data` is standard output, `talk` is standard error."""

    data: Console
    talk: Console

    def show(self, text: Text, *, head: Text | None = None, detail: Text | None = None) -> None:
        """Print data; `head` stands before it, and all its lines are indented by the width of that.

        `detail` follows on a line of its own on a terminal, on the same line in a pipe (one record a line).
        """
        if detail is not None:
            text = Text.assemble(text, "\n" if self.data.is_terminal else "  ", detail)
        _print(self.data, text, head or Text())

    def show_in_a_line(self, text: Text, *, head: Text) -> None:
        """Print data that may be cut on a terminal, after `head`, in one line there."""
        if self.data.is_terminal:
            text = text.copy()
            text.truncate(max(1, self.data.width - head.cell_len), overflow="ellipsis")
        self.show(text, head=head)

    def show_table(self, table: "Table") -> None:
        """Print data in columns; the cells are `Text`, or numbers written out."""
        self.data.print(table)

    def has_room(self, width: int) -> bool:
        """Whether data goes to a terminal that is at least `width` cells wide."""
        return self.data.is_terminal and self.data.width >= width

    def show_to_copy(self, text: str) -> None:
        """Print data in lines that the terminal breaks by itself, so that they are whole when copied."""
        self.data.print(Text(clean(text)), soft_wrap=True)

    def say(self, message: str, *, style: str = "") -> None:
        """Tell the user something about the data."""
        _print(self.talk, Text(clean(message), style), Text())

    def tell(self, text: Text, *, indent: int = 0) -> None:
        """As `say`, of words that went through `quotes.display` and have styles."""
        _print(self.talk, text, Text(" " * indent))

    def warn(self, message: str) -> None:
        """Tell the user in one line of something to look at."""
        _print(self.talk, Text(one_line(message)), Text("warning: ", "bold yellow"))

    def fail(self, message: str) -> None:
        """Tell the user in one line of something that was not done."""
        _print(self.talk, Text(one_line(message)), Text("error: ", "bold red"))

    def point(self, text: str, start: int, end: int) -> None:
        """Show the user the place in what was typed that the message before is about, where there is one."""
        if not text:
            return
        first = max(0, start - POINTED_AT)
        shown = clean(_BLANK.sub(" ", text))[first : first + 2 * POINTED_AT]
        start, end = start - first, end - first
        carets = "^" * max(1, cell_len(shown[start:end]))
        self.talk.print(Text(f"  {shown}"), soft_wrap=True)
        self.talk.print(Text(f"  {' ' * cell_len(shown[:start])}{carets}"), soft_wrap=True)


def open_consoles(*, colour: bool = True) -> Consoles:
    """Consoles on the process's streams; without `colour` (or with NO_COLOR) there is none, nor bold."""
    return Consoles(_console(sys.stdout, colour), _console(sys.stderr, colour))


def data_stream() -> BinaryIO:
    """Standard output for bytes (sheets, records), after whatever was printed before."""
    sys.stdout.flush()
    return sys.stdout.buffer


def write_line(line: str) -> None:
    """Print a record on standard output as it is, in UTF-8."""
    data_stream().write(f"{line}\n".encode())


def _console(stream: TextIO, colour: bool) -> Console:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")  # a terminal that lacks a character shows "?", not a traceback
    return Console(
        file=stream,
        width=None if stream.isatty() else UNLIMITED,
        color_system="auto" if colour and not os.environ.get("NO_COLOR") else None,
        markup=False,
        emoji=False,
        highlight=False,
    )


def _print(console: Console, text: Text, head: Text) -> None:
    if not console.is_terminal:
        _write(console.file, text.plain, head.plain)
        return
    indent = min(head.cell_len, console.width // 2)
    if head.cell_len > indent:
        console.print(head, soft_wrap=True)
        head = Text(" " * indent)
    for line in text.wrap(console, console.width - indent, overflow="fold") or [Text()]:
        line.rstrip()
        console.print(Text.assemble(head, line), soft_wrap=True)
        head = Text(" " * indent)


def _write(stream: IO[str], text: str, head: str) -> None:
    """What `_print` comes to without colours and line breaks; Rich would take twenty times as long for it."""
    lines = (head + text).replace("\n", "\n" + " " * cell_len(head)).split("\n")
    stream.write("".join(f"{line.rstrip()}\n" for line in lines))
    stream.flush()
