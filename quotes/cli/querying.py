"""Commands that take a query: what begins with one dash is part of it; what to tell beside its results."""

from itertools import islice
from typing import TYPE_CHECKING, Any

from rich.text import Text
from typer.core import TyperCommand, TyperOption

from quotes.cli.consoles import open_consoles

if TYPE_CHECKING:
    from quotes.cli.consoles import Consoles
    from quotes.store import Library
    from quotes.store.views import SearchResult

EXAMPLE_WIDTH = 28
_END = "--"


class QueryCommand(TyperCommand):
    """A command with a query: `-taiwan` and `-order` are words of it, never options; `--speeker` is refused.

    An option of one letter is one only where it stands by itself (`-o FILE`).
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Give the words of the query to the command as they stand, in their order."""
        taking = {
            name: isinstance(param, TyperOption) and not param.is_flag
            for param in self.get_params(ctx)
            for name in (*param.opts, *param.secondary_opts)
        }
        options: list[str] = []
        words: list[str] = []
        rest = iter(args)
        for arg in rest:
            if arg == _END:
                words += rest
            elif arg.startswith("--") or (arg in taking and arg.startswith("-")):
                options.append(arg)
                options += islice(rest, 1 if taking.get(arg) else 0)
            else:
                words.append(arg)
        return super().parse_args(ctx, [*options, _END, *words])


class LanguageCommand(QueryCommand):
    """A command whose help tells the whole language of queries."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Print the help, and what can be asked."""
        super().format_help(ctx, formatter)
        consoles = open_consoles()
        for heading, lines in language():
            consoles.show(Text(f"\n{heading}", "bold"))
            for example, meaning in lines:
                head = Text(f"  {example:<{EXAMPLE_WIDTH}}  ")
                consoles.show(Text(meaning), head=head)


def language() -> "tuple[tuple[str, tuple[tuple[str, str], ...]], ...]":
    """The language of queries: headings, and below each examples with what they mean."""
    from quotes.query.fields import FIELDS, STATES, SYNTAX

    fields = tuple((field.example, field.help) for field in FIELDS.values())
    states = tuple((f"is:{name}", meaning) for name, meaning in STATES.items())
    return ("Queries:", SYNTAX), ("Fields:", fields), ("States:", states)


def say_undated(consoles: "Consoles", result: "SearchResult") -> None:
    """Tell how many more there are of which no date is known, where a range of dates was asked for."""
    if result.undated:
        has = "has" if result.undated == 1 else "have"
        consoles.say(f"{result.undated:,} more {has} no date: date:none", style="dim")


def say_nobody(consoles: "Consoles", library: "Library", asked: str) -> None:
    """Tell that no speaker is called as was asked, and who is called much like it."""
    likely = library.similar_names(asked)
    meant = f" Did you mean {' or '.join(likely)}?" if likely else ""
    consoles.say(f"No speaker is called {asked!r}: quotes speakers lists them.{meant}")
