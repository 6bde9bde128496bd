"""The place in a document of words that a person typed; where they do not stand, the nearest passage."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text
from typer import Exit

from quotes.cli.lines import ID, QUIET, counted
from quotes.display import one_line
from quotes.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from quotes.cli.consoles import Consoles
    from quotes.statement import Span

AROUND = 60
"""Characters before and after a passage that are shown with it."""
PLACES_SHOWN = 20


def passage_of(consoles: "Consoles", text: str, words: str, at: int | None, option: str) -> "Span":
    """Where `words` stand in `text`; of several places the one numbered `at`.

    Raises UsageError for no words, and for several places, which are listed (`option` chooses one); Exit
    where they stand nowhere: the nearest passage is shown then.
    """
    from quotes.people.passages import places

    if not any(map(str.isalnum, words)):
        raise UsageError("there are no words to look for")
    found = places(text, words)
    if not found:
        _show_nearest(consoles, text, words)
        raise Exit(ExitCode.FAILED)
    if at is not None and not 1 <= at <= len(found):
        raise UsageError(f"--at {at}: these words stand in {counted(len(found), 'place')}")
    if len(found) > 1 and at is None:
        _list_places(consoles, text, found)
        raise UsageError(f"these words stand in {len(found)} places: {option} says which is meant")
    return found[(at or 1) - 1]


def in_its_context(text: str, span: "Span") -> Text:
    """A passage with the words around it, on one line."""
    start, end = span
    before = one_line(text[max(0, start - AROUND) : start])
    after = one_line(text[end : end + AROUND])
    return Text.assemble(
        (f"…{before}{_blank(text, start - 1)}", QUIET),
        (one_line(text[start:end]), "bold green"),
        (f"{_blank(text, end)}{after}…", QUIET),
    )


def difference(typed: str, printed: str) -> Text:
    """What was typed beside what is printed: [-typed only-] and {+printed only+}."""
    from quotes.people.passages import compared

    parts = {"same": ("", "", ""), "typed": ("[-", "-]", "red"), "printed": ("{+", "+}", "green")}
    shown = []
    for kind, words in compared(one_line(typed), one_line(printed)):
        opening, closing, style = parts[kind]
        shown.append(Text(f"{opening}{words}{closing}", style))
    return Text(" ").join(shown)


def _show_nearest(consoles: "Consoles", text: str, words: str) -> None:
    from quotes.people.passages import LONGEST, nearest

    consoles.fail("these words do not stand in the text; nothing is recorded")
    span = nearest(text, words)
    if span is None:
        consoles.say("No passage of it is much like them.")
        return
    consoles.say(f"The nearest passage, at {span[0]}-{span[1]}:")
    consoles.tell(in_its_context(text, span), indent=2)
    if len(words) <= LONGEST:
        consoles.say("What was typed [-so-] and is printed {+so+}:")
        consoles.tell(difference(words, text[slice(*span)]), indent=2)


def _list_places(consoles: "Consoles", text: str, found: "Sequence[Span]") -> None:
    for number, span in enumerate(found[:PLACES_SHOWN], 1):
        head = Text(f"{number:>3}  ", ID)
        consoles.tell(Text.assemble(head, in_its_context(text, span)))
    if len(found) > PLACES_SHOWN:
        consoles.say(f"... {len(found):,} in all")


def _blank(text: str, at: int) -> str:
    return " " if 0 <= at < len(text) and text[at].isspace() else ""
