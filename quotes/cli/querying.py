"""Commands that take a query: what begins with one dash is part of it; what to tell beside its results."""

from itertools import islice
from typing import TYPE_CHECKING, Any

from rich.text import Text
from typer.core import TyperOption

from quotes.cli.consoles import open_consoles
from quotes.cli.values import PlainCommand
from quotes.errors import UsageError

if TYPE_CHECKING:
    from quotes.cli.consoles import Consoles
    from quotes.query.plan import Plan
    from quotes.store import Library
    from quotes.store.views import SearchResult

EXAMPLE_WIDTH = 28
_END = "--"


class QueryCommand(PlainCommand):
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
                value = list(islice(rest, 1 if taking.get(arg) else 0))
                options += [arg, *value]
                if taking.get(arg) and not value:
                    return super().parse_args(ctx, options)  # which says that the option takes a value
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


def say_of(consoles: "Consoles", shown: int, total: int, noun: str = "", plural: str = "") -> None:
    """End a listing: how many were shown, and how many there are of what is called `noun`."""
    what = noun if total == 1 else plural or (noun and f"{noun}s")
    consoles.say(f"{shown:,} of {total:,} {what}".rstrip())


def say_undated(consoles: "Consoles", result: "SearchResult") -> None:
    """Tell how many more there are of which no date is known, where a range of dates was asked for."""
    if result.undated:
        has = "has" if result.undated == 1 else "have"
        consoles.say(f"{result.undated:,} more {has} no date: date:none", style="dim")


def unknown_speaker(library: "Library", plan: "Plan") -> str | None:
    """Tell which speaker that a query asks for there is not, and who is called much like it; else None."""
    from quotes.query.plan import positive

    asked = [str(term.value) for term in positive(plan.where) if term.field == "speaker" and term.value]
    unknown = next((name for name in asked if not library.speakers(name)), None)
    if unknown is None:
        return None
    likely = library.similar_names(unknown)
    meant = f" Did you mean {' or '.join(likely)}?" if likely else ""
    return f"No speaker is called {unknown!r}: quotes speakers lists them.{meant}"


def no_match(library: "Library", plan: "Plan", so: str, what: str = "statement") -> UsageError:
    """The error that nothing matches a query; `so` tells what that comes to."""
    unknown = unknown_speaker(library, plan)
    return UsageError(f"no {what} matches: {so}" + (f". {unknown}" if unknown else ""))
