"""What is printed fits the terminal, and what is piped is whole."""

import io
import subprocess
import sys

import pytest
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from quotes.cli.consoles import Consoles

LONG = "The Harbour Board will not sign a paper that nobody in the Republic of Ostrava has read. " * 3
CHINESE = "港口委员会不会签署没有人读过的文件" * 6


def consoles(width: int) -> tuple[Consoles, io.StringIO]:
    stream = io.StringIO()
    console = Console(
        file=stream,
        width=width,
        force_terminal=True,
        no_color=True,
        markup=False,
        emoji=False,
        highlight=False,
    )
    return Consoles(console, console), stream


@pytest.mark.parametrize("width", [60, 80, 200])
@pytest.mark.parametrize("words", [LONG, CHINESE, "a" * 10_000, "short", ""])
def test_lines_fit_the_terminal_and_hang_under_their_head(width: int, words: str) -> None:
    both, stream = consoles(width)

    both.show(Text(words), head=Text("q4tz2kd6vwa  "))

    first, *rest = stream.getvalue().rstrip("\n").split("\n")
    assert first.startswith("q4tz2kd6vwa  ")
    assert all(line.startswith(" " * 13) for line in rest)
    assert all(cell_len(line) <= width for line in [first, *rest])
    shown = "".join(line[13:] for line in [first, *rest])
    assert shown.replace(" ", "") == words.replace(" ", "")


@pytest.mark.parametrize("width", [1, 2, 10, 20])
def test_a_terminal_narrower_than_the_head_still_shows_everything(width: int) -> None:
    both, stream = consoles(width)

    both.show(Text("ferries stop"), head=Text("q4tz2kd6vwa  "))

    assert "".join(stream.getvalue().split()) == "q4tz2kd6vwaferriesstop"


def test_markup_and_emoji_codes_are_words_like_any_other() -> None:
    both, stream = consoles(80)

    both.show(Text("said [he] would [/nope] :smile: [red]stop[/red]"))
    both.warn("[bold]no[/bold] :smile:")
    both.fail("[/nope]")
    both.say("[i]t")

    assert stream.getvalue().split("\n")[:4] == [
        "said [he] would [/nope] :smile: [red]stop[/red]",
        "\x1b[1mwarning: \x1b[0m[bold]no[/bold] :smile:",
        "\x1b[1merror: \x1b[0m[/nope]",
        "[i]t",
    ]


def test_an_error_is_one_line_whatever_is_in_it() -> None:
    both, stream = consoles(200)

    both.fail("cannot read a\nb\x1b[2J.txt")

    assert stream.getvalue() == "\x1b[1merror: \x1b[0mcannot read a b\ufffd[2J.txt\n"


def test_in_a_pipe_a_line_is_whole_and_those_after_it_hang_under_their_head() -> None:
    stream = io.StringIO()
    both = Consoles(Console(file=stream), Console(file=stream))

    both.show(Text(LONG + "\n\nSecond."), head=Text("港口  ", "cyan"), detail=Text("2 quotes"))

    assert stream.getvalue() == f"港口  {LONG.strip()}\n\n      Second.  2 quotes\n"


@pytest.mark.parametrize(
    ("closed", "shown"), [(">&-", False), ("2>&-", True), ("<&-", True), ("<&- >&- 2>&-", False)]
)
def test_a_stream_that_is_closed_is_no_fault(ferries: str, closed: str, shown: bool) -> None:
    command = f'"{sys.executable}" -m quotes docs {closed}'

    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True)

    assert (done.returncode, ferries in done.stdout) == (0, shown)
    assert "Traceback" not in done.stderr
