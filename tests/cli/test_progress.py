"""Progress never mixes with data, and never moves where nobody watches."""

import io
import re

from rich.console import Console
from rich.text import Text

from quotes.cli.consoles import Consoles
from quotes.cli.progress import progress


def consoles(*, terminal: bool) -> tuple[Consoles, io.StringIO, io.StringIO]:
    data, talk = io.StringIO(), io.StringIO()
    both = Consoles(
        Console(file=data, width=80, force_terminal=terminal, color_system=None),
        Console(file=talk, width=80, force_terminal=terminal, color_system=None),
    )
    return both, data, talk


def test_without_a_terminal_there_is_a_line_now_and_then() -> None:
    both, data, talk = consoles(terminal=False)

    with progress(both, 120) as meter:
        for number in range(120):
            meter.begin(f"{number}.txt")
            meter.advance()

    speed = r", [\d,.]+ a second, [\d.]+ (s|min|h) left"
    assert re.fullmatch(rf"50 of 120 documents{speed}\n100 of 120 documents{speed}\n", talk.getvalue())
    assert data.getvalue() == ""


def test_a_file_of_many_documents_is_counted_without_an_end() -> None:
    both, _, talk = consoles(terminal=False)

    with progress(both, 1) as meter:
        for number in range(100):
            meter.expect(int(number > 0))
            meter.advance()

    assert re.fullmatch(r"50 documents, [\d,.]+ a second\n100 documents, .* a second\n", talk.getvalue())


def test_the_last_document_needs_no_line() -> None:
    both, _, talk = consoles(terminal=False)

    with progress(both, 50) as meter:
        for _ in range(50):
            meter.advance()

    assert talk.getvalue() == ""


def test_the_name_is_cut_and_not_how_many_more_there_are() -> None:
    both, _, talk = consoles(terminal=True)

    with progress(both, 9) as meter:
        meter.begin("a-very-long-name-of-a-saved-page-from-far-away.html", "b", "c")

    assert "a-very-long-name-o… and 2 more " in talk.getvalue()


def test_on_a_terminal_data_is_printed_whole_beside_the_bar() -> None:
    both, data, talk = consoles(terminal=True)

    with progress(both, 3) as meter:
        for name in ("[bold]a.txt", "\x1b]0;owned\x07.txt", "/nope].txt"):
            meter.begin(name)
            meter.beside(lambda name=name: both.show(Text(f"line {len(name)}")))  # type: ignore[misc]
            meter.advance()

    assert data.getvalue() == "line 11\nline 14\nline 10\n"
    assert "[bold]a.txt" in talk.getvalue()
    assert "\x1b]0" not in talk.getvalue()
    assert "3/3" in talk.getvalue()
